/** Workbooks and their sheets: making, naming, moving, hiding, growing, sorting. */
import type { Workspace } from '../api.ts';
import { createFile, fileById, MIME } from './drive.ts';
import type { SheetState, SpreadsheetState } from './model.ts';
import { present, refuse } from './platform-error.ts';
import { consume } from './quotas.ts';

export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;
/** https://support.google.com/drive/answer/37603 */
export const MAX_CELLS = 10_000_000;

export function newSheet(
  id: number,
  name: string,
  rows = DEFAULT_ROWS,
  columns = DEFAULT_COLUMNS,
): SheetState {
  return {
    id,
    name,
    rows,
    columns,
    cells: {},
    formats: {},
    columnFormats: {},
    notes: {},
    backgrounds: {},
    bold: {},
    columnWidths: {},
    hidden: false,
    hiddenColumns: [],
    frozenRows: 0,
    frozenColumns: 0,
    protected: false,
  };
}

export function createSpreadsheet(
  workspace: Workspace,
  name: string,
  owner: string,
  size: { rows?: number; columns?: number } = {},
): SpreadsheetState {
  consume(workspace, owner, 'spreadsheets', 1);
  const file = createFile(workspace, { name, mimeType: MIME.spreadsheet, owner });
  const book: SpreadsheetState = {
    id: file.id,
    locale: 'ja_JP',
    timeZone: 'Asia/Tokyo',
    sheets: [newSheet(0, 'シート1', size.rows, size.columns)],
    activeSheetId: 0,
    selections: {},
  };
  workspace.state.spreadsheets[book.id] = book;
  return book;
}

export function spreadsheetById(workspace: Workspace, id: string): SpreadsheetState {
  const book = workspace.state.spreadsheets[id];
  if (book === undefined) {
    refuse('Unexpected error while getting the method or property openById on object SpreadsheetApp.');
  }
  return book;
}

export function sheetById(book: SpreadsheetState, id: number): SheetState {
  return present(
    book.sheets.find((sheet) => sheet.id === id),
    `シートが見つかりません。削除された可能性があります。 (Sheet ${id} not found)`,
  );
}

function freshName(book: SpreadsheetState): string {
  for (let n = book.sheets.length + 1; ; n++) {
    if (!book.sheets.some((sheet) => sheet.name === `シート${n}`)) return `シート${n}`;
  }
}

