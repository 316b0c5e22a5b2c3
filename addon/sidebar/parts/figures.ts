/** A few numbers side by side, and a bar that shows how they share the whole. */
import { h, type VNode } from '../dom/h.ts';
import { dd, div, dl, dt, p, span } from '../dom/tags.ts';
import { count } from '../format.ts';

export interface Figure {
  readonly label: string;
  readonly amount: number;
  readonly tone?: 'none' | 'good' | 'error' | 'warning' | 'new';
}

/** A figure of nothing has no colour. */
export function figures(list: readonly Figure[], unit = '件'): VNode {
  return dl(
    'figures',
    list.map(({ label, amount, tone }) =>
      div(
        `figure figure-${amount === 0 ? 'none' : (tone ?? 'none')}`,
        dt('', label),
        dd('', count(amount), span('unit', unit)),
      ),
    ),
  );
}

/**
 * Parts of a whole as a bar with its legend; the legend says everything, the bar is decoration. `rest` is the part
 * that stays blank in the bar.
 */
export function shares(parts: readonly Figure[], total: Figure, rest: Figure): VNode {
  const whole = Math.max(1, total.amount);
  return div(
    'shares',
    h(
      'div',
      { class: 'shares-bar', 'aria-hidden': 'true' },
      parts
        .filter((part) => part.amount > 0)
        .map((part) =>
          h('span', {
            class: `share share-${part.tone ?? 'none'}`,
            style: { width: `${(part.amount / whole) * 100}%` },
          }),
        ),
    ),
    dl(
      'legend',
      [...parts, rest, total].map((part) =>
        h(
          'div',
          { class: part === total ? 'legend-total' : undefined },
          dt(
            '',
            part !== total &&
              h('span', {
                class: `dot share-${part === rest ? 'rest' : (part.tone ?? 'none')}`,
                'aria-hidden': 'true',
              }),
            part.label,
          ),
          dd('', count(part.amount), span('unit', '件')),
        ),
      ),
    ),
  );
}

/** How far something has come, with its words. */
export function progressBar(id: string, label: string, done: number, total: number): VNode {
  return div(
    'going',
    h('label', { for: id }, label),
    h('progress', { id, max: Math.max(1, total), value: String(done), tabindex: -1 }),
    p('hint center', `${count(done)} / ${count(total)}行`),
  );
}
