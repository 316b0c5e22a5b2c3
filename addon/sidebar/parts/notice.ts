/** What the last action came to: a line that is read out, or the problems that stopped it. */
import { h, type VNode } from '../dom/h.ts';
import { div, span } from '../dom/tags.ts';
import type { WorkState } from '../work.ts';
import { button } from './button.ts';
import { icon } from './icon.ts';
import { issueList } from './issues.ts';

export interface NoticeActions {
  closeNotice(): void;
  /** Fetches the present screen's data again. */
  reload(): void;
}

/** For the live region: what takes long, and what was done. */
export function statusWords(state: WorkState): readonly VNode[] {
  if (state.busy?.slow === true) {
    return [
      h('p', { class: 'toast', key: 'slow' }, 'もう少しかかります。この画面を閉じずにお待ちください。'),
    ];
  }
  if (state.notice?.kind === 'done') {
    return [
      h('p', { class: 'toast toast-done data', key: 'done' }, icon('check'), span('', state.notice.text)),
    ];
  }
  return [];
}

/** What went wrong, above the page. */
export function failure(state: WorkState, actions: NoticeActions): VNode | null {
  if (state.notice?.kind !== 'failed') return null;
  return h(
    'section',
    { id: 'notice', class: 'notice', role: 'alert', tabindex: -1, key: 'notice' },
    issueList(state.notice.issues),
    div(
      'bar-row',
      button(state, { label: '閉じる', look: 'quiet', onPress: () => actions.closeNotice() }),
      state.notice.reload &&
        button(state, { label: '最新を読み直す', icon: 'refresh', onPress: () => actions.reload() }),
    ),
  );
}
