/** Starts the page 点検と設定: state, server, drawing, keyboard. Everything else is pure or an action. */
import { createRenderer } from '../sidebar/dom/patch.ts';
import { dayOf } from '../sidebar/format.ts';
import { callServer, openForms, type ScriptRun } from '../sidebar/rpc.ts';
import { createStore } from '../sidebar/store.ts';
import { fail, headingId } from '../sidebar/work.ts';
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
  const render = createRenderer(container);
  let focusNext = '';
  let drawingPlanned = false;

  const app: App = {
    store,
    call: <M extends PageMethod>(method: M, input: Input<M>) =>
      callServer<PageOutputs[M]>(() => google.script.run, method, input),
    async openForms() {
      const problem = await openForms(() => google.script.run);
      if (problem !== null) fail(app, [problem], false);
    },
    later(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    focus(id) {
      focusNext = id;
      plan();
    },
  };
  const actions = createActions(app);

  function plan(): void {
    if (drawingPlanned) return;
    drawingPlanned = true;
    queueMicrotask(draw);
  }

  function draw(): void {
    drawingPlanned = false;
    render(frame(store.get(), actions));
    container.removeAttribute('aria-busy');
    if (focusNext === '') return;
    const target = document.getElementById(focusNext);
    if (target === null) return;
    focusNext = '';
    if (target.id === headingId) {
      target.focus({ preventScroll: true });
      target.closest('main')?.scrollTo(0, 0);
    } else target.focus();
  }

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    if (event.target instanceof HTMLElement && event.target.matches('input, textarea, select')) return;
    actions.back();
  });
  store.subscribe(plan);
  plan();
  actions.reload();
}

const container = document.getElementById('app');
if (container !== null) start(container);
