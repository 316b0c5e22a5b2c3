/** Tables as they are counted, before anything is hidden. */
import type { SurveyColumns } from '../columns.ts';
import { countMany, type GroupCounts, type GroupNumbers, numbersOf } from '../count/count.ts';
import { questionTypes } from '../definition/question-types.ts';
import type { AskedQuestion } from '../definition/questions.ts';
import type { TableOfN } from '../protect/of-tables.ts';

/** One table of one question as it was counted. */
export type Counted =
  | {
      readonly kind: 'options';
      readonly plain: GroupCounts;
      readonly weighted: GroupCounts | null;
    }
  | { readonly kind: 'numbers'; readonly numbers: GroupNumbers; readonly n: Float64Array };

export const tableOfN = (counted: Counted): TableOfN =>
  counted.kind === 'options'
    ? counted.plain
    : { by: counted.numbers.by, groups: counted.numbers.groups, n: counted.n };

export const countsAt = ({ counts, options }: GroupCounts, at: number): readonly number[] =>
  Array.from(counts.subarray(at * options.length, (at + 1) * options.length));

export interface CountInput {
  readonly columns: SurveyColumns;
  readonly questions: readonly AskedQuestion[];
  /** One weight a row; absent: unweighted alone. */
  readonly weights?: Float64Array;
}

/** Tables of every question in the order of the layouts. */
export function countAll(
  { columns, questions, weights }: CountInput,
  layouts: readonly (readonly string[])[],
): ReadonlyMap<string, readonly Counted[]> {
  const found = new Map<string, Counted[]>();
  const add = (key: string, counted: Counted): void => {
    const own = found.get(key);
    if (own === undefined) found.set(key, [counted]);
    else own.push(counted);
  };
  const withOptions = questions.filter(({ type }) => questionTypes[type].hasOptions).map(({ key }) => key);
  const numbers = questions.filter(({ type }) => questionTypes[type].column === 'number');
  for (const by of layouts) {
    const plain = countMany(columns, withOptions, by);
    const weighted = weights === undefined ? null : countMany(columns, withOptions, by, weights);
    for (const [key, counts] of plain)
      add(key, {
        kind: 'options',
        plain: counts,
        weighted: weighted?.get(key) ?? null,
      });
    for (const { key } of numbers) {
      const own = numbersOf(columns, key, by);
      add(key, {
        kind: 'numbers',
        numbers: own,
        n: Float64Array.from(own.values, (values) => values.length),
      });
    }
  }
  return found;
}
