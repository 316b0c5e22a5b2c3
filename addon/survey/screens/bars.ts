/** A share as a bar with its number in words beside it; the bar is decoration. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { span } from '../../sidebar/dom/tags.ts';

export const percent = (part: number, whole: number): string =>
  whole === 0 ? '－' : `${((part / whole) * 100).toFixed(1)}％`;

/** @param target marks the number that makes a result usable */
export function shareBar(part: number, whole: number, target: number | null = null): VNode {
  const at = (value: number): string => `${Math.min(100, (value / Math.max(1, whole)) * 100)}%`;
  const isReached = target !== null && part >= target;
  return h(
    'span',
    { class: 'share-bar', 'aria-hidden': 'true' },
    h('span', { class: isReached ? 'share-part is-good' : 'share-part', style: { width: at(part) } }),
    target !== null && target <= whole && h('span', { class: 'share-target', style: { left: at(target) } }),
  );
}

export const figure = (label: string, text: string): VNode =>
  h('div', {}, h('dt', {}, label), h('dd', {}, span('', text)));
