/** Starts the page 規程を調べる: state, server, drawing, keyboard. Everything else is pure or an action. */
import { copyText } from '../sidebar/clipboard.ts';
import { backOnEscape, createPageLoop, isTyping } from '../sidebar/page-loop.ts';
import { callServer, type ScriptRun } from '../sidebar/rpc.ts';
import { createStore } from '../sidebar/store.ts';
import type { Input } from '../view/protocol.ts';
import type { RulesOutputs } from '../view/rules-protocol.ts';
import { createActions } from './actions/index.ts';
import { questionId } from './actions/search.ts';
import type { App, PageMethod } from './app.ts';
import { frame } from './screens/frame.ts';
import { initialState } from './state.ts';

declare const google: { readonly script: { readonly run: ScriptRun } };

function start(container: HTMLElement): void {
  const store = createStore(initialState);
  const app: App = {
    store,
    call: <M extends PageMethod>(method: M, input: Input<M>) =>
      callServer<RulesOutputs[M]>(() => google.script.run, method, input),
    later: (milliseconds, run) => loop.later(milliseconds, run),
    focus: (id) => loop.focus(id),
    copy: copyText,
  };
  const actions = createActions(app);
  const loop = createPageLoop(container, () => frame(store.get(), actions));

  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const field = document.getElementById(questionId);
    if (field === null || isTyping(event.target)) return;
    event.preventDefault();
    field.focus();
  });
  backOnEscape(() => actions.back());
  store.subscribe(loop.plan);
  loop.plan();
  void actions.load();
}

const container = document.getElementById('app');
if (container !== null) start(container);
