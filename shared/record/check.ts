/** Answer → record: every typed value normalised and validated, all problems collected, nothing dropped. */
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue } from '../issue/issue.ts';
import type { FormAnswer } from '../response/response.ts';
import type { ChamberValues, Template } from '../template/template.ts';
import { cleanText } from '../text/clean.ts';
import { type Column, columnsOf } from './columns.ts';
import { addCrossFieldIssues } from './cross-field.ts';
import type { BusinessRecord, NormalisationChange } from './record.ts';
import { RecordingSink } from './sink.ts';

export interface CheckerOptions {
  readonly template: Template;
  readonly catalogue: Catalogue;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  /** The chamber's own option lists; without them a choice of 部会 is kept as typed. */
  readonly chamber?: Pick<ChamberValues, 'divisions' | 'districts'>;
}

/**
 * Makes the checker of one template. The returned function is pure and may be called for any number of answers;
 * per answer it costs one pass over the typed values.
 *
 * Issues: those of the kinds, `required` and `consent.missing` as the template's record asks, `text.too-long`,
 * and the cross-field checks. Duplicates need other records: see `duplicates.ts`.
 */
export function createChecker(options: CheckerOptions): (answer: FormAnswer) => BusinessRecord {
  const rules = createRules(options);
  return ({ responseId, submittedAt, typed }) => {
    const keys = Object.keys(typed);
    const columns = keys.map((key) => rules.columns.get(key));
    const cells = keys.map((key) => typed[key] ?? '');
    const values: Record<string, string> = {};
    const { changes, issues } = rules.check(columns, cells, values, (key) => typed[key] ?? '');
    return { responseId, submittedAt, typed, values, changes, issues };
  };
}

/** What became of the cells of one row. `values` belongs to the checker and changes with the next row. */
export interface CheckedRow {
  readonly values: Readonly<Record<string, string | undefined>>;
  readonly changes: readonly NormalisationChange[];
  readonly issues: readonly Issue[];
}

/**
 * The same checks for the rows of a large file, without an object per row.
 * @param keys field key of each column, '' where a column holds no field
 */
export function createRowChecker(
  options: CheckerOptions,
  keys: readonly string[],
): (cells: readonly string[]) => CheckedRow {
  const rules = createRules(options);
  const columns = keys.map((key) => rules.columns.get(key));
  const places = new Map(keys.map((key, at) => [key, at]));
  const known = [...rules.columns.keys()];
  // One object of one shape for all rows: blank keys are undefined.
  const values: Record<string, string | undefined> = {};
  for (const key of known) values[key] = undefined;
  let row: readonly string[] = [];
  const typedOf = (key: string): string => row[places.get(key) ?? -1] ?? '';
  return (cells) => {
    row = cells;
    for (let k = 0; k < known.length; k++) values[known[k] as string] = undefined;
    const { changes, issues } = rules.check(columns, cells, values, typedOf);
    return { values, changes, issues };
  };
}

type Values = Record<string, string | undefined>;

interface Rules {
  readonly columns: ReadonlyMap<string, Column>;
  check(
    columns: readonly (Column | undefined)[],
    cells: readonly string[],
    values: Values,
    typedOf: (key: string) => string,
  ): { readonly changes: NormalisationChange[]; readonly issues: Issue[] };
}

function createRules(options: CheckerOptions): Rules {
  const { record } = options.template;
  const required = record.required.map((key) => ({
    key,
    consent: options.catalogue.byKey.get(key)?.kind === 'consent',
  }));
  const order = new Map(options.catalogue.fields.map((field, index) => [field.key, index]));
  const place = (key: string) => order.get(key) ?? Number.MAX_SAFE_INTEGER;
  const requiredAny = record.requiredAny.map((group) => [...group].sort((a, b) => place(a) - place(b)));
  const sink = new RecordingSink();

  return {
    columns: columnsOf(options),
    check(columns, cells, values, typedOf) {
      const changes: NormalisationChange[] = [];
      const issues: Issue[] = [];
      sink.open(issues);
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c];
        const raw = cells[c];
        if (column === undefined || raw === undefined || raw === '') continue;
        sink.begin(column.key, raw);
        let value = cleanText(raw, column.context.multiline, sink);
        if (value !== '') {
          value = column.kind.normalise(value, column.context, sink);
          values[column.key] = value;
          if (value.length > column.limit) {
            sink.issue('text.too-long', 'error', { limit: column.limit, length: value.length });
          }
        }
        if (sink.rules !== '' && value !== raw) {
          changes.push({ key: column.key, rule: sink.rules, before: raw, after: value });
        }
      }
      for (const split of sink.splits) takeSplit(split, values, changes, issues, typedOf);
      for (const { key, consent } of required) {
        const value = values[key];
        if (consent ? value === 'yes' : value !== undefined) continue;
        issues.push(issue(consent ? 'consent.missing' : 'required', 'error', key, { value: typedOf(key) }));
      }
      for (const group of requiredAny) {
        if (group.some((key) => values[key] !== undefined)) continue;
        issues.push(issue('required', 'error', group[0] ?? '', { params: { any: group.join(',') } }));
      }
      addCrossFieldIssues(values, typedOf, issues);
      return { changes, issues };
    },
  };
}

/** A part split off another field (内線) fills its own field only when nobody typed one there. */
function takeSplit(
  split: { readonly key: string; readonly value: string; readonly from: string },
  values: Values,
  changes: NormalisationChange[],
  issues: Issue[],
  typedOf: (key: string) => string,
): void {
  const present = values[split.key];
  if (present === undefined) {
    values[split.key] = split.value;
    changes.push({
      key: split.key,
      rule: `split-${split.key}`,
      before: typedOf(split.key),
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
