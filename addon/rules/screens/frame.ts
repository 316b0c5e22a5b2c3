/** The frame around every screen of the page: tabs, progress, what the last action came to, and the screen itself. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, span } from '../../sidebar/dom/tags.ts';
import { failure, statusWords } from '../../sidebar/parts/notice.ts';
import type { Actions } from '../actions/index.ts';
import { type ScreenName, type State, screenNames } from '../state.ts';
import { bundleScreen } from './bundle.ts';
import { checkScreen } from './check.ts';
import { readingScreen } from './reading.ts';
import { searchScreen } from './search.ts';

const screens: Readonly<
  Record<ScreenName, { readonly label: string; readonly draw: (state: State, actions: Actions) => VNode }>
> = {
  search: { label: 'さがす', draw: searchScreen },
  check: { label: '引用を確かめる', draw: checkScreen },
  bundle: { label: '規程の束', draw: bundleScreen },
};

function isWaiting({ busy, view, texts, lookup, bundle }: State): boolean {
  const isLoading = view.loading || bundle.files.loading || (texts.key !== '' && lookup === null);
  return busy !== null || isLoading;
}

/** The whole page at one moment. */
export function frame(state: State, actions: Actions): VNode {
  const { reading, lookup, screen } = state;
  const isReading = reading !== null && lookup !== null;
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
            'aria-current': screen === name ? 'page' : undefined,
            'aria-disabled': state.busy === null ? undefined : 'true',
            on: {
              click: () => {
                if (state.busy === null) actions.go(name);
              },
            },
          },
          span('', screens[name].label),
        ),
      ),
    ),
    h('div', { class: isWaiting(state) ? 'progress is-on' : 'progress', 'aria-hidden': 'true' }),
    h('div', { class: 'live', role: 'status', 'aria-live': 'polite' }, statusWords(state)),
    failure(state, actions),
    h(
      'main',
      { key: isReading ? 'reading' : screen, class: 'main' },
      isReading ? readingScreen(state, lookup, reading, actions) : screens[screen].draw(state, actions),
    ),
  );
}
