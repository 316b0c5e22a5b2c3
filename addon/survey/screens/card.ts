/** A card whose heading takes the focus back when something in it was done. */
import { type Child, h, type VNode } from '../../sidebar/dom/h.ts';

export const focusCard = (id: string, title: string, ...children: readonly Child[]): VNode =>
  h('section', { class: 'card', 'aria-label': title }, h('h2', { id, tabindex: -1 }, title), children);
