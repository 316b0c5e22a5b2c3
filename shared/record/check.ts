/** Answer → record: every typed value normalised and validated, all problems collected, nothing dropped. */
import type { Catalogue, Field, KindId } from '../fields/catalogue.ts';
import { optionsOf } from '../form/make.ts';
import { type Issue, issue } from '../issue/issue.ts';
import type { FormAnswer } from '../response/response.ts';
import type { ChamberValues, Template, TemplateItem } from '../template/template.ts';
import { cleanText } from '../text/clean.ts';
import { addCrossFieldIssues } from './cross-field.ts';
import type { Choice, Kind, KindContext } from './kind.ts';
import { kinds } from './kinds/index.ts';
import type { BusinessRecord, NormalisationChange } from './record.ts';
import { RecordingSink } from './sink.ts';

export interface CheckerOptions {
  readonly template: Template;
  readonly catalogue: Catalogue;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  /** The chamber's own option lists; without them a choice of 部会 is kept as typed. */
  readonly chamber?: Pick<ChamberValues, 'divisions' | 'districts'>;
  /** Leaves blank keys in `values` as undefined: faster for whoever only looks keys up. Default: they are absent. */
  readonly keepBlankKeys?: boolean;
}

/** Everything about one key that does not change from row to row. */
interface Column {
  readonly key: string;
  readonly kind: Kind;
  readonly context: KindContext;
  readonly limit: number;
}

/** Longest text of one line and of several; beyond it a value is a mistake (a pasted document), so the row waits. */
const textLimits = { oneLine: 1000, multiline: 10_000 } as const;

const choiceKinds: ReadonlySet<KindId> = new Set<KindId>(['choice', 'choices']);
const noChamber = { divisions: [], districts: [] };

/**
 * Makes the checker of one template. The returned function is pure and may be called for any number of answers;
 * per answer it costs one pass over the typed values.
 *
 * Issues: those of the kinds, `required` and `consent.missing` as the template's record asks, `text.too-long`,
 * and the cross-field checks. Duplicates need other records: see `duplicates.ts`.
 */
export function createChecker(options: CheckerOptions): (answer: FormAnswer) => BusinessRecord {
  const columns = new Map<string, Column>();
  const items = new Map<string, TemplateItem>();
  for (const section of options.template.sections) {
    for (const item of section.items) if (item.key !== undefined) items.set(item.key, item);
  }
  for (const field of options.catalogue.fields)
    columns.set(field.key, columnOf(field, items.get(field.key), options));
  for (const item of items.values()) {
    if (item.key !== undefined && !columns.has(item.key)) columns.set(item.key, localColumn(item, options));
  }
  const required = options.template.record.required.map((key) => ({
    key,
    consent: options.catalogue.byKey.get(key)?.kind === 'consent',
  }));
  const order = new Map(options.catalogue.fields.map((field, index) => [field.key, index]));
  const requiredAny = options.template.record.requiredAny.map((group) =>
    [...group].sort(
      (a, b) => (order.get(a) ?? Number.MAX_SAFE_INTEGER) - (order.get(b) ?? Number.MAX_SAFE_INTEGER),
    ),
  );
  const sink = new RecordingSink();
  // One shape for all rows keeps property access fast; keys that stay blank are dropped at the end.
  const blank: Record<string, string | undefined> = {};
  for (const key of columns.keys()) blank[key] = undefined;

  return (answer) => {
    const filled = { ...blank };
    const changes: NormalisationChange[] = [];
    const issues: Issue[] = [];
    const splits: { key: string; value: string; from: string }[] = [];
    const { typed } = answer;
    for (const key in typed) {
      const raw = typed[key];
      if (raw === undefined || raw === '') continue;
      const column = columns.get(key);
      if (column === undefined) continue;
      sink.begin(key, raw, issues, splits);
      let value = cleanText(raw, column.context.multiline, sink);
      if (value !== '') value = column.kind.normalise(value, column.context, sink);
      if (value !== '') filled[key] = value;
      if (value.length > column.limit)
        sink.issue('text.too-long', 'error', { limit: column.limit, length: value.length });
      if (value !== raw && sink.rules !== '')
        changes.push({ key, rule: sink.rules, before: raw, after: value });
    }
    const values = (options.keepBlankKeys === true ? filled : withoutBlank(filled)) as Record<string, string>;
    for (const split of splits) takeSplit(split, values, changes, issues, typed);
    for (const { key, consent } of required) {
      if (consent) {
        if (values[key] !== 'yes')
          issues.push(issue('consent.missing', 'error', key, { value: typed[key] ?? '' }));
      } else if (values[key] === undefined)
        issues.push(issue('required', 'error', key, { value: typed[key] ?? '' }));
    }
    for (const group of requiredAny) {
      if (group.some((key) => values[key] !== undefined)) continue;
      issues.push(issue('required', 'error', group[0] ?? '', { params: { any: group.join(',') } }));
    }
    const record = {
      responseId: answer.responseId,
      submittedAt: answer.submittedAt,
      typed,
      values,
      changes,
      issues,
    };
    addCrossFieldIssues(record, issues);
    return record;
  };
}

