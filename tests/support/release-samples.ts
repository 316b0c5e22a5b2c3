/** Releases that the tests of the agent hand out: a program of version 1.0.0, a required correction, and one with more beside it. */
import type { Built } from './built.ts';
import type { Chamber } from './chamber.ts';
import { itemOf, release, stateOf, type TemplateDraft } from './forms.ts';
import { connected, Jcci, packed } from './release.ts';

const id = 'membership-application';

export const membership = (templates: ReadonlyMap<string, TemplateDraft>): TemplateDraft => {
  const found = templates.get(id);
  if (found === undefined) throw new Error('no membership');
  return found;
};

function first(template: TemplateDraft): void {
  template.version = '1.0.0';
  for (const section of template.sections) {
    section.items = section.items.filter((item) => item.key !== 'invoiceNumber');
  }
  itemOf(template, 'antisocialPledge').ownership = 'mandated';
}

/** A required correction, and a new question that is only recommended. */
export function second(template: TemplateDraft): void {
  first(template);
  template.version = '1.1.0';
  itemOf(template, 'antisocialPledge').help = '誓約の文を改めました。';
  itemOf(template, 'capital').help = '日商の新しい説明です。';
  template.sections
    .find(({ key }) => key === 'business')
    ?.items.push({ key: 'invoiceNumber', type: 'short', title: '適格請求書発行事業者登録番号' });
}

/** Nothing but the required correction. */
export function onlyMandated(template: TemplateDraft): void {
  first(template);
  template.version = '1.1.0';
  itemOf(template, 'antisocialPledge').help = '誓約の文を改めました。';
}

/** The program as chambers have it before. */
export const programBefore = (): Promise<Built> => release((templates) => first(membership(templates)));

export const mixedRelease = (): string => packed('1.1.0', (templates) => second(membership(templates)));
export const mandatedRelease = (): string =>
  packed('1.1.0', (templates) => onlyMandated(membership(templates)));

export interface World {
  readonly chamber: Chamber;
  readonly jcci: Jcci;
}

/** A connected chamber that JCCI offers this release. */
export function offeredTo(
  built: Built,
  text: string,
  templateId?: string,
  values?: Record<string, string>,
): World {
  const jcci = new Jcci();
  const chamber = connected(built, jcci, templateId, values);
  jcci.publish(text, chamber.workspace.now());
  return { chamber, jcci };
}

/** The required text as it stands in the chamber's form. */
export const pledge = (chamber: Chamber): string => stateOf(chamber, 'antisocialPledge').help;
