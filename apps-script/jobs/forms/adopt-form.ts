/**
 * Takes a form over that somebody copied in Drive or made long ago: its items are matched to the questions of a template, a
 * person looks at the matches, and from then on it is updated like any other. What it has otherwise than the template counts as
 * the chamber's own.
 */

import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { FormCopy } from '../../../shared/form/copy.ts';
import type { FormPlan } from '../../../shared/form/plan.ts';
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type AdoptMatch, adoptCopy } from '../../../shared/merge/adopt.ts';
import { assets, templateOf } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import { baseRows, sectionElement, storeRows } from '../book/form-base.ts';
import { type FormRow, readForm } from '../book/forms.ts';
import { formsTable } from '../book/tables.ts';
import { addFormRow, fillInValues, hasSeveralForms } from '../create-form.ts';
import type { ItemLink, Services } from '../port.ts';
import { isoOf } from '../time.ts';
import { rememberWorkbook } from '../workbooks.ts';
import { formChanged } from './carry-out.ts';
import { newestPlan } from './sides.ts';

export interface AdoptionPreview {
  readonly copy: FormCopy;
  readonly templateId: string;
  readonly plan: FormPlan;
  /** All templates, the likeliest first; `score` 0–1: how much of the template was found in the form. */
  readonly templates: readonly { readonly id: string; readonly score: number }[];
  readonly matches: readonly AdoptMatch[];
  /** Stands for the form as it was read. */
  readonly hash: string;
  readonly issues: readonly Issue[];
}

export interface AdoptInput {
  readonly formId: string;
  readonly templateId: string;
  /** Of the preview. */
  readonly hash: string;
  /** `key` '' leaves an item the chamber's own. */
  readonly matches: readonly { readonly itemId: string; readonly key: string }[];
}

const hashOf = (copy: FormCopy): string => sha256Hex(encodeUtf8(JSON.stringify(copy)));

const refuse = (code: string, params: Readonly<Record<string, string>> = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

/** Other labels of a question: those of its field. */
function synonyms(): ReadonlyMap<string, readonly string[]> {
  return new Map(assets().catalogue.fields.map((field) => [field.key, field.synonyms ?? []]));
}

function planOf(book: Book, templateId: string): FormPlan {
  return newestPlan(book, templateId, fillInValues(templateOf(templateId).template.fillIns, undefined));
}

/** How much of form and template found a partner, weighted by how sure it is. */
function scoreOf(matches: readonly AdoptMatch[]): number {
  const sum = matches.reduce((total, match) => total + match.confidence, 0);
  return matches.length === 0 ? 0 : Math.round((sum / matches.length) * 100) / 100;
}

/** What stands in the way: the form is taken over already, or the template has its one form. */
function obstacles(book: Book, formId: string, templateId: string): readonly Issue[] {
  const rows = book.rows(formsTable).map(readForm);
  if (rows.some((row) => row.formId === formId)) return [issue('form.already-taken', 'error', '')];
  const { template } = templateOf(templateId);
  const taken = !hasSeveralForms(template) && rows.some((row) => row.templateId === templateId);
  return taken ? [issue('form.one-only', 'error', '', { params: { title: template.title } })] : [];
}

/**
 * Proposes what each item is.
 * @param address address of the form's editing page, or its id
 * @param templateId '' for the likeliest
 * Throws UnusableInput `form.address`, `template.unknown`.
 */
export function previewAdoption(
  services: Services,
  { address, templateId = '' }: { readonly address: string; readonly templateId?: string | undefined },
): AdoptionPreview {
  const book = openBook(services.workbook);
  const formId = address.includes('/') ? services.forms.idAt(address) : address;
  const copy = (formId === null ? null : services.forms.read(formId)) ?? refuse('form.address');
  const known = synonyms();
  const shipped = assets().templates.values();
  const found = shipped.map(({ template: { id } }) => {
    const plan = planOf(book, id);
    const matches = adoptCopy(copy, plan, known);
    return { id, plan, matches, score: scoreOf(matches) };
  });
  const ranked = [...found].sort((a, b) => b.score - a.score);
  const chosen =
    (templateId === '' ? ranked[0] : ranked.find(({ id }) => id === templateId)) ??
    refuse('template.unknown', { id: templateId });
  return {
    copy,
    templateId: chosen.id,
    plan: chosen.plan,
    templates: ranked.map(({ id, score }) => ({ id, score })),
    matches: chosen.matches,
    hash: hashOf(copy),
    issues: obstacles(book, copy.formId, chosen.id),
  };
}

function linksOf(plan: FormPlan, copy: FormCopy, matches: AdoptInput['matches']): readonly ItemLink[] {
  const titles = new Map(
    plan.sections.flatMap(({ key, title, items }): readonly (readonly [string, string])[] => [
      [sectionElement(key), title],
      ...items.map((item) => [item.key, item.title] as const),
    ]),
  );
  const standing = new Set(copy.items.map((item) => item.itemId));
  const links = matches.filter(({ itemId, key }) => key !== '' && standing.has(itemId));
  const seen = new Set<string>();
  for (const { key } of links) {
    const title = titles.get(key) ?? refuse('adopt.key-unknown', { key });
    if (seen.has(key)) refuse('adopt.key-twice', { title });
    seen.add(key);
  }
  return links.map(({ itemId, key }) => ({ itemId, key }));
}

/**
 * Takes the form over as a person confirmed it: keys, base, destination of its answers, trigger. Answers from more than a day
 * before stay where they are. The same call again changes nothing.
 * Throws UnusableInput `template.unknown`, `form.address`, `adopt.changed-since`, `adopt.key-unknown`, `adopt.key-twice`,
 * `form.already-taken`, `form.one-only`.
 */
export function adoptForm(services: Services, { formId, templateId, hash, matches }: AdoptInput): FormRow {
  const { template } = templateOf(templateId);
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const standing = book
      .rows(formsTable)
      .map(readForm)
      .find((row) => row.formId === formId);
    if (standing?.templateId === templateId) return standing;
    const issues = obstacles(book, formId, templateId);
    if (issues.length > 0) throw new UnusableInput(issues);
    const copy = services.forms.read(formId) ?? refuse('form.address');
    if (hashOf(copy) !== hash) return formChanged(services, copy.title, 'adopt.changed-since');
    const plan = planOf(book, templateId);
    const links = linksOf(plan, copy, matches);
    storeRows(book, formId, baseRows(formId, { plan, links, decisions: [] }), true);
    services.forms.link(formId, services.workbook.id);
    services.triggers.ensure([
      { handler: 'onFormSubmitted', kind: 'form-submit', formId },
      { handler: 'hourlyCatchUp', kind: 'hourly' },
    ]);
    rememberWorkbook(services);
    const now = services.clock.now();
    return addFormRow(book, {
      templateId,
      templateVersion: template.version,
      fileName: `adopted-${formId}`,
      formId,
      state: services.forms.look(formId)?.accepting === true ? 'open' : 'closed',
      madeAt: isoOf(now),
      madeBy: services.session.user(),
      triggerOwner: services.session.user(),
      cursor: String(now),
      values: fillInValues(template.fillIns, undefined),
      closesOn: '',
      updating: '',
    });
  });
}
