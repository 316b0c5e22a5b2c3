/** Businesses of each group, whatever they answered. */
import type { SurveyColumns } from '../columns.ts';
import { addTotals, cubeOf, groupsOf, leavesOf } from './cube.ts';

export interface GroupSizes {
  readonly by: readonly string[];
  readonly groups: readonly (readonly number[])[];
  readonly n: Float64Array;
}

export function sizesOf(columns: SurveyColumns, by: readonly string[]): GroupSizes {
  const cube = cubeOf(columns, by);
  const n = new Float64Array(cube.size);
  for (const leaf of leavesOf(cube, columns.rows)) n[leaf] = (n[leaf] ?? 0) + 1;
  addTotals(cube, n, 1);
  return { by, groups: groupsOf(cube), n };
}
