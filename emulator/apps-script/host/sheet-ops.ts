/** Spreadsheet operations of the bridge: structure, values and looks. */
import { parseA1, type Rect, splitSheet } from '../../workspace/a1.ts';
import * as cells from '../../workspace/cells.ts';
import type { SheetState, SpreadsheetState } from '../../workspace/model.ts';
import { refuse } from '../../workspace/platform-error.ts';
import * as books from '../../workspace/spreadsheet.ts';
import { typeValue, type WireValue } from '../../workspace/value-typing.ts';
import type { Execution } from './execution.ts';
import { type Op, op } from './op.ts';
import type { OpKind } from './op-kind.ts';

export interface SheetInfo {
  id: number;
  name: string;
  rows: number;
  columns: number;
  hidden: boolean;
  frozenRows: number;
  frozenColumns: number;
  formId: string;
}

export const SERVICE = 'SpreadsheetApp';

export function info(sheet: SheetState): SheetInfo {
  const { id, name, rows, columns, hidden, frozenRows, frozenColumns } = sheet;
  return { id, name, rows, columns, hidden, frozenRows, frozenColumns, formId: sheet.formId ?? '' };
}

export const bookOf = (execution: Execution, id: string): SpreadsheetState =>
  books.spreadsheetById(execution.workspace, id);
const sheetOf = (execution: Execution, book: string, id: number): SheetState =>
  books.sheetById(bookOf(execution, book), id);

/** An operation on one sheet. */
function onSheet<Args extends unknown[], R>(
  kind: OpKind,
  run: (sheet: SheetState, ...args: Args) => R,
): Op<[string, number, ...Args], R> {
  return op(SERVICE, kind, (execution, book: string, id: number, ...args: Args) => {
    const result = run(sheetOf(execution, book, id), ...args);
    if (kind === 'write') books.stamp(execution.workspace, bookOf(execution, book));
    return result;
  });
}

/** An operation on a rectangle of one sheet. */
function onRange<Args extends unknown[], R>(
  kind: OpKind,
  run: (sheet: SheetState, rect: Rect, ...args: Args) => R,
): Op<[string, number, Rect, ...Args], R> {
  return op(
    SERVICE,
    kind,
    (execution, book: string, id: number, rect: Rect, ...args: Args) => {
      const sheet = sheetOf(execution, book, id);
      cells.assertInside(sheet, rect);
      const result = run(sheet, rect, ...args);
      if (kind === 'write') books.stamp(execution.workspace, bookOf(execution, book));
      return result;
    },
    (_execution, _book, _id, rect, ..._rest) => rect.rows * rect.columns,
  );
}

type Look = 'formats' | 'notes' | 'backgrounds' | 'fontColors' | 'wraps' | 'alignments';

