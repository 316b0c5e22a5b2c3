/** The index of a question from the counts of its options, in both modes of rounding. */
import { shareTenths, tenths } from './round.ts';

export type Rounding = 'published' | 'exact';

/**
 * Index in tenths of a point, null where nobody answered.
 * @param weights weight of each option (see `index/kinds.ts`)
 * @param counts answers of each option, weighted or not
 * @param n all answers
 */
export function indexTenths(
  weights: readonly number[],
  counts: ArrayLike<number>,
  n: number,
  rounding: Rounding,
): number | null {
  if (n <= 0) return null;
  let sum = 0;
  // Published: 17.6 − 11.8 = 5.8, though the counts 3/12/2 of 17 give 5.88 (docs of the field: LOBO, one chamber's tables).
  if (rounding === 'published') {
    for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * shareTenths(counts[at] ?? 0, n);
    return tenths(sum / 10);
  }
  for (let at = 0; at < weights.length; at++) sum += (weights[at] ?? 0) * (counts[at] ?? 0);
  return tenths((sum / n) * 100);
}

/** Difference of two published figures: as readers recompute it. */
export function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}
