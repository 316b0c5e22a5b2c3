/**
 * A reader who knows the answers of a region: a chamber those of its own businesses, by every dimension. What he could work out with
 * them is a question of sums like any other, once his own answers are a region within their region. Others' crossings need not be
 * counted for it, which is what makes tables for a nation of chambers affordable.
 */
import type { ReadAnswers } from '../read/read-answers.ts';
import type { TabulateInput } from '../tabulate/tabulate.ts';

export interface Insider {
  /** The smallest region. */
  readonly dimension: string;
  /** Names differ from wave to wave. */
  readonly isOwn: (label: string) => boolean;
}

/** Dimension of the reader's own answers. A definition's key begins with a letter, so none is this one. */
export const ownDimension = '*own';

/** The same tables, protected against this reader. */
export function withOwn(given: TabulateInput, { dimensions }: ReadAnswers, insider: Insider): TabulateInput {
  const { dimension, isOwn } = insider;
  const labels = dimensions.get(dimension)?.labels ?? [];
  const options = labels.flatMap((label, at) => (isOwn(label) ? [at] : []));
  const column = given.columns.columns.get(dimension);
  if (column?.kind !== 'choice' || options.length === 0) return given;
  const own = {
    kind: 'choice',
    options: options.map((option) => labels[option] ?? ''),
    codes: column.codes.map((code) => options.indexOf(code)),
  } as const;
  const regions = new Set([dimension, ...given.nesting.flatMap(({ inner, outer }) => [inner, outer])]);
  const further = given.layouts
    .map((by) => by.filter((key) => !regions.has(key)))
    .filter((by, at, all) => all.findIndex((one) => one.join('*') === by.join('*')) === at)
    .map((by) => [ownDimension, ...by]);
  return {
    ...given,
    columns: { ...given.columns, columns: new Map([...given.columns.columns, [ownDimension, own]]) },
    layouts: [...given.layouts, ...further],
    nesting: [...given.nesting, { inner: ownDimension, outer: dimension, of: options }],
    known: [
      ...options.map((option) => `${dimension}=${option}`),
      ...options.map((_option, at) => `${ownDimension}=${at}`),
    ],
  };
}
