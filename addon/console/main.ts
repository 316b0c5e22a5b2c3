/** Starts the page 配布の状況: state, server, drawing, keyboard. Everything else is pure or an action. */
import { copyText } from '../sidebar/clipboard.ts';
import { backOnEscape, createPageLoop, isTyping } from '../sidebar/page-loop.ts';
import { type CallRun, callServer } from '../sidebar/rpc.ts';
import { createStore } from '../sidebar/store.ts';
import type { ConsoleMethod, ConsoleOutputs } from '../view/console-protocol.ts';
import { createActions } from './actions/index.ts';
import type { App, Asked } from './app.ts';
import { frame } from './screens/frame.ts';
import { searchId } from './screens/sieve.ts';
import { initialState } from './state.ts';

/** The web app has a door of its own for this page. */
interface ConsoleRun {
  withSuccessHandler(handler: (reply: unknown) => void): ConsoleRun;
  withFailureHandler(handler: (error: unknown) => void): ConsoleRun;
  consoleCall(method: string, input: object): void;
}

declare const google: { readonly script: { readonly run: ConsoleRun } };

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
    rpc: (method, input) => inner.consoleCall(method, input),
  };
  return outer;
}

function start(container: HTMLElement): void {
  const { key = '', person = '' } = container.dataset;
  const store = createStore(initialState);
  const app: App = {
    store,
    call: <M extends ConsoleMethod>(method: M, input: Asked<M>) =>
      callServer<ConsoleOutputs[M]>(runner, method, { ...input, key, person }),
    later: (milliseconds, run) => loop.later(milliseconds, run),
    focus: (id) => loop.focus(id),
    copy: copyText,
  };
  const actions = createActions(app);
  const loop = createPageLoop(container, () => frame(store.get(), actions));

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = document.getElementById(searchId);
    if (field === null || isTyping(event.target)) return;
    event.preventDefault();
    field.focus();
  });
  backOnEscape(() => actions.back());
  store.subscribe(loop.plan);
  loop.plan();
  actions.reload();
}

const container = document.getElementById('app');
if (container !== null) start(container);
