/** Addresses of the answer page: show it, check one page, take the answer. */
import type { SubmitResult } from '../../api.ts';
import { checkAnswers } from '../../workspace/form-validation.ts';
import { formPages, nextPage, walkedPages } from '../../workspace/form-walk.ts';
import type { FormState } from '../../workspace/model.ts';
import { redirect, respondJson, respondPage } from '../core/respond.ts';
import type { Answered, Asked, Face, Handler } from '../face.ts';
import { notFound } from '../missing.ts';
import { type Answers, emailName, readAnswers } from './entries.ts';
import { closedBody, doneBody, formBody } from './page.ts';

/** A form by its published address or by its file id. */
export function findForm(face: Face, id: string): FormState | undefined {
  const { forms } = face.runtime.workspace.state;
  return forms[id] ?? Object.values(forms).find((form) => form.publicId === id);
}

const addressOf = (form: FormState): string => `/forms/${encodeURIComponent(form.publicId)}/viewform`;
const isOpen = (form: FormState): boolean => form.published && form.acceptingResponses;

function read(form: FormState, from: URLSearchParams): Answers {
  return readAnswers(form.items, (name) => from.getAll(name));
}

/** Answers of the pages that these answers lead through; a branch that was left again is not sent. */
export function walkedAnswers(form: FormState, answers: Answers): Answers {
  const kept: Answers = {};
  for (const item of walkedPages(form, answers).flatMap((page) => page.items)) {
    const answer = answers[item.id];
    if (answer !== undefined) kept[item.id] = answer;
  }
  return kept;
}

function renderForm(
  face: Face,
  asked: Asked,
  form: FormState,
  answers: Answers,
  email: string,
  errors: ReadonlyMap<number, string>,
): Answered {
  const body = formBody({ form, pages: formPages(form), answers, email, errors, action: addressOf(form) });
  const parts = { title: form.title, body, script: 'form', kind: 'bare' as const };
  return respondPage(face, asked.person, parts, errors.size > 0 ? 422 : 200);
}

/** The form, with `entry.<id>` of the address filled in (https://developers.google.com/apps-script/reference/forms/form-response#toprefilledurl). */
export const showForm: Handler = (face, asked) => {
  const form = findForm(face, asked.params.id ?? '');
  if (!form) return notFound(face, asked);
  if (asked.query.has('done')) {
    const body = doneBody(form, addressOf(form));
    return respondPage(face, asked.person, { title: form.title, body, kind: 'bare' });
  }
  if (!isOpen(form)) {
    return respondPage(face, asked.person, { title: form.title, body: closedBody(form), kind: 'bare' });
  }
  return renderForm(face, asked, form, read(form, asked.query), asked.query.get(emailName) ?? '', new Map());
};

const emailFault = 'メールアドレスを入力してください（例 info@example.jp）';
const emailLooksRight = (text: string): boolean => /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]+$/.test(text);

function emailErrors(form: FormState, email: string): Map<number, string> {
  return form.collectEmail && !emailLooksRight(email) ? new Map([[0, emailFault]]) : new Map();
}

/** One page was filled: its faults, or where it leads. The body is the whole form so far and `page`. */
export const checkPage: Handler = (face, asked) => {
  const form = findForm(face, asked.params.id ?? '');
  if (!form) return respondJson({ errors: [], next: null }, 404);
  const answers = read(form, asked.fields);
  const pageId = Number(asked.fields.get('page'));
  const errors = new Map<number, string>();
  if (pageId === 0) for (const [id, message] of emailErrors(form, emailOf(asked))) errors.set(id, message);
  for (const error of checkAnswers(form, answers, pageId)) errors.set(error.itemId, error.message);
  return respondJson({
    errors: [...errors].map(([itemId, message]) => ({ itemId, message })),
    next: nextPage(form, pageId, answers),
    walked: walkedPages(form, answers).map((page) => page.id),
  });
};

const emailOf = (asked: Asked): string => (asked.fields.get(emailName) ?? '').trim();

function refusal(form: FormState, result: SubmitResult): string {
  if (result.refused === 'answered') return 'このフォームには、すでに回答されています。回答は1回だけです。';
  if (result.refused === 'email') return emailFault;
  return form.closedMessage || 'このフォームは現在、回答を受け付けていません。';
}

/** The answer is sent. Scripts get JSON; without scripts the page comes back with what was typed and what to mend. */
export const sendForm: Handler = (face, asked) => {
  const form = findForm(face, asked.params.id ?? '');
  if (!form) return notFound(face, asked);
  const typed = read(form, asked.fields);
  const email = emailOf(asked);
  const errors = emailErrors(form, email);
  let message = '';
  if (errors.size === 0) {
    const result = face.runtime.submitAnswer(
      form.id,
      walkedAnswers(form, typed),
      form.collectEmail ? { email } : {},
    );
    for (const error of result.errors) errors.set(error.itemId, error.message);
    if (result.refused === 'email') errors.set(0, emailFault);
    else if (result.refused !== '') message = refusal(form, result);
    if (message === '' && errors.size === 0) {
      const done = `${addressOf(form)}?done=1`;
      return asked.wantsJson ? respondJson({ location: done }) : redirect(done);
    }
  }
  if (asked.wantsJson) {
    return respondJson(
      { message, errors: [...errors].map(([itemId, text]) => ({ itemId, message: text })) },
      422,
    );
  }
  if (message !== '') {
    const body = closedBody({ ...form, closedMessage: message });
    return respondPage(face, asked.person, { title: form.title, body, kind: 'bare' }, 409);
  }
  return renderForm(face, asked, form, typed, email, errors);
};
