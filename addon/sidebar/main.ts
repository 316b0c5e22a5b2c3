/** Starts the sidebar: state, server, drawing, keyboard. Everything else is pure or an action. */

import { answersListId, answersSearchId } from './actions/answers.ts';
import { createActions } from './actions/index.ts';
import type { ListActions } from './actions/long-list.ts';
import { queueListId, queueSearchId } from './actions/queue.ts';
import type { App } from './app.ts';
import { dayOf } from './format.ts';
import { createPageLoop, isTyping } from './page-loop.ts';
import { createCall, openForms, openOffice, openRules, type ScriptRun } from './rpc.ts';
import { frame } from './screens/frame.ts';
import { initialState } from './state.ts';
import { createStore } from './store.ts';

declare const google: { readonly script: { readonly run: ScriptRun } };

function start(container: HTMLElement): void {
  const store = createStore(initialState(dayOf(new Date())));
  const call = createCall(() => google.script.run);
  let shownList: Element | null = null;

  const app: App = {
    store,
    call,
    openForms: () => openForms(() => google.script.run),
    openOffice: (screen) => openOffice(() => google.script.run, screen),
    openRules: () => openRules(() => google.script.run),
    later: (milliseconds, run) => loop.later(milliseconds, run),
    focus: (id) => loop.focus(id),
    copy: copyText,
    readBase64,
  };
  const actions = createActions(app);
  const loop = createPageLoop(container, () => frame(store.get(), actions), settleList);

  /** Tells the state how high the list in sight is, and puts a list that came back to where it was left. */
  function settleList(): void {
    const list = document.getElementById(queueListId) ?? document.getElementById(answersListId);
    if (list === null) {
      shownList = null;
      return;
    }
    const ofQueue = list.id === queueListId;
    if (list !== shownList) {
      shownList = list;
      list.scrollTop = (ofQueue ? store.get().queue : store.get().answers).scrollTop;
    }
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
    const of: ListActions = ofQueue ? actions.queue : actions.answers;
    of.measure(list.clientHeight, Math.round(rem * 4));
  }

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isTyping(event.target)) return;
    if (event.key === '/') {
      const search = document.getElementById(queueSearchId) ?? document.getElementById(answersSearchId);
      if (search === null) return;
      event.preventDefault();
      search.focus();
    }
    if (event.key === 'Escape') actions.back();
  });
  window.addEventListener('resize', loop.plan);
  store.subscribe(loop.plan);
  loop.plan();
  void actions.loadToday();
}

/** The clipboard is closed to some frames; the older way works there while a field is selected. */
async function copyText(text: string, fromId: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.getElementById(fromId);
    if (!(field instanceof HTMLInputElement)) return false;
    field.select();
    return document.execCommand('copy');
  }
}

/** `data:…;base64,` stands before what is wanted; an empty file has nothing behind it. */
function readBase64(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => {
      const text = typeof reader.result === 'string' ? reader.result : '';
      resolve(text.slice(text.indexOf(',') + 1));
    };
    reader.onerror = () => resolve(null);
    reader.readAsDataURL(file);
  });
}

const container = document.getElementById('app');
if (container !== null) start(container);
