/**
 * Regions that answers place in two larger ones, or in none while others are placed: their answers are one region for each of the
 * places, nested like any other, and the region itself is not shown. So all tables stay one system of sums, and what is left
 * beside a shown region is protected like a region.
 */
import { type ChoiceColumn, notAnswered, type SurveyColumns } from '../columns.ts';
import type { Nesting } from './of-tables.ts';

export interface Apart {
  /** Columns in which every region lies in one larger region. */
  readonly columns: SurveyColumns;
  readonly nesting: readonly Nesting[];
  /** Options of a dimension that are in pieces. */
  readonly inPieces: ReadonlyMap<string, ReadonlySet<number>>;
  /** Option of a dimension of which each option is (a piece of), by number. */
  readonly wholeOf: ReadonlyMap<string, readonly number[]>;
}

/** Takes regions apart where the answers need it; undefined where every region lies in one larger region. */
export function takenApart(columns: SurveyColumns, nesting: readonly Nesting[]): Apart | undefined {
  if (nesting.every(({ split = [] }) => split.length === 0)) return undefined;
  const all = new Map(columns.columns);
  const inPieces = new Map<string, ReadonlySet<number>>();
  const wholeOf = new Map<string, readonly number[]>();
  const done = new Map<string, Nesting>();
  const take = (link: Nesting): void => {
    const around = nesting.find(({ inner }) => inner === link.outer);
    if (around !== undefined && !done.has(around.inner)) take(around);
    const [inner, outer] = [all.get(link.inner), all.get(link.outer)];
    if (inner?.kind !== 'choice' || outer?.kind !== 'choice') return;
    const found = pieces(inner, outer);
    all.set(link.inner, found.column);
    if (found.split.size > 0) inPieces.set(link.inner, found.split);
    wholeOf.set(link.inner, found.whole);
    done.set(link.inner, { inner: link.inner, outer: link.outer, of: found.of });
  };
  for (const link of nesting) if (!done.has(link.inner)) take(link);
  return { columns: { ...columns, columns: all }, nesting: [...done.values()], inPieces, wholeOf };
}

/** The inner column with one option more for each place of an option that has several, or is nowhere. */
function pieces(inner: ChoiceColumn, outer: ChoiceColumn) {
  const places = inner.options.map(() => new Set<number>());
  inner.codes.forEach((code, row) => {
    places[code]?.add(outer.codes[row] ?? notAnswered);
  });
  const isSplit = (own: ReadonlySet<number>): boolean => own.size > 1 || own.has(notAnswered);
  const split = new Set(places.flatMap((own, option) => (isSplit(own) ? [option] : [])));
  const options = [...inner.options];
  const whole = inner.options.map((_, option) => option);
  const of = places.map((own, option) => (split.has(option) ? notAnswered : ([...own][0] ?? notAnswered)));
  const numbers = new Map<string, number>();
  const codes = inner.codes.map((code, row) => {
    if (!split.has(code)) return code;
    const place = outer.codes[row] ?? notAnswered;
    const name = `${code}/${place}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = options.push(`${inner.options[code] ?? ''}/${outer.options[place] ?? ''}`) - 1;
    whole.push(code);
    of.push(place);
    numbers.set(name, number);
    return number;
  });
  const column: ChoiceColumn = { kind: 'choice', options, codes };
  return { column, split, whole, of };
}
