/** What a template says beside its form, compared: what a form's maker fills in, mails, record, gallery, ownership. */
import type { Template } from '../template/template.ts';

/** One thing that differs; `before` or `after` is '' where it is not there. Codes of things have words on the command line. */
export interface TemplateDifference {
  readonly part:
    | 'summary'
    | 'audience'
    | 'category'
    | 'flow'
    | 'record'
    | 'capacity'
    | 'mails'
    | 'fillIns'
    | 'retired'
    | 'ownership'
    | 'kind';
  /** Name of the one that differs: a key, a purpose; '' where there is only one. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

type Words = ReadonlyMap<string, string>;

/** A value in one line. */
function line(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Parts of a template by name, each in one line. */
const parts: readonly (readonly [TemplateDifference['part'], (template: Template) => Words])[] = [
  ['summary', ({ summary }) => new Map([['', summary]])],
  ['audience', ({ audience }) => new Map([['', audience]])],
  ['category', ({ category }) => new Map([['', category]])],
  ['flow', ({ flow }) => new Map([['', flow]])],
  [
    'record',
    ({ record }) =>
      new Map([
        ['required', record.required.join('、')],
        ['requiredAny', record.requiredAny.map((group) => group.join('か')).join('、')],
      ]),
  ],
  ['capacity', ({ capacity }) => new Map([['', line(capacity)]])],
  ['mails', ({ mails }) => new Map(Object.entries(mails))],
  ['fillIns', ({ fillIns }) => new Map(fillIns.map((one) => [one.key, line(one)]))],
  ['retired', ({ retired }) => new Map(retired.map((one) => [one.key, line(one)]))],
  ['ownership', owners],
  [
    'kind',
    ({ sections }) =>
      new Map(sections.flatMap(({ items }) => items.map((one) => [one.key ?? '', one.kind ?? '']))),
  ],
];

/** Ownership of every element that has one, by element. */
function owners({ ownership, sections }: Template): Words {
  const all = new Map<string, string>([['form', line(ownership)]]);
  for (const section of sections) {
    all.set(`section.${section.key}`, line(section.ownership ?? {}));
    for (const item of section.items) {
      all.set(item.key ?? '', line(item.ownership ?? {}));
      for (const option of item.options ?? [])
        all.set(`${item.key ?? ''}.options.${option.code}`, option.ownership ?? '');
    }
  }
  return all;
}

/** All differences outside of the form itself; elements that are not in both have no ownership or kind to compare. */
export function templateDifferences(before: Template, after: Template): readonly TemplateDifference[] {
  return parts.flatMap(([part, wordsOf]) => {
    const [old, now] = [wordsOf(before), wordsOf(after)];
    const inBoth = part === 'ownership' || part === 'kind';
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
      if (inBoth && !(old.has(name) && now.has(name))) return [];
      const [was, is] = [old.get(name) ?? '', now.get(name) ?? ''];
      return was === is ? [] : [{ part, name, before: was, after: is }];
    });
  });
}
