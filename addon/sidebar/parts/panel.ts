/** A question in the page before something is done: what will happen, 「やめる」, and the button that does it. */
import { type Child, h, type VNode } from '../dom/h.ts';
import { div } from '../dom/tags.ts';
import type { WorkState } from '../work.ts';
import { type ButtonShape, button } from './button.ts';

export interface PanelShape {
  readonly title: string;
  readonly headingId?: string;
  readonly danger?: boolean;
  readonly confirm: ButtonShape;
  /** 「やめる」 unless another word says better what it does. */
  readonly cancelLabel?: string;
  readonly cancel: () => void;
}

export function panel(state: Pick<WorkState, 'busy'>, shape: PanelShape, ...body: readonly Child[]): VNode {
  const headingId = shape.headingId ?? 'panel-heading';
  return h(
    'section',
    {
      class: shape.danger === true ? 'panel panel-withdraw' : 'panel',
      'aria-labelledby': headingId,
      on: {
        keydown: (event) => {
          if (event instanceof KeyboardEvent && event.key === 'Escape' && !event.isComposing) {
            event.stopPropagation();
            shape.cancel();
          }
        },
      },
    },
    h('h2', { id: headingId, tabindex: -1 }, shape.title),
    body,
    div(
      'bar-row',
      button(state, { label: shape.cancelLabel ?? 'やめる', look: 'quiet', onPress: shape.cancel }),
      button(state, { look: shape.danger === true ? 'danger' : 'primary', ...shape.confirm }),
    ),
  );
}
