/** From pieces of text to the lines of a page in reading order: base lines, furigana, columns; vertical writing from the right. */
import { isWide, tidy } from '../lines.ts';
import { inColumns } from './columns.ts';
import { endOf, type PaperLine, type PdfPage, type Run, usualSize } from './model.ts';
import { asVertical } from './vertical.ts';

const kanaOnly = /^[ぁ-ゖァ-ヺー・\s\u3000]+$/;

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

const isNext = (one: Run, other: Run): boolean =>
  one.isVertical
    ? Math.abs(other.y - one.y - one.length) < one.size
    : Math.abs(other.x - endOf(one)) < 0.5 * one.size;

/** Furigana taken out of the runs: run below → its kana. */
function partRuby(runs: readonly Run[]): { base: Run[]; ruby: Map<Run, string[]> } {
  const ruby = new Map<Run, string[]>();
  const small = new Set<Run>();
  let last: Run | undefined;
  for (const run of runs) {
    if (!kanaOnly.test(run.text)) continue;
    const under = runs.find((each) => each !== run && isOver(run, each));
    if (under === undefined) continue;
    small.add(run);
    const kana = run.text.replace(/[\s\u3000]/g, '');
    const its = ruby.get(under) ?? [];
    // Kana that were set one by one are one word as long as they stand close.
    if (last !== undefined && its.length > 0 && isNext(last, run)) its.push((its.pop() ?? '') + kana);
    else its.push(kana);
    ruby.set(under, its);
    last = run;
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
function cellsOf(row: readonly Run[]): PaperLine['cells'] {
  const cells: { text: string; x: number; right: number }[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const run of row) {
    if (run.text.trim() === '') continue;
    const last = cells[cells.length - 1];
    const gap = (run.x - end) / run.size;
    if (last === undefined || gap >= 1.5) cells.push({ text: run.text, x: run.x, right: endOf(run) });
    else {
      const areLatin = !isWide(last.text.slice(-1)) && !isWide(run.text.slice(0, 1));
      last.text += (gap >= 0.75 ? '\u3000' : gap >= 0.2 && areLatin ? ' ' : '') + run.text;
      last.right = Math.max(last.right, endOf(run));
    }
    end = Math.max(end, endOf(run));
  }
  return cells.map((cell) => ({ ...cell, text: tidy(cell.text) })).filter(({ text }) => text !== '');
}

function paperLine(
  row: readonly Run[],
  page: number,
  column: string,
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
    column,
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
  const seen = asVertical(runs.filter(({ text, size }) => text !== '' && size > 0));
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
  const parts = columns.filter((rows) => rows.length > 5).length;
  const lines = columns.flatMap((rows, index) => {
    // Pages without columns have the same margins: their lines count together.
    const column = parts > 1 ? `${page}/${index}` : `${isVertical}/${Math.round(width)}`;
    return rows.flatMap((row) => paperLine(row, page, column, rubyOf) ?? []);
  });
  return { lines, columns: parts, isVertical };
}
