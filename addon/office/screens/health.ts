/** 点検: a row a check, worst first; what is seen, why it matters, and the one button that mends it. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, h2, p, span, ul } from '../../sidebar/dom/tags.ts';
import { shortTime } from '../../sidebar/format.ts';
import { type ButtonShape, button, heading, outsideLink } from '../../sidebar/parts/button.ts';
import { icon } from '../../sidebar/parts/icon.ts';
import type { HealthRow, HealthState, HealthView } from '../../view/health-protocol.ts';
import { rowId } from '../actions/health.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { shown } from './shown.ts';

/** Worst first; `info` is nothing to mend. */
const order: readonly HealthState[] = ['bad', 'warn', 'unknown', 'info', 'ok'];

const tones: Readonly<Record<HealthState, string>> = {
  bad: 'error',
  warn: 'warning',
  unknown: 'neutral',
  info: 'info',
  ok: 'good',
};

/** Pages of the product that mend what the program cannot mend by itself, by the check. */
const places: Readonly<Record<string, { readonly label: string; readonly go: (actions: Actions) => void }>> =
  {
    update: { label: 'フォームの作成と更新', go: (actions) => actions.openForms() },
    retention: { label: '保存期間を開く', go: (actions) => actions.go('retention') },
  };

export function healthScreen(state: State, actions: Actions): VNode {
  return shown(
    state,
    '点検',
    state.health.view,
    () => void actions.loadHealth(),
    (view) => {
      const rows = [...view.rows].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
      const open = rows.filter((row) => row.state !== 'ok');
      const well = rows.filter((row) => row.state === 'ok');
      return [
        heading(
          '点検',
          button(state, {
            label: 'もう一度点検する',
            icon: 'refresh',
            onPress: () => void actions.loadHealth(),
          }),
        ),
        summary(view),
        p('hint', `${shortTime(view.checkedAt, state.today)}に、${view.account} で見たところです。`),
        open.length > 0 &&
          ul(
            'checks',
            open.map((row) => openRow(state, row, actions)),
          ),
        well.length > 0 && wellRows(well, open.length === 0),
      ];
    },
  );
}

function summary({ counts }: HealthView): VNode {
  const toDo = counts.bad + counts.warn;
  if (toDo > 0) {
    const parts = [
      ...(counts.bad > 0 ? [`要対応 ${counts.bad}件`] : []),
      ...(counts.warn > 0 ? [`注意 ${counts.warn}件`] : []),
    ];
    return p(`verdict verdict-${counts.bad > 0 ? 'bad' : 'warn'}`, `${parts.join('、')}があります。`);
  }
  return p(
    'all-done verdict',
    icon('check'),
    counts.unknown > 0
      ? `見えるところに問題はありません（見えないもの ${counts.unknown}件）。`
      : 'すべて問題ありません。',
  );
}

/** A sentence whose address, if it has one, can be followed. */
function withLink(text: string): VNode {
  const address = /https:\/\/\S+/.exec(text)?.[0] ?? '';
  if (address === '') return p('check-seen data', text);
  return p('check-seen data', text.replace(address, ''), outsideLink(address, '許可の画面'));
}

function buttonOf(state: State, row: HealthRow, actions: Actions): VNode | null {
  const shape = (part: Pick<ButtonShape, 'label' | 'onPress'> & Partial<ButtonShape>): VNode =>
    button(state, {
      ...part,
      spoken: `${row.label}：${part.label}`,
      look: row.state === 'bad' ? 'primary' : 'plain',
    });
  if (row.mend !== null) {
    return shape({
      label: row.mend.label,
      work: `mend:${row.id}`,
      working: '直しています…',
      onPress: () => void actions.mend(row),
    });
  }
  const place = places[row.id.split(':')[0] ?? ''];
  return place === undefined ? null : shape({ label: place.label, onPress: () => place.go(actions) });
}

/** What is only told, or cannot be seen, has nothing to press. */
const saysHow = ({ state }: HealthRow): boolean => state === 'bad' || state === 'warn';

function openRow(state: State, row: HealthRow, actions: Actions): VNode {
  const mends = buttonOf(state, row, actions);
  return h(
    'li',
    { class: `check check-${row.state}`, key: row.id, id: rowId(row.id), 'aria-label': row.label },
    div(
      'check-words',
      div('check-head', span(`mark mark-${tones[row.state]}`, row.stateLabel), h2('data', row.label)),
      withLink(row.seen),
      p('check-why', row.why),
      row.how !== '' && saysHow(row) && p('check-how', row.how),
    ),
    mends !== null && div('check-deed', mends),
  );
}

function wellRows(rows: readonly HealthRow[], isOpen: boolean): VNode {
  return h(
    'details',
    { class: 'card well', key: 'well', open: isOpen },
    h('summary', {}, h('h2', {}, `良好 ${rows.length}件`)),
    ul(
      'well-list',
      rows.map((row) =>
        h(
          'li',
          { key: row.id, id: rowId(row.id) },
          h('h3', { class: 'data' }, row.label),
          p('data', row.seen),
        ),
      ),
    ),
  );
}
