/** The frame around every screen of the page: tabs, progress, what the last action came to, and the screen itself. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, span } from '../../sidebar/dom/tags.ts';
import { failure, statusWords } from '../../sidebar/parts/notice.ts';
import type { Actions } from '../actions/index.ts';
import type { ScreenName, State, TabName } from '../state.ts';
import { adoptScreen } from './adopt.ts';
import { appliedScreen } from './applied.ts';
import { captureScreen } from './capture.ts';
import { galleryScreen } from './gallery.ts';
import { historyScreen } from './history.ts';
import { listScreen } from './list.ts';
import { madeScreen, makeScreen } from './make.ts';
import { planScreen } from './plan.ts';

interface Screen {
  readonly draw: (state: State, actions: Actions) => VNode;
  /** The tab it stands under. */
  readonly tab: TabName;
  /** True while something it shows is on its way. */
  readonly waits: (state: State) => boolean;
}

const never = (): boolean => false;

const screens: Readonly<Record<ScreenName, Screen>> = {
  list: { draw: listScreen, tab: 'list', waits: (state) => state.forms.loading },
  gallery: { draw: galleryScreen, tab: 'gallery', waits: (state) => state.gallery.loading },
  make: { draw: makeScreen, tab: 'gallery', waits: (state) => state.make.preview.loading },
  made: { draw: madeScreen, tab: 'gallery', waits: never },
  plan: { draw: planScreen, tab: 'list', waits: (state) => state.plan.view.loading },
  applied: { draw: appliedScreen, tab: 'list', waits: never },
  history: { draw: historyScreen, tab: 'list', waits: (state) => state.history.view.loading },
  adopt: { draw: adoptScreen, tab: 'adopt', waits: (state) => state.adopt.view.loading },
  capture: { draw: captureScreen, tab: 'list', waits: never },
};

const tabs: readonly { readonly tab: TabName; readonly label: string }[] = [
  { tab: 'list', label: 'フォーム一覧' },
  { tab: 'gallery', label: 'ひな型から作る' },
  { tab: 'adopt', label: '取り込む' },
];

/** The whole page at one moment. */
export function frame(state: State, actions: Actions): VNode {
  const waiting = state.busy !== null || screens[state.screen].waits(state);
  return div(
    'app',
    h(
      'nav',
      { class: 'tabs', 'aria-label': '画面' },
      tabs.map(({ tab, label }) =>
        h(
          'button',
          {
            type: 'button',
            key: tab,
            class: 'tab',
            'aria-current': screens[state.screen].tab === tab ? 'page' : undefined,
            'aria-disabled': state.busy === null ? undefined : 'true',
            on: {
              click: () => {
                if (state.busy === null) actions.go(tab);
              },
            },
          },
          span('', label),
        ),
      ),
    ),
    h('div', { class: waiting ? 'progress is-on' : 'progress', 'aria-hidden': 'true' }),
    h('div', { class: 'live', role: 'status', 'aria-live': 'polite' }, statusWords(state)),
    failure(state, actions),
    h('main', { key: pageKey(state), class: 'main' }, screens[state.screen].draw(state, actions)),
  );
}

/** Another page starts at its top, and keeps nothing of the one before. */
function pageKey({ screen, plan, make, history }: State): string {
  const page: Partial<Record<ScreenName, string>> = {
    plan: plan.formId,
    make: make.templateId,
    history: history.formId,
  };
  return `${screen}-${page[screen] ?? ''}`;
}
