/** Waiting work, one line each: what, how much, and where it leads. */
import { h, type VNode } from '../dom/h.ts';
import { count } from '../format.ts';
import { icon } from './icon.ts';

export interface WorkLine {
  readonly label: string;
  readonly hint: string;
  readonly amount: number;
  readonly tone: 'new' | 'error' | 'good' | 'warning';
  readonly go: () => void;
}

export function workLines(lines: readonly WorkLine[]): VNode {
  const nothing = lines.every((line) => line.amount === 0);
  return h(
    'section',
    { 'aria-label': '待っている仕事' },
    nothing && h('p', { class: 'all-done' }, icon('check'), '待っている仕事はありません。'),
    h(
      'ul',
      { class: 'lines' },
      lines.map((line) =>
        h(
          'li',
          { key: line.label },
          h(
            'button',
            {
              type: 'button',
              class: `line line-${line.amount === 0 ? 'none' : line.tone}`,
              on: { click: line.go },
            },
            h(
              'span',
              { class: 'line-words' },
              h('span', { class: 'line-label' }, line.label),
              h('span', { class: 'line-hint' }, line.hint),
            ),
            h('span', { class: 'line-amount' }, count(line.amount), h('span', { class: 'unit' }, '件')),
            icon('forward'),
          ),
        ),
      ),
    ),
  );
}
