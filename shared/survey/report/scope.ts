/** Whose answers a file holds: one chamber's, one prefecture's, or those of many. */
import type { SurveyDefinition } from '../definition/schema.ts';
import type { ReadAnswers } from '../read/read-answers.ts';

/** Options of a dimension that answers name. */
export function namedOptions(
  { columns }: Pick<ReadAnswers, 'columns'>,
  dimension: string,
): readonly number[] {
  const column = columns.columns.get(dimension);
  if (column?.kind !== 'choice') return [];
  const seen = new Set<number>();
  for (const code of column.codes) if (code >= 0) seen.add(code);
  return [...seen].sort((a, b) => a - b);
}

/** The smallest region that all answers lie in. */
export function scopeOf(
  definition: SurveyDefinition,
  answers: ReadAnswers,
): {
  readonly name: string;
  readonly isRegional: boolean /** Dimension of the region, '' for the whole. */;
  readonly region: string;
} {
  for (const region of ['chamber', 'prefecture', 'block']) {
    const key = definition.dimensions.find((dimension) => dimension.region === region)?.key;
    if (key === undefined) continue;
    const named = namedOptions(answers, key);
    const column = answers.columns.columns.get(key);
    const isWhole = column?.kind === 'choice' && column.codes.every((code) => code >= 0);
    const only = named[0];
    if (named.length === 1 && only !== undefined && isWhole)
      return { name: answers.dimensions.get(key)?.labels[only] ?? '', isRegional: true, region: key };
  }
  return { name: '回答全体', isRegional: false, region: '' };
}
