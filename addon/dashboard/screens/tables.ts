/** The figures as tables: the numbers of every graph, with n beside each and the reason where there are none. */
import {
  writtenChange,
  writtenIndex,
  writtenNumber,
  writtenShare,
} from '../../../shared/survey/index/notation.ts';
import { hiddenMark, noMark } from '../../../shared/survey/report/words.ts';
import { type Child, h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span } from '../../sidebar/dom/tags.ts';
import type {
  DashboardAmounts,
  DashboardFigures,
  DashboardRow,
  DashboardShares,
} from '../../view/dashboard-protocol.ts';

const head = (text: string, className = 'number'): VNode => h('th', { scope: 'col', class: className }, text);
const number = (...children: readonly Child[]): VNode => h('td', { class: 'number' }, ...children);

/** A hidden row says why, in the place of all its figures. */
const whyCell = (why: string, columns: number): VNode =>
  h('td', { class: 'why', colspan: columns }, span('mark-hidden', '秘匿'), ` ${why.replace(/秘匿$/, '')}`);

function figureText(value: number | null, isHidden: boolean, written: (tenths: number) => string): Child {
  if (value !== null) return written(value);
  return isHidden ? h('span', { title: '秘匿' }, hiddenMark) : noMark;
}

/** A table that scrolls by itself where it is wider than the window. */
function scrolling(label: string, table: VNode): VNode {
  return h('div', { class: 'scrolling', tabindex: 0, role: 'region', 'aria-label': `${label}の表` }, table);
}

export function indexTable(
  { spells }: DashboardFigures,
  first: string,
  label: string,
  rows: readonly DashboardRow[],
): VNode {
  const heads = [
    'DI',
    ...[spells.before, spells.yearBefore, spells.outlook, spells.outlookChange].filter((one) => one !== ''),
  ];
  const cellsOf = (row: DashboardRow): readonly VNode[] => {
    if (row.why !== '') return [whyCell(row.why, heads.length)];
    if (row.n === '0') return [h('td', { class: 'why', colspan: heads.length }, '回答なし')];
    const { hidden } = row;
    return [
      h('td', { class: 'number strong' }, figureText(row.index, false, writtenIndex)),
      spells.before !== '' && number(figureText(row.before, hidden.before, writtenChange)),
      spells.yearBefore !== '' && number(figureText(row.yearBefore, hidden.yearBefore, writtenChange)),
      spells.outlook !== '' && number(figureText(row.outlook, hidden.outlook, writtenIndex)),
      spells.outlookChange !== '' && number(figureText(row.outlookChange, hidden.outlook, writtenChange)),
    ].filter((one) => one !== false);
  };
  return scrolling(
    label,
    h(
      'table',
      { class: 'figures' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head(first, ''),
          head('n'),
          heads.map((one) => head(one)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row, at) =>
          h(
            'tr',
            { key: `${at}-${row.label}` },
            h('th', { scope: 'row', class: 'data' }, row.label),
            number(row.n),
            cellsOf(row),
          ),
        ),
      ),
    ),
  );
}

export function sharesTable(shares: DashboardShares): VNode {
  const { options, rows } = shares;
  const [first] = rows;
  // One question with many options reads down, several questions with the same options across.
  if (rows.length === 1 && first !== undefined) {
    const whole = first.shares;
    return scrolling(
      shares.label,
      h(
        'table',
        { class: 'figures' },
        h('thead', {}, h('tr', {}, head(`選択肢（n=${first.n}）`, ''), head('％'))),
        h(
          'tbody',
          {},
          options.map((option, at) =>
            h(
              'tr',
              { key: option },
              h('th', { scope: 'row', class: 'data' }, option),
              whole === null
                ? at === 0
                  ? h(
                      'td',
                      { class: 'why', rowspan: options.length },
                      span('mark-hidden', '秘匿'),
                      ` ${first.why.replace(/秘匿$/, '')}`,
                    )
                  : null
                : number(whole[at] === undefined ? noMark : writtenShare(whole[at])),
            ),
          ),
        ),
      ),
    );
  }
  return scrolling(
    shares.label,
    h(
      'table',
      { class: 'figures' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          head('項目', ''),
          head('n'),
          options.map((one) => head(`${one}％`)),
        ),
      ),
      h(
        'tbody',
        {},
        rows.map((row) =>
          h(
            'tr',
            { key: row.label },
            h('th', { scope: 'row', class: 'data' }, row.label),
            number(row.n),
            row.shares === null
              ? row.why === ''
                ? h('td', { class: 'why', colspan: options.length }, '回答なし')
                : whyCell(row.why, options.length)
              : row.shares.map((share) => number(writtenShare(share))),
          ),
        ),
      ),
    ),
  );
}

export function amountsTable(amounts: readonly DashboardAmounts[]): VNode {
  const written = (value: number | null): string => (value === null ? noMark : writtenNumber(value));
  return scrolling(
    '金額など',
    h(
      'table',
      { class: 'figures' },
      h(
        'thead',
        {},
        h('tr', {}, head('項目', ''), head('n'), head('中央値'), head('下位四分位'), head('上位四分位')),
      ),
      h(
        'tbody',
        {},
        amounts.map((one) =>
          h(
            'tr',
            { key: one.label },
            h(
              'th',
              { scope: 'row', class: 'data' },
              one.unit === '' ? one.label : `${one.label}（${one.unit}）`,
            ),
            number(one.n),
            one.why === ''
              ? [number(written(one.median)), number(written(one.lower)), number(written(one.upper))]
              : whyCell(one.why, 3),
          ),
        ),
      ),
    ),
  );
}

export const marksNote = (): VNode =>
  p(
    'hint marks',
    `▲ はマイナス、${hiddenMark} は秘匿、${noMark} は値がないこと。n は回答した事業者の数です。`,
  );

/** A graph with its table beside it; without one the table stands alone. */
export function pairOf(
  graph: { readonly id: string; readonly name: string } | null,
  ...table: readonly Child[]
): VNode {
  return div(
    graph === null ? 'alone' : 'beside',
    graph !== null &&
      h('div', {
        class: 'graph',
        id: graph.id,
        key: graph.id,
        role: 'img',
        'aria-label': `${graph.name}の図。数は表にあります。`,
      }),
    div('table-side', ...table),
  );
}
