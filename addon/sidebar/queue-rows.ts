/**
 * The rows of the queue as the sidebar holds them: fetched in pages, in any order, with gaps where nothing has
 * been fetched yet.
 */
import type { QueueRow, QueueView } from '../view/protocol.ts';

/** Rows asked for in one call; small enough to answer quickly, large enough that scrolling rarely waits. */
export const pageSize = 500;

export type Rows = readonly (QueueRow | null)[];

/** Puts a fetched page where it belongs. A changed total starts afresh: positions have shifted. */
export function withPage(rows: Rows, offset: number, page: QueueView): Rows {
  const same = rows.length === page.total;
  const next: (QueueRow | null)[] = same ? [...rows] : new Array<QueueRow | null>(page.total).fill(null);
  page.rows.forEach((row, index) => {
    if (offset + index < next.length) next[offset + index] = row;
  });
  return next;
}

/** Offset of the first page that the rows `first` to `end` (exclusive) still lack, or null when all are there. */
export function missingPage(rows: Rows, first: number, end: number): number | null {
  for (let index = Math.max(0, first); index < Math.min(end, rows.length); index++) {
    if (rows[index] === null) return Math.floor(index / pageSize) * pageSize;
  }
  return null;
}

/** How many rows have arrived. */
export function arrived(rows: Rows): number {
  return rows.reduce((sum, row) => sum + (row === null ? 0 : 1), 0);
}

/** What the list shows: everything with its gaps, or only the rows that have something to mend (withdrawn ones are over). */
export function shownRows(rows: Rows, onlyErrors: boolean): Rows {
  return onlyErrors
    ? rows.filter((row) => row !== null && row.errors > 0 && row.state.id !== 'withdrawn')
    : rows;
}

/** The application before or after one in the list, or null at an end or where nothing was fetched. */
export function neighbour(rows: Rows, applicationId: string, step: 1 | -1): QueueRow | null {
  const at = rows.findIndex((row) => row?.applicationId === applicationId);
  return at < 0 ? null : (rows[at + step] ?? null);
}

/** Replaces one row (after a decision) without asking for the list again. */
export function withRow(rows: Rows, row: QueueRow): Rows {
  return rows.map((old) => (old?.applicationId === row.applicationId ? row : old));
}
