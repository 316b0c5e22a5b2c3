/**
 * How sure a figure is. Shares: the score interval of Wilson (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical
 * Inference", Journal of the American Statistical Association 22, 1927, 209–212), which stays within 0 and 1 and holds for small n.
 * Indexes: normal approximation. Weighted figures stand on fewer answers than were counted: Kish's effective size
 * (L. Kish, Survey Sampling, Wiley 1965, 11.7).
 */
import type { SurveyColumns } from '../columns.ts';
import { countGroups } from '../count/count.ts';

/** Two-sided 95 %. */
export const z95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Interval of a share; `share` from 0 to 1, `n` the (effective) number of answers. Undefined without answers. */
export function wilson(share: number, n: number, z = z95): Interval | undefined {
  if (!(n > 0)) return undefined;
  const square = (z * z) / n;
  const middle = (share + square / 2) / (1 + square);
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  // Rounding in the last place must not push a share of 0 or 1 out of its own interval.
  return {
    low: Math.max(0, Math.min(middle - half, share)),
    high: Math.min(1, Math.max(middle + half, share)),
  };
}

/** Least effective number of answers for which the normal approximation is given at all. */
export const leastForIndex = 10;

/**
 * Interval of an index that is the mean of a score: 100, 0, −100 for LOBO; 100, 75, 50, 25, 0 for the watcher type. Undefined for
 * fewer than `leastForIndex` answers, and where all answered alike: such answers say nothing about how far others may differ.
 */
export function ofScores(
  scores: readonly number[],
  counts: readonly number[],
  n: number,
  z = z95,
): Interval | undefined {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (!(total > 0) || !(n >= leastForIndex)) return undefined;
  const mean = scores.reduce((sum, score, at) => sum + score * (counts[at] ?? 0), 0) / total;
  const variance =
    scores.reduce((sum, score, at) => sum + (score - mean) ** 2 * (counts[at] ?? 0), 0) / total;
  if (variance === 0) return undefined;
  const half = z * Math.sqrt(variance / n);
  return {
    low: Math.max(Math.min(...scores), mean - half),
    high: Math.min(Math.max(...scores), mean + half),
  };
}

/** (Σw)² ÷ Σw²: as many unweighted answers would be as sure. The design effect is n ÷ this. */
export function effectiveSize(weightSum: number, squareSum: number): number {
  return squareSum > 0 ? (weightSum * weightSum) / squareSum : 0;
}

/** Effective number of answers of every group of a question, in the order of `countGroups`. */
export function effectiveSizes(
  columns: SurveyColumns,
  question: string,
  by: readonly string[],
  weights: Float64Array,
): Float64Array {
  const sums = countGroups(columns, question, by, weights).weightedN;
  const squares = countGroups(
    columns,
    question,
    by,
    weights.map((weight) => weight * weight),
  ).weightedN;
  return sums.map((sum, group) => effectiveSize(sum, squares[group] ?? 0));
}
