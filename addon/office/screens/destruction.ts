/** What would be destroyed, with counts and the oldest day, the confirmation that is typed, and what it came to. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { inputValue } from '../../sidebar/dom/patch.ts';
import { div, h2, li, p, span, ul } from '../../sidebar/dom/tags.ts';
import { cases, count, day } from '../../sidebar/format.ts';
import { button } from '../../sidebar/parts/button.ts';
import { issueList } from '../../sidebar/parts/issues.ts';
import { card } from '../../sidebar/parts/page.ts';
import type { DestructionPreview, DestructionReport } from '../../view/retention-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { previewId, typedId } from '../actions/retention.ts';
import type { State } from '../state.ts';

export function destructionCard(state: State, preview: DestructionPreview, actions: Actions): VNode {
  const isNothing = preview.total === 0 && preview.unfinished === '';
  return h(
    'section',
    { class: 'card', 'aria-labelledby': previewId, key: 'destruction' },
    h('h2', { id: previewId, tabindex: -1 }, '廃棄する回答'),
    preview.issues.length > 0 && issueList(preview.issues),
    preview.unfinished !== '' && p('note note-warning', preview.unfinished),
    isNothing ? p('all-done', 'いま廃棄する回答はありません。') : preview.total > 0 && dueTable(preview),
    preview.refused.length > 0 && refusedPart(preview),
    isNothing || preview.issues.length > 0
      ? div(
          'deed-line',
          button(state, { label: '戻る', look: 'plain', onPress: () => actions.leavePreview() }),
        )
      : confirmPart(state, preview, actions),
  );
}

function dueTable(preview: DestructionPreview): VNode {
  const cell = (label: string, ...children: readonly (VNode | string)[]): VNode =>
    h('td', { role: 'cell' }, h('span', { class: 'cell-label', 'aria-hidden': 'true' }, label), children);
  return h(
    'table',
    { class: 'due', role: 'table', 'aria-label': '廃棄する回答の数' },
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        ['フォーム', '規則', '件数', '最も古い受付日'].map((text) =>
          h('th', { role: 'columnheader', scope: 'col' }, text),
        ),
      ),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      preview.forms.map((form) =>
        h(
          'tr',
          { role: 'row', key: `${form.formId} ${form.rule}` },
          h('th', { role: 'rowheader', scope: 'row', class: 'data' }, form.title),
          cell('規則', form.rule),
          cell('件数', span('amount', cases(form.count))),
          cell('最も古い受付日', day(form.oldest)),
        ),
      ),
    ),
    h(
      'tfoot',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        h('th', { role: 'rowheader', scope: 'row', colspan: 2 }, '合計'),
        h('td', { role: 'cell', colspan: 2 }, span('amount', cases(preview.total))),
      ),
    ),
  );
}

function refusedPart(preview: DestructionPreview): VNode {
  return div(
    'stack',
    h2('', '期間は過ぎたが、まだ廃棄しないもの'),
    ul(
      'dots',
      preview.refused.map((one) => li('data', `${one.title}　${cases(one.count)}：${one.reason}`)),
    ),
  );
}

function confirmPart(state: State, preview: DestructionPreview, actions: Actions): VNode {
  const { typed, typedFault } = state.retention;
  const asks = preview.unfinished === '';
  return h(
    'form',
    {
      class: 'panel panel-withdraw',
      novalidate: true,
      'aria-label': '廃棄の確認',
      on: {
        submit: (event) => {
          event.preventDefault();
          void actions.destroy();
        },
      },
    },
    ul(
      'dots strong-first',
      preview.warnings.map((text) => li('', text)),
    ),
    asks &&
      div(
        'field',
        h('label', { for: typedId }, '廃棄する件数（合計）を、数字で入れてください'),
        h('input', {
          id: typedId,
          class: 'input rule-days',
          type: 'text',
          inputmode: 'numeric',
          value: typed,
          autocomplete: 'off',
          maxlength: 12,
          'aria-invalid': typedFault === '' ? undefined : 'true',
          'aria-describedby': typedFault === '' ? undefined : 'typed-fault',
          on: { input: (event) => actions.changeTyped(inputValue(event)) },
        }),
        typedFault !== '' && h('p', { class: 'fault', id: 'typed-fault' }, typedFault),
      ),
    div(
      'bar-row',
      button(state, { label: 'やめる', look: 'quiet', onPress: () => actions.leavePreview() }),
      button(state, {
        label: asks ? '廃棄する（元に戻せません）' : '続きから廃棄する',
        look: 'danger',
        work: 'destroy',
        working:
          state.retention.report === null
            ? '廃棄しています…'
            : `廃棄しています…（残り${count(state.retention.report.left)}件）`,
        onPress: () => void actions.destroy(),
      }),
    ),
  );
}

export function reportCard(report: DestructionReport): VNode {
  return card(
    report.left === 0 ? '廃棄しました' : '廃棄の途中です',
    p('', `${report.recordId}：${cases(report.destroyed)}を廃棄しました。`),
    report.left > 0 &&
      p(
        'note note-warning',
        `あと${cases(report.left)}あります。「廃棄する回答を確かめる」から続けてください。`,
      ),
    report.rowsLeft > 0 &&
      p(
        'note note-warning',
        `回答シートに、ほかの回答と見分けられない行が${cases(report.rowsLeft)}残りました。同じ時刻の行を目で確かめてください。`,
      ),
    p('hint data', `記録はシート「${report.sheet}」にあります。確認の値 ${report.sha256.slice(0, 16)}…`),
  );
}
