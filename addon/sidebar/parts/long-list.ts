/** A list of thousands of rows, of which only those in sight are drawn, and the field that searches it. */
import { type ListActions, spareRows } from '../actions/long-list.ts';
import { type Child, h, type VNode } from '../dom/h.ts';
import { inputValue } from '../dom/patch.ts';
import { span } from '../dom/tags.ts';
import type { ListState } from '../list-state.ts';
import { windowAt } from '../virtual-list.ts';
import { icon } from './icon.ts';

/** What one row shows. */
export interface RowFace {
  readonly name: string;
  readonly marks: readonly Child[];
  /** The second line. */
  readonly more: readonly Child[];
}

export interface ListShape<R> {
  readonly id: string;
  readonly searchId: string;
  /** What the rows are: 申込, 回答. */
  readonly things: string;
  readonly faceOf: (row: R) => RowFace;
  readonly open: (row: R) => void;
}

export function searchBox<R>(state: ListState<R>, shape: ListShape<R>, actions: ListActions): VNode {
  const words = '名前・受付番号でさがす';
  return h(
    'div',
    { class: 'search', role: 'search' },
    icon('search'),
    h('input', {
      id: shape.searchId,
      class: 'input',
      type: 'search',
      value: state.search,
      placeholder: words,
      'aria-label': `${words}（/ キーで移動）`,
      autocomplete: 'off',
      maxlength: 200,
      on: {
        input: (event) =>
          actions.search(inputValue(event), !(event instanceof InputEvent && event.isComposing)),
        compositionend: (event) => actions.search(inputValue(event), true),
        keydown: (event) => {
          if (!(event instanceof KeyboardEvent) || event.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            document.getElementById(shape.id)?.focus();
          }
          if (event.key === 'Escape' && inputValue(event) !== '') {
            event.preventDefault();
            actions.search('', true);
          }
        },
      },
    }),
  );
}

/** The rows themselves; the list must not be empty. */
export function longList<R>(state: ListState<R>, shape: ListShape<R>, actions: ListActions): VNode {
  const rows = state.list.value ?? [];
  const { rowHeight, viewport } = state;
  const { first, end } = windowAt({ count: rows.length, rowHeight, viewport }, state.scrollTop, spareRows);
  const active = Math.min(state.active, rows.length - 1);
  const drawn: VNode[] = [];
  for (let index = first; index < end; index++)
    drawn.push(drawRow(rows[index] ?? null, index, rows.length, active, rowHeight, shape, actions));
  return h(
    'div',
    {
      key: shape.id,
      id: shape.id,
      class: 'list',
      role: 'listbox',
      tabindex: 0,
      'aria-label': `${shape.things}の一覧（↑↓で選び、Enterで開きます）`,
      'aria-activedescendant': active >= first && active < end ? rowId(shape.id, active) : undefined,
      on: {
        scroll: (event) => {
          if (event.currentTarget instanceof HTMLElement) actions.scroll(event.currentTarget.scrollTop);
        },
        keydown: (event) => {
          if (!(event instanceof KeyboardEvent)) return;
          const chosen = rows[active];
          if (event.key === 'Enter' && chosen !== null && chosen !== undefined) {
            event.preventDefault();
            shape.open(chosen);
          } else if (actions.move(event.key)) event.preventDefault();
        },
      },
    },
    h(
      'div',
      { class: 'list-space', style: { height: `${rows.length * rowHeight}px` }, role: 'presentation' },
      drawn,
    ),
  );
}

function rowId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

function drawRow<R>(
  shown: R | null,
  index: number,
  total: number,
  active: number,
  rowHeight: number,
  shape: ListShape<R>,
  actions: ListActions,
): VNode {
  const common = {
    key: String(index),
    id: rowId(shape.id, index),
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
  const { name, marks, more } = shape.faceOf(shown);
  return h(
    'div',
    {
      ...common,
      class: index === active ? 'row row-active' : 'row',
      on: {
        click: () => {
          actions.setActive(index);
          shape.open(shown);
        },
      },
    },
    h('span', { class: 'row-name data', title: name }, name === '' ? '（名前なし）' : name),
    span('row-marks', marks),
    span('row-more', more),
  );
}
