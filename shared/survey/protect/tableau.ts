/**
 * What a reader can compute, as a reduced system of equations: one row a sum, one column a cell, reduced over the hidden columns
 * only. A row with one hidden entry gives that cell away; the visible entries of the row are what it is computed from.
 */
import { add, inverse, minus, stream, times } from './modular.ts';

export interface Tableau {
  readonly rows: readonly ReadonlyMap<number, number>[];
  /** Rows in which a cell stands. */
  readonly rowsOf: readonly ReadonlySet<number>[];
  /** Hidden entries of each row. */
  readonly hiddenIn: Int32Array;
  /** Row that is solved for a hidden cell, −1 where there is none (the cell is free, or visible). */
  readonly rowFor: Int32Array;
  /** Cell that a row is solved for, −1 where all its cells are visible. */
  readonly solved: Int32Array;
  isHidden(cell: number): boolean;
  hide(cell: number): void;
  /** Shows a cell that is hidden; rows that have one hidden entry left give that one away. */
  show(cell: number): void;
}

/** `equations[i]`: cell → coefficient (1 or −1 as given), summing to nothing. */
export function tableauOf(cells: number, equations: readonly ReadonlyMap<number, number>[]): Tableau {
  const rows = equations.map(
    (equation) => new Map([...equation].map(([cell, sign]) => [cell, sign < 0 ? minus(-sign) : sign])),
  );
  const rowsOf = Array.from({ length: cells }, () => new Set<number>());
  rows.forEach((row, at) => {
    for (const cell of row.keys()) rowsOf[cell]?.add(at);
  });
  const hidden = new Uint8Array(cells);
  const hiddenIn = new Int32Array(rows.length);
  const rowFor = new Int32Array(cells).fill(-1);
  const solved = new Int32Array(rows.length).fill(-1);

  const put = (at: number, row: Map<number, number>, cell: number, value: number): void => {
    const stood = row.has(cell);
    if (value === 0 && stood) {
      row.delete(cell);
      rowsOf[cell]?.delete(at);
    } else if (value !== 0) {
      row.set(cell, value);
      if (!stood) rowsOf[cell]?.add(at);
    }
    if (hidden[cell] === 1) hiddenIn[at] = (hiddenIn[at] ?? 0) + (value === 0 ? 0 : 1) - (stood ? 1 : 0);
  };

  /** Solves row `at` for `cell` and takes the cell out of all other rows. */
  const solve = (at: number, cell: number): void => {
    const row = rows[at];
    const own = row?.get(cell);
    if (row === undefined || own === undefined) throw new RangeError('no such entry');
    if (own !== 1) {
      const factor = inverse(own);
      for (const [other, value] of row) row.set(other, times(value, factor));
    }
    for (const otherAt of [...(rowsOf[cell] ?? [])]) {
      const other = rows[otherAt];
      if (otherAt === at || other === undefined) continue;
      const factor = minus(other.get(cell) ?? 0);
      for (const [entry, value] of row)
        put(otherAt, other, entry, add(other.get(entry) ?? 0, times(value, factor)));
    }
    solved[at] = cell;
    rowFor[cell] = at;
  };

  const mark = (cell: number, state: 0 | 1): void => {
    hidden[cell] = state;
    for (const at of rowsOf[cell] ?? []) hiddenIn[at] = (hiddenIn[at] ?? 0) + (state === 1 ? 1 : -1);
  };

  return {
    rows,
    rowsOf,
    hiddenIn,
    rowFor,
    solved,
    isHidden: (cell) => hidden[cell] === 1,
    hide(cell) {
      if (hidden[cell] === 1) return;
      mark(cell, 1);
      // A row without another hidden cell is now about this one: the shortest of them is solved for it.
      let best = -1;
      for (const at of rowsOf[cell] ?? [])
        if (solved[at] === -1 && (best < 0 || (rows[at]?.size ?? 0) < (rows[best]?.size ?? 0))) best = at;
      if (best >= 0) solve(best, cell);
    },
    show(cell) {
      if (hidden[cell] === 0) return;
      const at = rowFor[cell] ?? -1;
      if (at >= 0) {
        let other = -1;
        for (const entry of rows[at]?.keys() ?? [])
          if (
            entry !== cell &&
            hidden[entry] === 1 &&
            (other < 0 || (rowsOf[entry]?.size ?? 0) < (rowsOf[other]?.size ?? 0))
          )
            other = entry;
        rowFor[cell] = -1;
        solved[at] = -1;
        if (other >= 0) solve(at, other);
      }
      mark(cell, 0);
    },
  };
}

/**
 * A random solution of the system for the hidden cells. A group of hidden cells can be computed exactly when its values sum to
 * nothing in every solution; that a group sums to nothing in a random one by chance has odds of one in the prime.
 */
export function randomSolution(
  tableau: Tableau,
  hidden: Iterable<number>,
  seed: number,
): Map<number, number> {
  const next = stream(seed);
  const solution = new Map<number, number>();
  const cells = [...hidden];
  for (const cell of cells) if (tableau.rowFor[cell] === -1) solution.set(cell, next());
  for (const cell of cells) {
    const at = tableau.rowFor[cell] ?? -1;
    if (at < 0) continue;
    let sum = 0;
    for (const [entry, value] of tableau.rows[at] ?? [])
      if (entry !== cell && tableau.isHidden(entry)) sum = add(sum, times(value, solution.get(entry) ?? 0));
    solution.set(cell, minus(sum));
  }
  return solution;
}

/** The visible cells from which the sum of `group` is computed (their coefficients do not cancel), for a group that can be. */
export function computedFrom(tableau: Tableau, group: readonly number[]): readonly number[] {
  const sum = new Map<number, number>();
  for (const cell of group)
    for (const [entry, value] of tableau.rows[tableau.rowFor[cell] ?? -1] ?? [])
      if (!tableau.isHidden(entry)) sum.set(entry, add(sum.get(entry) ?? 0, value));
  return [...sum].filter(([, value]) => value !== 0).map(([cell]) => cell);
}
