/** One work at a time, with progress, and what it came to: the same on every page of the add-on. */
import type { IssueView } from '../view/protocol.ts';
import type { Answer } from './rpc.ts';
import type { Store } from './store.ts';

/** A server call that changes something; its button shows progress and all others wait. */
export interface Busy {
  readonly id: string;
  /** True after some seconds, when the clerk deserves a word. */
  readonly slow: boolean;
}

/** What the last action came to; stays until the next one or until it is closed. */
export interface Notice {
  readonly kind: 'done' | 'failed';
  readonly text: string;
  readonly issues: readonly IssueView[];
  /** Offered beside an error: fetch the newest data of the screen. */
  readonly reload: boolean;
}

export interface WorkState {
  readonly busy: Busy | null;
  readonly notice: Notice | null;
}

export interface Workplace<S extends WorkState> {
  readonly store: Store<S>;
  /** Runs something later; returns the function that calls it off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  /** Focuses the element with this id once the next drawing is done. */
  readonly focus: (id: string) => void;
}

export const noticeId = 'notice';
export const headingId = 'heading';

/** After this many milliseconds a running action says that it is still at work. */
const slowAfter = 6000;

/** Does one thing on the server; null when something else is still running. */
export async function workWith<S extends WorkState, T>(
  app: Workplace<S>,
  id: string,
  run: () => Promise<Answer<T>>,
): Promise<Answer<T> | null> {
  if (app.store.get().busy !== null) return null;
  app.store.update((state) => ({ ...state, busy: { id, slow: false }, notice: null }));
  const callOff = app.later(slowAfter, () =>
    app.store.update((state) => (state.busy?.id === id ? { ...state, busy: { id, slow: true } } : state)),
  );
  const reply = await run();
  callOff();
  app.store.update((state) => ({ ...state, busy: null }));
  return reply;
}

/** Says that something was done; read out by screen readers, never in the way. */
export function done<S extends WorkState>(app: Workplace<S>, text: string): void {
  app.store.update((state) => ({ ...state, notice: { kind: 'done', text, issues: [], reload: false } }));
}

/** Shows problems and takes the focus to them. */
export function fail<S extends WorkState>(
  app: Workplace<S>,
  issues: readonly IssueView[],
  reload: boolean,
): void {
  app.store.update((state) => ({ ...state, notice: { kind: 'failed', text: '', issues, reload } }));
  app.focus(noticeId);
}
