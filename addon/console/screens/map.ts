/** The prefectures as squares, each with its name and numbers; a press shows its chambers. Shades go with the numbers, never alone. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p, span } from '../../sidebar/dom/tags.ts';
import { card } from '../../sidebar/parts/page.ts';
import type { ConsoleView } from '../../view/console-protocol.ts';
import type { Actions } from '../actions/index.ts';
import { shortName, stepOf, tiles } from '../tiles.ts';

const steps = ['0', '1/3未満', '2/3未満', '2/3以上', 'すべて'];

export function mapCard({ prefectures, doneLabel }: ConsoleView, actions: Actions): VNode {
  const found = new Map(prefectures.map((one) => [one.code, one]));
  return card(
    '都道府県',
    p('hint', `${doneLabel}の会議所 / 会議所の数。押すと、その都道府県の一覧を見ます。`),
    h(
      'ul',
      { class: 'tiles' },
      tiles.map(({ code, column, row }) => {
        const { name = '', total = 0, done = 0, failed = 0 } = found.get(code) ?? {};
        return h(
          'li',
          { key: code, class: 'tile-place', style: { '--column': String(column), '--row': String(row) } },
          h(
            'button',
            {
              type: 'button',
              class: `tile tile-${total === 0 ? 'none' : stepOf(done, total)}${failed > 0 ? ' tile-failed' : ''}`,
              'aria-disabled': total === 0 ? 'true' : undefined,
              on: {
                click: () => {
                  if (total > 0) actions.show({ prefecture: code });
                },
              },
            },
            span('tile-name', shortName(name)),
            span('tile-count', total === 0 ? '—' : `${done}/${total}`),
            failed > 0 && span('tile-fault', `失敗${failed}`),
          ),
        );
      }),
    ),
    div(
      'tile-legend',
      h('span', { class: 'hint' }, `${doneLabel}の割合`),
      steps.map((label, at) =>
        span('tile-key', h('span', { class: `tile-dot tile-${at}`, 'aria-hidden': 'true' }), label),
      ),
    ),
  );
}
