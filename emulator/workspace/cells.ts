/** Values and looks of a rectangle of cells: read, write, clear, sort, find. */
import type { Workspace } from '../api.ts';
import type { Rect } from './a1.ts';
import type { CellValue, SheetExtras, SheetState } from './model.ts';
import { displayValue, formatAt } from './number-format.ts';
import { PlatformError, refuse } from './platform-error.ts';
import { typeValue, type WireValue } from './value-typing.ts';

export const MAX_CHARACTERS = 50_000;

/** Refuses a rectangle that leaves the sheet. */
export function assertInside(sheet: SheetState, rect: Rect): void {
  if (rect.rows < 1) refuse('The number of rows in the range must be at least 1.');
  if (rect.columns < 1) refuse('The number of columns in the range must be at least 1.');
  if (rect.row < 0) refuse('The starting row of the range is too small.');
  if (rect.column < 0) refuse('The starting column of the range is too small.');
  if (rect.row + rect.rows > sheet.rows || rect.column + rect.columns > sheet.columns) {
    refuse('The coordinates of the range are outside the dimensions of the sheet.');
  }
}

function put<T>(table: Record<number, Record<number, T>>, row: number, column: number, value: T): void {
  const cells = table[row] ?? {};
  table[row] = cells;
  cells[column] = value;
}

function drop(table: Record<number, Record<number, unknown>>, row: number, column: number): void {
  const cells = table[row];
  if (cells === undefined) return;
  delete cells[column];
  if (Object.keys(cells).length === 0) delete table[row];
}

/** Writes one value as if typed. Throws over 50,000 characters. */
export function writeCell(
  sheet: SheetState,
  row: number,
  column: number,
  value: WireValue,
  now: number,
): void {
  if (typeof value === 'string' && value.length > MAX_CHARACTERS) {
    refuse(`Your input contains more than the maximum of ${MAX_CHARACTERS} characters in a single cell.`);
  }
  const format = formatAt(sheet, row, column);
  const typed = typeValue(value, format, now);
  if (typed.value.t === 'empty') drop(sheet.cells, row, column);
  else put(sheet.cells, row, column, typed.value);
  if (typed.format !== undefined && (format === '' || format === 'General'))
    put(sheet.formats, row, column, typed.format);
}

/** Writes a block whose dimensions must equal the rectangle's; nothing is written when any cell is refused. */
export function writeValues(
  workspace: Workspace,
  sheet: SheetState,
  rect: Rect,
  values: WireValue[][],
): void {
  assertDimensions(rect, values);
  for (const line of values) {
    for (const value of line) {
      if (typeof value === 'string' && value.length > MAX_CHARACTERS) {
        refuse(`Your input contains more than the maximum of ${MAX_CHARACTERS} characters in a single cell.`);
      }
    }
  }
  const now = workspace.now();
  values.forEach((line, r) => {
    line.forEach((value, c) => {
      writeCell(sheet, rect.row + r, rect.column + c, value, now);
    });
  });
}