export const sheetOps = {
  'Sheet.info': op(SERVICE, 'free', (execution, book: string, id: number) =>
    info(sheetOf(execution, book, id)),
  ),
  'Sheet.locate': op(SERVICE, 'free', (execution, book: string, id: number | null, a1: string) => {
    const { sheet: name, cells: part } = splitSheet(a1);
    const all = bookOf(execution, book);
    const target =
      name === ''
        ? books.sheetById(all, id ?? all.activeSheetId)
        : (all.sheets.find((candidate) => candidate.name === name) ?? refuse(`Range not found`));
    const named = all.namedRanges?.[a1];
    const rect =
      named === undefined ? parseA1(part, target) : parseA1(named.a1, books.sheetById(all, named.sheetId));
    if (rect === null) refuse('Range not found');
    return { sheetId: named?.sheetId ?? target.id, rect };
  }),
  'Sheet.check': onRange('free', () => null),
  'Sheet.getName': onSheet('read', (sheet) => sheet.name),
  'Sheet.setName': op(SERVICE, 'write', (execution, book: string, id: number, name: string) => {
    books.renameSheet(execution.workspace, bookOf(execution, book), id, name);
    return null;
  }),
  'Sheet.setHidden': op(SERVICE, 'write', (execution, book: string, id: number, hidden: boolean) => {
    books.setHidden(execution.workspace, bookOf(execution, book), id, hidden);
    return null;
  }),
  'Sheet.getExtent': onSheet('read', (sheet) => books.extent(sheet)),
  'Sheet.appendRow': op(
    SERVICE,
    'write',
    (execution, book: string, id: number, values: WireValue[]) => {
      const sheet = sheetOf(execution, book, id);
      const { rows } = books.extent(sheet);
      books.growTo(sheet, rows + 1, values.length);
      const rect = { row: rows, column: 0, rows: 1, columns: values.length };
      cells.writeValues(execution.workspace, sheet, rect, [values]);
      books.stamp(execution.workspace, bookOf(execution, book));
      return null;
    },
    (_execution, _book, _id, values) => values.length,
  ),
  'Sheet.shiftRows': onSheet('write', (sheet, at: number, count: number) => {
    books.shiftRows(sheet, at, count);
    return null;
  }),
  'Sheet.shiftColumns': onSheet('write', (sheet, at: number, count: number) => {
    books.shiftColumns(sheet, at, count);
    return null;
  }),
  'Sheet.setFrozen': onSheet('write', (sheet, rows: number | null, columns: number | null) => {
    if (rows !== null) sheet.frozenRows = rows;
    if (columns !== null) sheet.frozenColumns = columns;
    return null;
  }),
  'Sheet.setColumnWidths': onSheet('write', (sheet, first: number, count: number, width: number) => {
    for (let c = first; c < first + count; c++) sheet.columnWidths[c] = width;
    return null;
  }),
  'Sheet.autoResizeColumns': onSheet('write', (sheet, first: number, count: number) => {
    for (let c = first; c < first + count; c++) {
      let width = 5;
      for (const row of Object.values(sheet.cells)) {
        const value = row[c];
        if (value?.t === 'text')
          width = Math.max(
            width,
            ...value.v.split('\n').map((line) => Buffer.byteLength(line, 'utf8') / 1.5),
          );
      }
      sheet.columnWidths[c] = Math.min(400, Math.round(width * 8) + 16);
    }
    return null;
  }),
  'Sheet.getColumnWidth': onSheet('read', (sheet, column: number) => sheet.columnWidths[column] ?? 100),
  'Sheet.setHiddenColumns': onSheet('write', (sheet, first: number, count: number, hidden: boolean) => {
    const set = new Set(sheet.hiddenColumns);
    for (let c = first; c < first + count; c++)
      if (hidden) set.add(c);
      else set.delete(c);
    sheet.hiddenColumns = [...set].sort((a, b) => a - b);
    return null;
  }),
  'Sheet.getHiddenColumns': onSheet('read', (sheet) => sheet.hiddenColumns),
  'Sheet.setTabColor': onSheet('write', (sheet, color: string | null) => {
    sheet.extras = { ...sheet.extras, ...(color === null ? {} : { tabColor: color }) };
    return null;
  }),
  'Sheet.getProtections': onSheet('read', (sheet) => sheet.extras?.protections ?? []),
  'Sheet.setProtections': onSheet(
    'write',
    (sheet, protections: NonNullable<NonNullable<SheetState['extras']>['protections']>) => {
      sheet.extras = { ...sheet.extras, protections };
      sheet.protected = protections.some((protection) => protection.a1 === '');
      return null;
    },
  ),
  'Sheet.getConditionalRules': onSheet('read', (sheet) => sheet.extras?.conditionalRules ?? []),
  'Sheet.setConditionalRules': onSheet('write', (sheet, rules: unknown[]) => {
    sheet.extras = { ...sheet.extras, conditionalRules: rules };
    return null;
  }),
  'Range.getValues': onRange('read', cells.readValues),
  'Range.getDisplayValues': onRange('read', cells.readDisplayValues),
  'Range.getFormulas': onRange('read', cells.readFormulas),
  'Range.setValues': op(
    SERVICE,
    'write',
    (execution, book: string, id: number, rect: Rect, values: WireValue[][]) => {
      const sheet = sheetOf(execution, book, id);
      cells.assertInside(sheet, rect);
      cells.writeValues(execution.workspace, sheet, rect, values);
      books.stamp(execution.workspace, bookOf(execution, book));
      return null;
    },
    (_execution, _book, _id, rect) => rect.rows * rect.columns,
  ),
  'Range.isBlank': onRange('read', (sheet, rect) =>
    cells
      .readFormulas(sheet, rect)
      .every((line, r) =>
        line.every(
          (formula, c) =>
            formula === '' && (sheet.cells[rect.row + r]?.[rect.column + c]?.t ?? 'empty') === 'empty',
        ),
      ),
  ),
  'Range.getLooks': onRange('read', (sheet, rect, name: Look) => cells.readLooks(sheet, name, rect)),
  'Range.setLooks': onRange('write', (sheet, rect, name: Look, values: (string | null)[][]) => {
    cells.assertDimensions(rect, values);
    cells.writeLooks(sheet, name, rect, values);
    return null;
  }),
  'Range.fillLook': onRange('write', (sheet, rect, name: Look, value: string | null) => {
    const line = Array.from({ length: rect.columns }, () => value);
    cells.writeLooks(
      sheet,
      name,
      rect,
      Array.from({ length: rect.rows }, () => line),
    );
    return null;
  }),
  'Range.getBold': onRange('read', cells.readBold),
  'Range.setBold': onRange('write', (sheet, rect, values: boolean[][]) => {
    cells.assertDimensions(rect, values);
    cells.writeBold(sheet, rect, values);
    return null;
  }),
  'Range.getRules': onRange('read', cells.readRules),
  'Range.setRule': onRange('write', (sheet, rect, rule: cells.StoredRule | null) => {
    cells.writeRules(sheet, rect, rule);
    return null;
  }),
  'Range.clear': onRange('write', (sheet, rect, what: Parameters<typeof cells.clearCells>[2]) => {
    cells.clearCells(sheet, rect, what);
    return null;
  }),
  'Range.sort': onRange('write', (sheet, rect, keys: { column: number; ascending: boolean }[]) => {
    cells.sortRows(sheet, rect, keys);
    return null;
  }),
  'Range.find': onRange('read', (sheet, rect, options: cells.FindOptions) =>
    cells.findCells(sheet, rect, options),
  ),
  'Range.replace': op(
    SERVICE,
    'write',
    (execution, book: string, id: number, rect: Rect, options: cells.FindOptions, replacement: string) => {
      const sheet = sheetOf(execution, book, id);
      const found = cells.findCells(sheet, rect, options);
      const source = options.regularExpression
        ? options.text
        : options.text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      const pattern = new RegExp(source, options.matchCase ? 'g' : 'gi');
      for (const { row, column } of found) {
        const shown = cells.readDisplayValues(sheet, { row, column, rows: 1, columns: 1 })[0]?.[0] ?? '';
        cells.writeCell(
          sheet,
          row,
          column,
          shown.replace(pattern, () => replacement),
          execution.workspace.now(),
        );
      }
      books.stamp(execution.workspace, bookOf(execution, book));
      return found.length;
    },
  ),
  'Range.activate': op(SERVICE, 'write', (execution, book: string, id: number, a1: string) => {
    const state = bookOf(execution, book);
    state.activeSheetId = books.sheetById(state, id).id;
    state.selections[execution.user] = { sheetId: id, a1 };
    execution.ui.redirect = { spreadsheetId: book, sheetId: id, a1 };
    execution.workspace.touch();
    return null;
  }),
  'Sheet.typed': op(
    SERVICE,
    'free',
    (execution, value: WireValue) => typeValue(value, '', execution.workspace.now()).value,
  ),
};
