/** Pieces that several screens of the console show: states, parts of a bar, when it was read. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, span } from '../../sidebar/dom/tags.ts';
import { count } from '../../sidebar/format.ts';
import { button, heading } from '../../sidebar/parts/button.ts';
import type { ConsoleRow, ConsoleView, StateCount } from '../../view/console-protocol.ts';
import { type PartName, partLabels, partNames, stateFaces } from '../../view/console-words.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';

const tones: Readonly<Record<PartName, string>> = {
  done: 'good',
  chamber: 'info',
  asked: 'wait',
  trouble: 'error',
  out: 'neutral',
  rest: 'neutral',
};

/** State of a chamber; a deferral names its end. */
export function stateOf({ state, deferral }: Pick<ConsoleRow, 'state' | 'deferral'>): VNode {
  const { label, part } = stateFaces[state];
  return span(`mark mark-${tones[part]}`, state === 'deferred' && deferral !== '' ? deferral : label);
}

/** States summed up in the parts of a bar. */
export function partsOf(counts: readonly StateCount[]): ReadonlyMap<PartName, number> {
  const parts = new Map<PartName, number>();
  for (const { state, count: amount } of counts) {
    const { part } = stateFaces[state];
    parts.set(part, (parts.get(part) ?? 0) + amount);
  }
  return parts;
}

/** The bar is decoration: the legend under it says everything. */
export function bar(counts: readonly StateCount[], total: number): VNode {
  const parts = partsOf(counts);
  const shown = partNames.filter((name) => (parts.get(name) ?? 0) > 0);
  return div(
    'ring-figures',
    h(
      'div',
      { class: 'ring-bar', 'aria-hidden': 'true' },
      shown.map((name) =>
        h('span', {
          key: name,
          class: `part part-${name}`,
          style: { width: `${((parts.get(name) ?? 0) / Math.max(1, total)) * 100}%` },
        }),
      ),
    ),
    h(
      'ul',
      { class: 'ring-legend' },
      shown.map((name) =>
        h(
          'li',
          { key: name },
          h('span', { class: `dot part-${name}`, 'aria-hidden': 'true' }),
          `${partLabels[name]} `,
          span('strong', count(parts.get(name) ?? 0)),
        ),
      ),
    ),
  );
}

/** Heading with the time of what is shown and the way to a newer one. */
export function headOf(title: string, view: ConsoleView, state: State, actions: Actions): VNode {
  return heading(
    title,
    div(
      'head-deeds',
      span('hint', `${view.at} 現在`),
      button(state, {
        label: '読み直す',
        icon: 'refresh',
        look: 'quiet',
        disabled: state.view.loading,
        onPress: actions.reload,
      }),
    ),
  );
}