/** The platform's words for a block of the wrong size. */
export function assertDimensions(rect: Rect, values: readonly (readonly unknown[])[]): void {
  if (values.length !== rect.rows) {
    refuse(
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${rect.rows}.`,
    );
  }
  for (const line of values) {
    if (line.length !== rect.columns) {
      refuse(
        `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${rect.columns}.`,
      );
    }
  }
}

/** A value as it crosses to the script; a formula is refused because nothing is computed here. */
export function wireValue(value: CellValue | undefined): WireValue {
  if (value === undefined) return '';
  switch (value.t) {
    case 'empty':
      return '';
    case 'date':
      return { d: value.v };
    case 'formula':
      throw new PlatformError(
        `数式 ${value.f} の値はエミュレーターでは計算しません。getFormulas を使うか、値を書き込んでください。`,
        'NotImplemented',
      );
    default:
      return value.v;
  }
}

function block<T>(rect: Rect, read: (row: number, column: number) => T): T[][] {
  const out: T[][] = [];
  for (let r = 0; r < rect.rows; r++) {
    const line: T[] = [];
    for (let c = 0; c < rect.columns; c++) line.push(read(rect.row + r, rect.column + c));
    out.push(line);
  }
  return out;
}

export function readValues(sheet: SheetState, rect: Rect): WireValue[][] {
  return block(rect, (row, column) => wireValue(sheet.cells[row]?.[column]));
}

export function readDisplayValues(sheet: SheetState, rect: Rect): string[][] {
  return block(rect, (row, column) => displayValue(sheet, row, column));
}

export function readFormulas(sheet: SheetState, rect: Rect): string[][] {
  return block(rect, (row, column) => {
    const value = sheet.cells[row]?.[column];
    return value?.t === 'formula' ? value.f : '';
  });
}

type TextTable = 'formats' | 'notes' | 'backgrounds' | 'fontColors' | 'wraps' | 'alignments';
const DEFAULTS: Record<TextTable, string> = {
  formats: '0.###############',
  notes: '',
  backgrounds: '#ffffff',
  fontColors: '#000000',
  wraps: 'OVERFLOW',
  alignments: 'general',
};

function extrasOf(sheet: SheetState): SheetExtras {
  const extras = sheet.extras ?? {};
  sheet.extras = extras;
  return extras;
}

function textTable(sheet: SheetState, name: TextTable): Record<number, Record<number, string>> {
  if (name === 'formats' || name === 'notes' || name === 'backgrounds') return sheet[name];
  const extras = extrasOf(sheet);
  const table = extras[name] ?? {};
  extras[name] = table;
  return table;
}

/** Reads a look of each cell; absent ones give the platform's default. */
export function readLooks(sheet: SheetState, name: TextTable, rect: Rect): string[][] {
  const table = textTable(sheet, name);
  return block(rect, (row, column) => {
    const own = table[row]?.[column] ?? (name === 'formats' ? sheet.columnFormats[column] : undefined);
    return own ?? DEFAULTS[name];
  });
}

/** Sets a look; null takes it away. A whole-column number format is kept once, for rows still to come. */
export function writeLooks(
  sheet: SheetState,
  name: TextTable,
  rect: Rect,
  values: (string | null)[][],
): void {
  const table = textTable(sheet, name);
  const wholeColumns = name === 'formats' && rect.row <= 1 && rect.row + rect.rows === sheet.rows;
  for (let c = 0; c < rect.columns; c++) {
    const first = values[0]?.[c] ?? null;
    const same = values.every((line) => (line[c] ?? null) === first);
    const column = rect.column + c;
    if (wholeColumns && same && first !== null) {
      sheet.columnFormats[column] = first;
      for (const row of Object.keys(table)) if (Number(row) >= rect.row) drop(table, Number(row), column);
      continue;
    }
    for (let r = 0; r < rect.rows; r++) {
      const value = values[r]?.[c] ?? null;
      if (value === null || value === '') drop(table, rect.row + r, column);
      else put(table, rect.row + r, column, value);
    }
  }
}

export function readBold(sheet: SheetState, rect: Rect): boolean[][] {
  return block(rect, (row, column) => sheet.bold[row]?.[column] === true);
}

export function writeBold(sheet: SheetState, rect: Rect, values: boolean[][]): void {
  values.forEach((line, r) => {
    line.forEach((bold, c) => {
      if (bold) put(sheet.bold, rect.row + r, rect.column + c, true);
      else drop(sheet.bold, rect.row + r, rect.column + c);
    });
  });
}

export type StoredRule = NonNullable<SheetExtras['validations']>[number][number];

export function readRules(sheet: SheetState, rect: Rect): (StoredRule | null)[][] {
  return block(rect, (row, column) => sheet.extras?.validations?.[row]?.[column] ?? null);
}

export function writeRules(sheet: SheetState, rect: Rect, rule: StoredRule | null): void {
  const extras = extrasOf(sheet);
  const table = extras.validations ?? {};
  extras.validations = table;
  for (let r = 0; r < rect.rows; r++) {
    for (let c = 0; c < rect.columns; c++) {
      if (rule === null) drop(table, rect.row + r, rect.column + c);
      else put(table, rect.row + r, rect.column + c, rule);
    }
  }
}

/** Clears what is asked for inside the rectangle. */
export function clearCells(
  sheet: SheetState,
  rect: Rect,
  what: { contents: boolean; formats: boolean; notes: boolean; validations: boolean },
): void {
  const extras = sheet.extras;
  const chosen: Record<number, Record<number, unknown>>[] = [
    ...(what.contents ? [sheet.cells] : []),
    ...(what.formats
      ? [
          sheet.formats,
          sheet.backgrounds,
          sheet.bold,
          extras?.fontColors ?? {},
          extras?.wraps ?? {},
          extras?.alignments ?? {},
        ]
      : []),
    ...(what.notes ? [sheet.notes] : []),
    ...(what.validations ? [extras?.validations ?? {}] : []),
  ];
  const lastRow = rect.row + rect.rows;
  const lastColumn = rect.column + rect.columns;
  for (const table of chosen) {
    for (const row of Object.keys(table).map(Number)) {
      if (row < rect.row || row >= lastRow) continue;
      for (const column of Object.keys(table[row] ?? {}).map(Number)) {
        if (column >= rect.column && column < lastColumn) drop(table, row, column);
      }
    }
  }
  const whole = rect.row === 0 && lastRow === sheet.rows;
  if (what.formats && whole) {
    for (let c = rect.column; c < lastColumn; c++) delete sheet.columnFormats[c];
  }
}

function rank(value: WireValue): [number, number | string] {
  if (value === '' || value === null) return [4, ''];
  if (typeof value === 'number') return [0, value];
  if (typeof value === 'object') return [0, value.d / 86_400_000 + 25569.375];
  if (typeof value === 'string') return [1, value];
  return [2, value ? 1 : 0];
}

function compare(a: WireValue, b: WireValue, ascending: boolean): number {
  const [ka, va] = rank(a);
  const [kb, vb] = rank(b);
  if (ka === 4 || kb === 4) return ka - kb;
  const order = ka !== kb ? ka - kb : va < vb ? -1 : va > vb ? 1 : 0;
  return ascending ? order : -order;
}

/** Sorts the rows of a rectangle by columns counted from 1 in the sheet; empty cells go last. */
export function sortRows(
  sheet: SheetState,
  rect: Rect,
  keys: { column: number; ascending: boolean }[],
): void {
  const lines = block(rect, (row, column) => ({
    value: sheet.cells[row]?.[column],
    format: sheet.formats[row]?.[column],
  }));
  const decorated = lines.map((line, index) => ({ line, index }));
  decorated.sort((a, b) => {
    for (const key of keys) {
      const at = key.column - 1 - rect.column;
      const order = compare(wireValue(a.line[at]?.value), wireValue(b.line[at]?.value), key.ascending);
      if (order !== 0) return order;
    }
    return a.index - b.index;
  });
  decorated.forEach(({ line }, r) => {
    line.forEach((cell, c) => {
      if (cell.value === undefined) drop(sheet.cells, rect.row + r, rect.column + c);
      else put(sheet.cells, rect.row + r, rect.column + c, cell.value);
      if (cell.format === undefined) drop(sheet.formats, rect.row + r, rect.column + c);
      else put(sheet.formats, rect.row + r, rect.column + c, cell.format);
    });
  });
}

export interface FindOptions {
  text: string;
  matchCase: boolean;
  entireCell: boolean;
  regularExpression: boolean;
  formulas: boolean;
}

/** Cells whose shown text matches, row by row. */
export function findCells(
  sheet: SheetState,
  rect: Rect,
  options: FindOptions,
): { row: number; column: number }[] {
  const fold = (text: string): string => (options.matchCase ? text : text.toLowerCase());
  const wanted = fold(options.text);
  const pattern = options.regularExpression ? new RegExp(options.text, options.matchCase ? '' : 'i') : null;
  const out: { row: number; column: number }[] = [];
  for (const row of Object.keys(sheet.cells).map(Number)) {
    if (row < rect.row || row >= rect.row + rect.rows) continue;
    for (const column of Object.keys(sheet.cells[row] ?? {}).map(Number)) {
      if (column < rect.column || column >= rect.column + rect.columns) continue;
      const shown = displayValue(sheet, row, column);
      const hit =
        pattern === null
          ? options.entireCell
            ? fold(shown) === wanted
            : fold(shown).includes(wanted)
          : options.entireCell
            ? (pattern.exec(shown)?.[0] ?? null) === shown
            : pattern.test(shown);
      if (hit) out.push({ row, column });
    }
  }
  return out;
}
