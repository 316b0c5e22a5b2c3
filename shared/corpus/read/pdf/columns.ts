/** Columns of prose on a page: the left one is read to its end before the right one. */
import { endOf, type Run } from './model.ts';

type Row = Run[];

interface Side {
  readonly from: number;
  readonly to: number;
}

function sideOf(rows: readonly Row[]): Side {
  const runs = rows.flat().filter(({ text }) => text.trim() !== '');
  return { from: Math.min(...runs.map((run) => run.x)), to: Math.max(...runs.map(endOf)) };
}

/** Characters in a line of the narrowest column of prose; amounts and names of a table take less. */
const narrowest = 10;

/** True when half of a column's lines nearly fill it: those of prose do, cells of a table do not. */
function fills(rows: readonly Row[], size: number): boolean {
  if (rows.length < 5) return false;
  const { from, to } = sideOf(rows);
  if (to - from < narrowest * size) return false;
  const full = rows.filter((row) => {
    const side = sideOf([row]);
    return side.to - side.from > 0.7 * (to - from);
  });
  return full.length * 2 >= rows.length;
}

/** A stretch of rows of which none crosses `middle`. */
interface Band {
  readonly rows: Row[];
  readonly left: Row[];
  readonly right: Row[];
  readonly isParted: boolean;
}

function bandOf(rows: Row[], middle: number, size: number): Band {
  const part = (keep: (run: Run) => boolean): Row[] =>
    rows.map((row) => row.filter(keep)).filter((row) => row.some(({ text }) => text.trim() !== ''));
  const left = part((run) => run.x < middle);
  const right = part((run) => run.x >= middle);
  const isParted =
    fills(left, size) && fills(right, size) && sideOf(right).from - sideOf(left).to >= 0.8 * size;
  return { rows, left, right, isParted };
}

/** The page cut at the rows that cross `middle`; what stands between two such cuts is a band of its own. */
function bandsAt(rows: readonly Row[], middle: number, size: number): Band[] {
  const bands: Row[][] = [];
  let wasCrossing: boolean | null = null;
  for (const row of rows) {
    const isCrossing = row.some((run) => run.x < middle && endOf(run) > middle && run.text.trim() !== '');
    if (isCrossing === wasCrossing) bands[bands.length - 1]?.push(row);
    else bands.push([row]);
    wasCrossing = isCrossing;
  }
  return bands.map((band) => bandOf(band, middle, size));
}

const steps = 40;

/** Rows in reading order, one list a column; lines that cross all columns stand in lists of their own. */
export function inColumns(rows: readonly Row[], size: number, depth = 0): Row[][] {
  const { from, to } = sideOf(rows);
  let best: Band[] = [];
  let most = 0;
  for (let step = steps / 4; depth < 2 && step <= (steps * 3) / 4; step++) {
    const bands = bandsAt(rows, from + ((to - from) * step) / steps, size);
    const parted = bands.reduce((sum, band) => sum + (band.isParted ? band.rows.length : 0), 0);
    if (parted > most) [best, most] = [bands, parted];
  }
  if (most === 0) return [[...rows]];
  const columns: Row[][] = [];
  for (const band of best) {
    if (!band.isParted) columns.push(band.rows);
    else for (const side of [band.left, band.right]) columns.push(...inColumns(side, size, depth + 1));
  }
  return columns;
}
