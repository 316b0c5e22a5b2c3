/**
 * Rows of a table on paper. A cell that spans several rows is printed once, at their top or in their middle: without it a row
 * would be read one column too far to the left.
 */
import { repeatable } from '../merged.ts';
import type { PaperLine } from './model.ts';

type Cell = PaperLine['cells'][number];

interface Column {
  from: number;
  to: number;
}

/** Columns as the rows with the most cells show them; null where these do not agree. */
function columnsOf(lines: readonly PaperLine[]): readonly Column[] | null {
  const most = Math.max(...lines.map(({ cells }) => cells.length));
  const columns: Column[] = [];
  for (const { cells } of lines.filter((one) => one.cells.length === most))
    cells.forEach(({ x, right }, at) => {
      const column = columns[at];
      if (column === undefined) columns.push({ from: x, to: right });
      else {
        column.from = Math.min(column.from, x);
        column.to = Math.max(column.to, right);
      }
    });
  return columns.every(({ to }, at) => to < (columns[at + 1]?.from ?? Number.POSITIVE_INFINITY))
    ? columns
    : null;
}

/** The cells of a line by column; null where one spans columns or two share one. */
function placed({ cells }: PaperLine, columns: readonly Column[]): readonly (Cell | undefined)[] | null {
  const row: (Cell | undefined)[] = columns.map(() => undefined);
  for (const cell of cells) {
    const over = columns.flatMap(({ from, to }, at) => (cell.x <= to && cell.right >= from ? [at] : []));
    const [at, second] = over;
    if (at === undefined || second !== undefined || row[at] !== undefined) return null;
    row[at] = cell;
  }
  return row;
}

/** A label of the first column: in the row `at`, or half a row below it. */
export interface Label {
  readonly at: number;
  readonly text: string;
}

/** The label of each of so many rows when every label stands at the top of its rows; null where that cannot be. */
function fromTop(labels: readonly Label[], rows: number): readonly string[] | null {
  if (labels[0]?.at !== 0 || labels.some(({ at }) => !Number.isInteger(at))) return null;
  const found: string[] = [];
  labels.forEach(({ text }, at) => {
    const end = labels[at + 1]?.at ?? rows;
    while (found.length < end) found.push(text);
  });
  return found;
}

/** The same when every label stands in the middle of its rows. */
function fromMiddle(labels: readonly Label[], rows: number): readonly string[] | null {
  const found: string[] = [];
  for (const { at, text } of labels) {
    const size = 2 * (at - found.length) + 1;
    if (size < 1 || found.length + size > rows) return null;
    found.push(...Array.from({ length: size }, () => text));
  }
  return found.length === rows ? found : null;
}

/**
 * The label of each row. Paper shows neither which rows a label spans nor where it stands among them: all ways to read it are
 * tried, with the first row as a header and without, and a row that they do not agree on has only the label in itself.
 */
export function labelsOf(labels: readonly Label[], rows: number): readonly string[] {
  const byRow = new Map(labels.map(({ at, text }) => [Math.floor(at), text]));
  const own = (row: number): string => byRow.get(row) ?? '';
  const below = labels.filter(({ at }) => at >= 1).map(({ at, text }) => ({ at: at - 1, text }));
  const readings = [fromTop, fromMiddle].flatMap((read) => {
    const whole = read(labels, rows);
    const headed = labels[0]?.at === 0 && rows > 1 ? read(below, rows - 1) : null;
    return [...(whole === null ? [] : [whole]), ...(headed === null ? [] : [[own(0), ...headed]])];
  });
  return Array.from({ length: rows }, (_all, row) => {
    const [only, second] = new Set(readings.map((reading) => reading[row] ?? ''));
    return only === undefined || second !== undefined ? own(row) : only;
  });
}

const sum = /^[\s\u3000（(]*[合小総]?[\s\u3000]*計[\s\u3000）)]*$/;

