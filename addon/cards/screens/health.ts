/** 点検: what needs a hand first; what is well is folded away. */
import type { HealthRow, HealthState, HealthView } from '../../view/health-protocol.ts';
import type { Card, Icon, Widget } from '../model.ts';
import { act, button, buttons, firstOf, section } from './parts.ts';

const icons: Readonly<Record<HealthState, Icon>> = {
  ok: 'done',
  info: 'look',
  warn: 'look',
  bad: 'mend',
  unknown: 'look',
};
const order: readonly HealthState[] = ['bad', 'warn', 'unknown', 'info', 'ok'];
const mostRows = 40;

const rowOf = (row: HealthRow): Widget => ({
  kind: 'row',
  icon: icons[row.state],
  top: `${row.stateLabel}：${row.label}`,
  text: row.seen,
  bottom: row.state === 'ok' ? '' : [row.why, row.how].filter((one) => one !== '').join(' '),
  ...(row.mend === null ? {} : { button: button(row.mend.label, act('mend', { id: row.mend.id })) }),
});

export function healthCard(view: HealthView): Card {
  const sorted = [...view.rows].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const well = sorted.filter(({ state }) => state === 'ok');
  const others = sorted.filter(({ state }) => state !== 'ok');
  const { bad, warn } = view.counts;
  return {
    name: 'health',
    title: '点検',
    subtitle: bad + warn === 0 ? 'すぐに直すところはありません' : `要対応 ${bad}・注意 ${warn}`,
    sections: [
      { widgets: [buttons(button('更新', act('health', { again: 'yes' })))] },
      ...(others.length === 0 ? [] : [section('見てほしいところ', firstOf(others.map(rowOf), mostRows))]),
      ...(well.length === 0
        ? []
        : [section(`良好（${well.length}）`, firstOf(well.map(rowOf), mostRows), 1)]),
      section('点検した人', [{ kind: 'row', top: view.checkedAt, text: view.account }]),
    ],
  };
}
