/** The editor of a form: its questions, its answers, its settings; and the one address that takes every edit. */
import { formPages } from '../../../workspace/form-walk.ts';
import type { FormState } from '../../../workspace/model.ts';
import { html, type Markup, scriptJson } from '../../core/html.ts';
import { redirect, respondJson, respondPage } from '../../core/respond.ts';
import { type Answered, type Asked, accountOf, type Face, type Handler } from '../../face.ts';
import { notFound } from '../../missing.ts';
import { dialogs, menus, sidePanel } from '../../rpc/panels.ts';
import { effectsOfAll } from '../../rpc/routes.ts';
import { responses } from '../responses.ts';
import { findForm } from '../routes.ts';
import { applyEdit } from './apply.ts';
import { type EditorView, editForm, pageCards, saveButton } from './cards.ts';
import { area, text } from './fields.ts';
import { settingsBody, stateChip } from './settings.ts';
import { saidLabels } from './words.ts';

const tabs = [
  ['questions', '質問'],
  ['responses', '回答'],
  ['settings', '設定'],
] as const;
type Tab = (typeof tabs)[number][0];

const tabOf = (values: URLSearchParams): Tab =>
  tabs.find(([id]) => id === values.get('tab'))?.[0] ?? 'questions';
const addressOf = (form: FormState): string => `/forms/${encodeURIComponent(form.id)}/edit`;

function viewOf(face: Face, form: FormState, open: string, focus: string, fault: string): EditorView {
  const files = Object.values(face.runtime.workspace.state.files);
  return {
    form,
    open,
    focus,
    fault,
    action: addressOf(form),
    pictures: files
      .filter((file) => /^image\/(png|jpeg|gif)$/.test(file.mimeType) && !file.trashed)
      .map(({ id, name }) => ({ id, name })),
  };
}

function questions(view: EditorView): Markup {
  const { form } = view;
  const head = html`<section class="card card--plain" aria-label="フォームのタイトルと説明">${editForm(
    view,
    '',
    'タイトルと説明',
    html`${text('フォームのタイトル', 'title', form.title)}${area('フォームの説明', 'description', form.description)}<div class="card__save">${saveButton}</div>`,
  )}</section>`;
  return html`<div data-live="items" data-steady>${head}${pageCards(formPages(form), view)}</div>`;
}

function answers(face: Face, form: FormState): Markup {
  const { destination } = form;
  const book =
    destination === undefined ? undefined : face.runtime.workspace.state.files[destination.spreadsheetId];
  return html`${
    book === undefined
      ? html`<p class="quiet">回答シートは、まだありません。</p>`
      : html`<p><a class="link" href="/sheets/${encodeURIComponent(book.id)}">回答シート「${book.name}」を開く</a></p>`
  }<div data-live="responses">${responses(form)}</div>`;
}

function show(face: Face, asked: Asked, view: EditorView, tab: Tab, said: string): Answered {
  const { form } = view;
  const name = face.runtime.workspace.state.files[form.id]?.name ?? form.title;
  const nav = tabs.map(([id, label]) => {
    const count = id === 'responses' ? ` ${form.responses.length}件` : '';
    return html`<a class="form-tabs__tab" href="${addressOf(form)}${id === 'questions' ? '' : `?tab=${id}`}"${
      id === tab ? html` aria-current="page"` : ''
    }>${label}${count}</a>`;
  });
  const panel =
    tab === 'questions'
      ? questions(view)
      : tab === 'responses'
        ? answers(face, form)
        : html`<div data-live="settings" data-steady>${settingsBody(view)}</div>`;
  // As in a sheet, opening the editor runs `onOpen`: an add-on builds its menu. A refresh of the page does not open it.
  const user = accountOf(face, asked.person);
  const opened = asked.query.has('live') ? [] : face.runtime.openFile({ id: form.id, type: 'form' }, user);
  const built = menus(opened.flatMap((run) => run.ui.menus));
  const body = html`<div class="form-host" data-form="${form.id}"><div class="editor"><div class="form-top"><p class="crumbs"><a class="link" href="/">← ホームへ戻る</a></p><div class="menus">${built}</div></div><header class="file-head"><h1 class="title">${name}</h1><a
  class="button button--main" href="/forms/${encodeURIComponent(form.publicId)}/viewform">回答者として開く</a></header><p data-live="facts">${stateChip(
    view,
  )}</p><nav class="form-tabs" aria-label="フォーム" data-live="tabs">${nav}</nav><p class="editor__said" role="status">${saidLabels[said] ?? ''}</p>${panel}</div>${sidePanel(null)}${dialogs}<script type="application/json" data-start>${scriptJson({ effects: effectsOfAll(opened) })}</script></div>`;
  const status = view.fault === '' ? 200 : 422;
  const worker = face.product.people.find((one) => one.email === user) ?? asked.person;
  return respondPage(face, worker, { title: name, body, script: 'editor' }, status);
}

/** The page, with the tab, the open card and what was just done taken from the address. */
export const showEditor: Handler = (face, asked) => {
  const form = findForm(face, asked.params.id ?? '');
  if (!form) return notFound(face, asked);
  const { query } = asked;
  const view = viewOf(face, form, query.get('open') ?? 'none', query.get('focus') ?? '', '');
  return show(face, asked, view, tabOf(query), query.get('said') ?? '');
};

/** One edit. Scripts get JSON; a form that is simply sent is led back to its card. */
export const editTheForm: Handler = (face, asked) => {
  const form = findForm(face, asked.params.id ?? '');
  if (!form) return notFound(face, asked);
  const edited = applyEdit(face.runtime.workspace, form, asked.fields);
  if (asked.wantsJson) return respondJson({ ok: edited.ok, message: edited.message });
  const tab = tabOf(asked.fields);
  if (!edited.ok) {
    return show(face, asked, viewOf(face, form, edited.open, '', edited.message), tab, '');
  }
  const query = new URLSearchParams();
  if (tab !== 'questions') query.set('tab', tab);
  if (edited.open !== '') query.set('open', edited.open);
  if (edited.focus !== '') query.set('focus', edited.focus);
  query.set('said', edited.said);
  // A browser that goes to a place on the page takes the focus from an input that should have it.
  const place = edited.open === '' || edited.focus !== '' ? '' : `#item-${edited.open}`;
  return redirect(`${addressOf(form)}?${query}${place}`);
};
