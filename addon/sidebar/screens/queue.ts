/** 受付: the queue with filter and search; thousands of rows, of which only those in sight are drawn. */
import type { QueueRow } from '../../view/protocol.ts';
import type { Actions } from '../actions/index.ts';
import { queueListId, queueSearchId, spareRows } from '../actions/queue.ts';
import { h, type VNode } from '../dom/h.ts';
import { inputValue } from '../dom/patch.ts';
import { cases, count, shortTime } from '../format.ts';
import { issueCounts, stateMark } from '../parts/badge.ts';
import { button, heading } from '../parts/button.ts';
import { icon } from '../parts/icon.ts';
import { couldNotLoad, emptyState, skeleton } from '../parts/waiting.ts';
import { arrived, shownRows } from '../queue-rows.ts';
import type { State } from '../state.ts';
import { windowAt } from '../virtual-list.ts';

export function queueScreen(state: State, actions: Actions): VNode {
  const { queue } = state;
  const rows = queue.list.value;
  return h(
    'div',
    { class: 'screen screen-fill', 'aria-busy': queue.list.loading ? 'true' : undefined },
    heading('受付', h('p', { class: 'chamber', role: 'status' }, rows === null ? '' : progressWords(state))),
    h(
      'div',
      { class: 'search', role: 'search' },
      icon('search'),
      h('input', {
        id: queueSearchId,
        class: 'input',
        type: 'search',
        value: queue.search,
        placeholder: '名前・受付番号でさがす',
        'aria-label': '名前・受付番号でさがす（/ キーで移動）',
        autocomplete: 'off',
        maxlength: 200,
        on: {
          input: (event) =>
            actions.searchQueue(inputValue(event), !(event instanceof InputEvent && event.isComposing)),
          compositionend: (event) => actions.searchQueue(inputValue(event), true),
          keydown: (event) => searchKey(event, actions),
        },
      }),
    ),
    h(
      'div',
      { class: 'filters' },
      h(
        'select',
        {
          class: 'input',
          'aria-label': '状態でしぼる',
          value: queue.filter,
          on: { change: (event) => actions.filterQueue(inputValue(event)) },
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
          'aria-pressed': queue.onlyErrors ? 'true' : 'false',
          on: { click: () => actions.toggleErrors(!queue.onlyErrors) },
        },
        '要確認だけ',
      ),
    ),
    queue.list.issues.length > 0 && couldNotLoad(state, queue.list.issues, () => void actions.reloadQueue()),
    rows === null ? queue.list.loading && skeleton([90, 70, 90, 60, 90, 75, 90, 65]) : list(state, actions),
  );
}

function sum(state: State): number {
  return state.queue.counts.reduce((total, entry) => total + entry.count, 0);
}

function progressWords(state: State): string {
  const { queue } = state;
  const rows = queue.list.value ?? [];
  if (!queue.onlyErrors) return cases(rows.length);
  const here = arrived(rows);
  const found = cases(shownRows(rows, true).length);
  return here < rows.length ? `${found}（${count(here)} / ${count(rows.length)}件を調べました）` : found;
}

function searchKey(event: Event, actions: Actions): void {
  if (!(event instanceof KeyboardEvent) || event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'Enter') {
    event.preventDefault();
    document.getElementById(queueListId)?.focus();
  }
  if (event.key === 'Escape' && inputValue(event) !== '') {
    event.preventDefault();
    actions.searchQueue('', true);
  }
}

