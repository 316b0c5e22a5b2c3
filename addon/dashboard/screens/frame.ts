/** The whole page at one moment: head, choice, graphs with their tables, the note. */
import type { Spec } from '../../../shared/survey/chart/frame.ts';
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, p, span } from '../../sidebar/dom/tags.ts';
import { couldNotLoad, emptyState, skeleton } from '../../sidebar/parts/waiting.ts';
import type { DashboardFigures } from '../../view/dashboard-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { barsOf, mostBars, sharesOf } from '../graphs.ts';
import type { State } from '../state.ts';
import { chooser } from './choose.ts';
import { amountsTable, indexTable, marksNote, pairOf, sharesTable } from './tables.ts';

interface Block {
  readonly id: string;
  readonly title: string;
  readonly spec: Spec | null;
  readonly table: VNode;
  readonly hint: string;
}

function blocksOf(figures: DashboardFigures, isNarrow: boolean): readonly Block[] {
  const { items, tables, shares, amounts } = figures;
  const overview = '項目ごとのDI';
  return [
    ...(items.length === 0
      ? []
      : [
          {
            id: 'items',
            title: overview,
            spec: barsOf(figures, overview, items, isNarrow),
            table: indexTable(figures, '項目', overview, items),
            hint: '',
          },
        ]),
    ...tables.map(({ title, dimension, rows }, at) => ({
      id: `table-${at}`,
      title,
      spec: barsOf(figures, title, rows, isNarrow),
      table: indexTable(figures, dimension, title, rows),
      hint: rows.length > mostBars ? `${rows.length}行あるので、図にはしていません。` : '',
    })),
    ...shares.map((one) => ({
      id: `shares-${one.key}`,
      title: one.rows.length > 1 ? '回答の割合' : one.label,
      spec: sharesOf(figures, one, isNarrow),
      table: sharesTable(one),
      hint: one.title,
    })),
    ...(amounts.length === 0
      ? []
      : [{ id: 'amounts', title: '金額など', spec: null, table: amountsTable(amounts), hint: '' }]),
  ];
}

/** Specifications by the id of the place that they are drawn in. */
export function graphsOf({ view, isNarrow }: State): ReadonlyMap<string, Spec> {
  const figures = view.value?.figures ?? null;
  if (figures === null) return new Map();
  return new Map(
    blocksOf(figures, isNarrow).flatMap(({ id, spec }): [string, Spec][] =>
      spec === null ? [] : [[`graph-${id}`, spec]],
    ),
  );
}

function summary(figures: DashboardFigures): VNode {
  const { counted, isOwn, isInternal } = figures;
  return div(
    'summary',
    h('h1', { id: 'heading', tabindex: -1 }, figures.title),
    p(
      'scope',
      h('span', { class: 'scope-where data' }, figures.scope),
      span('', figures.wave),
      span('', `回答 ${counted}件`),
      isInternal && span('tag', '商工会議所内限り'),
    ),
    isOwn &&
      p(
        'own',
        '貴所の回答だけの結果です。秘匿していないので、一つ一つの答えが分かることがあります。外には出さないでください。',
      ),
  );
}

function content(figures: DashboardFigures, isNarrow: boolean): readonly VNode[] {
  const blocks = blocksOf(figures, isNarrow);
  return [
    ...blocks.map(({ id, title, spec, table, hint }, at) =>
      h(
        'section',
        { class: 'card', key: id, 'aria-label': title },
        // A graph bears its own title.
        h2(spec === null ? '' : 'spoken', title),
        hint !== '' && p('hint', hint),
        pairOf(spec === null ? null : { id: `graph-${id}`, name: title }, table, at === 0 && marksNote()),
      ),
    ),
    h(
      'section',
      { class: 'card notes', key: 'notes', 'aria-label': 'この結果の作り方' },
      h2('', 'この結果の作り方'),
      h(
        'dl',
        {},
        figures.notes.map(([head, text]) => [h('dt', {}, head), h('dd', {}, text)]),
      ),
    ),
  ];
}

export function frame(state: State, actions: Actions): VNode {
  const { view, isNarrow } = state;
  const { value, loading, issues } = view;
  const figures = value?.figures ?? null;
  return div(
    'app',
    h(
      'header',
      { class: 'top' },
      h(figures === null ? 'h1' : 'span', { class: 'top-name' }, '調査の結果'),
      value !== null && span('top-who data', value.chamber === '' ? '日本商工会議所' : value.chamber),
    ),
    h('div', { class: loading ? 'progress is-on' : 'progress', 'aria-hidden': 'true' }),
    h(
      'div',
      { class: 'live spoken', role: 'status', 'aria-live': 'polite' },
      loading
        ? '読み込んでいます'
        : figures === null
          ? ''
          : `${figures.scope}　${figures.wave}を表示しました`,
    ),
    h(
      'main',
      { class: 'main', key: 'main' },
      h(
        'div',
        { class: 'screen', 'aria-busy': loading ? 'true' : undefined },
        issues.length > 0 && couldNotLoad(state, issues, actions.reload),
        value === null && loading && skeleton([60, 90, 80]),
        value !== null &&
          figures === null &&
          emptyState(
            '見られる調査の結果が、まだありません。',
            p('', '調査は、締め切ったあとにここへ出ます。実施中の回は出ません。'),
          ),
        value !== null &&
          figures !== null && [
            summary(figures),
            chooser(value, figures, actions),
            content(figures, isNarrow),
          ],
      ),
    ),
  );
}
