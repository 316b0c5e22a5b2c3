/** Keeps a respondent's answers and copies them into the linked sheet, as the product's own link does. */
import type { Answers, SubmitOptions, SubmitResult, Workspace } from '../api.ts';
import { checkAnswers, isBlank } from './form-validation.ts';
import { walkedPages } from './form-walk.ts';
import { formById, isQuestion, stampForm } from './forms.ts';
import type {
  CellValue,
  FormItemState,
  FormResponseState,
  FormState,
  SheetState,
  SpreadsheetState,
} from './model.ts';
import { refuse } from './platform-error.ts';
import { extent, growTo, newSheet, spreadsheetById, stamp } from './spreadsheet.ts';

export const TIMESTAMP_TITLE = 'タイムスタンプ';
export const EMAIL_TITLE = 'メールアドレス';
const TIMESTAMP_FORMAT = 'yyyy/MM/dd H:mm:ss';
const ZONE = '+09:00';

type Column = NonNullable<SheetState['formColumns']>[number];

function itemColumns(item: FormItemState): Column[] {
  if (!isQuestion(item)) return [];
  if (item.type !== 'GRID' && item.type !== 'CHECKBOX_GRID') return [{ itemId: item.id }];
  return (item.rows ?? []).map((_, row) => ({ itemId: item.id, row }));
}

function columnTitle(form: FormState, column: Column): string {
  if (column.itemId === 0) return TIMESTAMP_TITLE;
  if (column.itemId === -1) return EMAIL_TITLE;
  const item = form.items.find((candidate) => candidate.id === column.itemId);
  if (item === undefined) return '';
  return column.row === undefined ? item.title : `${item.title} [${item.rows?.[column.row] ?? ''}]`;
}

const sameColumn = (a: Column, b: Column): boolean => a.itemId === b.itemId && a.row === b.row;

function setCell(sheet: SheetState, row: number, column: number, value: CellValue): void {
  if (value.t === 'empty') return;
  const cells = sheet.cells[row] ?? {};
  sheet.cells[row] = cells;
  cells[column] = value;
}

/** Adds columns for new questions at the end and renames the headers of those that changed. */
export function syncHeaders(form: FormState, sheet: SheetState): Column[] {
  const columns = sheet.formColumns ?? [{ itemId: 0 }];
  const wanted = [...(form.collectEmail ? [{ itemId: -1 }] : []), ...form.items.flatMap(itemColumns)];
  for (const column of wanted) if (!columns.some((known) => sameColumn(known, column))) columns.push(column);
  sheet.formColumns = columns;
  growTo(sheet, 1, columns.length);
  columns.forEach((column, index) => {
    const title = columnTitle(form, column);
    if (title !== '') setCell(sheet, 0, index, { t: 'text', v: title });
  });
  return columns;
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

/** Links a form to a workbook: a new first sheet with headers and the answers so far. */
export function setDestination(workspace: Workspace, form: FormState, spreadsheetId: string): void {
  const book = spreadsheetById(workspace, spreadsheetId);
  removeDestination(workspace, form);
  let n = 1;
  while (book.sheets.some((sheet) => sheet.name === `フォームの回答 ${n}`)) n += 1;
  const id = 1 + Math.max(...book.sheets.map((sheet) => sheet.id), 1_000_000_000);
  const sheet = newSheet(id, `フォームの回答 ${n}`, 100);
  sheet.formId = form.id;
  sheet.frozenRows = 1;
  book.sheets.unshift(sheet);
  form.destination = { spreadsheetId, sheetId: id };
  syncHeaders(form, sheet);
  for (const response of form.responses) appendToSheet(workspace, form, response);
  stampForm(workspace, form);
  stamp(workspace, book);
}

/** Takes the link away; the sheet and its rows stay. */
export function removeDestination(workspace: Workspace, form: FormState): void {
  const linked = linkedSheet(workspace, form);
  if (linked !== null) {
    delete linked.sheet.formId;
    delete linked.sheet.formColumns;
  }
  delete form.destination;
  stampForm(workspace, form);
}

/** Stores a response made by a script or a person; no trigger is fired here. */
export function storeResponse(
  workspace: Workspace,
  form: FormState,
  answers: Answers,
  email: string,
): FormResponseState {
  const now = workspace.now();
  const response: FormResponseState = {
    id: workspace.newId('response'),
    createdAt: now,
    updatedAt: now,
    email,
    answers,
  };
  form.responses.push(response);
  workspace.touch();
  return response;
}

export function deleteResponse(workspace: Workspace, form: FormState, id: string): void {
  const before = form.responses.length;
  form.responses = form.responses.filter((response) => response.id !== id);
  if (form.responses.length === before) refuse('Invalid response ID.');
  workspace.touch();
}

export interface Accepted {
  result: SubmitResult;
  /** Set when the answer was kept. */
  kept?: { form: FormState; response: FormResponseState; row: number | null };
}

function closedFor(form: FormState, options: SubmitOptions): SubmitResult['refused'] {
  if (!form.published) return 'unpublished';
  if (!form.acceptingResponses) return 'closed';
  if (form.collectEmail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(options.email ?? '')) return 'email';
  const mine =
    form.limitOneResponsePerUser && form.responses.some((r) => r.email !== '' && r.email === options.email);
  return mine && options.edit === undefined ? 'answered' : '';
}

/** A person's answer: checked page by page as walked; answers on pages not walked and blank ones are dropped. */
export function acceptAnswer(
  workspace: Workspace,
  formId: string,
  answers: Answers,
  options: SubmitOptions,
): Accepted {
  const form = formById(workspace, formId);
  const refused = closedFor(form, options);
  if (refused !== '') return { result: { responseId: '', errors: [], refused, runs: [] } };
  const errors = checkAnswers(form, answers);
  if (errors.length > 0) return { result: { responseId: '', errors, refused: '', runs: [] } };
  const walked = walkedPages(form, answers).flatMap((page) => page.items.filter(isQuestion));
  const kept: Answers = {};
  for (const item of walked) {
    const answer = answers[item.id];
    if (answer !== undefined && !isBlank(answer)) kept[item.id] = answer;
  }
  const edited = options.edit === undefined ? undefined : form.responses.find((r) => r.id === options.edit);
  if (options.edit !== undefined && (edited === undefined || !form.allowResponseEdits))
    refuse('Invalid response ID.');
  let response: FormResponseState;
  let row: number | null = null;
  if (edited === undefined) {
    response = storeResponse(workspace, form, kept, options.email ?? '');
    row = appendToSheet(workspace, form, response);
  } else {
    const linked = linkedSheet(workspace, form);
    row = linked === null ? null : rowOf(linked.sheet, edited.updatedAt);
    Object.assign(edited, { answers: kept, updatedAt: workspace.now() });
    response = edited;
    if (linked !== null && row !== null) writeRow(form, linked.sheet, row, response);
    workspace.touch();
  }
  return {
    result: { responseId: response.id, errors: [], refused: '', runs: [] },
    kept: { form, response, row },
  };
}
