/** 受付: ten applications a page, newest first. */
import { hasErrors, type QueueRow, type QueueView } from '../../view/protocol.ts';
import type { Card, Widget } from '../model.ts';
import { act, button, buttons, text } from './parts.ts';

export const pageSize = 10;

function bottomOf(row: QueueRow): string {
  return [
    row.state.label,
    row.errors > 0 ? `直す ${row.errors} 件` : '',
    row.warnings > 0 ? `確認 ${row.warnings} 件` : '',
    row.exportLabel,
  ]
    .filter((one) => one !== '')
    .join('・');
}

export interface QueuePlace {
  readonly state: string;
  readonly page: number;
}

const rowOf = (row: QueueRow, { state, page }: QueuePlace): Widget => ({
  kind: 'row',
  top: `${row.receiptNumber}　${row.receivedAt}`,
  text: row.name === '' ? '（名前なし）' : row.name,
  bottom: bottomOf(row),
  icon: row.errors > 0 ? 'mend' : 'none',
  press: act('case', { id: row.applicationId, from: 'queue', state, page: String(page) }),
});

/** `search`: what was looked for; its words travel in no button, so what was found has one page. */
export function queueCard(view: QueueView, place: QueuePlace, search = ''): Card {
  const { state, page } = place;
  const from = page * pageSize;
  const to = from + view.rows.length;
  const isFound = search !== '';
  const all = view.counts.reduce((sum, { count }) => sum + count, 0);
  const filters = [
    { value: 'all', label: `すべて（${all}）` },
    { value: hasErrors, label: '要確認' },
    ...view.counts.map(({ state: one, count }) => ({ value: one.id, label: `${one.label}（${count}）` })),
  ];
  const turn = (text: string, to: number) => button(text, act('queue', { state, page: String(to) }));
  return {
    name: 'queue',
    title: '受付',
    subtitle: view.total === 0 ? '0 件' : `${view.total} 件のうち ${from + 1}〜${to} 件目`,
    sections: [
      {
        widgets: [
          {
            kind: 'choice',
            name: 'filter',
            label: '状態でしぼる',
            options: filters,
            value: state === '' ? 'all' : state,
            onChange: act('queue'),
          },
          { kind: 'input', name: 'search', label: '事業所名・電話・受付番号で探す', value: search },
          buttons(button('探す', act('queue', { state, search: 'yes' }))),
        ],
      },
      {
        widgets: [
          ...(view.rows.length === 0 ? [text('この条件の申込はありません。')] : []),
          ...view.rows.map((row) => rowOf(row, place)),
          ...(isFound && view.total > to
            ? [text(`ほか ${view.total - to} 件。言葉を足すと、しぼれます。`, 'soft')]
            : []),
          buttons(
            !isFound && page > 0 ? turn('前の10件', page - 1) : null,
            !isFound && to < view.total ? turn('次の10件', page + 1) : null,
          ),
        ],
      },
      { widgets: [buttons(button('今日に戻る', act('home')))] },
    ],
  };
}
