/** Answer → record: every typed value normalised and validated, all problems collected, nothing dropped. */
import { type Issue, issue } from '../issue/issue.ts';
import type { FormAnswer } from '../response/response.ts';
import { cleanText } from '../text/clean.ts';
import { type CheckerOptions, type Column, columnsOf } from './columns.ts';
import { crossChecks } from './cross-field.ts';
import type { BusinessRecord, NormalisationChange } from './record.ts';
import { RecordingSink } from './sink.ts';

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
    const row: (string | undefined)[] = [];
    const changes: NormalisationChange[] = [];
    const issues: Issue[] = [];
    const found = {
      values: row,
      valueIds: new Int32Array(rules.columns.size),
      changes,
      changeIds: [],
      issues,
    };
    rules.check(columns, cells, found, (key) => typed[key] ?? '');
    const values: Record<string, string> = {};
    for (const column of [...columns, ...rules.columns.values()]) {
      const value = column === undefined ? undefined : row[column.place];
      if (column !== undefined && value !== undefined) values[column.key] = value;
    }
    return { responseId, submittedAt, typed, values, changes, issues };
  };
}

/** What became of the cells of one row. It belongs to the checker and changes with the next row. */
export interface CheckedRow {
  /** Canonical values in the order of `keys`, undefined where blank. */
  readonly values: readonly (string | undefined)[];
  /** Beside `values`: the number of the remembered outcome it is, 0 when it is none. Same number, same value. */
  readonly valueIds: Int32Array;
  readonly changes: readonly NormalisationChange[];
  /** Beside `changes`: likewise. */
  readonly changeIds: readonly number[];
  readonly issues: readonly Issue[];
}

export interface RowChecker {
  /** All keys that a row may have a value of. */
  readonly keys: readonly string[];
  check(cells: readonly string[]): CheckedRow;
}

/**
 * The same checks for the rows of a large file, without an object per row.
 * @param header field key of each column, '' where a column holds no field
 */
export function createRowChecker(options: CheckerOptions, header: readonly string[]): RowChecker {
  const rules = createRules(options);
  const columns = header.map((key) => rules.columns.get(key));
  const places = new Map(header.map((key, at) => [key, at]));
  const keys = [...rules.columns.keys()];
  const values = new Array<string | undefined>(keys.length).fill(undefined);
  const valueIds = new Int32Array(keys.length);
  const found: FoundRow = { values, valueIds, changes: [], changeIds: [], issues: [] };
  let row: readonly string[] = [];
  const typedOf = (key: string): string => row[places.get(key) ?? -1] ?? '';
  return {
    keys,
    check(cells) {
      row = cells;
      values.fill(undefined);
      valueIds.fill(0);
      found.changes.length = 0;
      found.changeIds.length = 0;
      found.issues.length = 0;
      rules.check(columns, cells, found, typedOf);
      return found;
    },
  };
}

/** A row being checked: the checks fill it. */
interface FoundRow {
  readonly values: (string | undefined)[];
  readonly valueIds: Int32Array;
  readonly changes: NormalisationChange[];
  readonly changeIds: number[];
  readonly issues: Issue[];
}

interface Rules {
  readonly columns: ReadonlyMap<string, Column>;
  check(
    columns: readonly (Column | undefined)[],
    cells: readonly string[],
    found: FoundRow,
    typedOf: (key: string) => string,
  ): void;
}

function createRules(options: CheckerOptions): Rules {
  const { record } = options.template;
  const columnOf = columnsOf(options);
  const placeOf = (key: string): number => columnOf.get(key)?.place ?? -1;
  const required = record.required.map((key) => ({
    key,
    place: placeOf(key),
    consent: options.catalogue.byKey.get(key)?.kind === 'consent',
  }));
  const rankOf = (key: string): number => columnOf.get(key)?.place ?? Number.MAX_SAFE_INTEGER;
  const requiredAny = record.requiredAny.map((group) => {
    const keys = [...group].sort((a, b) => rankOf(a) - rankOf(b));
    return { keys, places: keys.map(placeOf) };
  });
  const crossFields = crossChecks(placeOf);
  const sink = new RecordingSink();

  return {
    columns: columnOf,
    check(columns, cells, found, typedOf) {
      const { values, valueIds, changes, changeIds, issues } = found;
      sink.open(issues);
      for (let c = 0; c < columns.length; c++) {
        const column = columns[c];
        const raw = cells[c];
        if (column === undefined || raw === undefined || raw === '') continue;
        const known = column.memory.recall(raw);
        if (known === undefined) checkCell(column, raw, found, sink);
        else {
          if (known.value !== '') {
            values[column.place] = known.value;
            valueIds[column.place] = known.id;
          }
          if (known.change !== null) {
            changes.push(known.change);
            changeIds.push(known.id);
          }
        }
      }
      for (const split of sink.splits) takeSplit(split, placeOf(split.key), found, typedOf);
      for (const { key, place, consent } of required) {
        const value = values[place];
        if (consent ? value === 'yes' : value !== undefined) continue;
        issues.push(issue(consent ? 'consent.missing' : 'required', 'error', key, { value: typedOf(key) }));
      }
      for (const { keys, places } of requiredAny) {
        if (places.some((place) => values[place] !== undefined)) continue;
        issues.push(issue('required', 'error', keys[0] ?? '', { params: { any: keys.join(',') } }));
      }
      for (const check of crossFields) check(values, typedOf, issues);
    },
  };
}

/** Cleans and normalises a cell that says something; remembers the outcome where it gave nothing to report. */
function checkCell(column: Column, raw: string, found: FoundRow, sink: RecordingSink): void {
  const { key, kind, context, limit, place, memory } = column;
  sink.begin(key, raw);
  let value = cleanText(raw, context.multiline, sink);
  if (value !== '') {
    value = kind.normalise(value, context, sink);
    found.values[place] = value;
    if (value.length > limit) sink.issue('text.too-long', 'error', { limit, length: value.length });
  }
  const change =
    sink.rules !== '' && value !== raw ? { key, rule: sink.rules, before: raw, after: value } : null;
  const id = sink.reported ? 0 : memory.keep(raw, value, change);
  // Where two columns hold the same key, the later value counts: so does its number.
  if (value !== '') found.valueIds[place] = id;
  if (change === null) return;
  found.changes.push(change);
  found.changeIds.push(id);
}

/** A part split off another field (内線) fills its own field only when nobody typed one there. */
function takeSplit(
  split: { readonly key: string; readonly value: string; readonly from: string },
  place: number,
  { values, changes, changeIds, issues }: FoundRow,
  typedOf: (key: string) => string,
): void {
  if (place < 0) return;
  const present = values[place];
  if (present === undefined) {
    values[place] = split.value;
    changes.push({
      key: split.key,
      rule: `split-${split.key}`,
      before: typedOf(split.key),
      after: split.value,
    });
    changeIds.push(0);
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
