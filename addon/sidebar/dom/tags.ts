/** The elements a screen is mostly made of, by their names: `p('hint', …)` is `h('p', { class: 'hint' }, …)`. */
import { type Child, h, type VNode } from './h.ts';

type Tag = (className: string, ...children: readonly Child[]) => VNode;

function tag(name: string): Tag {
  return (className, ...children) => h(name, className === '' ? {} : { class: className }, ...children);
}

export const dd = tag('dd');
export const div = tag('div');
export const dl = tag('dl');
export const dt = tag('dt');
export const h2 = tag('h2');
export const h3 = tag('h3');
export const li = tag('li');
export const ol = tag('ol');
export const p = tag('p');
export const span = tag('span');
export const ul = tag('ul');
