/** What the tables of a question may show: protection of its cells, regions that are in pieces, and weighted figures. */
import { countMany, type GroupCounts } from '../count/count.ts';
import { questionTypes } from '../definition/question-types.ts';
import type { AskedQuestion } from '../definition/questions.ts';
import { type Apart, takenApart } from '../protect/apart.ts';
import { dominatedCells } from '../protect/dominance.ts';
import type { HiddenWhy } from '../protect/model.ts';
import {
  type EarlierTables,
  type Nesting,
  type ProtectedTables,
  protectTables,
} from '../protect/of-tables.ts';
import { type Counted, countAll, countsAt, tableOfN } from './counted.ts';
import type { TabulateInput } from './tabulate.ts';

/** Whether the weighted figures of a group of n answers may be shown. */
export type WeightedAt = (by: readonly string[], group: readonly number[], n: number) => boolean;

export interface Hiding extends ProtectedTables {
  readonly mayWeigh: WeightedAt;
}

/** Regions in pieces matter only where a table shows a region around them. */
function apartOf({ columns, nesting }: TabulateInput, layouts: readonly (readonly string[])[]) {
  const isSeen = nesting.some(({ outer }) => layouts.some((by) => by.includes(outer)));
  return isSeen ? takenApart(columns, nesting) : undefined;
}

/** Prepares the protection of all questions; what it gives protects one. */
export function hiding(
  input: TabulateInput,
  layouts: readonly (readonly string[])[],
  counted: ReadonlyMap<string, readonly Counted[]>,
): (question: AskedQuestion) => Hiding {
  const apart = apartOf(input, layouts);
  const { weights: _weights, ...plain } = input;
  const guarded = apart === undefined ? counted : countAll({ ...plain, columns: apart.columns }, layouts);
  const nesting = apart?.nesting ?? input.nesting;
  const strata = strataOf(input, layouts);
  return (question) => {
    const tables = guarded.get(question.key) ?? [];
    const earlier = input.earlier?.get(question.key);
    const found = protectTables({
      tables: tables.map(tableOfN),
      nesting,
      minN: input.minN,
      alikeBelow: input.unanimousBelow,
      sensitive: dominated(question, tables, nesting, input),
      ...(earlier === undefined ? {} : { earlier }),
      ...(input.known === undefined ? {} : { known: withPieces(input.known, apart) }),
    });
    return {
      ...found,
      shown: apart === undefined ? found.shown : namedPieces(found.shown, apart),
      why: (by, group) => (isInPieces(apart, by, group) ? 'complement' : found.why(by, group)),
      mayWeigh: (by, group, n) => found.shown.hidden.length === 0 && strata(question.key, by, group, n),
    };
  };
}

const isInPieces = (apart: Apart | undefined, by: readonly string[], group: readonly number[]): boolean =>
  apart !== undefined && by.some((key, at) => apart.inPieces.get(key)?.has(group[at] ?? -1) === true);

/** What an edition showed, with pieces by name: their numbers mean nothing in the next one. */
function namedPieces({ cells, sums, hidden }: EarlierTables, { columns, wholeOf }: Apart): EarlierTables {
  const name = (id: string): string =>
    id
      .split('|')
      .map((part) => {
        const [key = '', option = ''] = part.split('=');
        const whole = wholeOf.get(key);
        const column = columns.columns.get(key);
        if (whole === undefined || column?.kind !== 'choice' || whole[Number(option)] === undefined)
          return part;
        const label = column.options[Number(option)] ?? '';
        return whole[Number(option)] === Number(option) ? part : `${key}=${encodeURIComponent(`@${label}`)}`;
      })
      .join('|');
  return {
    cells: cells.map(({ id, n }) => ({ id: name(id), n })),
    sums: sums.map(({ total, parts }) => ({ total: name(total), parts: parts.map(name) })),
    hidden: hidden.map(name),
  };
}

/** A reader who knows a region knows its pieces. */
function withPieces(known: readonly string[], apart: Apart | undefined): readonly string[] {
  if (apart === undefined) return known;
  return known.flatMap((part) => {
    const [key = '', option] = part.split('=');
    const whole = apart.wholeOf.get(key) ?? [];
    return [part, ...whole.flatMap((one, piece) => (one === Number(option) ? [`${key}=${piece}`] : []))];
  });
}

function dominated(
  { type }: AskedQuestion,
  tables: readonly Counted[],
  nesting: readonly Nesting[],
  { dominance }: TabulateInput,
): ReadonlyMap<string, HiddenWhy> {
  if (dominance === undefined || type !== 'amount') return new Map();
  return new Map(
    tables.flatMap((one) =>
      one.kind === 'numbers' ? [...dominatedCells(one.numbers, nesting, dominance)] : [],
    ),
  );
}

/**
 * Weighted figures are a second sum of the same answers: beside the plain one they tell what hidden groups said, and, in a group
 * that holds one firm of each weight, what each firm said. So they stand only where nothing of the question is hidden, and where
 * every group of one weight inside is large enough and of several minds.
 */
function strataOf(
  { columns, questions, weights, weightsBy = [], minN, unanimousBelow }: TabulateInput,
  layouts: readonly (readonly string[])[],
): (question: string, ...at: Parameters<WeightedAt>) => boolean {
  if (weights === undefined || weightsBy.length === 0) return () => true;
  const keys = questions.filter(({ type }) => questionTypes[type].hasOptions).map(({ key }) => key);
  const tables = new Map(
    layouts.map((by) => [
      by.join('*'),
      countMany(columns, keys, [...by, ...weightsBy.filter((key) => !by.includes(key))]),
    ]),
  );
  return (question, by, group, n) => {
    const table = tables.get(by.join('*'))?.get(question);
    return table !== undefined && areSafe(table, weightsBy, group, n, minN, unanimousBelow);
  };
}

function areSafe(
  table: GroupCounts,
  weightsBy: readonly string[],
  group: readonly number[],
  n: number,
  minN: number,
  alikeBelow: number,
): boolean {
  const places = weightsBy.map((key) => table.by.indexOf(key));
  let left = n;
  const inside = table.groups.flatMap((one, at) => {
    const size = table.n[at] ?? 0;
    const isStratum = places.every((place) => (one[place] ?? -1) >= 0);
    return size > 0 && isStratum && group.every((option, place) => one[place] === option)
      ? [{ at, size }]
      : [];
  });
  // A group within one weight: its weighted figures are the plain ones.
  if (inside.length === 1 && inside[0]?.size === n) return true;
  for (const { at, size } of inside) {
    left -= size;
    if (size < minN || (size < alikeBelow && countsAt(table, at).includes(size))) return false;
  }
  return left === 0 || left >= minN;
}
