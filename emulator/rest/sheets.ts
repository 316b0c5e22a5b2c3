/** Sheets v4: values and the list of sheets (https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets). */
import { parseA1, type Rect, rectName, splitSheet } from '../workspace/a1.ts';
import { clearCells, readDisplayValues, readValues, writeCell } from '../workspace/cells.ts';
import type { SheetState, SpreadsheetState } from '../workspace/model.ts';
import {
  extent,
  growTo,
  insertSheet,
  renameSheet,
  spreadsheetById,
  stamp,
} from '../workspace/spreadsheet.ts';
import { badRequest, notFound } from './errors.ts';
import { type Call, type RestAnswer, type RestRoute, SCOPES } from './wire.ts';

const DAY = 86_400_000;
/** Serial number of 1970-01-01 in Japan's zone: days since 1899-12-30. */
const EPOCH = 25_569.375;

type Scalar = string | number | boolean | null;

function bookOf(call: Call): SpreadsheetState {
  const id = call.path.spreadsheetId ?? '';
  if (call.workspace.state.spreadsheets[id] === undefined) throw notFound();
  return spreadsheetById(call.workspace, id);
}

interface Place {
  readonly sheet: SheetState;
  readonly rect: Rect;
}

/** A range as the API takes it: `シート1!A1:C`, `シート1` or `A1:B2` of the first sheet. */
function placeOf(book: SpreadsheetState, range: string): Place {
  const { sheet: name, cells } = splitSheet(range);
  const whole = book.sheets.find((one) => one.name === range.replace(/^'(.*)'$/, '$1').replace(/''/g, "'"));
  if (whole !== undefined) {
    return { sheet: whole, rect: { row: 0, column: 0, rows: whole.rows, columns: whole.columns } };
  }
  const sheet = name === '' ? book.sheets[0] : book.sheets.find((one) => one.name === name);
  const rect = sheet === undefined ? null : parseA1(cells, sheet);
  if (sheet === undefined || rect === null) throw badRequest(`Unable to parse range: ${range}`);
  return { sheet, rect };
}

const named = ({ sheet, rect }: Place): string => `'${sheet.name.replace(/'/g, "''")}'!${rectName(rect)}`;

/** Values without the empty ones at the end of rows and of the range, as the API answers. */
function trimmed(rows: Scalar[][]): Scalar[][] {
  const cut = rows.map((row) => {
    let end = row.length;
    while (end > 0 && (row[end - 1] === '' || row[end - 1] === null)) end -= 1;
    return row.slice(0, end);
  });
  while (cut.length > 0 && cut[cut.length - 1]?.length === 0) cut.pop();
  return cut;
}

function read(call: Call, book: SpreadsheetState, range: string): object {
  const place = placeOf(book, range);
  const { sheet, rect } = place;
  // Nothing beyond the last filled cell is read: a whole column has a thousand empty rows.
  const filled = extent(sheet);
  const rows = Math.max(0, Math.min(rect.rows, filled.rows - rect.row));
  const columns = Math.max(0, Math.min(rect.columns, filled.columns - rect.column));
  const inner = { ...rect, rows, columns };
  const option = call.request.query.get('valueRenderOption') ?? 'FORMATTED_VALUE';
  const values =
    rows === 0 || columns === 0
      ? []
      : option === 'FORMATTED_VALUE'
        ? trimmed(readDisplayValues(sheet, inner))
        : trimmed(
            readValues(sheet, inner).map((line) =>
              line.map((value) =>
                typeof value === 'object' && value !== null ? value.d / DAY + EPOCH : value,
              ),
            ),
          );
  return {
    range: named(place),
    majorDimension: 'ROWS',
    ...(values.length > 0 ? { values } : {}),
  };
}

function scalarRows(value: unknown): Scalar[][] {
  if (!Array.isArray(value)) throw badRequest('Invalid value at values');
  return value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badRequest('Invalid value at values');
    return row.map((cell: unknown) => {
      if (
        cell === null ||
        typeof cell === 'string' ||
        typeof cell === 'number' ||
        typeof cell === 'boolean'
      ) {
        return cell;
      }
      throw badRequest('Invalid value at values');
    });
  });
}

/** Writes rows at a place. RAW keeps texts as texts, USER_ENTERED reads them as typed; null leaves a cell alone. */
function put(call: Call, book: SpreadsheetState, place: Place, rows: Scalar[][], option: string): object {
  const { sheet, rect } = place;
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length > rect.rows || width > rect.columns) {
    throw badRequest(
      `Requested writing within range [${named(place)}], but tried writing to row [${rect.row + rows.length}]`,
    );
  }
  if (option !== 'RAW' && option !== 'USER_ENTERED')
    throw badRequest("'valueInputOption' is required but not specified");
  growTo(sheet, rect.row + rows.length, rect.column + width);
  let cells = 0;
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value === null) return;
      cells += 1;
      const at = { row: rect.row + r, column: rect.column + c };
      if (option === 'RAW' && typeof value === 'string' && value !== '') {
        const line = sheet.cells[at.row] ?? {};
        line[at.column] = { t: 'text', v: value };
        sheet.cells[at.row] = line;
      } else writeCell(sheet, at.row, at.column, value, call.workspace.now());
    });
  });
  stamp(call.workspace, book);
  return {
    spreadsheetId: book.id,
    updatedRange: named({
      sheet,
      rect: { ...rect, rows: Math.max(1, rows.length), columns: Math.max(1, width) },
    }),
    updatedRows: rows.length,
    updatedColumns: width,
    updatedCells: cells,
  };
}

const inputOption = (call: Call): string => call.request.query.get('valueInputOption') ?? '';

