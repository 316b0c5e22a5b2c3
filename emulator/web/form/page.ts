/**
 * The answer page of a form: every page of it as one section of one HTML form, so that going back and forth loses nothing and
 * the whole can be sent even without scripts. The client script shows one section at a time.
 */
import type { FormPage } from '../../api.ts';
import { isQuestion } from '../../workspace/form-kinds.ts';
import type { FormItemState, FormState } from '../../workspace/model.ts';
import { html, linked, type Markup } from '../core/html.ts';
import { type Answers, emailName } from './entries.ts';
import { field, isGroup, isRadioGroup } from './fields.ts';
import { media } from './media.ts';

export interface FormView {
  readonly form: FormState;
  readonly pages: readonly FormPage[];
  readonly answers: Answers;
  readonly email: string;
  /** Message by item id; 0 is the e-mail address. */
  readonly errors: ReadonlyMap<number, string>;
  /** Where the form is posted. */
  readonly action: string;
  /** True while an answer that was sent before is changed. */
  readonly editing?: boolean;
}

function duty(required: boolean): Markup {
  return required ? html`<span class="tag tag--must">必須</span>` : html`<span class="tag">任意</span>`;
}

function fault(id: string, message: string | undefined): Markup {
  return html`<p class="fault" id="${id}" role="alert"${message ? '' : html` hidden`}>${message ?? ''}</p>`;
}

function questionBlock(item: FormItemState, view: FormView): Markup {
  const message = view.errors.get(item.id);
  const helpId = `h${item.id}`;
  const faultId = `e${item.id}`;
  const body = field(item, {
    answer: view.answers[item.id],
    describedBy: `${helpId} ${faultId}`,
    invalid: message !== undefined,
  });
  const help = html`<div class="question__help" id="${helpId}">${linked(item.help)}</div>`;
  const title = html`<span class="question__title">${item.title}</span>${duty(item.required)}`;
  const state = message === undefined ? '' : ' is-wrong';
  if (isGroup(item)) {
    const role = isRadioGroup(item)
      ? html` role="radiogroup" aria-required="${String(item.required)}"${message === undefined ? '' : html` aria-invalid="true"`}`
      : '';
    return html`<fieldset class="question${state}" data-item="${item.id}"${role} aria-describedby="${helpId} ${faultId}"><legend class="question__head">${title}</legend>${help}${body}${fault(faultId, message)}</fieldset>`;
  }
  return html`<div class="question${state}" data-item="${item.id}"><label class="question__head" for="f${item.id}">${title}</label>${help}${body}${fault(faultId, message)}</div>`;
}

/** @param onFirst the first page has no heading of its own: what stands on it comes right below the form's */
function itemBlock(item: FormItemState, view: FormView, onFirst: boolean): Markup {
  if (isQuestion(item)) return questionBlock(item, view);
  const help = item.help === '' ? '' : html`<div class="note__text">${linked(item.help)}</div>`;
  const title = onFirst
    ? html`<h2 class="note__title">${item.title}</h2>`
    : html`<h3 class="note__title">${item.title}</h3>`;
  return html`<div class="note" data-note="${item.id}">${item.title === '' ? '' : title}${help}${media(
    view.form,
    item,
  )}</div>`;
}

function emailBlock(view: FormView): Markup {
  if (!view.form.collectEmail) return html``;
  const message = view.errors.get(0);
  return html`<div class="question${message === undefined ? '' : ' is-wrong'}" data-item="0"><label class="question__head" for="f0"><span
    class="question__title">メールアドレス</span>${duty(true)}</label><div class="question__help" id="h0">受付のお知らせをお送りします。</div><input
    class="input" id="f0" name="${emailName}" type="email" inputmode="email" autocomplete="email" autocapitalize="off"
    spellcheck="false" value="${view.email}" aria-describedby="h0 e0" aria-required="true">${fault('e0', message)}</div>`;
}

function pageSection(page: FormPage, index: number, view: FormView): Markup {
  const first = index === 0;
  const last = index === view.pages.length - 1;
  const head = first
    ? html``
    : html`<header class="page__head"><h2 class="page__title" tabindex="-1">${page.title}</h2>${
        page.help === '' ? '' : html`<div class="page__help">${linked(page.help)}</div>`
      }</header>`;
  return html`<section class="page" data-page="${page.id}" aria-label="${page.title || view.form.title}">${head}${
    first ? emailBlock(view) : ''
  }${page.items.map((item) => itemBlock(item, view, first))}<div class="page__moves">${
    first ? '' : html`<button class="button button--quiet" type="button" data-back>戻る</button>`
  }<button class="button button--main" type="button" data-next>次へ</button><button class="button button--main" type="submit" data-send${
    last ? '' : html` hidden`
  }>送信する</button></div></section>`;
}

/** The form's body: progress, head, all pages. */
export function formBody(view: FormView): Markup {
  const { form } = view;
  const wrong = view.errors.size;
  return html`<div class="answer" data-form="${form.publicId}" data-progress="${form.progressBar ? 'on' : 'off'}">
  <header class="answer__head"><h1 class="answer__title">${form.title}</h1>${
    form.description === '' ? '' : html`<div class="answer__text">${linked(form.description)}</div>`
  }</header>
  ${view.editing ? html`<p class="answer__editing">送信済みの回答を変更しています。</p>` : ''}
  <div class="progress" data-progress-bar hidden><div class="progress__text"><span data-progress-title></span><span class="progress__count" data-progress-text></span></div><div class="progress__rail"><div
    class="progress__fill" data-progress-fill></div></div></div>
  <div class="summary" data-summary role="alert" tabindex="-1"${wrong === 0 ? html` hidden` : ''}>${
    wrong === 0 ? '' : html`直していただきたい項目が${wrong}件あります。`
  }</div>
  <form method="post" action="${view.action}" novalidate data-answer-form>${view.pages.map((page, index) =>
    pageSection(page, index, view),
  )}</form>
  <p class="answer__foot">パスワードやクレジットカードの番号は、このフォームに入力しないでください。</p>
</div>`;
}

/** What a form shows that takes no answers now: its own words, or why. */
export function closedBody(form: FormState): Markup {
  const unpublished = 'このフォームは公開されていません。フォームの作成者にお問い合わせください。';
  const closed = form.closedMessage || 'このフォームは現在、回答を受け付けていません。';
  return noticeBody(form, form.published ? closed : unpublished);
}

/** A form's title and one thing to say. */
export function noticeBody(form: FormState, text: string): Markup {
  return html`<div class="answer answer--end"><header class="answer__head"><h1 class="answer__title">${form.title}</h1></header><div
  class="end"><p class="end__text">${linked(text)}</p></div></div>`;
}

/** What stands after an answer was taken. */
export function doneBody(form: FormState, again: string, edit = ''): Markup {
  const text = form.confirmationMessage || '回答を受け付けました。ありがとうございました。';
  return html`<div class="answer answer--end"><header class="answer__head"><h1 class="answer__title">${form.title}</h1></header><div
  class="end"><svg class="end__mark" viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><circle cx="24" cy="24" r="22"/><path
  d="M15 24.5l6.5 6.5L34 18"/></svg><p class="end__lead">送信しました</p><div class="end__text">${linked(text)}</div>${
    form.allowResponseEdits && edit !== ''
      ? html`<p><a class="link" href="${edit}">回答を編集する</a></p>`
      : ''
  }${
    form.showLinkToRespondAgain ? html`<p><a class="link" href="${again}">別の回答を送信する</a></p>` : ''
  }</div></div>`;
}
