/** The frame around every screen: tabs, progress, what the last action came to, and the screen itself. */
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { button } from '../parts/button.ts';
import { icon } from '../parts/icon.ts';
import { issueList } from '../parts/issues.ts';
import type { ScreenName, State } from '../state.ts';
import { caseScreen } from './case.ts';
import { csvScreen } from './csv.ts';
import { helpScreen } from './help.ts';
import { queueScreen } from './queue.ts';
import { todayScreen } from './today.ts';

const screens: Readonly<Record<ScreenName, (state: State, actions: Actions) => VNode>> = {
  today: todayScreen,
  queue: queueScreen,
  case: caseScreen,
  csv: csvScreen,
  help: helpScreen,
};

const tabs: readonly { readonly screen: Exclude<ScreenName, 'case'>; readonly label: string }[] = [
  { screen: 'today', label: '今日' },
  { screen: 'queue', label: '受付' },
  { screen: 'csv', label: 'CSV' },
  { screen: 'help', label: '困ったら' },
];

/** The whole sidebar at one moment. */
export function frame(state: State, actions: Actions): VNode {
  const started = state.overview.value === null || state.overview.value.ready;
  return h(
    'div',
    { class: 'app' },
    h(
      'nav',
      { class: 'tabs', 'aria-label': '画面' },
      tabs
        .filter((tab) => started || tab.screen === 'today' || tab.screen === 'help')
        .map((tab) =>
          tabButton(
            state,
            tab.screen,
            started ? tab.label : tab.screen === 'today' ? '準備' : tab.label,
            actions,
          ),
        ),
    ),
    h('div', { class: isWaiting(state) ? 'progress is-on' : 'progress', 'aria-hidden': 'true' }),
    h('div', { class: 'live', role: 'status', 'aria-live': 'polite' }, statusWords(state)),
    failure(state, actions),
    h(
      'main',
      { key: `${state.screen}-${state.case.applicationId}`, class: 'main' },
      screens[state.screen](state, actions),
    ),
  );
}

function isWaiting(state: State): boolean {
  return (
    state.busy !== null ||
    state.overview.loading ||
    (state.screen === 'queue' && state.queue.list.loading) ||
    (state.screen === 'case' && state.case.view.loading) ||
    (state.screen === 'csv' && (state.csv.preview.loading || state.csv.batches.loading))
  );
}

function tabButton(
  state: State,
  screen: Exclude<ScreenName, 'case'>,
  label: string,
  actions: Actions,
): VNode {
  const here = state.screen === screen || (state.screen === 'case' && screen === 'queue');
  const waiting = state.overview.value?.waiting;
  const amount =
    screen === 'queue' ? (waiting?.newAnswers ?? 0) : screen === 'csv' ? (waiting?.toExport ?? 0) : 0;
  return h(
    'button',
    {
      type: 'button',
      key: screen,
      class: 'tab',
      'aria-current': here ? 'page' : undefined,
      on: { click: () => actions.go(screen) },
    },
    h('span', {}, label),
    amount > 0 &&
      h('span', { class: 'tab-amount' }, amount > 99 ? '99+' : amount, h('span', { class: 'spoken' }, '件')),
  );
}

function statusWords(state: State): readonly VNode[] {
  if (state.busy?.slow === true) {
    return [
      h('p', { class: 'toast', key: 'slow' }, 'もう少しかかります。この画面を閉じずにお待ちください。'),
    ];
  }
  if (state.notice?.kind === 'done') {
    return [
      h(
        'p',
        { class: 'toast toast-done data', key: 'done' },
        icon('check'),
        h('span', {}, state.notice.text),
      ),
    ];
  }
  return [];
}

function failure(state: State, actions: Actions): VNode | null {
  if (state.notice?.kind !== 'failed') return null;
  return h(
    'section',
    { id: 'notice', class: 'notice', role: 'alert', tabindex: -1, key: 'notice' },
    issueList(state.notice.issues),
    h(
      'div',
      { class: 'bar-row' },
      button(state, { label: '閉じる', look: 'quiet', onPress: () => actions.closeNotice() }),
      state.notice.reload &&
        button(state, { label: '最新を読み直す', icon: 'refresh', onPress: () => actions.reload() }),
    ),
  );
}
