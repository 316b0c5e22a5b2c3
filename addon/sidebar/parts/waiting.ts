/** What stands in a place while its content is on the way, could not come, or does not exist. */
import type { IssueView } from '../../view/protocol.ts';
import { type Child, h, type VNode } from '../dom/h.ts';
import { div, p, span } from '../dom/tags.ts';
import type { WorkState } from '../work.ts';
import { button } from './button.ts';
import { issueList } from './issues.ts';

/** Grey bars in the shape of what will come. `widths` in percent. */
export function skeleton(widths: readonly number[]): VNode {
  return h(
    'div',
    { class: 'skeleton', role: 'status' },
    span('spoken', '読み込んでいます'),
    widths.map((width) => h('span', { class: 'bar', style: { width: `${width}%` }, 'aria-hidden': 'true' })),
  );
}

/** The content could not be fetched: why, and a way to try again. */
export function couldNotLoad(
  state: Pick<WorkState, 'busy'>,
  issues: readonly IssueView[],
  retry: () => void,
): VNode {
  return h(
    'section',
    { class: 'could-not', role: 'alert' },
    issueList(issues),
    button(state, { label: 'もう一度読み込む', icon: 'refresh', onPress: retry }),
  );
}

/** Nothing here, why, and what to do about it. */
export function emptyState(title: string, ...guidance: readonly Child[]): VNode {
  return div('empty', p('empty-title', title), ...guidance);
}
