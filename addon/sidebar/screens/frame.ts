/** The frame around every screen: tabs, progress, what the last action came to, and the screen itself. */
import type { Actions } from '../actions/index.ts';
import { h, type VNode } from '../dom/h.ts';
import { div, span } from '../dom/tags.ts';
import { failure, statusWords } from '../parts/notice.ts';
import type { ScreenName, State, TabName } from '../state.ts';
import { answerScreen } from './answer.ts';
import { answersScreen } from './answers.ts';
import { caseScreen } from './case.ts';
import { csvScreen } from './csv.ts';
import { enterScreen } from './enter.ts';
import { helpScreen } from './help.ts';
import { importScreen } from './import.ts';
import { learnScreen } from './learn.ts';
import { queueScreen } from './queue.ts';
import { registerScreen } from './register.ts';
import { roundScreen } from './round.ts';
import { sendScreen } from './send.ts';
import { todayScreen } from './today.ts';

interface Screen {
  readonly draw: (state: State, actions: Actions) => VNode;
  /** The tab it stands under. */
  readonly tab: TabName;
  /** True while something it shows is on its way. */
  readonly waits: (state: State) => boolean;
}

const never = (): boolean => false;
const registerWaits = (state: State): boolean => state.register.view.loading;
const filesWait = (state: State): boolean => state.file.files.loading || state.import.run !== 'idle';

const screens: Readonly<Record<ScreenName, Screen>> = {
  today: { draw: todayScreen, tab: 'today', waits: never },
  queue: { draw: queueScreen, tab: 'queue', waits: (state) => state.queue.list.loading },
  case: { draw: caseScreen, tab: 'queue', waits: (state) => state.case.view.loading },
  csv: {
    draw: csvScreen,
    tab: 'csv',
    waits: (state) => state.csv.preview.loading || state.csv.batches.loading,
  },
  help: { draw: helpScreen, tab: 'help', waits: never },
  register: { draw: registerScreen, tab: 'register', waits: registerWaits },
  import: { draw: importScreen, tab: 'register', waits: filesWait },
  learn: { draw: learnScreen, tab: 'register', waits: filesWait },
  round: { draw: roundScreen, tab: 'register', waits: registerWaits },
  send: { draw: sendScreen, tab: 'register', waits: registerWaits },
  answers: { draw: answersScreen, tab: 'register', waits: (state) => state.answers.list.loading },
  answer: { draw: answerScreen, tab: 'register', waits: (state) => state.answer.view.loading },
  enter: { draw: enterScreen, tab: 'register', waits: (state) => state.find.found.loading },
};

const tabs: readonly { readonly screen: TabName; readonly label: string }[] = [
  { screen: 'today', label: '今日' },
  { screen: 'queue', label: '受付' },
  { screen: 'register', label: '台帳' },
  { screen: 'csv', label: 'CSV' },
  { screen: 'help', label: '困ったら' },
];

/** The whole sidebar at one moment. */
export function frame(state: State, actions: Actions): VNode {
  const started = state.overview.value === null || state.overview.value.ready;
  return div(
    'app',
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
    h('main', { key: pageKey(state), class: 'main' }, screens[state.screen].draw(state, actions)),
  );
}

/** Another page starts at its top, and keeps nothing of the one before. */
function pageKey({ screen, case: current, answer, enter }: State): string {
  const page = {
    case: current.applicationId,
    answer: answer.answerId,
    enter: enter.business.value?.businessNumber ?? '',
  };
  return `${screen}-${screen === 'case' || screen === 'answer' || screen === 'enter' ? page[screen] : ''}`;
}

function isWaiting(state: State): boolean {
  return state.busy !== null || state.overview.loading || screens[state.screen].waits(state);
}

function tabButton(state: State, screen: TabName, label: string, actions: Actions): VNode {
  const here = screens[state.screen].tab === screen;
  const amount = tabAmount(state, screen);
  return h(
    'button',
    {
      type: 'button',
      key: screen,
      class: 'tab',
      'aria-current': here ? 'page' : undefined,
      on: { click: () => actions.go(screen) },
    },
    span('', label),
    amount > 0 && span('tab-amount', amount > 99 ? '99+' : amount, span('spoken', '件')),
  );
}

function tabAmount(state: State, screen: TabName): number {
  const waiting = state.overview.value?.waiting;
  if (screen === 'queue') return waiting?.newAnswers ?? 0;
  if (screen === 'csv') return waiting?.toExport ?? 0;
  if (screen !== 'register') return 0;
  const answers = state.register.view.value?.answers;
  return answers === undefined ? 0 : answers.quarantined + answers.toDecide + answers.unchanged;
}
