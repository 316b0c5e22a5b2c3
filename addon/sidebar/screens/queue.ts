/** 受付: the queue with filter and search. */
import type { QueueRow } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { onlyErrors, queueListId, queueSearchId } from '../actions/queue.ts';
import { h, type VNode } from '../dom/h.ts';
import { inputValue } from '../dom/patch.ts';
import { div, p, span } from '../dom/tags.ts';
import { cases, count, shortTime } from '../format.ts';
import { issueCounts, stateMark } from '../parts/badge.ts';
import { boardHint } from '../parts/board.ts';
import { button, heading } from '../parts/button.ts';
import { type ListShape, longList, searchBox } from '../parts/long-list.ts';
import { couldNotLoad, emptyState, skeleton } from '../parts/waiting.ts';
import type { State } from '../state.ts';

export function queueScreen(state: State, actions: Actions): VNode {
  const { queue } = state;
  const rows = queue.list.value;
  const shape = shapeOf(state, actions);
  const mending = queue.filter === onlyErrors;
  return h(
    'div',
    { class: 'screen screen-fill', 'aria-busy': queue.list.loading ? 'true' : undefined },
    heading('受付', h('p', { class: 'chamber', role: 'status' }, rows === null ? '' : cases(rows.length))),
    searchBox(queue, shape, actions.queue),
    div(
      'filters',
      h(
        'select',
        {
          class: 'input',
          'aria-label': '状態でしぼる',
          value: mending ? '' : queue.filter,
          on: { change: (event) => actions.queue.filter(inputValue(event)) },
        },
        h('option', { key: '', value: '' }, `すべての状態（${count(sum(state))}）`),
        queue.counts.map((entry) =>
          h(
            'option',
            { key: entry.state.id, value: entry.state.id },
            `${entry.state.label}（${count(entry.count)}）`,
          ),
        ),
      ),
      h(
        'button',
        {
          type: 'button',
          class: 'toggle',
          'aria-pressed': mending ? 'true' : 'false',
          on: { click: () => actions.queue.filter(mending ? '' : onlyErrors) },
        },
        '要確認だけ',
      ),
    ),
    boardHint(state, queue.filter, actions, ''),
    queue.list.issues.length > 0 && couldNotLoad(state, queue.list.issues, () => void actions.queue.reload()),
    rows === null
      ? queue.list.loading && skeleton([90, 70, 90, 60, 90, 75, 90, 65])
      : rows.length > 0
        ? longList(queue, shape, actions.queue)
        : nothingFound(state, actions),
  );
}

function sum(state: State): number {
  return state.queue.counts.reduce((total, entry) => total + entry.count, 0);
}

function shapeOf(state: State, actions: Actions): ListShape<QueueRow> {
  return {
    id: queueListId,
    searchId: queueSearchId,
    things: '申込',
    open: (row) => void actions.openCase(row.applicationId),
    faceOf: (row) => ({
      name: row.name,
      marks: issueCounts(row.errors, row.warnings),
      more: [
        stateMark(row.state),
        span('row-number', row.receiptNumber),
        span('', shortTime(row.receivedAt, state.today)),
        span('row-type', row.typeLabel),
        row.exportLabel !== '' && span('row-export', row.exportLabel),
      ],
    }),
  };
}

function nothingFound(state: State, actions: Actions): VNode {
  const { queue } = state;
  if (queue.list.loading) return skeleton([90, 70, 90, 60]);
  if (queue.search.trim() !== '') {
    return emptyState(
      `「${queue.search.trim()}」に当てはまる申込はありません。`,
      p(
        '',
        '字を減らすか、状態のしぼり込みを外してみてください。髙と高、﨑と崎のように、字の形が違うこともあります。',
      ),
      button(state, { label: '検索をやめる', onPress: () => actions.queue.search('', true) }),
    );
  }
  if (queue.filter !== '') {
    return emptyState(
      queue.filter === onlyErrors ? '直すところのある申込はありません。' : 'この状態の申込はありません。',
      button(state, { label: 'すべて見る', onPress: () => actions.queue.filter('') }),
    );
  }
  return emptyState(
    'まだ申込がありません。',
    p('', '「今日」で回答ページのアドレスをコピーし、事業者に知らせてください。届いた回答はここに並びます。'),
    button(state, { label: '今日を開く', onPress: () => actions.go('today') }),
  );
}
