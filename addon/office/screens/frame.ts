/** The frame around every screen of the page: tabs, progress, what the last action came to, and the screen itself. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, span } from '../../sidebar/dom/tags.ts';
import { failure, statusWords } from '../../sidebar/parts/notice.ts';
import { type ScreenName, tabNames } from '../../view/office-screens.ts';
import type { Actions } from '../actions/index.ts';
import type { State } from '../state.ts';
import { accessScreen } from './access.ts';
import { attendanceScreen } from './attendance.ts';
import { handOverScreen } from './hand-over.ts';
import { healthScreen } from './health.ts';
import { releaseScreen } from './release.ts';
import { retentionScreen } from './retention.ts';
import { settingsScreen } from './settings.ts';

interface Screen {
  readonly label: string;
  readonly draw: (state: State, actions: Actions) => VNode;
  /** True while something it shows is on its way. */
  readonly waits: (state: State) => boolean;
  /** True while it holds what nobody saved. */
  readonly holds: (state: State) => boolean;
}

const never = (): boolean => false;

const screens: Readonly<Record<ScreenName, Screen>> = {
  health: { label: '点検', draw: healthScreen, waits: (state) => state.health.view.loading, holds: never },
  'hand-over': {
    label: '引継ぎ',
    draw: handOverScreen,
    waits: (state) => state.handOver.view.loading,
    holds: never,
  },
  access: {
    label: '権限',
    draw: accessScreen,
    waits: (state) => state.access.view.loading || state.access.log.loading,
    holds: (state) => state.access.draft !== null,
  },
  retention: {
    label: '保存期間',
    draw: retentionScreen,
    waits: (state) => state.retention.view.loading || state.retention.records.loading,
    holds: (state) => state.retention.draft !== null,
  },
  release: {
    label: '配信',
    draw: releaseScreen,
    waits: (state) => state.release.view.loading,
    holds: (state) => state.release.draft !== null,
  },
  settings: {
    label: '設定',
    draw: settingsScreen,
    waits: (state) => state.settings.view.loading,
    holds: (state) => state.settings.draft !== null,
  },
  attendance: {
    label: '会議の出欠',
    draw: attendanceScreen,
    waits: (state) => state.attendance.view.loading,
    holds: never,
  },
};

/** The whole page at one moment. */
export function frame(state: State, actions: Actions): VNode {
  const waiting = state.busy !== null || screens[state.screen].waits(state);
  return div(
    'app',
    state.screen !== 'attendance' &&
      h(
        'nav',
        { class: 'tabs', 'aria-label': '画面' },
        tabNames.map((name) =>
          h(
            'button',
            {
              type: 'button',
              key: name,
              class: 'tab',
              'aria-current': state.screen === name ? 'page' : undefined,
              'aria-disabled': state.busy === null ? undefined : 'true',
              on: {
                click: () => {
                  if (state.busy === null) actions.go(name);
                },
              },
            },
            span('', screens[name].label),
            screens[name].holds(state) && span('tab-amount', '未保存'),
          ),
        ),
      ),
    h('div', { class: waiting ? 'progress is-on' : 'progress', 'aria-hidden': 'true' }),
    h('div', { class: 'live', role: 'status', 'aria-live': 'polite' }, statusWords(state)),
    failure(state, actions),
    h('main', { key: state.screen, class: 'main' }, screens[state.screen].draw(state, actions)),
  );
}
