/** Keeps a respondent's answers; the linked sheet gets its copy by `form-sheet.ts`. */
import type { Answers, SubmitOptions, SubmitResult, Workspace } from '../api.ts';
import { isQuestion } from './form-kinds.ts';
import { appendToSheet, linkedSheet, rewriteRow, syncHeaders } from './form-sheet.ts';
import { checkAnswers, isBlank } from './form-validation.ts';
import { walkedPages } from './form-walk.ts';
import { formById, stampForm } from './forms.ts';
import type { FormResponseState, FormState } from './model.ts';
import { refuse } from './platform-error.ts';
import { newSheet, spreadsheetById, stamp } from './spreadsheet.ts';

export { appendToSheet, linkedSheet, syncHeaders } from './form-sheet.ts';

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
  if (options.edit !== undefined && editable(form, options.edit) === undefined) return 'edit';
  if (form.collectEmail && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(options.email ?? '')) return 'email';
  const mine =
    form.limitOneResponsePerUser && form.responses.some((r) => r.email !== '' && r.email === options.email);
  return mine && options.edit === undefined ? 'answered' : '';
}

/** The response that a person may edit by its link, or undefined. */
export function editable(form: FormState, responseId: string): FormResponseState | undefined {
  return form.allowResponseEdits ? form.responses.find((r) => r.id === responseId) : undefined;
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
  const email = options.email ?? '';
  const edited = options.edit === undefined ? undefined : editable(form, options.edit);
  let response: FormResponseState;
  let row: number | null = null;
  if (edited === undefined) {
    response = storeResponse(workspace, form, kept, email);
    row = appendToSheet(workspace, form, response);
  } else {
    const before = edited.updatedAt;
    // The address of whoever edited stands in the response afterwards
    // (https://developers.google.com/apps-script/reference/forms/form-response#geteditresponseurl).
    const by = form.collectEmail && email !== '' ? { email } : {};
    Object.assign(edited, { answers: kept, updatedAt: workspace.now(), ...by });
    response = edited;
    row = rewriteRow(workspace, form, edited, before);
    workspace.touch();
  }
  return {
    result: { responseId: response.id, errors: [], refused: '', runs: [] },
    kept: { form, response, row },
  };
}
