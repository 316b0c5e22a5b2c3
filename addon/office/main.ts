/** Starts the page 点検と設定: state, server, drawing, keyboard. Everything else is pure or an action. */
import { dayOf } from '../sidebar/format.ts';
import { backOnEscape, createPageLoop } from '../sidebar/page-loop.ts';
import { callServer, openForms, type ScriptRun } from '../sidebar/rpc.ts';
import { createStore } from '../sidebar/store.ts';
import { fail } from '../sidebar/work.ts';
import { isScreenName } from '../view/office-screens.ts';
import type { Input } from '../view/protocol.ts';
import { createActions } from './actions/index.ts';
import type { App, PageMethod, PageOutputs } from './app.ts';
import { frame } from './screens/frame.ts';
import { initialState } from './state.ts';

declare const google: { readonly script: { readonly run: ScriptRun } };

function start(container: HTMLElement): void {
  const wanted = container.dataset.screen;
  const store = createStore(initialState(dayOf(new Date()), isScreenName(wanted) ? wanted : 'health'));

  const app: App = {
    store,
    call: <M extends PageMethod>(method: M, input: Input<M>) =>
      callServer<PageOutputs[M]>(() => google.script.run, method, input),
    async openForms() {
      const problem = await openForms(() => google.script.run);
      if (problem !== null) fail(app, [problem], false);
    },
    later: (milliseconds, run) => loop.later(milliseconds, run),
    focus: (id) => loop.focus(id),
  };
  const actions = createActions(app);
  const loop = createPageLoop(container, () => frame(store.get(), actions));

  backOnEscape(() => actions.back());
  store.subscribe(loop.plan);
  loop.plan();
  actions.reload();
}

const container = document.getElementById('app');
if (container !== null) start(container);
