/** Actions of 直す: the same job as the sidebar's, with what was typed on the card or with the proposal of a problem. */
import { issue } from '../../../shared/issue/issue.ts';
import { fieldOf } from '../../view/correction.ts';
import { issueView } from '../../view/issues.ts';
import type { ApplicationView, EditView, FieldView } from '../../view/protocol.ts';
import { type Desk, Refused } from '../desk.ts';
import { push } from '../model.ts';
import { correctCard, correctionField, fitsCard, isTakeable, wayOf } from '../screens/correct.ts';
import { answered, type BookAct } from './act.ts';
import { fromOf, movesAfter } from './applications.ts';

const refuse = (code: string, key: string, params: Readonly<Record<string, string>> = {}): never => {
  throw new Refused([issueView(issue(code, 'error', key, { params }))]);
};

const opened = (desk: Desk): ApplicationView =>
  desk.ask('application', { applicationId: desk.event.text('id') });

/** The value that the press is about, and how it is put right; consents and what is not there are refused as the job would. */
function editOf(view: ApplicationView, key: string): { readonly field: FieldView; readonly edit: EditView } {
  const field = fieldOf(view, key);
  if (field === undefined || field.edit === null) {
    return refuse('correction.field', key, { name: field?.label ?? '' });
  }
  if (!fitsCard(field.edit)) return refuse('correction.too-long-for-card', key, { name: field.label });
  return { field, edit: field.edit };
}

export const askCorrect: BookAct = (desk) => {
  const view = opened(desk);
  const { field, edit } = editOf(view, desk.event.text('key'));
  return answered(push(correctCard(view, field, edit, fromOf(desk))));
};

function save(desk: Desk, key: string, label: string, value: string, reason: string) {
  const { event } = desk;
  const input = { applicationId: event.text('id'), version: event.number('version'), key, value, reason };
  return answered(movesAfter(desk, desk.ask('correct', input), `「${label}」を直しました。`));
}

export const correct: BookAct = (desk) => {
  const { event } = desk;
  const key = event.text('key');
  const { field, edit } = editOf(opened(desk), key);
  const value =
    wayOf(edit) === 'tick' ? event.ticked(correctionField).join(';') : event.typed(correctionField).trim();
  return save(desk, key, field.label, value, event.typed('reason').trim());
};

/**
 * Takes the proposal of a problem as it stands. It travels in no press: it is read anew, and the version that was seen says that
 * it is the same.
 */
export const takeProposal: BookAct = (desk) => {
  const { event } = desk;
  const view = opened(desk);
  const key = event.text('key');
  const found = view.issues.find((one) => one.key === key && one.code === event.text('code'));
  const isThere = found !== undefined && isTakeable(view, found);
  // Somebody was faster where the version differs: the job says who and when.
  if (!isThere && view.version === event.number('version')) return refuse('correction.proposal-gone', key);
  return save(desk, key, fieldOf(view, key)?.label ?? '', isThere ? found.suggestion : '', '');
};
