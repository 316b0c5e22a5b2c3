/** How far a long work is, as a bar and in words. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, p } from '../../sidebar/dom/tags.ts';
import type { AppliedView } from '../../view/forms-protocol.ts';

export function progress(applied: AppliedView | null, words: string): VNode {
  const known = applied !== null && applied.total > 0;
  const share = known ? Math.round((applied.done / applied.total) * 100) : 0;
  return div(
    'run',
    h(
      'div',
      {
        class: known ? 'run-bar' : 'run-bar run-bar-open',
        role: 'progressbar',
        'aria-label': words,
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        'aria-valuenow': known ? share : undefined,
      },
      h('span', { class: 'run-done', style: { width: known ? `${share}%` : '30%' } }),
    ),
    p(
      'hint center',
      known ? `${words}（${applied.total}件のうち${applied.done}件）` : `${words}…`,
      ' この画面を閉じても、続きからやり直せます。',
    ),
  );
}
