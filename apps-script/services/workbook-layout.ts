/** How a sheet of the workbook looks: headers, widths, text format, frozen rows. Running it twice changes nothing. */
import type { Column, Table } from '../jobs/port.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const headerBackground = '#1f4e5f';
const headerColour = '#ffffff';
const guardNote = 'この表は会議所キットが書き込みます。内容はサイドバーから変更してください。';

/** Neighbouring columns of equal width share one call. */
function setWidths(sheet: Sheet, first: number, columns: readonly Column[]): void {
  let from = 0;
  while (from < columns.length) {
    const width = columns[from]?.width ?? 100;
    let to = from;
    while (columns[to + 1]?.width === width) to++;
    sheet.setColumnWidths(first + from, to - from + 1, width);
    from = to + 1;
  }
}

function hideColumns(sheet: Sheet, first: number, columns: readonly Column[]): void {
  columns.forEach((column, index) => {
    if (column.hidden === true) sheet.hideColumns(first + index, 1);
  });
}

/** Rows that are added below take the wrapping of the row above. */
function wrapTexts(sheet: Sheet, first: number, columns: readonly Column[]): void {
  columns.forEach((column, index) => {
    if (column.wrap === true) sheet.getRange(1, first + index, sheet.getMaxRows(), 1).setWrap(true);
  });
}

/** Values outside the list stay allowed: they are only marked, so that nothing a person needs is refused. */
function suggestValues(sheet: Sheet, first: number, columns: readonly Column[]): void {
  columns.forEach((column, index) => {
    if (column.oneOf === undefined) return;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...column.oneOf], true)
      .setAllowInvalid(true)
      .build();
    sheet.getRange(2, first + index, Math.max(1, sheet.getMaxRows() - 1), 1).setDataValidation(rule);
  });
}

/** Adds the columns that the sheet lacks, to the right of what stands there. */
function addColumns(sheet: Sheet, columns: readonly Column[], first: number): void {
  const lacking = first + columns.length - 1 - sheet.getMaxColumns();
  if (lacking > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), lacking);
  sheet.getRange(1, first, sheet.getMaxRows(), columns.length).setNumberFormat('@');
  setWidths(sheet, first, columns);
  hideColumns(sheet, first, columns);
  wrapTexts(sheet, first, columns);
  suggestValues(sheet, first, columns);
  const header = sheet.getRange(1, first, 1, columns.length);
  header
    .setFontWeight('bold')
    .setBackground(headerBackground)
    .setFontColor(headerColour)
    .setNotes([columns.map((column) => column.note ?? '')]);
  // Headers last: a sheet with its headers is a finished one, so a run that died before is repeated whole.
  header.setValues([columns.map((column) => column.header)]);
}

function headersOf(sheet: Sheet): readonly string[] {
  const width = sheet.getLastColumn();
  return width === 0 ? [] : (sheet.getRange(1, 1, 1, width).getDisplayValues()[0] ?? []);
}

/**
 * Name of a sheet whose headers do not stand yet. Whoever looks for a sheet by its name finds a finished one or none, so a run that
 * died in between leaves nothing that others would write into.
 */
const unfinished = (name: string): string => `${name}（準備中）`;

/** Makes the sheet of `table` at place `index` if it is missing, and adds the columns it lacks. `present`: the sheets by name. */
export function prepareSheet(
  book: Spreadsheet,
  present: ReadonlyMap<string, Sheet>,
  table: Table,
  index: number,
): void {
  const standing = present.get(table.name);
  const half = unfinished(table.name);
  const sheet = standing ?? present.get(half) ?? book.insertSheet(half, index);
  const headers = headersOf(sheet);
  const missing = table.columns.filter((column) => !headers.includes(column.header));
  if (missing.length > 0) {
    sheet.setFrozenRows(1);
    if ((table.frozenColumns ?? 0) > 0) sheet.setFrozenColumns(table.frozenColumns ?? 0);
    if (table.guarded === true && sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length === 0) {
      sheet.protect().setDescription(guardNote).setWarningOnly(true);
    }
    if (table.hidden === true) sheet.hideSheet();
    addColumns(sheet, missing, headers.length + 1);
  }
  if (standing === undefined) sheet.setName(table.name);
}
