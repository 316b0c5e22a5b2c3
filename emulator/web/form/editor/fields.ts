/** The inputs of an item's card, by what its kind can carry. Names are those that `read.ts` knows. */
import { RATING_LEVELS, SCALE } from '../../../workspace/form-edit.ts';
import { KINDS } from '../../../workspace/form-kinds.ts';
import { argumentsOf, rulesOf } from '../../../workspace/form-rules.ts';
import type { FormItemState, FormState, Navigation } from '../../../workspace/model.ts';
import { html, type Markup, type Piece } from '../../core/html.ts';
import { iconLabels, ruleLabels } from './words.ts';

export interface CardContext {
  readonly form: FormState;
  /** `choice:2` — the input to write into, '' for none. */
  readonly focus: string;
  /** Pictures in Drive, id and name. */
  readonly pictures: readonly { readonly id: string; readonly name: string }[];
}

const on = (yes: boolean, word: 'checked' | 'selected' | 'autofocus'): Markup =>
  yes ? html` ${word}` : html``;

export function text(label: string, name: string, value: string, rest: Piece = ''): Markup {
  return html`<label class="field"><span class="field__label">${label}</span><input class="input" name="${name}" value="${value}" autocomplete="off"${rest}></label>`;
}

/** The inputs name themselves: words of a label around them would be mixed with what stands in them. */
export function area(label: string, name: string, value: string): Markup {
  return html`<div class="field"><span class="field__label" aria-hidden="true">${label}</span><textarea class="input input--area" name="${name}" aria-label="${label}" rows="2">
${value}</textarea></div>`;
}

/** A switch: 0 always, 1 after it when on. */
export function toggle(label: string, name: string, value: boolean, group = name, rest: Piece = ''): Markup {
  const together = html` data-group="${group}"`;
  return html`<label class="switch"><input type="hidden" name="${name}" value="0" data-companion${together}><input type="checkbox" name="${name}" value="1"${together}${on(
    value,
    'checked',
  )}${rest}><span>${label}</span></label>`;
}

export type Option = readonly [value: string, label: string];

export function select(
  label: string,
  name: string,
  value: string,
  options: readonly Option[],
  rest: Piece = '',
): Markup {
  return html`<div class="field"><span class="field__label" aria-hidden="true">${label}</span><span class="select"><select class="input" name="${name}" aria-label="${label}"${rest}>${options.map(
    ([one, word]) => html`<option value="${one}"${on(one === value, 'selected')}>${word}</option>`,
  )}</select></span></div>`;
}

export function iconButton(label: string, action: string, sign: string, keeps: string, off = false): Markup {
  return html`<button class="mini" name="do" value="${action}" aria-label="${label}" title="${label}" data-keeps="${keeps}"${
    off ? html` disabled` : ''
  }>${sign}</button>`;
}

export const navigationValue = (to: Navigation | undefined): string =>
  to === undefined ? 'continue' : to.kind === 'page' ? `page:${to.itemId}` : to.kind;

/** Places to go to, in the order of the form. */
export function targets(form: FormState): Option[] {
  const pages = form.items.filter((item) => item.type === 'PAGE_BREAK');
  return [
    ['continue', '次のページに進む'],
    ...pages.map(
      (page, index): Option => [
        `page:${page.id}`,
        `ページ ${index + 2}「${page.title || '無題のページ'}」に移動`,
      ],
    ),
    ['restart', '最初のページに戻る'],
    ['submit', '送信する'],
  ];
}

interface Lines {
  readonly word: string;
  readonly name: 'choice' | 'row' | 'column';
  readonly values: readonly string[];
  readonly mark: string;
  /** What stands behind each line. */
  readonly after?: (index: number) => Markup;
}

function lines({ word, name, values, mark, after }: Lines, focus: string): Markup {
  return html`<div class="lines" role="group" aria-label="${word}"><span class="field__label" aria-hidden="true">${word}</span>${values.map(
    (value, index) => {
      const label = `${word} ${index + 1}`;
      return html`<div class="line"><span class="line__mark line__mark--${mark}" aria-hidden="true">${mark === 'number' ? index + 1 : ''}</span><input
  class="input" name="${name}" value="${value}" aria-label="${label}" autocomplete="off" data-group="${name}"${on(
    focus === `${name}:${index}`,
    'autofocus',
  )}><span class="line__tools">${iconButton(`${label} を上へ`, `${name}-up:${index}`, '↑', name, index === 0)}${iconButton(
    `${label} を下へ`,
    `${name}-down:${index}`,
    '↓',
    name,
    index === values.length - 1,
  )}${iconButton(`${label} を削除`, `${name}-delete:${index}`, '×', name, values.length === 1)}</span>${after?.(index) ?? ''}</div>`;
    },
  )}<button class="button button--small" name="do" value="${name}-add" data-keeps="${name}">${word}を追加</button></div>`;
}

