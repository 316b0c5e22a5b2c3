/** The table of all chambers. The Tab key comes to one row; the arrow keys walk. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { icon } from '../../sidebar/parts/icon.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, emptyState } from '../../sidebar/parts/waiting.ts';
import type { ConsoleRow, ConsoleView } from '../../view/console-protocol.ts';
import { type Actions, rowId, shownRows } from '../actions/index.ts';
import type { State } from '../state.ts';
import { type Column, columns, type Sort } from '../table.ts';
import { headOf, stateOf } from './shown.ts';
import { sieve } from './sieve.ts';

const titles: Readonly<Record<Column, string>> = {
  name: '商工会議所',
  prefecture: '都道府県',
  ring: '輪',
  state: '状態',
  version: '版',
  own: '独自の変更',
  conflicts: '要判断',
  waiting: '更新待ち',
  at: '最後の報告',
};

const amounts: ReadonlySet<Column> = new Set(['own', 'conflicts', 'waiting']);

function headCell(column: Column, sort: Sort, actions: Actions): VNode {
  const isSorted = sort.column === column;
  return h(
    'th',
    {
      scope: 'col',
      role: 'columnheader',
      class: `cell-${column}${amounts.has(column) ? ' amount' : ''}`,
      'aria-sort': isSorted ? (sort.isDown ? 'descending' : 'ascending') : undefined,
    },
    h(
      'button',
      { type: 'button', class: 'sort', on: { click: () => actions.sort(column) } },
      titles[column],
      h('span', { class: 'sort-sign', 'aria-hidden': 'true' }, isSorted ? (sort.isDown ? '▼' : '▲') : ''),
    ),
  );
}

interface Names {
  readonly prefectures: ReadonlyMap<string, string>;
  readonly rings: ReadonlyMap<string, string>;
}

const cell = (column: Column, ...children: readonly (VNode | string | false)[]): VNode =>
  h('td', { role: 'cell', class: `cell-${column}${amounts.has(column) ? ' amount' : ''}` }, children);

const amount = (column: Column, value: number): VNode =>
  cell(column, value === 0 ? span('blank', '0') : span('strong', count(value)));

function rowLine(row: ConsoleRow, isActive: boolean, names: Names, actions: Actions): VNode {
  const prefecture = names.prefectures.get(row.prefecture) ?? '';
  return h(
    'tr',
    { key: row.code, role: 'row' },
    h(
      'th',
      { scope: 'row', role: 'rowheader', class: 'cell-name' },
      h(
        'button',
        {
          id: rowId(row.code),
          type: 'button',
          class: 'link data',
          tabindex: isActive ? 0 : -1,
          on: { click: () => actions.open(row.code) },
        },
        row.name,
      ),
      span('hint cell-more', prefecture),
    ),
    cell('prefecture', prefecture),
    cell('ring', names.rings.get(row.ring) ?? ''),
    cell(
      'state',
      div(
        'marks',
        stateOf(row),
        row.deferral !== '' && row.state !== 'deferred' && span('mark mark-info', row.deferral),
        row.isSilent && span('mark mark-warning', '2日以上報告なし'),
      ),
      row.reason !== '' && h('code', { class: 'hint' }, row.reason),
    ),
    cell('version', row.version),
    amount('own', row.own),
    amount('conflicts', row.conflicts),
    amount('waiting', row.waiting),
    cell('at', row.at === '' ? span('blank', 'なし') : row.at),
  );
}

interface Drawn {
  readonly isActive: boolean;
  readonly names: Names;
  readonly vnode: VNode;
}

/** A row that is as it was is not described anew: with 515 of them each key would be felt. */
const drawn = new WeakMap<ConsoleRow, Drawn>();

function keptLine(row: ConsoleRow, isActive: boolean, names: Names, actions: Actions): VNode {
  const before = drawn.get(row);
  if (before !== undefined && before.isActive === isActive && before.names === names) return before.vnode;
  const vnode = rowLine(row, isActive, names, actions);
  drawn.set(row, { isActive, names, vnode });
  return vnode;
}

const known = new WeakMap<ConsoleView, Names>();

function namesOf(view: ConsoleView): Names {
  const before = known.get(view);
  if (before !== undefined) return before;
  const names: Names = {
    prefectures: new Map(view.prefectures.map(({ code, name }) => [code, name])),
    rings: new Map(view.rings.map(({ id, name }) => [id, name])),
  };
  known.set(view, names);
  return names;
}

function table(state: State, view: ConsoleView, rows: readonly ConsoleRow[], actions: Actions): VNode {
  const names = namesOf(view);
  const active = rows.some(({ code }) => code === state.active) ? state.active : rows[0]?.code;
  return div(
    'table-scroll',
    h(
      'table',
      { class: 'fleet', role: 'table', 'aria-label': '会議所の一覧（↑↓で移り、Enterで開きます）' },
      h(
        'thead',
        { role: 'rowgroup' },
        h(
          'tr',
          { role: 'row' },
          columns.map((column) => headCell(column, state.sort, actions)),
        ),
      ),
      h(
        'tbody',
        {
          role: 'rowgroup',
          on: {
            keydown: (event) => {
              if (event instanceof KeyboardEvent && !event.isComposing && actions.move(event.key))
                event.preventDefault();
            },
          },
        },
        rows.map((row) => keptLine(row, row.code === active, names, actions)),
      ),
    ),
  );
}

export function listScreen(state: State, view: ConsoleView, actions: Actions): VNode {
  const { loading, issues } = state.view;
  const rows = shownRows(state);
  return page(
    loading,
    headOf('会議所の一覧', view, state, actions),
    issues.length > 0 && couldNotLoad(state, issues, actions.reload),
    sieve(state, view, rows.length, actions),
    rows.length === 0
      ? emptyState(
          '当てはまる会議所がありません。',
          p('', icon('close'), '「しぼり込みをやめる」で、すべての会議所に戻ります。'),
        )
      : table(state, view, rows, actions),
  );
}
