/** A few numbers side by side, and a bar that shows how they share the whole. */
import { h, type VNode } from '../dom/h.ts';
import { count } from '../format.ts';

export interface Figure {
  readonly label: string;
  readonly amount: number;
  readonly tone?: 'none' | 'good' | 'error' | 'warning' | 'new';
}

/** A figure of nothing has no colour. */
export function figures(list: readonly Figure[], unit = '件'): VNode {
  return h(
    'dl',
    { class: 'figures' },
    list.map(({ label, amount, tone }) =>
      h(
        'div',
        { class: `figure figure-${amount === 0 ? 'none' : (tone ?? 'none')}` },
        h('dt', {}, label),
        h('dd', {}, count(amount), h('span', { class: 'unit' }, unit)),
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
  return h(
    'div',
    { class: 'shares' },
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
    h(
      'dl',
      { class: 'legend' },
      [...parts, rest, total].map((part) =>
        h(
          'div',
          { class: part === total ? 'legend-total' : undefined },
          h(
            'dt',
            {},
            part !== total &&
              h('span', {
                class: `dot share-${part === rest ? 'rest' : (part.tone ?? 'none')}`,
                'aria-hidden': 'true',
              }),
            part.label,
          ),
          h('dd', {}, count(part.amount), h('span', { class: 'unit' }, '件')),
        ),
      ),
    ),
  );
}

/** How far something has come, with its words. */
export function progressBar(id: string, label: string, done: number, total: number): VNode {
  return h(
    'div',
    { class: 'going' },
    h('label', { for: id }, label),
    h('progress', { id, max: Math.max(1, total), value: String(done), tabindex: -1 }),
    h('p', { class: 'hint center' }, `${count(done)} / ${count(total)}行`),
  );
}