function choices(item: FormItemState, { form, focus }: CardContext): Markup {
  const { choices: kind, branches, other } = KINDS[item.type];
  if (kind === 'none') return html``;
  const branching = item.choices.some((choice) => choice.navigation !== undefined);
  const places = targets(form);
  const mark = item.type === 'LIST' ? 'number' : kind === 'one' ? 'radio' : 'box';
  const after = (index: number): Markup =>
    html`<span class="select line__target"><select class="input" name="target" data-group="choice" aria-label="選択肢 ${index + 1} のあと">${places.map(
      ([value, word]) =>
        html`<option value="${value}"${on(value === navigationValue(item.choices[index]?.navigation), 'selected')}>${word}</option>`,
    )}</select></span>`;
  const values = item.choices.map((choice) => choice.value);
  return html`${lines({ word: '選択肢', name: 'choice', values, mark, ...(branching ? { after } : {}) }, focus)}<div class="switches">${
    other ? toggle('「その他」を加える', 'other', item.other) : ''
  }${branches ? toggle('回答に応じてページを移動する', 'branching', branching, 'choice', html` data-submit="save"`) : ''}</div>`;
}

function grid(item: FormItemState, { focus }: CardContext): Markup {
  if (!KINDS[item.type].grid) return html``;
  const mark = item.type === 'GRID' ? 'radio' : 'box';
  return html`<div class="pair">${lines({ word: '行', name: 'row', values: item.rows ?? [], mark: 'number' }, focus)}${lines(
    { word: '列', name: 'column', values: item.columns ?? [], mark },
    focus,
  )}</div>`;
}

const span = (from: number, to: number): Option[] =>
  Array.from({ length: to - from + 1 }, (_, index) => [String(from + index), String(from + index)]);

function scale(item: FormItemState): Markup {
  if (item.type === 'RATING') {
    const { from, to } = RATING_LEVELS;
    return html`<div class="pair">${select('段階', 'upper', String(item.upper ?? 5), span(from, to))}${select(
      'アイコン',
      'icon',
      item.icon ?? 'STAR',
      Object.entries(iconLabels),
    )}</div>`;
  }
  if (item.type !== 'SCALE') return html``;
  const { from, to } = SCALE.upper;
  return html`<div class="pair">${select('いちばん小さい数', 'lower', String(item.lower ?? 1), span(0, 1))}${select(
    'いちばん大きい数',
    'upper',
    String(item.upper ?? 5),
    span(from, to),
  )}${text('小さい側のことば', 'lowerLabel', item.lowerLabel ?? '')}${text('大きい側のことば', 'upperLabel', item.upperLabel ?? '')}</div>`;
}

function rule(item: FormItemState): Markup {
  const names = rulesOf(KINDS[item.type].rules);
  if (names.length === 0) return html``;
  const { method = '', args = [], helpText = '' } = item.validation ?? {};
  const count = argumentsOf(method)?.length ?? 0;
  const group = html` data-group="rule"`;
  const value = (n: 1 | 2): Markup =>
    html`<div data-rule-value="${n}"${n > count ? html` hidden` : ''}>${text(n === 1 ? '条件の値' : '条件の値（まで）', `rule${n}`, String(args[n - 1] ?? ''), group)}</div>`;
  return html`<details class="more"${item.validation === undefined ? '' : html` open`}><summary>回答の条件</summary><div class="pair"><div
  class="field"><span class="field__label" aria-hidden="true">条件</span><span class="select"><select class="input" name="rule" aria-label="条件" data-group="rule" data-rule>${[
    '',
    ...names,
  ].map(
    (name) =>
      html`<option value="${name}" data-values="${argumentsOf(name)?.length ?? 0}"${on(name === method, 'selected')}>${
        name === '' ? '条件なし' : ruleLabels[name]
      }</option>`,
  )}</select></span></div>${value(1)}${value(2)}${text('条件に合わないときのことば', 'ruleText', helpText, group)}</div></details>`;
}

const alignments: readonly Option[] = [
  ['LEFT', '左'],
  ['CENTER', '中央'],
  ['RIGHT', '右'],
];

function shown(item: FormItemState, { pictures }: CardContext): Markup {
  if (item.type === 'VIDEO') return text('YouTube のアドレス', 'mediaUrl', item.mediaUrl ?? '');
  if (item.type !== 'IMAGE') return html``;
  const files = pictures.map(({ id, name }): Option => [id, name]);
  return html`<div class="pair">${select(
    'ドライブの画像',
    'picture',
    '',
    [['', files.length === 0 ? 'ドライブに画像がありません' : '選んでください'], ...files],
    html` data-submit="save"`,
  )}${select('位置', 'alignment', item.alignment ?? 'LEFT', alignments)}</div>`;
}

/** Everything of a card that depends on its kind. */
export function kindFields(item: FormItemState, context: CardContext): Markup {
  const year =
    item.type === 'DATE' || item.type === 'DATETIME'
      ? html`<div class="switches">${toggle('年を入れる', 'includesYear', item.includesYear !== false)}</div>`
      : '';
  return html`${choices(item, context)}${grid(item, context)}${scale(item)}${year}${shown(item, context)}${rule(item)}`;
}
