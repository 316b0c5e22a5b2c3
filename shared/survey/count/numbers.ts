/** Amounts by groups: the sorted values of each, from which medians, quartiles and trimmed means are read. */
import type { SurveyColumns } from '../columns.ts';
import { cubeOf, groupsOf, leavesOf } from './cube.ts';

/** Values of a number question by group; groups as in `GroupCounts`. */
export interface GroupNumbers {
  readonly by: readonly string[];
  readonly groups: readonly (readonly number[])[];
  /** Ascending; empty where nobody of the group answered. */
  readonly values: readonly Float64Array[];
}

/** Sorted values of `question` in every group of `by`, totals included. */
export function numbersOf(columns: SurveyColumns, question: string, by: readonly string[]): GroupNumbers {
  const column = columns.columns.get(question);
  if (column?.kind !== 'number') throw new TypeError(`question ${question} has no numbers`);
  const cube = cubeOf(columns, by);
  const groups = groupsOf(cube);
  const leaves = leavesOf(cube, columns.rows);
  const { values } = column;

  const sizes = new Int32Array(cube.size);
  for (let row = 0; row < columns.rows; row++)
    if (!Number.isNaN(values[row])) sizes[leaves[row] ?? 0] = (sizes[leaves[row] ?? 0] ?? 0) + 1;
  const own = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(cube.size);
  for (let row = 0; row < columns.rows; row++) {
    const value = values[row] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    const leaf = leaves[row] ?? 0;
    const to = filled[leaf] ?? 0;
    const place = own[leaf];
    if (place !== undefined) place[to] = value;
    filled[leaf] = to + 1;
  }

  // The slot of a total gathers its options, dimension by dimension, as in a count.
  const gathered: (readonly Float64Array[])[] = own.map((part) => (part.length === 0 ? [] : [part]));
  cube.sizes.forEach((slots, at) => {
    const stride = cube.strides[at] ?? 1;
    for (let group = 0; group < cube.size; group++) {
      if (Math.floor(group / stride) % slots !== 0) continue;
      const parts = Array.from({ length: slots }, (_, slot) => gathered[group + slot * stride] ?? []);
      gathered[group] = parts.flat();
    }
  });
  return { by, groups, values: gathered.map(sorted) };
}

function sorted(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all.sort();
}