function assertFreeName(book: SpreadsheetState, name: string, except: number | null): void {
  if (book.sheets.some((sheet) => sheet.name === name && sheet.id !== except)) {
    refuse(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
  if (name === '') refuse('You must enter a name for the sheet.');
}

export function insertSheet(
  workspace: Workspace,
  book: SpreadsheetState,
  name?: string,
  index?: number,
): SheetState {
  const title = name ?? freshName(book);
  assertFreeName(book, title, null);
  const id =
    1 + Math.max(...book.sheets.map((sheet) => sheet.id)) + (book.sheets.length === 1 ? 100_000_000 : 0);
  const sheet = newSheet(id, title);
  book.sheets.splice(index ?? book.sheets.length, 0, sheet);
  book.activeSheetId = id;
  stamp(workspace, book);
  return sheet;
}

export function deleteSheet(workspace: Workspace, book: SpreadsheetState, id: number): void {
  const sheet = sheetById(book, id);
  if (sheet.formId !== undefined) {
    refuse('You cannot delete a sheet with a linked form. Please unlink the form first.');
  }
  if (book.sheets.filter((other) => !other.hidden || other.id === id).length < 2) {
    refuse("You can't remove all the visible sheets in a document.");
  }
  book.sheets = book.sheets.filter((other) => other.id !== id);
  if (book.activeSheetId === id) book.activeSheetId = book.sheets[0]?.id ?? 0;
  stamp(workspace, book);
}

export function renameSheet(workspace: Workspace, book: SpreadsheetState, id: number, name: string): void {
  assertFreeName(book, name, id);
  sheetById(book, id).name = name;
  stamp(workspace, book);
}

/** `position` counts from 0. */
export function moveSheet(workspace: Workspace, book: SpreadsheetState, id: number, position: number): void {
  const sheet = sheetById(book, id);
  book.sheets = book.sheets.filter((other) => other.id !== id);
  book.sheets.splice(position, 0, sheet);
  stamp(workspace, book);
}

export function setHidden(workspace: Workspace, book: SpreadsheetState, id: number, hidden: boolean): void {
  const sheet = sheetById(book, id);
  if (hidden && !book.sheets.some((other) => !other.hidden && other.id !== id)) {
    refuse("You can't hide all the sheets in a document.");
  }
  sheet.hidden = hidden;
  stamp(workspace, book);
}

/** Stamps the file and tells the listeners. */
export function stamp(workspace: Workspace, book: SpreadsheetState): void {
  fileById(workspace, book.id).updatedAt = workspace.now();
  workspace.touch();
}

type Table<T> = Record<number, Record<number, T>>;

/** Every row-and-column table of a sheet, so that structure changes move them together. */
function tables(sheet: SheetState): Table<unknown>[] {
  const extras = sheet.extras;
  return [
    sheet.cells,
    sheet.formats,
    sheet.notes,
    sheet.backgrounds,
    sheet.bold,
    extras?.fontColors,
    extras?.wraps,
    extras?.alignments,
    extras?.validations,
  ].filter((table): table is Table<unknown> & NonNullable<typeof table> => table !== undefined);
}

function shiftKeys(record: Record<number, unknown>, at: number, by: number): void {
  const entries = Object.entries(record).map(([key, value]): [number, unknown] => [Number(key), value]);
  for (const [key] of entries) delete record[key];
  for (const [key, value] of entries) {
    if (key < at) record[key] = value;
    else if (by > 0) record[key + by] = value;
    else if (key >= at - by) record[key + by] = value;
  }
}

/** Inserts (`count` > 0) or removes (`count` < 0) rows at a zero-based place. */
export function shiftRows(sheet: SheetState, at: number, count: number): void {
  if (count < 0 && (at < 0 || at - count > sheet.rows)) refuse('Those rows are out of bounds.');
  if (count < 0 && sheet.rows + count < 1) refuse("You can't delete all the rows on the sheet.");
  if (count > 0 && (at < 0 || at > sheet.rows)) refuse('Those rows are out of bounds.');
  for (const table of tables(sheet)) shiftKeys(table, at, count);
  sheet.rows += count;
  assertSize(sheet);
}

/** Inserts or removes columns at a zero-based place. */
export function shiftColumns(sheet: SheetState, at: number, count: number): void {
  if (count < 0 && (at < 0 || at - count > sheet.columns)) refuse('Those columns are out of bounds.');
  if (count < 0 && sheet.columns + count < 1) refuse("You can't delete all the columns on the sheet.");
  if (count > 0 && (at < 0 || at > sheet.columns)) refuse('Those columns are out of bounds.');
  for (const table of tables(sheet)) for (const row of Object.values(table)) shiftKeys(row, at, count);
  shiftKeys(sheet.columnFormats, at, count);
  shiftKeys(sheet.columnWidths, at, count);
  sheet.columns += count;
  assertSize(sheet);
}

function assertSize(sheet: SheetState): void {
  if (sheet.rows * sheet.columns > MAX_CELLS) {
    refuse(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  }
}

/** Makes the sheet at least this large. */
export function growTo(sheet: SheetState, rows: number, columns: number): void {
  if (rows > sheet.rows) sheet.rows = rows;
  if (columns > sheet.columns) sheet.columns = columns;
  assertSize(sheet);
}

/** Last row and column that hold something, counted from 1; 0 for an empty sheet. */
export function extent(sheet: SheetState): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  for (const [row, cells] of Object.entries(sheet.cells)) {
    for (const [column, value] of Object.entries(cells)) {
      if (value.t === 'empty') continue;
      rows = Math.max(rows, Number(row) + 1);
      columns = Math.max(columns, Number(column) + 1);
    }
  }
  return { rows, columns };
}