function list(state: State, actions: Actions): VNode {
  const { queue } = state;
  const rows = shownRows(queue.list.value ?? [], queue.onlyErrors);
  if (rows.length === 0) return nothingFound(state, actions);
  const shape = { count: rows.length, rowHeight: queue.rowHeight, viewport: queue.viewport };
  const { first, end } = windowAt(shape, queue.scrollTop, spareRows);
  const active = Math.min(queue.active, rows.length - 1);
  const drawn: VNode[] = [];
  for (let index = first; index < end; index++)
    drawn.push(row(state, rows[index] ?? null, index, rows.length, active, actions));
  return h(
    'div',
    {
      key: queueListId,
      id: queueListId,
      class: 'list',
      role: 'listbox',
      tabindex: 0,
      'aria-label': '申込の一覧（↑↓で選び、Enterで開きます）',
      'aria-activedescendant': active >= first && active < end ? rowId(active) : undefined,
      on: {
        scroll: (event) => {
          if (event.currentTarget instanceof HTMLElement) actions.scrollQueue(event.currentTarget.scrollTop);
        },
        keydown: (event) => {
          if (!(event instanceof KeyboardEvent)) return;
          const chosen = rows[active];
          if (event.key === 'Enter' && chosen !== null && chosen !== undefined) {
            event.preventDefault();
            void actions.openCase(chosen.applicationId);
          } else if (actions.moveInQueue(event.key)) event.preventDefault();
        },
      },
    },
    h(
      'div',
      { class: 'list-space', style: { height: `${rows.length * queue.rowHeight}px` }, role: 'presentation' },
      drawn,
    ),
  );
}

function rowId(index: number): string {
  return `queue-row-${index}`;
}

function row(
  state: State,
  shown: QueueRow | null,
  index: number,
  total: number,
  active: number,
  actions: Actions,
): VNode {
  const { rowHeight } = state.queue;
  const common = {
    key: String(index),
    id: rowId(index),
    role: 'option',
    'aria-setsize': total,
    'aria-posinset': index + 1,
    'aria-selected': index === active ? 'true' : 'false',
    style: { top: `${index * rowHeight}px`, height: `${rowHeight}px` },
  };
  if (shown === null) {
    return h(
      'div',
      { ...common, class: 'row row-waiting', 'aria-label': '読み込んでいます' },
      h('span', { class: 'bar' }),
    );
  }
  return h(
    'div',
    {
      ...common,
      class: index === active ? 'row row-active' : 'row',
      on: {
        click: () => {
          actions.setActive(index);
          void actions.openCase(shown.applicationId);
        },
      },
    },
    h('span', { class: 'row-name data', title: shown.name }, shown.name === '' ? '（名前なし）' : shown.name),
    h('span', { class: 'row-marks' }, issueCounts(shown.errors, shown.warnings)),
    h(
      'span',
      { class: 'row-more' },
      stateMark(shown.state),
      h('span', { class: 'row-number' }, shown.receiptNumber),
      h('span', {}, shortTime(shown.receivedAt, state.today)),
      h('span', { class: 'row-type' }, shown.typeLabel),
      shown.exportLabel !== '' && h('span', { class: 'row-export' }, shown.exportLabel),
    ),
  );
}

function nothingFound(state: State, actions: Actions): VNode {
  const { queue } = state;
  if (queue.list.loading) return skeleton([90, 70, 90, 60]);
  if (queue.search.trim() !== '') {
    return emptyState(
      `「${queue.search.trim()}」に当てはまる申込はありません。`,
      h(
        'p',
        {},
        '字を減らすか、状態のしぼり込みを外してみてください。髙と高、﨑と崎のように、字の形が違うこともあります。',
      ),
      button(state, { label: '検索をやめる', onPress: () => actions.searchQueue('', true) }),
    );
  }
  if (queue.onlyErrors && arrived(queue.list.value ?? []) < (queue.list.value ?? []).length) {
    return skeleton([90, 70, 90, 60]);
  }
  if (queue.onlyErrors) {
    return emptyState(
      '直すところのある申込はありません。',
      button(state, { label: 'すべて見る', onPress: () => actions.toggleErrors(false) }),
    );
  }
  if (queue.filter !== '') {
    return emptyState(
      'この状態の申込はありません。',
      button(state, { label: 'すべての状態を見る', onPress: () => actions.filterQueue('') }),
    );
  }
  return emptyState(
    'まだ申込がありません。',
    h(
      'p',
      {},
      '「今日」で回答ページのアドレスをコピーし、事業者に知らせてください。届いた回答はここに並びます。',
    ),
    button(state, { label: '今日を開く', onPress: () => actions.go('today') }),
  );
}
