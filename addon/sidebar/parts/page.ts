/** The shapes every screen is built from: the page itself, cards with a heading, parts that fold, pairs. */
import { type Child, h, type VNode } from '../dom/h.ts';
import { dd, dt, h2, h3, span } from '../dom/tags.ts';

/** A screen; `loading` says so to screen readers. */
export function page(loading: boolean, ...children: readonly Child[]): VNode {
  return h('div', { class: 'screen', 'aria-busy': loading ? 'true' : undefined }, children);
}

/** A card under its heading. */
export function card(title: string, ...children: readonly Child[]): VNode {
  return section('card', title, h2('', title), children);
}

/** A part of the page that screen readers find by its name. */
export function section(className: string, title: string, ...children: readonly Child[]): VNode {
  return h('section', { class: className === '' ? undefined : className, 'aria-label': title }, children);
}

/** A part that opens and shuts; `beside` stands at the end of its line. */
export function fold(
  shape: { readonly key: string; readonly title: string; readonly beside?: string; readonly open?: boolean },
  ...children: readonly Child[]
): VNode {
  return h(
    'details',
    { class: 'fields', key: shape.key, open: shape.open },
    h('summary', {}, h3('data', shape.title), shape.beside !== undefined && span('hint', shape.beside)),
    children,
  );
}

/** Names and values; those without a value are left out. */
export function pairs(list: readonly (readonly [string, string])[]): VNode {
  return h(
    'dl',
    { class: 'pair' },
    list.filter(([, text]) => text !== '').map(([name, text]) => [dt('', name), dd('data', text)]),
  );
}
