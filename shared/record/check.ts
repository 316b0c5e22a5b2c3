/** Answer → record: every typed value normalised and validated, all problems collected, nothing dropped. */
import { type Issue, issue } from '../issue/issue.ts';
import type { FormAnswer } from '../response/response.ts';
import { cleanText } from '../text/clean.ts';
import { type CheckerOptions, type Column, columnsOf } from './columns.ts';
import { crossChecks } from './cross-field.ts';
import type { Keep, Outcome } from './memory.ts';
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
    const found = emptyRow(rules.columns.size);
    rules.open(found);
    for (const column of columns) {
      const raw = column === undefined ? '' : (typed[column.key] ?? '');
      if (column !== undefined && raw !== '') rules.cell(column, raw, found);
    }
    rules.finish(found, (key) => typed[key] ?? '');
    const { changes, issues } = found;
    const values: Record<string, string> = {};
    for (const column of [...columns, ...rules.columns.values()]) {
      const value = column === undefined ? undefined : found.values[column.place];
      if (column !== undefined && value !== undefined) values[column.key] = value;
    }
    return { responseId, submittedAt, typed, values, changes, issues };
  };
}

/** A row being checked: the checks fill it. */
export interface FoundRow {
  readonly values: (string | undefined)[];
  readonly valueIds: Int32Array;
  readonly changes: NormalisationChange[];
  readonly changeIds: number[];
  readonly issues: Issue[];
}

/** A row without anything yet. */
export function emptyRow(columns: number): FoundRow {
  return {
    values: new Array<string | undefined>(columns).fill(undefined),
    valueIds: new Int32Array(columns),
    changes: [],
    changeIds: [],
    issues: [],
  };
}

/** What is done for a row: `open`, then each of its cells, then `finish`. */
export interface Rules {
  readonly columns: ReadonlyMap<string, Column>;
  /** Takes out of `found` what the row before left. */
  open(found: FoundRow): void;
  /** A cell that says something. */
  cell(column: Column, raw: string, found: FoundRow): void;
  /** A cell whose outcome is remembered. */
  known(column: Column, outcome: Outcome, found: FoundRow): void;
  /** A cell whose outcome is not. */
  fresh(column: Column, raw: string, found: FoundRow, keep: Keep): void;
  finish(found: FoundRow, typedOf: (key: string) => string): void;
}

export function createRules(options: CheckerOptions): Rules {
  const { record } = options.template;
  const columnOf = columnsOf(options);
  const placeOf = (key: string): number => columnOf.get(key)?.place ?? -1;
  const required = record.required.map((key) => ({
    key,
    place: placeOf(key),
    consent: columnOf.get(key)?.kind.id === 'consent',
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
    open(found) {
      found.values.fill(undefined);
      found.valueIds.fill(0);
      found.changes.length = 0;
      found.changeIds.length = 0;
      found.issues.length = 0;
      sink.open(found.issues);
    },
    cell(column, raw, found) {
      const outcome = column.memory.recall(raw);
      if (outcome === undefined) checkCell(column, raw, found, sink, column.memory);
      else takeKnown(column, outcome, found);
    },
    known: takeKnown,
    fresh(column, raw, found, keep) {
      checkCell(column, raw, found, sink, keep);
    },
    finish(found, typedOf) {
      const { values, issues } = found;
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

function takeKnown(column: Column, outcome: Outcome, found: FoundRow): void {
  if (outcome.value !== '') {
    found.values[column.place] = outcome.value;
    found.valueIds[column.place] = outcome.id;
  }
  if (outcome.change !== null) {
    found.changes.push(outcome.change);
    found.changeIds.push(outcome.id);
  }
}

/** Cleans and normalises a cell that says something; remembers the outcome where it gave nothing to report. */
function checkCell(column: Column, raw: string, found: FoundRow, sink: RecordingSink, memory: Keep): void {
  const { key, kind, context, limit, place } = column;
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
