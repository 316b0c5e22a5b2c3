/** From pieces of text to the lines of a page in reading order: base lines, furigana, columns; vertical writing from the right. */
import { isWide, tidy } from '../lines.ts';
import type { PaperLine, PdfPage, Run } from './model.ts';

const kanaOnly = /^[ぁ-ゖァ-ヺー・\s\u3000]+$/;

/** The size most characters have. */
export function usualSize(runs: readonly Run[]): number {
  const counts = new Map<number, number>();
  for (const { text, size } of runs) {
    const step = Math.round(size * 2) / 2;
    counts.set(step, (counts.get(step) ?? 0) + text.trim().length);
  }
  let best = 10;
  let most = 0;
  for (const [size, count] of counts) {
    if (count > most) [best, most] = [size, count];
  }
  return best;
}

const endOf = (run: Run): number => run.x + run.length;

/** True when `small` is kana written over `base`. */
function isOver(small: Run, base: Run): boolean {
  if (small.size > base.size * 0.65 || small.isVertical !== base.isVertical) return false;
  if (small.isVertical) {
    const aside = small.x - base.x;
    const overlaps = small.y < base.y + base.length && small.y + small.length > base.y;
    return aside > 0.3 * base.size && aside < 1.4 * base.size && overlaps;
  }
  const above = base.y - small.y;
  return above > 0.5 * base.size && above < 1.5 * base.size && small.x < endOf(base) && endOf(small) > base.x;
}

/** Furigana taken out of the runs: run below → its kana. */
function partRuby(runs: readonly Run[]): { base: Run[]; ruby: Map<Run, string[]> } {
  const ruby = new Map<Run, string[]>();
  const small = new Set<Run>();
  for (const run of runs) {
    if (!kanaOnly.test(run.text)) continue;
    const under = runs.find((each) => each !== run && isOver(run, each));
    if (under === undefined) continue;
    small.add(run);
    ruby.set(under, [...(ruby.get(under) ?? []), tidy(run.text)]);
  }
  return { base: runs.filter((run) => !small.has(run)), ruby };
}

/** Runs of one base line. */
function baseLines(runs: readonly Run[]): Run[][] {
  const rows: { y: number; size: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.y - b.y)) {
    const last = rows[rows.length - 1];
    if (last !== undefined && Math.abs(run.y - last.y) < 0.4 * Math.max(run.size, last.size)) {
      last.runs.push(run);
      if (run.size > last.size) Object.assign(last, { y: run.y, size: run.size });
    } else rows.push({ y: run.y, size: run.size, runs: [run] });
  }
  return rows.map((row) => row.runs.sort((a, b) => a.x - b.x));
}

/** Cells of a row: a gap of one and a half characters parts them; a smaller one of nearly a character is a blank. */
function cellsOf(row: readonly Run[]): { text: string; x: number }[] {
  const cells: { text: string; x: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of row) {
    if (run.text.trim() === '') continue;
    const last = cells[cells.length - 1];
    const gap = (run.x - end) / run.size;
    if (last === undefined || gap >= 1.5) cells.push({ text: run.text, x: run.x });
    else {
      const areLatin = !isWide(last.text.slice(-1)) && !isWide(run.text.slice(0, 1));
      last.text += (gap >= 0.75 ? '\u3000' : gap >= 0.2 && areLatin ? ' ' : '') + run.text;
    }
    end = Math.max(end, endOf(run));
  }
  return cells.map(({ text, x }) => ({ text: tidy(text), x })).filter(({ text }) => text !== '');
}

interface Gutter {
  readonly left: number;
  readonly right: number;
}

/** Share of a column's lines that nearly fill it: prose does, cells of a table do not. */
function fills(rows: readonly (readonly Run[])[]): boolean {
  const spans = rows.map((row) => ({
    from: Math.min(...row.map((r) => r.x)),
    to: Math.max(...row.map(endOf)),
  }));
  if (spans.length < 6) return false;
  const width = Math.max(...spans.map((s) => s.to)) - Math.min(...spans.map((s) => s.from));
  return spans.filter((s) => s.to - s.from > 0.7 * width).length * 2 >= spans.length;
}

