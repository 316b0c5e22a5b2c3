/** One card an item, and the head and foot of each page. */
import type { FormPage } from '../../../api.ts';
import { KINDS } from '../../../workspace/form-kinds.ts';
import { afterPage } from '../../../workspace/form-pages.ts';
import type { FormItemState } from '../../../workspace/model.ts';
import { html, type Markup, type Piece } from '../../core/html.ts';
import {
  area,
  type CardContext,
  kindFields,
  navigationValue,
  select,
  targets,
  text,
  toggle,
} from './fields.ts';
import { addable, kindLabels } from './words.ts';

export interface EditorView extends CardContext {
  /** Where edits are posted. */
  readonly action: string;
  /** Item whose card is open. */
  readonly open: string;
  /** What could not be done at the open card. */
  readonly fault: string;
}

/** A form of the editor: only what was changed in it is sent. */
export function editForm(view: EditorView, item: string, label: string, body: Piece): Markup {
  const fault = view.open === item ? view.fault : '';
  return html`<form class="card__form" method="post" action="${view.action}" data-edit aria-label="${label}"><input type="hidden" name="item"
  value="${item}"><button class="visually-hidden" name="do" value="save" tabindex="-1" aria-hidden="true">保存</button>${body}<p class="card__fault" role="alert" data-fault${
    fault === '' ? html` hidden` : ''
  }>${fault}</p></form>`;
}

export const saveButton = html`<button class="button button--main button--save" name="do" value="save">保存する</button><span class="card__said" role="status" data-said></span>`;

/** Two steps, so that nothing is lost by one wrong tap. */
function remove(summary: string, action: string, what: string, explain: string): Markup {
  return html`<details class="danger"><summary class="button button--small">${summary}</summary><div class="danger__box"><p>${explain}</p><button
  class="button button--danger" name="do" value="${action}">${what}</button></div></details>`;
}

const tool = (label: string, action: string, off = false): Markup =>
  html`<button class="button button--small" name="do" value="${action}"${off ? html` disabled` : ''}>${label}</button>`;

function targetWords(item: FormItemState, view: EditorView): (index: number) => string {
  const places = new Map(targets(view.form));
  return (index) => {
    const navigation = item.choices[index]?.navigation;
    return navigation === undefined
      ? ''
      : ` → ${places.get(navigationValue(navigation)) ?? '（削除されたページ）'}`;
  };
}

/** What a closed card tells beside its title. */
function gist(item: FormItemState, view: EditorView): string {
  const to = targetWords(item, view);
  const { grid, choices } = KINDS[item.type];
  if (choices !== 'none') {
    const words = item.choices.map((choice, index) => `${choice.value}${to(index)}`);
    return [...words, ...(item.other ? ['その他'] : [])].join('、');
  }
  if (grid) return `${(item.rows ?? []).join('、')} × ${(item.columns ?? []).join('、')}`;
  if (item.type === 'SCALE') return `${item.lower ?? 1}〜${item.upper ?? 5}`;
  if (item.type === 'RATING') return `${item.upper ?? 5}段階`;
  return item.help;
}

/** A question may become another kind of question; what asks nothing stays what it is. */
function kindSelect(item: FormItemState): Markup {
  if (!KINDS[item.type].question) return html``;
  const kinds = addable.filter((type) => KINDS[type].question);
  const options = kinds.map((type) => [type, kindLabels[type]] as const);
  return html`<div class="kind">${select('種類', 'kind', item.type, options, html` data-submit="kind"`)}<button class="button button--small kind__go" name="do"
  value="kind" data-keeps="kind">種類を変える</button></div>`;
}

