/** The line above a page that lies below another: back, and where there is a list, the one before and after. */
import { h, type VNode } from '../dom/h.ts';
import { div } from '../dom/tags.ts';
import type { WorkState } from '../work.ts';
import { button } from './button.ts';

/** What stands before or after; null at an end. */
export interface Neighbours {
  readonly things: string;
  readonly before: { readonly name: string } | null;
  readonly after: { readonly name: string } | null;
  readonly go: (step: 1 | -1) => void;
}

export function walkLine(
  state: Pick<WorkState, 'busy'>,
  label: string,
  back: () => void,
  beside?: Neighbours,
): VNode {
  const step = (where: '前' | '次', to: { readonly name: string } | null, by: 1 | -1): VNode | false =>
    beside !== undefined &&
    button(state, {
      label: where,
      look: 'quiet',
      spoken:
        to === null ? `${where}の${beside.things}はありません` : `${where}の${beside.things}：${to.name}`,
      disabled: to === null,
      onPress: () => beside.go(by),
    });
  return div(
    'walk',
    button(state, { label, icon: 'back', look: 'quiet', onPress: back }),
    h('span', { class: 'walk-space' }),
    beside !== undefined && [step('前', beside.before, -1), step('次', beside.after, 1)],
  );
}
