/** Buttons and links that look like one family, and that say so while their work is going on. */
import { type Child, h, type VNode } from '../dom/h.ts';
import { div, span } from '../dom/tags.ts';
import type { WorkState } from '../work.ts';
import { type IconName, icon } from './icon.ts';

export interface ButtonShape {
  readonly id?: string;
  readonly label: string;
  /** Id of the server work it starts; while that runs the button shows `working`. */
  readonly work?: string;
  readonly working?: string;
  readonly look?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Said by screen readers in place of the label. */
  readonly spoken?: string;
  readonly wide?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

/**
 * A button. While any work runs all buttons that start work wait; they keep the keyboard focus (aria-disabled
 * instead of disabled), so nobody is thrown back to the top of the page.
 */
export function button(state: Pick<WorkState, 'busy'>, shape: ButtonShape): VNode {
  const running = shape.work !== undefined && state.busy?.id === shape.work;
  const waits = shape.disabled === true || (shape.work !== undefined && state.busy !== null);
  const classes = ['button', `button-${shape.look ?? 'plain'}`];
  if (shape.wide === true) classes.push('button-wide');
  if (running) classes.push('is-working');
  return h(
    'button',
    {
      type: 'button',
      id: shape.id,
      class: classes.join(' '),
      'aria-disabled': waits ? 'true' : undefined,
      'aria-busy': running ? 'true' : undefined,
      'aria-label': shape.spoken,
      on: {
        click: () => {
          if (!waits) shape.onPress();
        },
      },
    },
    running
      ? h('span', { class: 'spinner', 'aria-hidden': 'true' })
      : shape.icon !== undefined && icon(shape.icon),
    span('button-label', running ? (shape.working ?? '処理しています…') : shape.label),
  );
}

/** A link to a page outside; opens beside the sheet. Without a usable address it is plain text. */
export function outsideLink(address: string, label: string, look: 'link' | 'button' = 'link'): VNode {
  return h(
    'a',
    {
      class: look === 'button' ? 'button button-plain' : 'link',
      href: address,
      target: '_blank',
      rel: 'noopener noreferrer',
    },
    span('', label),
    icon('open'),
    span('spoken', '（新しいタブで開きます）'),
  );
}

/** A heading of a screen; takes the focus when the screen appears. */
export function heading(text: string, ...beside: readonly Child[]): VNode {
  return div('screen-head', h('h1', { id: 'heading', tabindex: -1 }, text), ...beside);
}
