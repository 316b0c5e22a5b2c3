/**
 * Where a group stands in the arrays of a count: every dimension has a slot for its total (−1) and one for each option, so that
 * group `[-1, -1]` is number 0 and all totals are groups like any other.
 */
import { type ChoiceColumn, notAnswered, type SurveyColumns } from '../columns.ts';

/** Stands for "summed over all options of this dimension". */
export const allOptions = -1;

/** The dimensions of a count and the slots they take. */
export interface Cube {
  readonly by: readonly string[];
  readonly dimensions: readonly ChoiceColumn[];
  /** Slots of a dimension: its options and the total. */
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  /** Number of groups, totals included. */
  readonly size: number;
}

/** Above this many groups a table is no table any more, and memory runs out before anyone reads it. */
const mostGroups = 4_000_000;

/** The column of a dimension; a dimension that is no list of options is a broken promise of the definition. */
function dimensionOf(columns: SurveyColumns, key: string): ChoiceColumn {
  const column = columns.columns.get(key);
  if (column?.kind !== 'choice') throw new TypeError(`dimension ${key} is no choice column`);
  checkCodes(column, columns.rows);
  return column;
}

export function cubeOf(columns: SurveyColumns, by: readonly string[]): Cube {
  const dimensions = by.map((key) => dimensionOf(columns, key));
  const sizes = dimensions.map(({ options }) => options.length + 1);
  const strides: number[] = [];
  let size = 1;
  for (let at = sizes.length - 1; at >= 0; at--) {
    strides.unshift(size);
    size *= sizes[at] ?? 1;
  }
  if (size > mostGroups) throw new RangeError(`${size} groups by ${by.join(', ')}`);
  return { by, dimensions, sizes, strides, size };
}

/** Number of a group; −1 in a dimension asks for its total. */
export function groupNumber({ strides }: Pick<Cube, 'strides'>, group: readonly number[]): number {
  return group.reduce((sum, option, at) => sum + (option + 1) * (strides[at] ?? 0), 0);
}

/** Option index per dimension of every group, in the order of the arrays. */
export function groupsOf({ sizes, strides, size }: Cube): readonly (readonly number[])[] {
  return Array.from({ length: size }, (_, group) =>
    sizes.map((slots, at) => (Math.floor(group / (strides[at] ?? 1)) % slots) - 1),
  );
}

/**
 * The group of each row before totals are made. A row without an answer to a dimension stands in the slot of the
 * total: it counts there and in no option.
 */
export function leavesOf(cube: Cube, rows: number): Int32Array {
  const leaves = new Int32Array(rows);
  cube.dimensions.forEach(({ codes }, at) => {
    const stride = cube.strides[at] ?? 0;
    for (let row = 0; row < rows; row++) leaves[row] = (leaves[row] ?? 0) + ((codes[row] ?? 0) + 1) * stride;
  });
  return leaves;
}

/** Adds the options of every dimension into the slot of its total, in place; `width` numbers stand for each group. */
export function addTotals(cube: Cube, table: Float64Array, width: number): void {
  cube.sizes.forEach((slots, at) => {
    const step = (cube.strides[at] ?? 0) * width;
    for (let outer = 0; outer < table.length; outer += step * slots)
      for (let slot = 1; slot < slots; slot++)
        for (let i = outer; i < outer + step; i++) table[i] = (table[i] ?? 0) + (table[i + slot * step] ?? 0);
  });
}

const checked = new WeakMap<Int16Array, number>();

/** Holds once a column that its codes lie within its options: counting itself looks at nothing any more. */
export function checkCodes({ codes, options }: ChoiceColumn, rows: number): void {
  if ((checked.get(codes) ?? -1) === options.length) return;
  if (codes.length < rows) throw new RangeError(`${codes.length} codes for ${rows} rows`);
  let least = 0;
  let most = notAnswered;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] ?? 0;
    if (code > most) most = code;
    else if (code < least) least = code;
  }
  if (least < notAnswered || most >= options.length) throw new RangeError('a code without an option');
  checked.set(codes, options.length);
}