/** True for the label of an even number of rows: it stands alone between two rows that begin to the right of it. */
export function isBetween(
  before: PaperLine | undefined,
  label: PaperLine,
  after: PaperLine | undefined,
): boolean {
  if (label.cells.length !== 1 || before === undefined || after === undefined) return false;
  return [before, after].every(
    ({ page, x, size, cells }) => page === label.page && cells.length > 1 && x - label.right >= 0.5 * size,
  );
}

/** Lines that go on in the cells of the row above: they stand closer to it than rows do to one another. */
function isContinued(lines: readonly PaperLine[], rows: readonly (readonly string[])[]): readonly boolean[] {
  const gap = (at: number): number => {
    const [above, here] = [lines[at - 1], lines[at]];
    return above === undefined || here === undefined || above.page !== here.page
      ? Number.POSITIVE_INFINITY
      : here.y - above.y;
  };
  const isHeaded = (at: number): boolean => (rows[at]?.[0] ?? '') !== '';
  const least = Math.min(...rows.map((_row, at) => (isHeaded(at) ? gap(at) : Number.POSITIVE_INFINITY)));
  return rows.map((_row, at) => at > 0 && !isHeaded(at) && Number.isFinite(least) && gap(at) < 0.9 * least);
}

/** The first column. A sum without a label belongs to none: it parts the rows above it from those below. */
function firstColumn(labels: readonly Label[], rows: readonly (readonly string[])[]): readonly string[] {
  const byRow = new Map(labels.map(({ at, text }) => [Math.floor(at), text]));
  const own = rows.map((_row, at) => byRow.get(at) ?? '');
  const isSum = rows.map((row, at) => own[at] === '' && sum.test(row.find((text) => text !== '') ?? ''));
  const shown: string[] = [];
  let from = 0;
  for (let at = 0; at <= rows.length; at += 1) {
    if (at < rows.length && isSum[at] !== true) continue;
    const inside = labels.filter((label) => label.at >= from && label.at < at);
    const moved = inside.map((label) => ({ ...label, at: label.at - from }));
    for (const label of labelsOf(moved, at - from))
      shown.push(label === '' || !repeatable(label) ? (own[shown.length] ?? '') : label);
    if (at < rows.length) shown.push('');
    from = at + 1;
  }
  return shown;
}

/** Rows of one table, each with what its lines say: blanks where there is no cell, a label that spans rows in each of them. */
export function tableOf(lines: readonly PaperLine[]): readonly (readonly string[])[] {
  const asRead = lines.map(({ cells }) => cells.map(({ text }) => text));
  const columns = columnsOf(lines);
  if (columns === null || columns.length < 2) return asRead;
  const placedRows = lines.map((line) => placed(line, columns));
  if (placedRows.some((row) => row === null)) return asRead;
  const texts = placedRows.map((row) => row?.map((cell) => cell?.text ?? '') ?? []);
  const isMore = isContinued(lines, texts);
  const labels: Label[] = [];
  const rows: string[][] = [];
  texts.forEach((row, at) => {
    const [first = '', ...rest] = row;
    const last = rows[rows.length - 1];
    const line = lines[at];
    if (line !== undefined && first !== '' && isBetween(lines[at - 1], line, lines[at + 1])) {
      const above = labels[labels.length - 1];
      // No word is lost where the row above has a label of its own.
      if (above?.at === rows.length - 1)
        labels[labels.length - 1] = { ...above, text: `${above.text}\u3000${first}` };
      else labels.push({ at: rows.length - 0.5, text: first });
    } else if (isMore[at] === true && last !== undefined)
      row.forEach((text, column) => {
        last[column] = `${last[column] ?? ''}${text}`;
      });
    else {
      if (first !== '') labels.push({ at: rows.length, text: first });
      rows.push(['', ...rest]);
    }
  });
  const shown = firstColumn(labels, rows);
  return rows.map(([, ...rest], at) => [shown[at] ?? '', ...rest]);
}
