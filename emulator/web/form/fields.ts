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
    kind === 'radio' ? clearButton(item, [entryName(item.id)]) : ''
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

/** Drawn for this face, 24 × 24. */
const icons: Readonly<Record<string, { readonly path: string; readonly word: string }>> = {
  STAR: {
    path: 'M12 2.8l2.8 6 6.5.8-4.8 4.5 1.3 6.5L12 17.4l-5.8 3.2 1.3-6.5-4.8-4.5 6.5-.8z',
    word: '星',
  },
  HEART: {
    path: 'M12 20.6C5.5 15.9 2.6 12.4 2.6 8.7 2.6 5.8 4.8 3.8 7.4 3.8c1.9 0 3.6 1 4.6 2.7 1-1.7 2.7-2.7 4.6-2.7 2.6 0 4.8 2 4.8 4.9 0 3.7-2.9 7.200-9.4 11.9z',
    word: 'ハート',
  },
  THUMB_UP: {
    path: 'M2.8 10.5h3.7v10H2.8zM8.5 20.5v-10l4-7.7c1.6 0 2.5 1.1 2.300 2.7l-.6 3.8h5c1.4 0 2.300 1.200 2 2.5l-1.6 6.9c-.3 1.1-1.200 1.8-2.300 1.8z',
    word: 'いいね',
  },
};

function steps(low: number, high: number): string[] {
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => String(low + index));
}

const clearButton = (item: FormItemState, names: readonly string[]): Markup =>
  item.required
    ? html``
    : html`<button class="link-button" type="button" data-clear="${names.join(' ')}">選択を取り消す</button>`;

function step(item: FormItemState, value: string, context: FieldContext, face: Markup): Markup {
  return html`<label class="scale__step"><input type="radio" name="${entryName(item.id)}" value="${value}"${
    value === textOf(context.answer) ? html` checked` : ''
  }>${face}</label>`;
}

function scale(item: FormItemState, context: FieldContext): Markup {
  const { lowerLabel = '', upperLabel = '' } = item;
  const low = item.lower ?? 1;
  const high = item.upper ?? 5;
  const word = (value: number): Markup => {
    const label = value === low ? lowerLabel : value === high ? upperLabel : '';
    return label === '' ? html`` : html`<span class="visually-hidden">（${label}）</span>`;
  };
  return html`<div class="scale"><div class="scale__steps">${steps(low, high).map((value) =>
    step(item, value, context, html`<span class="scale__number">${value}${word(Number(value))}</span>`),
  )}</div>${
    lowerLabel === '' && upperLabel === ''
      ? ''
      : html`<div class="scale__ends" aria-hidden="true"><span>${lowerLabel}</span><span>${upperLabel}</span></div>`
  }</div>${clearButton(item, [entryName(item.id)])}`;
}

function rating(item: FormItemState, context: FieldContext): Markup {
  const kind = item.icon ?? 'STAR';
  const icon = icons[kind] ?? icons.STAR;
  return html`<div class="scale scale--rating rating--${kind.toLowerCase()}"><div class="scale__steps">${steps(
    1,
    item.upper ?? 5,
  ).map((value) =>
    step(
      item,
      value,
      context,
      html`<span class="rating__face"><svg viewBox="0 0 24 24" width="32" height="32" aria-hidden="true"><path d="${icon?.path}"/></svg><span
  class="rating__number" aria-hidden="true">${value}</span><span class="visually-hidden">${icon?.word} ${value}</span></span>`,
    ),
  )}</div></div>${clearButton(item, [entryName(item.id)])}`;
}

function grid(item: FormItemState, context: FieldContext, kind: 'radio' | 'checkbox'): Markup {
  const answer = Array.isArray(context.answer) ? context.answer : [];
  const { rows = [], columns = [] } = item;
  const on = (row: number, column: string): boolean => {
    const given = answer[row];
    return Array.isArray(given) ? given.includes(column) : given === column;
  };
  const cell = (row: string, index: number, column: string): Markup =>
    html`<td><label class="grid__cell"><input type="${kind}" name="${rowName(item.id, index)}" value="${column}"${
      on(index, column) ? html` checked` : ''
    } aria-label="${row}：${column}"><span class="choice__mark" aria-hidden="true"></span><span class="grid__text" aria-hidden="true">${column}</span></label></td>`;
  return html`<div class="grid-frame"><table class="grid"><thead><tr><td></td>${columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (row, index) =>
      html`<tr><th scope="row">${row}</th>${columns.map((column) => cell(row, index, column))}</tr>`,
  )}</tbody></table></div>${
    kind === 'radio'
      ? clearButton(
          item,
          rows.map((_, index) => rowName(item.id, index)),
        )
      : ''
  }`;
}

interface Part {
  readonly name: string;
  readonly label: string;
  readonly max: number;
}
const dayParts: readonly Part[] = [
  { name: 'month', label: '月', max: 12 },
  { name: 'day', label: '日', max: 31 },
];
const durationParts: readonly Part[] = [
  { name: 'hour', label: '時間', max: 72 },
  { name: 'minute', label: '分', max: 59 },
  { name: 'second', label: '秒', max: 59 },
];

function parts(item: FormItemState, context: FieldContext, fields: readonly Part[], split: string): Markup {
  const given = textOf(context.answer).split(split);
  return html`<div class="parts">${fields.map(
    ({ name, label, max }, index) =>
      html`<label class="part"><input class="input input--part" name="${partName(item.id, name)}" inputmode="numeric"
    autocomplete="off" maxlength="${String(max).length}" value="${given[index] ?? ''}"${aria(item, context)}><span>${label}</span></label>`,
  )}</div>`;
}

function dateField(item: FormItemState, context: FieldContext): Markup {
  if (item.includesYear !== false) {
    return html`<input class="input input--date" id="${inputId(item)}" type="date" name="${entryName(item.id)}" max="9999-12-31"
      value="${textOf(context.answer)}"${aria(item, context)}>`;
  }
  return parts(item, context, dayParts, '-');
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

/** True for one choice out of several: a screen reader hears of duty and fault at the group. */
export const isRadioGroup = (item: FormItemState): boolean =>
  item.type === 'MULTIPLE_CHOICE' || item.type === 'SCALE' || item.type === 'RATING';

/** The inputs of one item; nothing for kinds that ask nothing. */
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
      return scale(item, context);
    case 'RATING':
      return rating(item, context);
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
      return parts(item, context, durationParts, ':');
    case 'IMAGE':
    case 'VIDEO':
    case 'FILE_UPLOAD':
    case 'SECTION_HEADER':
    case 'PAGE_BREAK':
      return html``;
    default:
      return cannotHappen(item.type);
  }
}
