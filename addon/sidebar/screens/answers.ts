/** 回答: the list with its states, search, and 変更なし all at once. */
import type { AnswerRow } from '../../view/register-protocol.ts';
import { answersListId, answersSearchId } from '../actions/answers.ts';
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { p, span } from '../dom/tags.ts';
import { cases, count, shortTime } from '../format.ts';
import { answerMark, issueCounts } from '../parts/badge.ts';
import { button, heading } from '../parts/button.ts';
import { type ListShape, longList, searchBox } from '../parts/long-list.ts';
import { panel } from '../parts/panel.ts';
import { couldNotLoad, emptyState, skeleton } from '../parts/waiting.ts';
import { walkLine } from '../parts/walk.ts';
import type { State } from '../state.ts';

export function answersScreen(state: State, actions: Actions): VNode {
  const { answers } = state;
  const rows = answers.list.value;
  const shape = shapeOf(state, actions);
  return h(
    'div',
    { class: 'screen screen-fill', 'aria-busy': answers.list.loading ? 'true' : undefined },
    walkLine(state, '台帳に戻る', () => actions.back()),
    heading('回答', h('p', { class: 'chamber', role: 'status' }, rows === null ? '' : cases(rows.length))),
    searchBox(answers, shape, actions.answers),
    states(state, actions),
    answers.unchanged.count > 0 && unchanged(state, actions),
    answers.list.issues.length > 0 &&
      couldNotLoad(state, answers.list.issues, () => void actions.answers.reload()),
    rows === null
      ? answers.list.loading && skeleton([90, 70, 90, 60, 90, 75])
      : rows.length > 0
        ? longList(answers, shape, actions.answers)
        : nothingFound(state, actions),
  );
}

function states(state: State, actions: Actions): VNode {
  const { counts, filter } = state.answers;
  const total = counts.reduce((sum, entry) => sum + entry.count, 0);
  const chip = (id: string, label: string, amount: number): VNode =>
    h(
      'button',
      {
        type: 'button',
        key: id,
        class: 'chip',
        'aria-pressed': filter === id ? 'true' : 'false',
        on: { click: () => actions.answers.filter(id) },
      },
      `${label} ${count(amount)}`,
    );
  return h(
    'div',
    { class: 'chips', role: 'group', 'aria-label': '状態でしぼる' },
    counts
      .filter((entry) => entry.count > 0 || entry.state.id === filter)
      .map((entry) => chip(entry.state.id, entry.state.label, entry.count)),
    chip('', 'すべて', total),
  );
}

function unchanged(state: State, actions: Actions): VNode {
  const amount = cases(state.answers.unchanged.count);
  if (!state.answers.confirming) {
    return button(state, {
      id: 'ask-unchanged',
      label: `変更なし ${amount}をまとめて承認`,
      icon: 'check',
      onPress: () => actions.askUnchanged(true),
    });
  }
  return panel(
    state,
    {
      title: `変更なし ${amount}を承認しますか`,
      cancel: () => actions.askUnchanged(false),
      confirm: {
        label: `${amount}を承認する`,
        work: 'approve-unchanged',
        working: '承認しています…',
        onPress: () => void actions.approveUnchanged(),
      },
    },
    p(
      '',
      'リンクが正しく、台帳と違うところも、直すところもない回答だけです。台帳の値は変わらず、確認した日と回答者が記録されます。',
    ),
  );
}

function shapeOf(state: State, actions: Actions): ListShape<AnswerRow> {
  return {
    id: answersListId,
    searchId: answersSearchId,
    things: '回答',
    open: (row) => void actions.openAnswer(row.answerId),
    faceOf: (row) => ({
      name: row.name === '' ? '（事業所が不明）' : row.name,
      marks: [row.conflict && span('mark mark-warning', '食い違い'), issueCounts(row.errors, row.warnings)],
      more: [
        answerMark(row.state),
        span('', row.changed > 0 ? `${row.statusLabel} ${row.changed}` : row.statusLabel),
        span('', shortTime(row.receivedAt, state.today)),
        span('row-type', row.sourceLabel),
        row.exportLabel !== '' && span('row-export', row.exportLabel),
      ],
    }),
  };
}

function nothingFound(state: State, actions: Actions): VNode {
  const { answers } = state;
  if (answers.list.loading) return skeleton([90, 70, 90]);
  if (answers.search.trim() !== '') {
    return emptyState(
      `「${answers.search.trim()}」に当てはまる回答はありません。`,
      button(state, { label: '検索をやめる', onPress: () => actions.answers.search('', true) }),
    );
  }
  if (answers.filter !== '') {
    return emptyState(
      'この状態の回答はありません。',
      button(state, { label: 'すべて見る', onPress: () => actions.answers.filter('') }),
    );
  }
  return emptyState(
    'まだ回答がありません。',
    p('', '届いた回答はここに並びます。電話や紙で届いたものは「代理入力」で入れてください。'),
    button(state, { label: '代理入力', onPress: () => actions.openEnter() }),
  );
}
