/** All actions of the sidebar, and how one screen leads to another. */
import { type App, headingId } from '../app.ts';
import type { ScreenName } from '../state.ts';
import { type CaseActions, caseActions } from './case.ts';
import { type CorrectActions, correctActions } from './correct.ts';
import { type CsvActions, csvActions } from './csv.ts';
import { type QueueActions, queueActions, queueListId } from './queue.ts';
import { type StartActions, startActions } from './start.ts';

export interface Navigation {
  go(screen: Exclude<ScreenName, 'case'>): void;
  /** 受付 with a state filter, or only rows with something to mend. */
  goToQueue(stateId: string, onlyErrors: boolean): void;
  /** From a case back to the list, where it was left. */
  backToQueue(): void;
  closeNotice(): void;
  /** Fetches the present screen's data again. */
  reload(): void;
}

export type Actions = Navigation & StartActions & QueueActions & CaseActions & CorrectActions & CsvActions;

export function createActions(app: App): Actions {
  const { store } = app;
  const start = startActions(app);
  const queue = queueActions(app);
  const case_ = caseActions(app, start.loadOverview);
  const correct = correctActions(app, start.loadOverview);
  const csv = csvActions(app, start.loadOverview);

  const show = (screen: ScreenName): void => {
    store.update((state) => ({ ...state, screen, notice: null }));
    app.focus(headingId);
  };

  const navigation: Navigation = {
    go(screen) {
      show(screen);
      navigation.reload();
    },
    goToQueue(stateId, onlyErrors) {
      store.update((state) => ({
        ...state,
        queue: {
          ...state.queue,
          filter: stateId,
          onlyErrors,
          search: '',
          list: { value: null, loading: true, issues: [] },
        },
      }));
      show('queue');
      void queue.reloadQueue();
    },
    backToQueue() {
      const { list, stale } = store.get().queue;
      store.update((state) => ({ ...state, screen: 'queue', notice: null }));
      app.focus(queueListId);
      if (list.value === null) void queue.reloadQueue();
      else if (stale) void queue.refreshQueue();
    },
    closeNotice() {
      store.update((state) => ({ ...state, notice: null }));
      app.focus(headingId);
    },
    reload() {
      const { screen } = store.get();
      if (screen === 'today') void start.loadOverview();
      if (screen === 'queue') void queue.reloadQueue();
      if (screen === 'case') void case_.reloadCase();
      if (screen === 'csv') void csv.reloadCsv();
    },
  };
  return { ...navigation, ...start, ...queue, ...case_, ...correct, ...csv };
}
