/** Statistics of amounts. A median of three is one firm's own figure: each statistic has its own least number of answers. */
import { roundToStep } from '../index/round.ts';
import type { AmountFigures } from './model.ts';

/** Fewest answers for a median, and for quartiles and a trimmed mean (of ten the highest and the lowest fall away). */
export const leastForMedian = 5;
export const leastForQuartiles = 10;

/** Part of the answers that a trimmed mean leaves out at each end. */
const trimmedPart = 0.1;

/** The value below which a part of the sorted values lies, between two neighbours in proportion (Hyndman and Fan's type 7). */
export function quantile(sorted: ArrayLike<number>, part: number): number {
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (place - below);
}

/** Mean without the highest and lowest tenth of the answers (rounded down). */
export function trimmedMean(sorted: ArrayLike<number>): number {
  const cut = Math.floor(sorted.length * trimmedPart);
  let sum = 0;
  for (let at = cut; at < sorted.length - cut; at++) sum += sorted[at] ?? 0;
  return sum / (sorted.length - 2 * cut);
}

/** @param step published figures are multiples of it */
export function amountFigures(sorted: ArrayLike<number>, step: number): AmountFigures {
  const some = sorted.length >= leastForMedian;
  const many = sorted.length >= leastForQuartiles;
  const round = (value: number): number => roundToStep(value, step);
  return {
    median: some ? round(quantile(sorted, 0.5)) : null,
    lower: many ? round(quantile(sorted, 0.25)) : null,
    upper: many ? round(quantile(sorted, 0.75)) : null,
    trimmed: many ? round(trimmedMean(sorted)) : null,
  };
}
