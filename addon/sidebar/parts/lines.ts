/** Waiting work, one line each: what, how much, and where it leads. */
import { h, type VNode } from '../dom/h.ts';
import { p, span, ul } from '../dom/tags.ts';
import { count } from '../format.ts';
import { icon } from './icon.ts';
import { section } from './page.ts';

export interface WorkLine {
  readonly label: string;
  readonly hint: string;
  readonly amount: number;
  readonly tone: 'new' | 'error' | 'good' | 'warning';
  readonly go: () => void;
}

export function workLines(lines: readonly WorkLine[]): VNode {
  const nothing = lines.every((line) => line.amount === 0);
  return section(
    '',
    '待っている仕事',
    nothing && p('all-done', icon('check'), '待っている仕事はありません。'),
    ul(
      'lines',
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
            span('line-words', span('line-label', line.label), span('line-hint', line.hint)),
            span('line-amount', count(line.amount), span('unit', '件')),
            icon('forward'),
          ),
        ),
      ),
    ),
  );
}
