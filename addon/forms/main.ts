/** Starts the page of forms: state, server, drawing, keyboard. Everything else is pure or an action. */
import { dayOf } from '../sidebar/format.ts';
import { backOnEscape, createPageLoop } from '../sidebar/page-loop.ts';
import { callServer, type ScriptRun } from '../sidebar/rpc.ts';
import { createStore } from '../sidebar/store.ts';
import type { FormOutputs, FormsInput, FormsMethod } from '../view/forms-protocol.ts';
import { createActions } from './actions/index.ts';
import type { App } from './app.ts';
import { frame } from './screens/frame.ts';
import { initialState } from './state.ts';

declare const google: { readonly script: { readonly run: ScriptRun } };

function start(container: HTMLElement): void {
  const store = createStore(initialState(dayOf(new Date())));

  const app: App = {
    store,
    call: <M extends FormsMethod>(method: M, input: FormsInput<M>) =>
      callServer<FormOutputs[M]>(() => google.script.run, method, input),
    later: (milliseconds, run) => loop.later(milliseconds, run),
    focus: (id) => loop.focus(id),
    draft: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
  };
  const actions = createActions(app);
  const loop = createPageLoop(container, () => frame(store.get(), actions));

  backOnEscape(() => actions.back());
  store.subscribe(loop.plan);
  loop.plan();
  void actions.loadForms();
}

const container = document.getElementById('app');
if (container !== null) start(container);
