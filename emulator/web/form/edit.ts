/** A form as its owner sees it: structure, settings and responses; reading only. */
import { isQuestion } from '../../workspace/form-kinds.ts';
import type { FormItemState, FormState, FormValidation } from '../../workspace/model.ts';
import { html, type Markup } from '../core/html.ts';
import { respondPage } from '../core/respond.ts';
import { dateTime } from '../core/time.ts';
import type { Handler } from '../face.ts';
import { notFound } from '../missing.ts';
import type { Answer } from './entries.ts';
import { findForm } from './routes.ts';

const kindLabels: Readonly<Record<FormItemState['type'], string>> = {
  TEXT: '記述式',
  PARAGRAPH_TEXT: '段落',
  MULTIPLE_CHOICE: '単一選択',
  CHECKBOX: '複数選択',
  LIST: 'プルダウン',
  SCALE: '目盛り',
  RATING: '評価',
  GRID: '表（単一選択）',
  CHECKBOX_GRID: '表（複数選択）',
  DATE: '日付',
  DATETIME: '日付と時刻',
  TIME: '時刻',
  DURATION: '所要時間',
  SECTION_HEADER: '見出し',
  PAGE_BREAK: 'ページ',
  IMAGE: '画像',
  VIDEO: '動画',
  FILE_UPLOAD: 'ファイルのアップロード',
};

/** An answer in one line: several choices by 、, rows of a grid by their names. */
export function answerText(item: FormItemState, answer: Answer | undefined): string {
  if (answer === undefined) return '';
  if (typeof answer === 'string') return answer;
  if (item.type === 'GRID' || item.type === 'CHECKBOX_GRID') {
    return answer
      .map((row, index) =>
        row === null
          ? ''
          : `${item.rows?.[index] ?? index + 1}: ${typeof row === 'string' ? row : row.join('、')}`,
      )
      .filter((row) => row !== '')
      .join('／');
  }
  return answer.filter((one): one is string => typeof one === 'string').join('、');
}

function rule(validation: FormValidation | undefined): Markup {
  if (!validation) return html``;
  return html`<p class="quiet">条件 <code>${validation.method}(${validation.args.join(', ')})</code>${validation.helpText === '' ? '' : html` 「${validation.helpText}」`}</p>`;
}

function target(form: FormState, item: FormItemState): (value: string) => string {
  const titles = new Map(form.items.map((one) => [one.id, one.title]));
  return (value) => {
    const navigation = item.choices.find((choice) => choice.value === value)?.navigation;
    if (!navigation) return '';
    if (navigation.kind === 'page') return ` → ${titles.get(navigation.itemId) ?? '（削除されたページ）'}`;
    return navigation.kind === 'submit'
      ? ' → 送信'
      : navigation.kind === 'restart'
        ? ' → 最初のページ'
        : ' → 次のページ';
  };
}

function itemLine(form: FormState, item: FormItemState): Markup {
  const to = target(form, item);
  if (item.type === 'PAGE_BREAK') {
    return html`<li class="outline__page"><h3>${item.title}</h3>${item.help === '' ? '' : html`<p class="quiet">${item.help}</p>`}</li>`;
  }
  return html`<li class="outline__item"><div class="outline__head"><span class="outline__title">${item.title}</span><span class="tag">${kindLabels[item.type]}</span>${
    item.required ? html`<span class="tag tag--must">必須</span>` : ''
  }</div>${item.help === '' ? '' : html`<p class="quiet">${item.help}</p>`}${
    item.choices.length === 0
      ? ''
      : html`<ul class="outline__choices">${item.choices.map((choice) => html`<li>${choice.value}<span class="quiet">${to(choice.value)}</span></li>`)}${
          item.other ? html`<li>その他（自由記入）</li>` : ''
        }</ul>`
  }${rule(item.validation)}</li>`;
}

function responses(form: FormState): Markup {
  const items = form.items.filter(isQuestion);
  if (form.responses.length === 0) return html`<p class="empty">まだ回答はありません。</p>`;
  const last = [...form.responses].reverse().slice(0, 100);
  return html`<div class="table-frame" tabindex="0" aria-label="回答"><table class="table table--data"><thead><tr><th scope="col">日時</th>${
    form.collectEmail ? html`<th scope="col">メールアドレス</th>` : ''
  }${items.map((item) => html`<th scope="col">${item.title}</th>`)}</tr></thead><tbody>${last.map(
    (response) =>
      html`<tr><th scope="row" class="number">${dateTime(response.createdAt)}</th>${form.collectEmail ? html`<td>${response.email}</td>` : ''}${items.map(
        (item) => html`<td>${answerText(item, response.answers[item.id])}</td>`,
      )}</tr>`,
  )}</tbody></table></div>${form.responses.length > last.length ? html`<p class="quiet">新しい${last.length}件を表示しています。</p>` : ''}`;
}

/** The page. */
export const showEdit: Handler = (face, asked) => {
  const form = findForm(face, asked.params.id ?? '');
  if (!form) return notFound(face, asked);
  const yes = (on: boolean): string => (on ? 'はい' : 'いいえ');
  const name = face.runtime.workspace.state.files[form.id]?.name ?? form.title;
  const fact = (label: string, value: string): Markup => html`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const body = html`<div class="sheet-of-paper sheet-of-paper--wide"><p class="crumbs"><a class="link" href="/">← ホームへ戻る</a></p><header class="file-head"><h1 class="title">${name}</h1><a
  class="button button--main" href="/forms/${encodeURIComponent(form.publicId)}/viewform">回答者として開く</a></header><dl class="facts" data-live="facts">${fact(
    '公開',
    yes(form.published),
  )}${fact('受付', form.acceptingResponses ? '受付中' : '停止中')}${fact('回答', `${form.responses.length}件`)}${fact('メールアドレスの収集', yes(form.collectEmail))}${fact(
    '回答は1回だけ',
    yes(form.limitOneResponsePerUser),
  )}${fact('回答の編集', yes(form.allowResponseEdits))}</dl><h2 class="panel__title">回答</h2><div data-live="responses">${responses(
    form,
  )}</div><h2 class="panel__title">構成</h2><ol class="outline"><li class="outline__page"><h3>${form.title}</h3>${
    form.description === '' ? '' : html`<p class="quiet">${form.description}</p>`
  }</li>${form.items.map((item) => itemLine(form, item))}</ol></div>`;
  return respondPage(face, asked.person, { title: name, body });
};
