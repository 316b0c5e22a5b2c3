/** Starts the page 調査の結果: state, server, drawing. Everything else is pure or an action. */
import { createPageLoop } from '../sidebar/page-loop.ts';
import { type CallRun, callServer } from '../sidebar/rpc.ts';
import { createStore } from '../sidebar/store.ts';
import type { DashboardPassage, DashboardView } from '../view/dashboard-protocol.ts';
import { createActions } from './actions/index.ts';
import type { App } from './app.ts';
import { createDrawing } from './draw.ts';
import { frame, graphsOf } from './screens/frame.ts';
import { initialState } from './state.ts';

/** The web app has a door of its own for this page. */
interface DashboardRun {
  withSuccessHandler(handler: (reply: unknown) => void): DashboardRun;
  withFailureHandler(handler: (error: unknown) => void): DashboardRun;
  dashboardCall(input: object): void;
}

declare const google: { readonly script: { readonly run: DashboardRun } };

function runner(): CallRun {
  let inner = google.script.run;
  const outer: CallRun = {
    withSuccessHandler(handler) {
      inner = inner.withSuccessHandler(handler);
      return outer;
    },
    withFailureHandler(handler) {
      inner = inner.withFailureHandler(handler);
      return outer;
    },
    rpc: (_method, input) => inner.dashboardCall(input),
  };
  return outer;
}

function start(container: HTMLElement): void {
  const { key = '', person = '', chamber = '', until = '', seal = '' } = container.dataset;
  const passage: DashboardPassage = { key, person, chamber, until, seal };
  const store = createStore(initialState);
  const app: App = {
    store,
    look: (choice) => callServer<DashboardView>(runner, 'dashboard', { ...passage, ...choice }),
    later: (milliseconds, run) => loop.later(milliseconds, run),
    focus: (id) => loop.focus(id),
  };
  const actions = createActions(app, () => window.print());
  const draw = createDrawing();
  const loop = createPageLoop(
    container,
    () => frame(store.get(), actions),
    () => draw(graphsOf(store.get())),
  );
  const narrow = window.matchMedia('(max-width: 719px)');
  narrow.addEventListener('change', () => actions.fit(narrow.matches));
  actions.fit(narrow.matches);
  store.subscribe(loop.plan);
  loop.plan();
  actions.reload();
}

const container = document.getElementById('app');
if (container !== null) start(container);
