/**
 * Sums and means that stand for one business though enough answered: a setting, off unless a survey asks for it
 * (docs/decisions/0015-survey-counts.md). What it finds is given to `protectTables` as `sensitive`.
 */
import type { GroupNumbers } from '../count/count.ts';
import type { HiddenWhy } from './model.ts';
import { cellId, type Nesting } from './of-tables.ts';

/**
 * When a sum or mean stands for one business (A. Hundepool and others, Statistical Disclosure Control, Wiley 2012, 4.2). `largest`:
 * the `count` largest make up more than `share` of the sum. `second`: whoever is second largest could tell the largest to within
 * `within` of its value.
 */
export type Dominance =
  | { readonly rule: 'largest'; readonly count: number; readonly share: number }
  | { readonly rule: 'second'; readonly within: number };

/** True where a few of the values, in ascending order, make the sum. A single value always does. */
export function isDominated(sorted: Float64Array, dominance: Dominance): boolean {
  const sizes = sorted.map(Math.abs).sort();
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!(total > 0)) return false;
  if (dominance.rule === 'largest') {
    const few = sizes.subarray(Math.max(0, sizes.length - dominance.count));
    return few.reduce((sum, size) => sum + size, 0) > dominance.share * total;
  }
  const [first = 0, second = 0] = [sizes[sizes.length - 1], sizes[sizes.length - 2]];
  return total - first - second < dominance.within * first;
}

/** Groups whose sum or mean must not be shown. Medians and quartiles need no such rule. */
export function dominatedCells(
  { by, groups, values }: GroupNumbers,
  nesting: readonly Nesting[],
  dominance: Dominance,
): ReadonlyMap<string, HiddenWhy> {
  const found = new Map<string, HiddenWhy>();
  groups.forEach((group, at) => {
    if (isDominated(values[at] ?? new Float64Array(0), dominance))
      found.set(cellId(by, group, nesting), 'dominant');
  });
  return found;
}
