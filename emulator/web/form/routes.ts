/** Addresses of the answer page: show it, check one page, take the answer. */
import type { SubmitResult } from '../../api.ts';
import { editable } from '../../workspace/form-answers.ts';
import { checkAnswers } from '../../workspace/form-validation.ts';
import { formPages, nextPage, walkedPages } from '../../workspace/form-walk.ts';
import type { FormState } from '../../workspace/model.ts';
import type { Markup } from '../core/html.ts';
import { redirect, respondJson, respondPage } from '../core/respond.ts';
import { pageHeaders } from '../core/security.ts';
import type { Answered, Asked, Face, Handler } from '../face.ts';
import { notFound } from '../missing.ts';
import { type Answers, emailName, readAnswers } from './entries.ts';
import { closedBody, doneBody, formBody, noticeBody } from './page.ts';

/** A form by its published address or by its file id. */
export function findForm(face: Face, id: string): FormState | undefined {
  const { forms } = face.runtime.workspace.state;
  return forms[id] ?? Object.values(forms).find((form) => form.publicId === id);
}

const addressOf = (form: FormState): string => `/forms/${encodeURIComponent(form.publicId)}/viewform`;
/** Where a sent answer is changed; the name is the platform's (https://github.com/theapache64/retrosheet/issues/23). */
const editName = 'edit2';
const editAddress = (form: FormState, responseId: string): string =>
  `${addressOf(form)}?${editName}=${encodeURIComponent(responseId)}`;
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
  const edit = asked.query.get(editName) ?? '';
  const body = formBody({
    form,
    pages: formPages(form),
    answers,
    email,
    errors,
    action: edit === '' ? addressOf(form) : editAddress(form, edit),
    editing: edit !== '',
  });
  const parts = { title: form.title, body, script: 'form', kind: 'bare' as const };
  return respondPage(face, asked.person, parts, errors.size > 0 ? 422 : 200);
}

/** The form, with `entry.<id>` of the address filled in (https://developers.google.com/apps-script/reference/forms/form-response#toprefilledurl). */
export const showForm: Handler = (face, asked) => {
  const form = findForm(face, asked.params.id ?? '');
  if (!form) return notFound(face, asked);
  const edit = asked.query.get(editName) ?? '';
  const show = (body: Markup): Answered =>
    respondPage(face, asked.person, { title: form.title, body, kind: 'bare' });
  if (asked.query.has('done')) {
    return show(doneBody(form, addressOf(form), edit === '' ? '' : editAddress(form, edit)));
  }
  if (!isOpen(form)) return show(closedBody(form));
  if (edit === '') {
    const email = asked.query.get(emailName) ?? '';
    return renderForm(face, asked, form, read(form, asked.query), email, new Map());
  }
  const response = editable(form, edit);
  if (response === undefined) return show(noticeBody(form, editFault));
  return renderForm(face, asked, form, response.answers, response.email, new Map());
};

/** The bytes of a picture on the form. */
export const formImage: Handler = (face, asked) => {
  const form = findForm(face, asked.params.id ?? '');
  const item = form?.items.find((one) => String(one.id) === asked.params.item);
  const image = form?.images?.[item?.imageId ?? ''];
  if (image === undefined) return notFound(face, asked);
  return {
    status: 200,
    headers: { ...pageHeaders, 'content-type': image.mimeType },
    body: Buffer.from(image.content, 'base64'),
  };
};

const editFault = 'この回答は編集できません。編集の受付が終わったか、回答が見つかりません。';
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
  if (result.refused === 'edit') return editFault;
  if (result.refused === 'unpublished') return 'このフォームは公開されていません。';
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
    const edit = asked.query.get(editName) ?? '';
    const result = face.runtime.submitAnswer(form.id, walkedAnswers(form, typed), {
      ...(form.collectEmail ? { email } : {}),
      ...(edit === '' ? {} : { edit }),
    });
    for (const error of result.errors) errors.set(error.itemId, error.message);
    if (result.refused === 'email') errors.set(0, emailFault);
    else if (result.refused !== '') message = refusal(form, result);
    if (message === '' && errors.size === 0) {
      const more = form.allowResponseEdits ? `&${editName}=${encodeURIComponent(result.responseId)}` : '';
      const done = `${addressOf(form)}?done=1${more}`;
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
    const body = noticeBody(form, message);
    return respondPage(face, asked.person, { title: form.title, body, kind: 'bare' }, 409);
  }
  return renderForm(face, asked, form, typed, email, errors);
};
