/** The frame around every screen of the page: tabs, progress, what the last action came to, and the screen itself. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, span } from '../../sidebar/dom/tags.ts';
import { heading } from '../../sidebar/parts/button.ts';
import { failure, statusWords } from '../../sidebar/parts/notice.ts';
import { page } from '../../sidebar/parts/page.ts';
import { couldNotLoad, emptyState, skeleton } from '../../sidebar/parts/waiting.ts';
import type { Actions } from '../actions/index.ts';
import { type ScreenName, type State, screenNames } from '../state.ts';
import { chamberScreen } from './chamber.ts';
import { commandList } from './commands.ts';
import { listScreen } from './list.ts';
import { overviewScreen } from './overview.ts';

const labels: Readonly<Record<ScreenName, string>> = { overview: '概要', list: '会議所の一覧' };

function screen(state: State, actions: Actions): VNode {
  const { value, loading, issues } = state.view;
  if (value === null) {
    return page(
      loading,
      heading('配布の状況'),
      issues.length > 0 ? couldNotLoad(state, issues, actions.reload) : skeleton([100, 100, 60, 100]),
    );
  }
  if (state.open !== null) return chamberScreen(state, value, state.open, actions);
  if (value.rows.length === 0) {
    return page(
      loading,
      heading('配布の状況'),
      emptyState(
        'まだ、どの会議所からも報告がありません。',
        '会議所が日商とつながると、1時間ほどで最初の報告が届きます。',
      ),
      commandList(state, value.commands, actions),
    );
  }
  return state.screen === 'overview'
    ? overviewScreen(state, value, actions)
    : listScreen(state, value, actions);
}

/** The whole page at one moment. */
export function frame(state: State, actions: Actions): VNode {
  const { open } = state;
  const isWaiting = state.view.loading || open?.detail.loading === true;
  return div(
    'app',
    h(
      'nav',
      { class: 'tabs', 'aria-label': '画面' },
      screenNames.map((name) =>
        h(
          'button',
          {
            type: 'button',
            key: name,
            class: 'tab',
            'aria-current': state.screen === name ? 'page' : undefined,
            on: { click: () => actions.go(name) },
          },
          span('', labels[name]),
        ),
      ),
    ),
    h('div', { class: isWaiting ? 'progress is-on' : 'progress', 'aria-hidden': 'true' }),
    h('div', { class: 'live', role: 'status', 'aria-live': 'polite' }, statusWords(state)),
    failure(state, actions),
    h(
      'main',
      { key: open === null ? state.screen : `chamber-${open.code}`, class: 'main' },
      screen(state, actions),
    ),
  );
}
