/** Workbook operations of the bridge: making, opening, sheets as a list, names, selection. */
import { fileById, fileUrl, updateFile } from '../../workspace/drive.ts';
import { refuse } from '../../workspace/platform-error.ts';
import * as books from '../../workspace/spreadsheet.ts';
import { keepAccess, needAccess } from './file-access.ts';
import { op } from './op.ts';
import { bookOf, info, SERVICE } from './sheet-ops.ts';

export const bookOps = {
  'SpreadsheetApp.create': op(
    SERVICE,
    'write',
    (execution, name: string, rows?: number, columns?: number) => {
      const size = { ...(rows === undefined ? {} : { rows }), ...(columns === undefined ? {} : { columns }) };
      const { id } = books.createSpreadsheet(execution.workspace, name, execution.user, size);
      keepAccess(execution, id);
      return id;
    },
  ),
  'SpreadsheetApp.openById': op(SERVICE, 'read', (execution, id: string) => {
    needAccess(execution, id);
    return bookOf(execution, id).id;
  }),
  'SpreadsheetApp.getActiveSpreadsheet': op(SERVICE, 'free', (execution) =>
    execution.activeFile?.type === 'spreadsheet' ? execution.activeFile.id : null,
  ),
  'SpreadsheetApp.flush': op(SERVICE, 'flush', () => null),
  'Spreadsheet.getName': op(
    SERVICE,
    'read',
    (execution, id: string) => fileById(execution.workspace, id).name,
  ),
  'Spreadsheet.rename': op(SERVICE, 'write', (execution, id: string, name: string) => {
    updateFile(execution.workspace, id, { name });
    return null;
  }),
  'Spreadsheet.getUrl': op(SERVICE, 'free', (execution, id: string) =>
    fileUrl(execution.workspace.state, id),
  ),
  'Spreadsheet.getOwner': op(
    SERVICE,
    'read',
    (execution, id: string) => fileById(execution.workspace, id).owner,
  ),
  'Spreadsheet.getSettings': op(SERVICE, 'read', (execution, id: string) => {
    const { locale, timeZone } = bookOf(execution, id);
    return { locale, timeZone };
  }),
  'Spreadsheet.setSettings': op(
    SERVICE,
    'write',
    (execution, id: string, change: { locale?: string; timeZone?: string }) => {
      const book = bookOf(execution, id);
      if (change.timeZone !== undefined && change.timeZone !== 'Asia/Tokyo') {
        refuse(`エミュレーターの時間帯は Asia/Tokyo だけです: ${change.timeZone}`);
      }
      if (change.timeZone !== undefined) book.timeZone = change.timeZone;
      if (change.locale !== undefined) book.locale = change.locale;
      return null;
    },
  ),
  'Spreadsheet.getSheets': op(SERVICE, 'read', (execution, id: string) =>
    bookOf(execution, id).sheets.map(info),
  ),
  'Spreadsheet.getSheetByName': op(SERVICE, 'read', (execution, id: string, name: string) => {
    const sheet = bookOf(execution, id).sheets.find((candidate) => candidate.name === name);
    return sheet === undefined ? null : info(sheet);
  }),
  'Spreadsheet.getActiveSheet': op(SERVICE, 'read', (execution, id: string) => {
    const book = bookOf(execution, id);
    return info(
      book.sheets.find((sheet) => sheet.id === book.activeSheetId) ??
        book.sheets[0] ??
        refuse('シートがありません。'),
    );
  }),
  'Spreadsheet.setActiveSheet': op(SERVICE, 'write', (execution, id: string, sheetId: number) => {
    const book = bookOf(execution, id);
    book.activeSheetId = books.sheetById(book, sheetId).id;
    execution.ui.redirect = { spreadsheetId: id, sheetId, a1: 'A1' };
    execution.workspace.touch();
    return null;
  }),
  'Spreadsheet.insertSheet': op(
    SERVICE,
    'write',
    (execution, id: string, name?: string | null, index?: number | null) =>
      info(
        books.insertSheet(execution.workspace, bookOf(execution, id), name ?? undefined, index ?? undefined),
      ),
  ),
  'Spreadsheet.deleteSheet': op(SERVICE, 'write', (execution, id: string, sheetId: number) => {
    books.deleteSheet(execution.workspace, bookOf(execution, id), sheetId);
    return null;
  }),
  'Spreadsheet.moveSheet': op(
    SERVICE,
    'write',
    (execution, id: string, sheetId: number, position: number) => {
      books.moveSheet(execution.workspace, bookOf(execution, id), sheetId, position);
      return null;
    },
  ),
  'Spreadsheet.toast': op(SERVICE, 'write', (execution, _id: string, message: string) => {
    execution.ui.toasts.push(message);
    return null;
  }),
  'Spreadsheet.getNamedRanges': op(
    SERVICE,
    'read',
    (execution, id: string) => bookOf(execution, id).namedRanges ?? {},
  ),
  'Spreadsheet.setNamedRange': op(
    SERVICE,
    'write',
    (execution, id: string, name: string, at: { sheetId: number; a1: string } | null) => {
      const book = bookOf(execution, id);
      const named = book.namedRanges ?? {};
      book.namedRanges = named;
      if (at === null) delete named[name];
      else named[name] = at;
      execution.workspace.touch();
      return null;
    },
  ),
  'Spreadsheet.getMetadata': op(
    SERVICE,
    'read',
    (execution, id: string) => bookOf(execution, id).metadata ?? {},
  ),
  'Spreadsheet.setMetadata': op(
    SERVICE,
    'write',
    (execution, id: string, key: string, value: string | null) => {
      const book = bookOf(execution, id);
      const metadata = book.metadata ?? {};
      book.metadata = metadata;
      if (value === null) delete metadata[key];
      else metadata[key] = value;
      execution.workspace.touch();
      return null;
    },
  ),
  'Spreadsheet.getSelection': op(SERVICE, 'read', (execution, book: string) => {
    const state = bookOf(execution, book);
    return state.selections[execution.user] ?? { sheetId: state.activeSheetId, a1: 'A1' };
  }),
};
