/** The pages of a PDF as the lines of its document: tables, joined lines, headings by size, and what could not be read. */
import { type Issue, issue } from '../../../issue/issue.ts';
import type { SourceDocument, SourceLine } from '../../model.ts';
import { beginsUnit, hasEnded, joined, line, tableRow, tidy } from '../lines.ts';
import { mendSigns } from '../radicals.ts';
import { type PaperLine, type PdfPage, usualSize, wordsOf } from './model.ts';
import { paperOf } from './paper.ts';
import { partRunning } from './running.ts';
import { isBetween, tableOf } from './table.ts';

/** A row of a table: at least two cells, the first no mere number of a paragraph. */
function looksLikeRow({ cells }: PaperLine): boolean {
  const [first] = cells;
  if (first === undefined || cells.length < 2) return false;
  return cells.length > 2 || !beginsUnit(`${first.text}\u3000本文`);
}

/** True when some cell but the first begins where one of the other row does. */
function areAligned(one: PaperLine, other: PaperLine): boolean {
  const near = 0.8 * Math.max(one.size, other.size);
  return one.cells.slice(1).some((a) => other.cells.slice(1).some((b) => Math.abs(a.x - b.x) < near));
}

/** True for the only cell of a line that stands in a column of the row above it, but the first: the others are merged. */
function isCellBelow(one: PaperLine | undefined, { x, size, page, cells }: PaperLine): boolean {
  if (one === undefined || one.page !== page || cells.length !== 1 || beginsUnit(cells[0]?.text ?? ''))
    return false;
  return (
    one.cells.slice(1).some((cell) => Math.abs(cell.x - x) < 0.8 * size) ||
    (one.cells.length === 1 && Math.abs(one.x - x) < 0.8 * size)
  );
}

/** How far a line stands below another of its page; not a number where it does not. */
const distance = (above: PaperLine | undefined, below: PaperLine): number =>
  above === undefined || above.page !== below.page ? Number.NaN : below.y - above.y;

function rowsAmong(lines: readonly PaperLine[]): ReadonlySet<PaperLine> {
  const rows = new Set<PaperLine>();
  lines.forEach((each, index) => {
    const next = lines[index + 1];
    const afterNext = lines[index + 2];
    if (next === undefined || !looksLikeRow(each)) return;
    if (looksLikeRow(next) && areAligned(each, next)) for (const one of [each, next]) rows.add(one);
    else if (afterNext !== undefined && isBetween(each, next, afterNext))
      for (const one of [each, next, afterNext]) rows.add(one);
  });
  // Cells whose row is merged with the one above: the table goes on behind them, or they keep its distance of rows.
  lines.forEach((each, index) => {
    const above = lines[index - 1];
    if (rows.has(each) || above === undefined || !rows.has(above)) return;
    const pitch = distance(lines[index - 2], above);
    let end = index;
    let even = index;
    for (let one = lines[end]; one !== undefined && isCellBelow(lines[end - 1], one); one = lines[end]) {
      if (even === end && Math.abs(distance(lines[end - 1], one) - pitch) < 0.1 * pitch) even += 1;
      end += 1;
    }
    const behind = lines[end];
    const to = end > index && behind !== undefined && rows.has(behind) ? end : even;
    for (const one of lines.slice(index, to)) rows.add(one);
  });
  return rows;
}

