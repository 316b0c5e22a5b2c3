/** The frame around every screen of the page: the way back, progress, what the last action came to, and the screen itself. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div } from '../../sidebar/dom/tags.ts';
import { failure, statusWords } from '../../sidebar/parts/notice.ts';
import type { Actions } from '../actions/index.ts';
import type { ScreenName, State } from '../state.ts';
import { listScreen } from './list.ts';
import { roundScreen } from './round.ts';
import { startScreen } from './start.ts';

const screens: Readonly<Record<ScreenName, (state: State, actions: Actions) => VNode>> = {
  list: listScreen,
  start: startScreen,
  round: roundScreen,
};

/** The whole page at one moment. */
export function frame(state: State, actions: Actions): VNode {
  const isWaiting = state.busy !== null || state.view.loading || state.round.loading;
  return div(
    'app',
    h('div', { class: isWaiting ? 'progress is-on' : 'progress', 'aria-hidden': 'true' }),
    h('div', { class: 'live', role: 'status', 'aria-live': 'polite' }, statusWords(state)),
    failure(state, actions),
    h('main', { key: state.screen, class: 'main' }, screens[state.screen](state, actions)),
  );
}
