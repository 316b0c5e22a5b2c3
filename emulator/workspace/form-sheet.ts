/**
 * The linked sheet of a form: one column a question (a grid has one a row), in the order in which the questions were
 * made. A new question adds a column at the right, a renamed one renames its header, a removed one leaves its column.
 */
import type { Answers, Workspace } from '../api.ts';
import { isQuestion } from './form-kinds.ts';
import { isBlank } from './form-validation.ts';
import type {
  CellValue,
  FormColumn,
  FormItemState,
  FormResponseState,
  FormState,
  SheetState,
  SpreadsheetState,
} from './model.ts';
import { extent, growTo, stamp } from './spreadsheet.ts';

export const TIMESTAMP_TITLE = 'タイムスタンプ';
export const EMAIL_TITLE = 'メールアドレス';
const TIMESTAMP_FORMAT = 'yyyy/MM/dd H:mm:ss';
const ZONE = '+09:00';

function itemColumns(item: FormItemState): FormColumn[] {
  if (!isQuestion(item)) return [];
  if (item.type !== 'GRID' && item.type !== 'CHECKBOX_GRID') return [{ itemId: item.id }];
  return (item.rows ?? []).map((_, row) => ({ itemId: item.id, row }));
}

function columnTitle(byId: ReadonlyMap<number, FormItemState>, column: FormColumn): string {
  if (column.itemId === 0) return TIMESTAMP_TITLE;
  if (column.itemId === -1) return EMAIL_TITLE;
  const item = byId.get(column.itemId);
  if (item === undefined) return '';
  if (column.row === undefined) return item.title;
  const row = item.rows?.[column.row];
  return row === undefined ? '' : `${item.title} [${row}]`;
}

const keyOf = (column: FormColumn): string => `${column.itemId}/${column.row ?? ''}`;

function setCell(sheet: SheetState, row: number, column: number, value: CellValue): void {
  if (value.t === 'empty') return;
  const cells = sheet.cells[row] ?? {};
  sheet.cells[row] = cells;
  cells[column] = value;
}

/** Adds columns for new questions at the end and renames the headers of those that changed; true when anything did. */
function alignHeaders(form: FormState, sheet: SheetState): boolean {
  const columns = sheet.formColumns ?? [{ itemId: 0 }];
  const byId = new Map(form.items.map((item) => [item.id, item]));
  const known = new Set(columns.map(keyOf));
  const wanted = [...(form.collectEmail ? [{ itemId: -1 }] : []), ...form.items.flatMap(itemColumns)];
  for (const column of wanted) if (!known.has(keyOf(column))) columns.push(column);
  sheet.formColumns = columns;
  growTo(sheet, 1, columns.length);
  let changed = false;
  columns.forEach((column, index) => {
    const title = columnTitle(byId, column);
    if (title === '' || title === column.title) return;
    column.title = title;
    setCell(sheet, 0, index, { t: 'text', v: title });
    changed = true;
  });
  return changed;
}

/** As `alignHeaders`; returns the columns. */
export function syncHeaders(form: FormState, sheet: SheetState): FormColumn[] {
  alignHeaders(form, sheet);
  return sheet.formColumns ?? [];
}

/** Text of an answer in the linked sheet: numbers lose their leading zeros, formulas stay text, dates become dates. */
function sheetValue(item: FormItemState | undefined, answer: Answers[number] | null | undefined): CellValue {
  if (answer === undefined || answer === null || isBlank(answer)) return { t: 'empty' };
  const text = Array.isArray(answer) ? answer.flatMap((part) => part ?? []).join(', ') : answer;
  if (item?.type === 'DATE' && item.includesYear !== false) {
    return { t: 'date', v: Date.parse(`${text}T00:00:00${ZONE}`) };
  }
  if (item?.type === 'DATETIME' && item.includesYear !== false) {
    return { t: 'date', v: Date.parse(`${text.replace(' ', 'T').replace(/T(\d):/, 'T0$1:')}:00${ZONE}`) };
  }
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? { t: 'number', v: Number(text) } : { t: 'text', v: text };
}

function writeRow(form: FormState, sheet: SheetState, row: number, response: FormResponseState): void {
  const columns = syncHeaders(form, sheet);
  growTo(sheet, row + 1, columns.length);
  const byId = new Map(form.items.map((item) => [item.id, item]));
  columns.forEach((column, index) => {
    // A column whose question is gone keeps what it holds.
    if (column.itemId > 0 && !byId.has(column.itemId)) return;
    delete sheet.cells[row]?.[index];
    const item = byId.get(column.itemId);
    const answer = response.answers[column.itemId];
    if (column.itemId === 0) {
      setCell(sheet, row, index, { t: 'date', v: response.updatedAt });
      const formats = sheet.formats[row] ?? {};
      sheet.formats[row] = formats;
      formats[index] = TIMESTAMP_FORMAT;
    } else if (column.itemId === -1) {
      setCell(sheet, row, index, response.email === '' ? { t: 'empty' } : { t: 'text', v: response.email });
    } else if (column.row === undefined) {
      setCell(sheet, row, index, sheetValue(item, answer));
    } else {
      setCell(sheet, row, index, sheetValue(item, Array.isArray(answer) ? answer[column.row] : undefined));
    }
  });
}

export interface LinkedSheet {
  book: SpreadsheetState;
  sheet: SheetState;
}

export function linkedSheet(workspace: Workspace, form: FormState): LinkedSheet | null {
  const { destination } = form;
  if (destination === undefined) return null;
  const book = workspace.state.spreadsheets[destination.spreadsheetId];
  const sheet = book?.sheets.find((candidate) => candidate.id === destination.sheetId);
  return book === undefined || sheet === undefined ? null : { book, sheet };
}

/** The form was changed: its linked sheet follows at once. */
export function syncLinked(workspace: Workspace, form: FormState): void {
  const linked = linkedSheet(workspace, form);
  if (linked !== null && alignHeaders(form, linked.sheet)) stamp(workspace, linked.book);
}

/** Appends a stored response to the linked sheet; returns its zero-based row, or null without a link. */
export function appendToSheet(
  workspace: Workspace,
  form: FormState,
  response: FormResponseState,
): number | null {
  const linked = linkedSheet(workspace, form);
  if (linked === null) return null;
  syncHeaders(form, linked.sheet);
  const row = Math.max(1, extent(linked.sheet).rows);
  writeRow(form, linked.sheet, row, response);
  stamp(workspace, linked.book);
  return row;
}

function rowOf(sheet: SheetState, at: number): number | null {
  for (const [row, cells] of Object.entries(sheet.cells)) {
    const stampCell = cells[0];
    if (Number(row) > 0 && stampCell?.t === 'date' && stampCell.v === at) return Number(row);
  }
  return null;
}

/** Writes an edited response over its row, which is found by its former time; null when it is gone or unlinked. */
export function rewriteRow(
  workspace: Workspace,
  form: FormState,
  response: FormResponseState,
  before: number,
): number | null {
  const linked = linkedSheet(workspace, form);
  const row = linked === null ? null : rowOf(linked.sheet, before);
  if (linked === null || row === null) return null;
  writeRow(form, linked.sheet, row, response);
  stamp(workspace, linked.book);
  return row;
}