function itemCard(item: FormItemState, number: string, view: EditorView): Markup {
  const id = String(item.id);
  const { question } = KINDS[item.type];
  const title = item.title || '無題';
  const index = view.form.items.indexOf(item);
  const line = gist(item, view);
  const focused = view.open === id && view.focus === 'title:0' ? html` autofocus` : '';
  const body = html`<div class="card__top">${text(question ? '質問' : '見出し', 'title', item.title, focused)}${kindSelect(item)}</div>${area(
    '説明',
    'help',
    item.help,
  )}${kindFields(item, view)}<div class="card__foot">${question ? toggle('必須にする', 'required', item.required) : ''}<div class="card__tools">${tool(
    '上へ移動',
    'up',
    index === 0,
  )}${tool('下へ移動', 'down', index === view.form.items.length - 1)}${tool('複製する', 'duplicate')}${remove(
    '削除',
    'delete',
    '削除する',
    question
      ? 'この質問と、フォームに残る回答が見られなくなります。回答シートの列は残ります。'
      : 'この項目を削除します。',
  )}</div><div class="card__save">${saveButton}</div></div>`;
  return html`<section class="card" id="item-${id}" aria-label="${title}"><details class="card__fold" name="card" data-item="${id}"${
    view.open === id ? html` open` : ''
  }><summary class="card__head"><span class="card__number">${number}</span><span class="card__words"><span class="card__title">${title}</span><span
  class="card__gist">${line}</span></span><span class="card__tags">${
    item.required ? html`<span class="tag tag--must">必須</span>` : ''
  }<span class="tag">${kindLabels[item.type]}</span></span></summary>${editForm(view, id, `${title} の編集`, body)}</details></section>`;
}

function pageHead(page: FormPage, index: number, count: number, view: EditorView): Markup {
  if (index === 0) return html``;
  const id = String(page.id);
  const title = page.title || '無題のページ';
  const focused = view.open === id && view.focus === 'title:0' ? html` autofocus` : '';
  const body = html`${text('ページのタイトル', 'title', page.title, focused)}${area('ページの説明', 'help', page.help)}<div class="card__foot"><div class="card__tools">${tool(
    'ページを上へ移動',
    'page-up',
    index === 1,
  )}${tool('ページを下へ移動', 'page-down', index === count - 1)}${tool('上のページとまとめる', 'page-merge')}${remove(
    'ページを削除',
    'page-delete',
    'ページと質問を削除する',
    'このページの質問も、いっしょに削除します。',
  )}</div><div class="card__save">${saveButton}</div></div>`;
  return html`<details class="card card--page card__fold" id="item-${id}" name="card" data-item="${id}"${view.open === id ? html` open` : ''}><summary
  class="card__head"><span class="card__words"><span class="card__title">${title}</span><span class="card__gist">${page.help}</span></span><span
  class="card__tags"><span class="tag">ページ</span></span></summary>${editForm(view, id, `${title} の編集`, body)}</details>`;
}

function pageFoot(page: FormPage, index: number, count: number, view: EditorView): Markup {
  const id = String(page.id);
  const after =
    index === count - 1
      ? html`<p class="quiet">最後のページのあとは、送信します。</p>`
      : editForm(
          view,
          id,
          `ページ ${index + 1} のあと`,
          html`${select('このページのあと', 'after', navigationValue(afterPage(view.form, page.id)), targets(view.form))}<span class="card__said"
  role="status" data-said></span><noscript>${saveButton}</noscript>`,
        );
  return html`<div class="page-foot"><form class="adder" method="post" action="${view.action}" aria-label="ページ ${index + 1} に追加"><input type="hidden"
  name="item" value="${id}">${select(
    '追加する項目',
    'kind',
    'TEXT',
    addable.map((type) => [type, kindLabels[type]] as const),
  )}<button class="button button--quiet" name="do" value="add">項目を追加</button><button class="button button--quiet" name="do"
  value="page-add">ページを追加</button></form>${after}</div>`;
}

/** All pages with their cards. */
export function pageCards(pages: readonly FormPage[], view: EditorView): Markup {
  let question = 0;
  const number = (item: FormItemState): string => {
    if (!KINDS[item.type].question) return '';
    question += 1;
    return String(question);
  };
  return html`${pages.map(
    (page, index) =>
      html`<section class="edit-page" aria-label="ページ ${index + 1}"><h2 class="edit-page__number">ページ ${index + 1} / ${pages.length}</h2>${pageHead(
        page,
        index,
        pages.length,
        view,
      )}${page.items.map((item) => itemCard(item, number(item), view))}${pageFoot(page, index, pages.length, view)}</section>`,
  )}`;
}
