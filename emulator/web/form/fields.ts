/** The inputs of one question, by kind. Every input carries what was answered before, so nothing typed is ever lost. */
import { entryName, otherName, otherValue, partName, rowName } from '../../workspace/form-entries.ts';
import type { FormItemState } from '../../workspace/model.ts';
import { html, type Markup } from '../core/html.ts';
import { type Answer, cannotHappen } from './entries.ts';
import { hintOf } from './hints.ts';

export interface FieldContext {
  readonly answer: Answer | undefined;
  /** Ids of the help and message elements, for `aria-describedby`. */
  readonly describedBy: string;
  readonly invalid: boolean;
}

const textOf = (answer: Answer | undefined): string => (typeof answer === 'string' ? answer : '');
const listOf = (answer: Answer | undefined): string[] =>
  Array.isArray(answer) ? answer.flatMap((one) => (typeof one === 'string' ? [one] : [])) : [];
const inputId = (item: FormItemState): string => `f${item.id}`;

/** The attributes that tell a screen reader about help, fault and duty. */
function aria(item: FormItemState, context: FieldContext): Markup {
  return html` aria-describedby="${context.describedBy}"${item.required ? html` aria-required="true"` : ''}${
    context.invalid ? html` aria-invalid="true"` : ''
  }`;
}

function shortText(item: FormItemState, context: FieldContext): Markup {
  const hint = hintOf(item);
  const plain = hint.plain ? html` autocapitalize="off" spellcheck="false"` : '';
  return html`<input class="input" id="${inputId(item)}" name="${entryName(item.id)}" type="${hint.type}"
    inputmode="${hint.inputmode}" autocomplete="${hint.autocomplete}"${plain}
    value="${textOf(context.answer)}"${aria(item, context)}>`;
}

function paragraph(item: FormItemState, context: FieldContext): Markup {
  return html`<textarea class="input input--long" id="${inputId(item)}" name="${entryName(item.id)}" rows="3"${aria(item, context)}>
${textOf(context.answer)}</textarea>`;
}

function choiceRow(item: FormItemState, kind: 'radio' | 'checkbox', value: string, on: boolean): Markup {
  return html`<label class="choice"><input type="${kind}" name="${entryName(item.id)}" value="${value}"${
    on ? html` checked` : ''
  }><span class="choice__mark" aria-hidden="true"></span><span class="choice__text">${value}</span></label>`;
}

function otherRow(item: FormItemState, kind: 'radio' | 'checkbox', typed: string): Markup {
  return html`<div class="choice choice--other"><label class="choice__pick"><input type="${kind}" name="${entryName(item.id)}"
    value="${otherValue}"${typed === '' ? '' : html` checked`}><span class="choice__mark" aria-hidden="true"></span><span
    class="choice__text">その他</span></label><input class="input input--other" name="${otherName(item.id)}" value="${typed}"
    aria-label="その他の内容" autocomplete="off" data-other></div>`;
}

function choices(item: FormItemState, context: FieldContext, kind: 'radio' | 'checkbox'): Markup {
  const known = new Set(item.choices.map((choice) => choice.value));
  const answered =
    kind === 'radio' ? [textOf(context.answer)].filter((one) => one !== '') : listOf(context.answer);
  const typed = item.other ? answered.filter((one) => !known.has(one)).join('、') : '';
  return html`<div class="choices">${item.choices.map((choice) =>
    choiceRow(item, kind, choice.value, answered.includes(choice.value)),
  )}${item.other ? otherRow(item, kind, typed) : ''}</div>${
    kind === 'radio' && !item.required
      ? html`<button class="link-button" type="button" data-clear="${entryName(item.id)}">選択を取り消す</button>`
      : ''
  }`;
}

function list(item: FormItemState, context: FieldContext): Markup {
  const answer = textOf(context.answer);
  return html`<div class="select"><select class="input" id="${inputId(item)}" name="${entryName(item.id)}"${aria(item, context)}>
    <option value="">選択してください</option>${item.choices.map(
      (choice) =>
        html`<option value="${choice.value}"${choice.value === answer ? html` selected` : ''}>${choice.value}</option>`,
    )}</select></div>`;
}

function scale(item: FormItemState, context: FieldContext, rating: boolean): Markup {
  const low = rating ? 1 : (item.lower ?? 1);
  const high = item.upper ?? 5;
  const answer = textOf(context.answer);
  const steps = Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => String(low + index));
  return html`<div class="scale${rating ? ' scale--rating' : ''}"><span class="scale__end">${item.lowerLabel ?? ''}</span><div class="scale__steps">${steps.map(
    (step) =>
      html`<label class="scale__step"><input type="radio" name="${entryName(item.id)}" value="${step}"${
        step === answer ? html` checked` : ''
      }><span class="scale__number">${rating ? html`<span aria-hidden="true">★</span><span class="visually-hidden">${step}</span>` : step}</span></label>`,
  )}</div><span class="scale__end">${item.upperLabel ?? ''}</span></div>`;
}