/** Rows of each table, by its first line. */
function tablesAmong(
  lines: readonly PaperLine[],
  rows: ReadonlySet<PaperLine>,
): ReadonlyMap<PaperLine, readonly (readonly string[])[]> {
  const tables = new Map<PaperLine, readonly (readonly string[])[]>();
  let table: PaperLine[] = [];
  const close = (): void => {
    const [first] = table;
    if (first !== undefined) tables.set(first, tableOf(table));
    table = [];
  };
  for (const each of lines) {
    if (rows.has(each)) table.push(each);
    else close();
  }
  close();
  return tables;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** The outermost place near which at least two lines begin or end; one line alone may reach over the margin. */
function edge(places: readonly number[], size: number): number {
  const sorted = [...places].sort((a, b) => b - a);
  return sorted.find((place, index) => place - (sorted[index + 1] ?? -1e9) < 1.5 * size) ?? sorted[0] ?? 0;
}

/** Margins of each column of text. */
function edgesOf(lines: readonly PaperLine[], size: number): ReadonlyMap<string, Edges> {
  const columns = new Map<string, PaperLine[]>();
  for (const each of lines) columns.set(each.column, [...(columns.get(each.column) ?? []), each]);
  const edges = new Map<string, Edges>();
  for (const [name, its] of columns) {
    edges.set(name, {
      left: -edge(
        its.map(({ x }) => -x),
        size,
      ),
      right: edge(
        its.map(({ right }) => right),
        size,
      ),
    });
  }
  return edges;
}

function headingLevel({ size }: PaperLine, usual: number): number {
  if (size < usual * 1.15) return 0;
  return size >= usual * 1.5 ? 1 : 2;
}

type EdgesOf = (line: PaperLine) => Edges;

/** Whether the sentence of a line goes on in the next one on the paper. */
function goesOn(text: string, last: PaperLine, next: PaperLine, isFirst: boolean, edges: EdgesOf): boolean {
  const words = wordsOf(next);
  const isFull = last.right >= edges(last).right - 2.2 * last.size;
  const isAlike = Math.abs(last.size - next.size) < 0.1 * last.size;
  if (!isFull || !isAlike || beginsUnit(words, hasEnded(text))) return false;
  if (last.page === next.page && next.column === last.column && next.y - last.y > 3.2 * last.size)
    return false;
  if (!hasEnded(text)) return true;
  const indent = next.x - edges(next).left - (last.x - edges(last).left);
  // Behind a full stop a deeper line is a new paragraph, unless it hangs below a number.
  return indent < 0.5 * last.size || (isFirst && beginsUnit(text));
}

function documentLines(lines: readonly PaperLine[], usual: number): SourceLine[] {
  const rows = rowsAmong(lines);
  const tables = tablesAmong(lines, rows);
  const columns = edgesOf(lines, usual);
  const edges: EdgesOf = ({ column, x, right }) => columns.get(column) ?? { left: x, right };
  const made: SourceLine[] = [];
  let ruby: string[] = [];
  let text = '';
  let first: PaperLine | null = null;
  lines.forEach((each, index) => {
    const aside = (): { ruby?: string } => (ruby.length > 0 ? { ruby: ruby.splice(0).join(' ') } : {});
    ruby.push(...each.ruby);
    if (rows.has(each)) {
      for (const cells of tables.get(each) ?? []) {
        const row = tableRow(cells, each.page);
        if (row !== null) made.push({ ...row, ...aside() });
      }
      return;
    }
    text = text === '' ? wordsOf(each) : joined(text, wordsOf(each));
    first ??= each;
    const next = lines[index + 1];
    if (next !== undefined && !rows.has(next) && goesOn(text, each, next, first === each, edges)) return;
    const level = headingLevel(first, usual);
    const heading = level > 0 && !hasEnded(text) ? { kind: 'heading' as const, level } : {};
    made.push(line({ text: tidy(text), page: first.page, ...heading, ...aside() }));
    text = '';
    first = null;
    ruby = [];
  });
  return made;
}

/** `1, 3-5, 9` */
export function pageRanges(pages: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const page of pages) {
    const last = ranges[ranges.length - 1];
    if (last !== undefined && last[1] === page - 1) last[1] = page;
    else ranges.push([page, page]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(', ');
}

const unreadable = /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/g;

/** True when a font of the page does not say which characters its shapes are. */
function isGarbled({ runs }: PdfPage): boolean {
  const text = runs.map((run) => run.text).join('');
  return text.length > 0 && (text.match(unreadable)?.length ?? 0) * 5 > text.length;
}

interface Found {
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly params: Issue['params'];
  readonly isSo: boolean;
}

/** Reads the pages. `title` is that of the file's properties: it counts where the first lines say it, too. */
export function readPdf(pages: readonly PdfPage[], file: string, title = ''): SourceDocument {
  let radicals = 0;
  const mended = pages.map((page) => ({
    ...page,
    runs: page.runs.map((run) => {
      const mend = mendSigns(run.text);
      radicals += mend.count;
      return { ...run, text: mend.text };
    }),
  }));
  const papers = mended.map(paperOf);
  const { kept, running } = partRunning(
    papers.map(({ lines }, index) => ({ lines, height: pages[index]?.height ?? 0 })),
  );
  const usual = usualSize(mended.flatMap((page) => page.runs));
  const lines = documentLines(kept.flat(), usual);
  const numbers = (some: readonly PdfPage[]): string => pageRanges(some.map(({ page }) => page));
  const blank = pages.filter((page, index) => page.hasContent && papers[index]?.lines.length === 0);
  const garbled = pages.filter(isGarbled);
  const vertical = pages.filter((_page, index) => papers[index]?.isVertical === true);
  const inColumns = pages.filter((_page, index) => (papers[index]?.columns ?? 0) > 1);
  const ruby = lines.filter((each) => each.ruby !== undefined).length;
  const found: readonly Found[] = [
    {
      code: lines.length === 0 ? 'corpus.read.scan' : 'corpus.read.page-without-text',
      severity: lines.length === 0 ? 'error' : 'warning',
      params: { pages: numbers(blank), count: blank.length },
      isSo: blank.length > 0,
    },
    {
      code: 'corpus.read.page-garbled',
      severity: 'warning',
      params: { pages: numbers(garbled) },
      isSo: garbled.length > 0,
    },
    {
      code: 'corpus.read.vertical',
      severity: 'warning',
      params: { pages: numbers(vertical) },
      isSo: vertical.length > 0,
    },
    {
      code: 'corpus.read.columns',
      severity: 'info',
      params: { pages: numbers(inColumns) },
      isSo: inColumns.length > 0,
    },
    {
      code: 'corpus.read.running-left-out',
      severity: 'info',
      params: {
        count: running.length,
        sample: running[0] === undefined ? '' : wordsOf(running[0]).slice(0, 40),
      },
      isSo: running.length > 0,
    },
    { code: 'corpus.read.ruby-aside', severity: 'info', params: { count: ruby }, isSo: ruby > 0 },
    {
      code: 'corpus.read.radicals-mended',
      severity: 'info',
      params: { count: radicals },
      isSo: radicals > 0,
    },
  ];
  const isShown = title !== '' && lines.slice(0, 5).some(({ text }) => text.includes(title));
  const largest = lines.slice(0, 3).find(({ kind, level }) => kind === 'heading' && level === 1);
  return {
    file,
    format: 'pdf',
    title: isShown ? title : (largest?.text ?? ''),
    lines,
    issues: found
      .filter(({ isSo }) => isSo)
      .map(({ code, severity, params }) => issue(code, severity, '', { params })),
  };
}
