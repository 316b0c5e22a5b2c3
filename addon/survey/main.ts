/** Starts the page 調査: state, server, drawing, keyboard. Everything else is pure or an action. */
import { backOnEscape, createPageLoop } from '../sidebar/page-loop.ts';
import { callServer, type ScriptRun } from '../sidebar/rpc.ts';
import { createStore } from '../sidebar/store.ts';
import type { Input } from '../view/protocol.ts';
import type { SurveyOutputs } from '../view/survey-protocol.ts';
import { createActions } from './actions/index.ts';
import type { App, PageMethod } from './app.ts';
import { frame } from './screens/frame.ts';
import { initialState } from './state.ts';

declare const google: { readonly script: { readonly run: ScriptRun } };

function start(container: HTMLElement): void {
  const store = createStore(initialState);
  const app: App = {
    store,
    call: <M extends PageMethod>(method: M, input: Input<M>) =>
      callServer<SurveyOutputs[M]>(() => google.script.run, method, input),
    later: (milliseconds, run) => loop.later(milliseconds, run),
    focus: (id) => loop.focus(id),
  };
  const actions = createActions(app);
  const loop = createPageLoop(container, () => frame(store.get(), actions));
  backOnEscape(() => actions.back());
  store.subscribe(loop.plan);
  loop.plan();
  void actions.load();
}

const container = document.getElementById('app');
if (container !== null) start(container);
