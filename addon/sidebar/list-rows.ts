/**
 * The rows of a long list as the sidebar holds them: fetched in pages, in any order, with gaps where nothing
 * has been fetched yet.
 */

/** Rows asked for in one call; small enough to answer quickly, large enough that scrolling rarely waits. */
export const pageSize = 500;

export type Rows<R> = readonly (R | null)[];

/** Puts a fetched page where it belongs. A changed total starts afresh: positions have shifted. */
export function withPage<R>(
  rows: Rows<R>,
  offset: number,
  page: { readonly rows: readonly R[]; readonly total: number },
): Rows<R> {
  const same = rows.length === page.total;
  const next: (R | null)[] = same ? [...rows] : new Array<R | null>(page.total).fill(null);
  page.rows.forEach((row, index) => {
    if (offset + index < next.length) next[offset + index] = row;
  });
  return next;
}

/** Offset of the first page that the rows `first` to `end` (exclusive) still lack, or null when all are there. */
export function missingPage(rows: Rows<unknown>, first: number, end: number): number | null {
  for (let index = Math.max(0, first); index < Math.min(end, rows.length); index++) {
    if (rows[index] === null) return Math.floor(index / pageSize) * pageSize;
  }
  return null;
}

/** The row before or after the one that `isIt` names, or null at an end or where nothing was fetched. */
export function neighbour<R>(rows: Rows<R>, isIt: (row: R) => boolean, step: 1 | -1): R | null {
  const at = rows.findIndex((row) => row !== null && isIt(row));
  return at < 0 ? null : (rows[at + step] ?? null);
}

/** Replaces the row that `isIt` names (after a decision) without asking for the list again. */
export function withRow<R>(rows: Rows<R>, row: R, isIt: (row: R) => boolean): Rows<R> {
  return rows.map((old) => (old !== null && isIt(old) ? row : old));
}
