/** What every action works with: the state, the server, a clock for delays, and where the keyboard focus goes. */
import type { Input, IssueView, MethodName, Outputs } from '../view/protocol.ts';
import type { Call } from './rpc.ts';
import type { State } from './state.ts';
import type { Store } from './store.ts';

/** After this many milliseconds a running action says that it is still at work. */
const slowAfter = 6000;

export interface App {
  readonly store: Store<State>;
  readonly call: Call;
  /** Runs something later; returns the function that calls it off. */
  readonly later: (milliseconds: number, run: () => void) => () => void;
  /** Focuses the element with this id once the next drawing is done. */
  readonly focus: (id: string) => void;
  /** Puts text on the clipboard from the element with this id; false when the browser refuses. */
  readonly copy: (text: string, fromId: string) => Promise<boolean>;
  /** The bytes of a file of this computer as base64; null when it cannot be read. */
  readonly readBase64: (file: File) => Promise<string | null>;
}

export const noticeId = 'notice';
export const headingId = 'heading';

/**
 * Does one thing on the server that changes something: one at a time, with progress, and with its problems
 * shown as a notice. Returns the result, or null when it failed or something else is still running.
 */
export async function work<M extends MethodName>(
  app: App,
  id: string,
  method: M,
  input: Input<M>,
  reloadOnFailure = false,
): Promise<Outputs[M] | null> {
  if (app.store.get().busy !== null) return null;
  app.store.update((state) => ({ ...state, busy: { id, slow: false }, notice: null }));
  const callOff = app.later(slowAfter, () =>
    app.store.update((state) => (state.busy?.id === id ? { ...state, busy: { id, slow: true } } : state)),
  );
  const reply = await app.call(method, input);
  callOff();
  app.store.update((state) => ({ ...state, busy: null }));
  if (reply.ok) return reply.result;
  fail(app, reply.issues, reloadOnFailure);
  return null;
}

/** Says that something was done; read out by screen readers, never in the way. */
export function done(app: App, text: string): void {
  app.store.update((state) => ({ ...state, notice: { kind: 'done', text, issues: [], reload: false } }));
}

/** Shows problems and takes the focus to them. */
export function fail(app: App, issues: readonly IssueView[], reload: boolean): void {
  app.store.update((state) => ({ ...state, notice: { kind: 'failed', text: '', issues, reload } }));
  app.focus(noticeId);
}
