/** What every action of the page of forms works with, and the one way to change something on the server. */
import type { Answer } from '../sidebar/rpc.ts';
import { fail, type Workplace, workWith } from '../sidebar/work.ts';
import type { FormOutputs, FormsInput, FormsMethod } from '../view/forms-protocol.ts';
import type { State } from './state.ts';

export type FormsCall = <M extends FormsMethod>(
  method: M,
  input: FormsInput<M>,
) => Promise<Answer<FormOutputs[M]>>;

export interface App extends Workplace<State> {
  readonly call: FormsCall;
  /** A text that tells this making of a form from every other. */
  readonly draft: () => string;
}

/** Calls a method that changes something; its problems are shown as a notice. Null when it failed. */
export async function work<M extends FormsMethod>(
  app: App,
  id: string,
  method: M,
  input: FormsInput<M>,
): Promise<FormOutputs[M] | null> {
  const reply = await workWith(app, id, () => app.call(method, input));
  if (reply === null || reply.ok) return reply?.result ?? null;
  fail(app, reply.issues, true);
  return null;
}

type PartName = { [K in keyof State]: State[K] extends object ? K : never }[keyof State];

/** Changes one part of the state: what most actions do. */
export function change<K extends PartName>(app: App, name: K, part: Partial<State[K]>): void {
  app.store.update((state) => ({ ...state, [name]: { ...state[name], ...part } }));
}