function grid(item: FormItemState, context: FieldContext, kind: 'radio' | 'checkbox'): Markup {
  const answer = Array.isArray(context.answer) ? context.answer : [];
  const columns = item.columns ?? [];
  const on = (row: number, column: string): boolean => {
    const given = answer[row];
    return Array.isArray(given) ? given.includes(column) : given === column;
  };
  return html`<div class="grid" role="group">${(item.rows ?? []).map(
    (row, index) =>
      html`<fieldset class="grid__row"><legend class="grid__label">${row}</legend><div class="grid__cells">${columns.map(
        (column) =>
          html`<label class="grid__cell"><input type="${kind}" name="${rowName(item.id, index)}" value="${column}"${
            on(index, column) ? html` checked` : ''
          }><span class="choice__mark" aria-hidden="true"></span><span class="grid__text">${column}</span></label>`,
      )}</div></fieldset>`,
  )}</div>`;
}

function part(item: FormItemState, name: string, label: string, value: string, max: number): Markup {
  return html`<label class="part"><input class="input input--part" name="${partName(item.id, name)}" inputmode="numeric"
    autocomplete="off" maxlength="${String(max).length}" value="${value}"><span>${label}</span></label>`;
}

function dateField(item: FormItemState, context: FieldContext): Markup {
  if (item.includesYear !== false) {
    return html`<input class="input input--date" id="${inputId(item)}" type="date" name="${entryName(item.id)}" max="9999-12-31"
      value="${textOf(context.answer)}"${aria(item, context)}>`;
  }
  const [month = '', day = ''] = textOf(context.answer).split('-');
  return html`<div class="parts">${part(item, 'month', '月', month, 12)}${part(item, 'day', '日', day, 31)}</div>`;
}

function durationField(item: FormItemState, context: FieldContext): Markup {
  const [hour = '', minute = '', second = ''] = textOf(context.answer).split(':');
  return html`<div class="parts">${part(item, 'hour', '時間', hour, 999)}${part(item, 'minute', '分', minute, 59)}${part(
    item,
    'second',
    '秒',
    second,
    59,
  )}</div>`;
}

/** True for kinds whose label cannot point at one input (several inputs under one question). */
export function isGroup(item: FormItemState): boolean {
  return (
    ['MULTIPLE_CHOICE', 'CHECKBOX', 'SCALE', 'RATING', 'GRID', 'CHECKBOX_GRID', 'DURATION'].includes(
      item.type,
    ) ||
    (item.type === 'DATE' && item.includesYear === false)
  );
}

/** The inputs of one item; kinds that ask nothing give a picture or nothing. */
export function field(item: FormItemState, context: FieldContext): Markup {
  switch (item.type) {
    case 'TEXT':
      return shortText(item, context);
    case 'PARAGRAPH_TEXT':
      return paragraph(item, context);
    case 'MULTIPLE_CHOICE':
      return choices(item, context, 'radio');
    case 'CHECKBOX':
      return choices(item, context, 'checkbox');
    case 'LIST':
      return list(item, context);
    case 'SCALE':
      return scale(item, context, false);
    case 'RATING':
      return scale(item, context, true);
    case 'GRID':
      return grid(item, context, 'radio');
    case 'CHECKBOX_GRID':
      return grid(item, context, 'checkbox');
    case 'DATE':
      return dateField(item, context);
    case 'DATETIME':
      return html`<input class="input input--date" id="${inputId(item)}" type="datetime-local" name="${entryName(item.id)}"
        max="9999-12-31T23:59" value="${textOf(context.answer).replace(' ', 'T')}"${aria(item, context)}>`;
    case 'TIME':
      return html`<input class="input input--date" id="${inputId(item)}" type="time" name="${entryName(item.id)}"
        value="${textOf(context.answer)}"${aria(item, context)}>`;
    case 'DURATION':
      return durationField(item, context);
    case 'IMAGE':
      return html`<div class="media" role="img" aria-label="${item.title || '画像'}">画像</div>`;
    case 'VIDEO':
      return html`<div class="media media--video" role="img" aria-label="${item.title || '動画'}">動画</div>`;
    case 'FILE_UPLOAD':
    case 'SECTION_HEADER':
    case 'PAGE_BREAK':
      return html``;
    default:
      return cannotHappen(item.type);
  }
}
