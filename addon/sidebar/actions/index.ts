/** All actions of the sidebar, and how one screen leads to another. */
import { type App, headingId } from '../app.ts';
import type { ScreenName } from '../state.ts';
import { type AnswerActions, answerActions } from './answer.ts';
import { type AnswersActions, answersActions } from './answers.ts';
import { type CaseActions, caseActions } from './case.ts';
import { type CorrectActions, correctActions } from './correct.ts';
import { type CsvActions, csvActions } from './csv.ts';
import { type EnterActions, enterActions } from './enter.ts';
import { type ImportActions, importActions } from './import.ts';
import { type LearnActions, learnActions } from './learn.ts';
import { type QueueActions, queueActions, queueListId } from './queue.ts';
import { type RegisterActions, registerActions } from './register.ts';
import { type RoundActions, roundActions } from './round.ts';
import { type StartActions, startActions } from './start.ts';

export interface Navigation {
  go(screen: Exclude<ScreenName, 'case' | 'answer'>): void;
  /** 受付 with a filter. */
  goToQueue(filter: string): void;
  /** From a case back to the list, where it was left. */
  backToQueue(): void;
  /** One screen up; nothing on a screen that a tab leads to, or while a panel is open. */
  back(): void;
  closeNotice(): void;
  /** Fetches the present screen's data again. */
  reload(): void;
}

export type Actions = Navigation &
  StartActions &
  QueueActions &
  CaseActions &
  CorrectActions &
  CsvActions &
  RegisterActions &
  ImportActions &
  LearnActions &
  RoundActions &
  AnswersActions &
  AnswerActions &
  EnterActions;

export function createActions(app: App): Actions {
  const { store } = app;
  const start = startActions(app);
  const queue = queueActions(app);
  const case_ = caseActions(app, start.loadOverview);
  const correct = correctActions(app, start.loadOverview);
  const csv = csvActions(app, start.loadOverview);
  const register = registerActions(app);
  const import_ = importActions(app, register.loadRegister);
  const learn = learnActions(app, start.loadOverview, (screen) => navigation.go(screen));
  const round = roundActions(app, register.loadRegister);
  const answers = answersActions(app, register.loadRegister);
  const answer = answerActions(app, register.loadRegister);
  const enter = enterActions(app, answer.showAnswer, register.loadRegister);

  const show = (screen: ScreenName): void => {
    store.update((state) => ({ ...state, screen, notice: null }));
    app.focus(headingId);
  };

  const reloads: Readonly<Record<ScreenName, () => Promise<void>>> = {
    today: start.loadToday,
    queue: queue.queue.reload,
    case: case_.reloadCase,
    csv: csv.reloadCsv,
    help: () => Promise.resolve(),
    register: register.loadRegister,
    import: import_.loadFiles,
    learn: import_.loadFiles,
    round: register.loadRegister,
    send: register.loadRegister,
    answers: answers.answers.reload,
    answer: answer.reloadAnswer,
    enter: () => Promise.resolve(),
  };

  const navigation: Navigation = {
    go(screen) {
      show(screen);
      navigation.reload();
    },
    goToQueue(filter) {
      store.update((state) => ({
        ...state,
        queue: { ...state.queue, filter, search: '', list: { value: null, loading: true, issues: [] } },
      }));
      show('queue');
      void queue.queue.reload();
    },
    backToQueue() {
      const { list, stale } = store.get().queue;
      store.update((state) => ({ ...state, screen: 'queue', notice: null }));
      app.focus(queueListId);
      if (list.value === null) void queue.queue.reload();
      else if (stale) void queue.queue.refresh();
    },
    back() {
      const { screen, case: current, answer: one, enter: entry } = store.get();
      if (screen === 'case' && current.panel === null) navigation.backToQueue();
      if (screen === 'answer' && one.panel === 'none') answers.backToAnswers();
      if (screen === 'learn') learn.leaveLearn();
      if (screen === 'enter' && entry.business.value !== null) enter.leaveBusiness();
      else if (['import', 'round', 'send', 'answers', 'enter'].includes(screen)) navigation.go('register');
    },
    closeNotice() {
      store.update((state) => ({ ...state, notice: null }));
      app.focus(headingId);
    },
    reload() {
      store.update((state) => (state.notice?.kind === 'failed' ? { ...state, notice: null } : state));
      void reloads[store.get().screen]();
    },
  };
  return {
    ...navigation,
    ...start,
    ...queue,
    ...case_,
    ...correct,
    ...csv,
    ...register,
    ...import_,
    ...learn,
    ...round,
    ...answers,
    ...answer,
    ...enter,
  };
}