function append(call: Call): RestAnswer {
  const book = bookOf(call);
  const { sheet, rect } = placeOf(book, call.path.range ?? '');
  const rows = scalarRows(call.json.values);
  // The table ends at the last filled row of its columns.
  let last = rect.row - 1;
  for (const [row, cells] of Object.entries(sheet.cells)) {
    const filled = Object.entries(cells).some(
      ([column, value]) =>
        Number(column) >= rect.column && Number(column) < rect.column + rect.columns && value.t !== 'empty',
    );
    if (filled) last = Math.max(last, Number(row));
  }
  const place = {
    sheet,
    rect: { row: last + 1, column: rect.column, rows: rows.length, columns: rect.columns },
  };
  const updates = put(call, book, place, rows, inputOption(call));
  return { status: 200, body: { spreadsheetId: book.id, updates } };
}

function batchWrite(call: Call): RestAnswer {
  const book = bookOf(call);
  const option = typeof call.json.valueInputOption === 'string' ? call.json.valueInputOption : '';
  const data = Array.isArray(call.json.data) ? call.json.data : [];
  // Everything is checked before anything is written: a batch is applied whole or not at all.
  const parts = data.map((one: unknown) => {
    if (typeof one !== 'object' || one === null || !('range' in one) || typeof one.range !== 'string') {
      throw badRequest('Invalid value at data');
    }
    const values = 'values' in one ? one.values : undefined;
    return { place: placeOf(book, one.range), rows: scalarRows(values) };
  });
  const responses = parts.map(({ place, rows }) => put(call, book, place, rows, option));
  return { status: 200, body: { spreadsheetId: book.id, responses } };
}

function sheetsOf(call: Call): RestAnswer {
  const book = bookOf(call);
  const file = call.workspace.state.files[book.id];
  return {
    status: 200,
    fields: call.request.query.get('fields') ?? '*',
    body: {
      spreadsheetId: book.id,
      properties: { title: file?.name ?? '', locale: book.locale, timeZone: book.timeZone },
      sheets: book.sheets.map((sheet, index) => ({
        properties: {
          sheetId: sheet.id,
          title: sheet.name,
          index,
          sheetType: 'GRID',
          gridProperties: { rowCount: sheet.rows, columnCount: sheet.columns },
          ...(sheet.hidden ? { hidden: true } : {}),
        },
      })),
    },
  };
}

/** addSheet and updateSheetProperties (title) only. */
function batchUpdate(call: Call): RestAnswer {
  const book = bookOf(call);
  const requests = Array.isArray(call.json.requests) ? call.json.requests : [];
  const replies = requests.map((request: unknown) => {
    const properties = propertiesOf(request, 'addSheet');
    if (properties !== null) {
      const made = insertSheet(
        call.workspace,
        book,
        typeof properties.title === 'string' ? properties.title : undefined,
      );
      return { addSheet: { properties: { sheetId: made.id, title: made.name } } };
    }
    const changed = propertiesOf(request, 'updateSheetProperties');
    if (changed === null || typeof changed.sheetId !== 'number' || typeof changed.title !== 'string') {
      throw badRequest('Invalid requests[0]: the emulator knows addSheet and updateSheetProperties (title).');
    }
    renameSheet(call.workspace, book, changed.sheetId, changed.title);
    return {};
  });
  return { status: 200, body: { spreadsheetId: book.id, replies } };
}

function propertiesOf(request: unknown, kind: string): Record<string, unknown> | null {
  if (typeof request !== 'object' || request === null) return null;
  const inner: unknown = Object.entries(request).find(([name]) => name === kind)?.[1];
  if (typeof inner !== 'object' || inner === null || !('properties' in inner)) return null;
  const { properties } = inner;
  return typeof properties === 'object' && properties !== null ? { ...properties } : {};
}

function clear(call: Call): RestAnswer {
  const book = bookOf(call);
  const place = placeOf(book, call.path.range ?? '');
  clearCells(place.sheet, place.rect, { contents: true, formats: false, notes: false, validations: false });
  stamp(call.workspace, book);
  return { status: 200, body: { spreadsheetId: book.id, clearedRange: named(place) } };
}

const base = '/v4/spreadsheets/{spreadsheetId}';
const reads = { method: 'GET', api: 'sheets-read', scopes: SCOPES.sheetRead, writes: false } as const;
const writes = { method: 'POST', api: 'sheets-write', scopes: SCOPES.sheetWrite, writes: true } as const;

export const sheetRoutes: readonly RestRoute[] = [
  { ...reads, template: base, handle: sheetsOf },
  {
    ...reads,
    template: `${base}/values:batchGet`,
    handle: (call) => {
      const book = bookOf(call);
      const valueRanges = call.request.query.getAll('ranges').map((range) => read(call, book, range));
      return { status: 200, body: { spreadsheetId: book.id, valueRanges } };
    },
  },
  {
    ...reads,
    template: `${base}/values/{range}`,
    handle: (call) => ({ status: 200, body: read(call, bookOf(call), call.path.range ?? '') }),
  },
  { ...writes, template: `${base}:batchUpdate`, handle: batchUpdate },
  { ...writes, template: `${base}/values:batchUpdate`, handle: batchWrite },
  { ...writes, template: `${base}/values/{range}:append`, handle: append },
  { ...writes, template: `${base}/values/{range}:clear`, handle: clear },
  {
    ...writes,
    method: 'PUT',
    template: `${base}/values/{range}`,
    handle: (call) => {
      const book = bookOf(call);
      const place = placeOf(book, call.path.range ?? '');
      return { status: 200, body: put(call, book, place, scalarRows(call.json.values), inputOption(call)) };
    },
  },
];
