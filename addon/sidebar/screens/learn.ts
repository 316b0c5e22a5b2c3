/** 配置を覚えさせる: what each column of the chamber's own file holds, proposed by the kit and put right by a person. */
import type { LearnedColumnView, LearnView } from '../../view/ledger-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { inputValue } from '../dom/patch.ts';
import { div, h2, ol, p, span } from '../dom/tags.ts';
import { count } from '../format.ts';
import { doubleKeys } from '../layout-check.ts';
import { provisionalMark } from '../parts/badge.ts';
import { button, heading } from '../parts/button.ts';
import { field } from '../parts/field.ts';
import { fileChoice } from '../parts/file-choice.ts';
import { issueList } from '../parts/issues.ts';
import { layoutNote } from '../parts/layout-note.ts';
import { walkLine } from '../parts/walk.ts';
import type { State } from '../state.ts';

/** Below this, a proposal is worth a second look (per cent). */
const sure = 80;

export function learnScreen(state: State, actions: Actions): VNode {
  const { view, saved, from } = state.learn;
  return div(
    'screen',
    walkLine(state, from === 'csv' ? 'CSVに戻る' : '取込みに戻る', () => actions.back()),
    heading('配置を覚えさせる'),
    saved !== null
      ? savedPart(state, saved, actions)
      : [
          p(
            'lead',
            '基幹システムから出したCSVを1つ読ませると、どの列が何かを覚えます。取込みと出力の両方に使えます。',
          ),
          fileChoice(state, actions),
          state.file.fileId !== '' &&
            button(state, {
              label: '列を読み取る',
              work: 'learn',
              working: '列を調べています…',
              look: view.value === null ? 'primary' : 'plain',
              wide: true,
              onPress: () => void actions.learnLayout(),
            }),
          view.value !== null && columnsPart(state, view.value, actions),
        ],
  );
}

function columnsPart(state: State, view: LearnView, actions: Actions): VNode {
  const { choices, name, fault } = state.learn;
  const twice = doubleKeys(choices);
  const taken = Object.values(choices).filter((key) => key !== '').length;
  return h(
    'section',
    { class: 'stack', 'aria-label': '列の読み方', key: 'columns' },
    h('h2', { id: 'columns-heading', tabindex: -1 }, '2. 列を確かめる'),
    p('hint', `${view.shape}　${count(view.rows)}行　${view.columns.length}列のうち${taken}列を使います。`),
    view.report.length > 0 && issueList(view.report),
    ol(
      'cards',
      view.columns.map((column) => columnCard(state, view, column, twice, actions)),
    ),
    div(
      'card',
      h2('', '3. 名前を付けて覚える'),
      field({
        id: 'layout-name',
        label: '配置の名前',
        value: name,
        placeholder: '例：基幹システムの会員一覧',
        onInput: (text) => actions.nameLayout(text),
      }),
      fault !== '' && h('p', { class: 'fault', id: 'learn-fault', tabindex: -1, role: 'alert' }, fault),
      button(state, {
        label: 'この配置を覚える',
        work: 'save-layout',
        working: '覚えています…',
        look: 'primary',
        wide: true,
        onPress: () => void actions.saveLayout(),
      }),
    ),
  );
}

function columnCard(
  state: State,
  view: LearnView,
  column: LearnedColumnView,
  twice: ReadonlySet<string>,
  actions: Actions,
): VNode {
  const key = state.learn.choices[column.index] ?? '';
  const id = `column-${column.index}`;
  const double = twice.has(key);
  const proposals = [{ key: column.key, confidence: column.confidence }, ...column.others];
  const at = proposals.find((one) => one.key === key);
  const first = column.others.map((one) => one.key).filter((other) => other !== column.key);
  const near = new Set([column.key, ...first]);
  const labelOf = (wanted: string): string => view.fields.find((one) => one.key === wanted)?.label ?? wanted;
  const option = (value: string): VNode => h('option', { key: value, value }, labelOf(value));
  return h(
    'li',
    { class: double ? 'card card-error' : 'card', key: id },
    div(
      'card-head',
      h('label', { for: id, class: 'strong data' }, column.header === '' ? '（見出しなし）' : column.header),
      key === ''
        ? span('mark mark-neutral', '使わない')
        : key !== column.key
          ? span('mark mark-good', '自分で選択')
          : span(
              `mark mark-${column.confidence >= sure ? 'good' : 'warning'}`,
              `${column.groundLabel} ${at?.confidence ?? 0}%`,
            ),
    ),
    column.examples.length > 0 &&
      p('hint data clip', `例：${column.examples.filter((one) => one !== '').join('、')}`),
    h(
      'select',
      {
        id,
        class: 'input',
        value: key,
        'aria-invalid': double ? 'true' : undefined,
        on: { change: (event) => actions.chooseColumn(column.index, inputValue(event)) },
      },
      h('option', { key: '', value: '' }, '取り込まない'),
      near.size > (near.has('') ? 1 : 0) &&
        h('optgroup', { label: 'おすすめ', key: 'near' }, [...near].filter((one) => one !== '').map(option)),
      h(
        'optgroup',
        { label: 'すべての項目', key: 'all' },
        view.fields.filter((one) => !near.has(one.key)).map((one) => option(one.key)),
      ),
    ),
    double && p('fault', `「${labelOf(key)}」は、ほかの列にも当てています。`),
  );
}

function savedPart(
  state: State,
  saved: NonNullable<State['learn']['saved']>,
  actions: Actions,
): readonly VNode[] {
  return [
    h(
      'section',
      { class: 'card', 'aria-label': '覚えた配置', key: 'saved' },
      h2('data', saved.name),
      p(
        'marks',
        saved.verified ? span('mark mark-good', '確かめ済み') : provisionalMark(false),
        'これからは、この配置を選べます。',
      ),
      saved.note !== '' && p('hint data', saved.note),
      button(state, {
        label: state.learn.from === 'csv' ? 'CSVに戻る' : '取込みに戻る',
        look: 'primary',
        wide: true,
        onPress: () => actions.leaveLearn(),
      }),
    ),
    ...(saved.verified ? [] : [layoutNote(state, saved.id, actions)]),
  ];
}
