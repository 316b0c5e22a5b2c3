/** A1 notation ↔ zero-based rectangles (https://developers.google.com/workspace/sheets/api/guides/concepts#cell). */
export interface Rect {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetters(index: number): string {
  let rest = index + 1;
  let out = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    out = String.fromCharCode(65 + digit) + out;
    rest = Math.floor((rest - 1) / 26);
  }
  return out;
}

function columnIndex(text: string): number {
  let out = 0;
  for (const letter of text.toUpperCase()) out = out * 26 + (letter.charCodeAt(0) - 64);
  return out - 1;
}

export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

export function rectName(rect: Rect): string {
  const first = cellName(rect.row, rect.column);
  if (rect.rows === 1 && rect.columns === 1) return first;
  return `${first}:${cellName(rect.row + rect.rows - 1, rect.column + rect.columns - 1)}`;
}

/** Sheet name (or '') and the part after `!`. */
export function splitSheet(text: string): { sheet: string; cells: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/.exec(text);
  if (quoted) return { sheet: (quoted[1] ?? '').replace(/''/g, "'"), cells: quoted[2] ?? '' };
  const bang = text.indexOf('!');
  return bang < 0 ? { sheet: '', cells: text } : { sheet: text.slice(0, bang), cells: text.slice(bang + 1) };
}

const PART = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?$/;

/** The rectangle in a sheet of this size, or null where the text is no A1 notation. Open ends reach the edge. */
export function parseA1(text: string, size: { rows: number; columns: number }): Rect | null {
  const [left = '', right, ...more] = text.trim().split(':');
  if (more.length > 0) return null;
  const from = PART.exec(left);
  if (from === null || left === '') return null;
  if (right === undefined) {
    if (from[1] === undefined || from[2] === undefined) return null;
    return { row: Number(from[2]) - 1, column: columnIndex(from[1]), rows: 1, columns: 1 };
  }
  const to = PART.exec(right);
  if (to === null || right === '') return null;
  const rowA = from[2] === undefined ? 0 : Number(from[2]) - 1;
  const rowB = to[2] === undefined ? size.rows - 1 : Number(to[2]) - 1;
  const columnA = from[1] === undefined ? 0 : columnIndex(from[1]);
  const columnB = to[1] === undefined ? size.columns - 1 : columnIndex(to[1]);
  return {
    row: Math.min(rowA, rowB),
    column: Math.min(columnA, columnB),
    rows: Math.abs(rowB - rowA) + 1,
    columns: Math.abs(columnB - columnA) + 1,
  };
}