/** The blank strip between two columns of prose, if there is one. */
function gutterOf(rows: readonly (readonly Run[])[], size: number): Gutter | null {
  const spans = rows.flat().filter((run) => run.text.trim() !== '');
  const left = Math.min(...spans.map((run) => run.x));
  const right = Math.max(...spans.map(endOf));
  const steps = 200;
  const step = (right - left) / steps;
  if (!(step > 0)) return null;
  const covered = new Array<number>(steps).fill(0);
  for (const run of spans) {
    const from = Math.max(0, Math.ceil((run.x - left) / step));
    const to = Math.min(steps, Math.floor((endOf(run) - left) / step));
    for (let at = from; at < to; at++) covered[at] = (covered[at] ?? 0) + 1;
  }
  const few = Math.floor(rows.length * 0.12);
  let best: Gutter | null = null;
  for (let at = Math.floor(steps * 0.2); at < steps * 0.8; at++) {
    let to = at;
    while (to < steps && (covered[to] ?? 0) <= few) to++;
    if ((to - at) * step >= size && (best === null || (to - at) * step > best.right - best.left)) {
      best = { left: left + at * step, right: left + to * step };
    }
    at = Math.max(at, to);
  }
  if (best === null) return null;
  const middle = (best.left + best.right) / 2;
  const sides = [
    rows.map((row) => row.filter((run) => endOf(run) < middle)).filter((row) => row.length > 0),
    rows.map((row) => row.filter((run) => run.x > middle)).filter((row) => row.length > 0),
  ];
  return sides.every(fills) ? best : null;
}

/** Rows in reading order: where two columns of prose stand, the left one first, between the lines that cross both. */
function inColumns(rows: readonly Run[][], size: number, depth = 0): Run[][][] {
  const gutter = depth < 2 ? gutterOf(rows, size) : null;
  if (gutter === null) return [[...rows]];
  const middle = (gutter.left + gutter.right) / 2;
  const columns: Run[][][] = [];
  let left: Run[][] = [];
  let right: Run[][] = [];
  const flush = (): void => {
    for (const side of [left, right]) if (side.length > 0) columns.push(...inColumns(side, size, depth + 1));
    left = [];
    right = [];
  };
  for (const row of rows) {
    if (row.some((run) => run.x < gutter.left && endOf(run) > gutter.right)) {
      flush();
      columns.push([row]);
      continue;
    }
    const before = row.filter((run) => run.x < middle);
    const behind = row.filter((run) => run.x >= middle);
    if (before.length > 0) left.push(before);
    if (behind.length > 0) right.push(behind);
  }
  flush();
  return columns;
}

function paperLine(
  row: readonly Run[],
  page: number,
  edges: Gutter,
  ruby: Map<Run, string[]>,
): PaperLine | null {
  const cells = cellsOf(row);
  const first = row.find((run) => run.text.trim() !== '');
  if (first === undefined || cells.length === 0) return null;
  return {
    page,
    x: first.x,
    y: Math.max(...row.map((run) => run.y)),
    right: Math.max(...row.filter((run) => run.text.trim() !== '').map(endOf)),
    size: usualSize(row),
    cells,
    ruby: row.flatMap((run) => ruby.get(run) ?? []),
    edges,
  };
}

/** A page of vertical writing turned so that its columns are lines: what stands right comes first, what stands above is left. */
function turned(run: Run, width: number): Run {
  return { ...run, x: run.y, y: width - run.x, isVertical: false };
}

export interface Paper {
  readonly lines: readonly PaperLine[];
  readonly columns: number;
  readonly isVertical: boolean;
}

/** Reads a page's lines in order. */
export function paperOf({ page, width, runs }: PdfPage): Paper {
  const seen = runs.filter(({ text, size }) => text !== '' && size > 0);
  const letters = (some: readonly Run[]): number =>
    some.reduce((sum, { text }) => sum + text.trim().length, 0);
  const isVertical = letters(seen.filter((run) => run.isVertical)) * 2 > letters(seen);
  const { base, ruby } = partRuby(seen);
  const rubyOf = new Map<Run, string[]>();
  const placed = base.map((run) => {
    const at = isVertical ? turned(run, width) : run;
    const kana = ruby.get(run);
    if (kana !== undefined) rubyOf.set(at, kana);
    return at;
  });
  if (letters(placed) === 0) return { lines: [], columns: 0, isVertical };
  const columns = inColumns(baseLines(placed), usualSize(placed));
  const lines = columns.flatMap((rows) => {
    const all = rows.flat().filter(({ text }) => text.trim() !== '');
    const edges = { left: Math.min(...all.map((run) => run.x)), right: Math.max(...all.map(endOf)) };
    return rows.flatMap((row) => paperLine(row, page, edges, rubyOf) ?? []);
  });
  return { lines, columns: columns.filter((rows) => rows.length > 5).length, isVertical };
}