function withoutBlank(filled: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const key in filled) {
    const value = filled[key];
    if (value !== undefined) values[key] = value;
  }
  return values;
}

/** A part split off another field (内線) fills its own field only when nobody typed one there. */
function takeSplit(
  split: { readonly key: string; readonly value: string; readonly from: string },
  values: Record<string, string>,
  changes: NormalisationChange[],
  issues: Issue[],
  typed: Readonly<Record<string, string>>,
): void {
  const present = values[split.key];
  if (present === undefined) {
    values[split.key] = split.value;
    changes.push({
      key: split.key,
      rule: `split-${split.key}`,
      before: typed[split.key] ?? '',
      after: split.value,
    });
  } else if (present !== split.value) {
    issues.push(
      issue('split.conflict', 'warning', split.key, {
        params: { from: split.from, found: split.value },
        value: present,
        suggestion: split.value,
      }),
    );
  }
}

function columnOf(field: Field, item: TemplateItem | undefined, options: CheckerOptions): Column {
  const choices = choicesOf(field, item, options);
  const open = choiceKinds.has(field.kind) && choices.length === 0;
  const multiline = field.multiline ?? false;
  return {
    key: field.key,
    kind: kinds[open ? 'text' : field.kind],
    context: { today: options.today, choices, multiline: multiline || field.kind === 'choices' },
    limit: multiline ? textLimits.multiline : textLimits.oneLine,
  };
}

const localKinds: Readonly<Record<string, KindId>> = {
  choice: 'choice',
  list: 'choice',
  checkbox: 'choices',
  date: 'date',
};

function localColumn(item: TemplateItem, options: CheckerOptions): Column {
  const choices = optionsOf(item, options.catalogue, options.chamber ?? noChamber);
  const kind = localKinds[item.type] ?? 'text';
  const multiline = item.type === 'paragraph';
  return {
    key: item.key ?? '',
    kind: kinds[choiceKinds.has(kind) && choices.length === 0 ? 'text' : kind],
    context: { today: options.today, choices, multiline: multiline || kind === 'choices' },
    limit: multiline ? textLimits.multiline : textLimits.oneLine,
  };
}

/** Options a choice may hold: the code list's, and those the template or the chamber put in their place. */
function choicesOf(field: Field, item: TemplateItem | undefined, options: CheckerOptions): readonly Choice[] {
  if (!choiceKinds.has(field.kind) && field.kind !== 'consent') return [];
  const list =
    field.codeList === undefined ? [] : (options.catalogue.codeLists.get(field.codeList)?.options ?? []);
  const offered = item === undefined ? [] : optionsOf(item, options.catalogue, options.chamber ?? noChamber);
  const known = new Map<string, Choice>();
  for (const choice of list) known.set(choice.code, withoutUndefined(choice));
  for (const choice of offered) {
    const listed = known.get(choice.code);
    if (listed === undefined) known.set(choice.code, { code: choice.code, label: choice.label });
    else if (listed.label !== choice.label) {
      known.set(choice.code, {
        code: choice.code,
        label: choice.label,
        aliases: [listed.label, ...(listed.aliases ?? [])],
      });
    }
  }
  return [...known.values()];
}

function withoutUndefined(choice: { code: string; label: string; aliases?: string[] | undefined }): Choice {
  const { code, label, aliases } = choice;
  return aliases === undefined ? { code, label } : { code, label, aliases };
}
