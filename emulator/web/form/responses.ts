/** The answers to a form as its owner sees them: a table, the newest first. */
import { isQuestion } from '../../workspace/form-kinds.ts';
import type { FormItemState, FormState } from '../../workspace/model.ts';
import { html, type Markup } from '../core/html.ts';
import { dateTime } from '../core/time.ts';
import type { Answer } from './entries.ts';

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

/** The last hundred answers. */
export function responses(form: FormState): Markup {
  const items = form.items.filter(isQuestion);
  if (form.responses.length === 0) return html`<p class="empty">まだ回答はありません。</p>`;
  const last = [...form.responses].reverse().slice(0, 100);
  return html`<div class="table-frame" role="region" tabindex="0" aria-label="回答"><table class="table table--data"><thead><tr><th scope="col">日時</th>${
    form.collectEmail ? html`<th scope="col">メールアドレス</th>` : ''
  }${items.map((item) => html`<th scope="col">${item.title}</th>`)}</tr></thead><tbody>${last.map(
    (response) =>
      html`<tr><th scope="row" class="number">${dateTime(response.createdAt)}</th>${form.collectEmail ? html`<td>${response.email}</td>` : ''}${items.map(
        (item) => html`<td>${answerText(item, response.answers[item.id])}</td>`,
      )}</tr>`,
  )}</tbody></table></div>${form.responses.length > last.length ? html`<p class="quiet">新しい${last.length}件を表示しています。</p>` : ''}`;
}
