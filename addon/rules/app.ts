/** What every action of the page 規程を調べる works with. */
import type { Answer } from '../sidebar/rpc.ts';
import { fail, type Workplace, workWith } from '../sidebar/work.ts';
import type { Input } from '../view/protocol.ts';
import type { RulesOutputs } from '../view/rules-protocol.ts';
import type { State } from './state.ts';

export type PageMethod = keyof RulesOutputs;
export type PageCall = <M extends PageMethod>(method: M, input: Input<M>) => Promise<Answer<RulesOutputs[M]>>;

export interface App extends Workplace<State> {
  readonly call: PageCall;
  /** Puts a text on the clipboard; false when the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
}

/** Calls a method that changes something; its problems are shown as a notice. Null when it failed. */
export async function work<M extends PageMethod>(
  app: App,
  id: string,
  method: M,
  input: Input<M>,
): Promise<RulesOutputs[M] | null> {
  const reply = await workWith(app, id, () => app.call(method, input));
  if (reply === null || reply.ok) return reply?.result ?? null;
  fail(app, reply.issues, true);
  return null;
}

type PartName = 'texts' | 'search' | 'check' | 'bundle';

/** Changes one part of the state: what most actions do. */
export function change<K extends PartName>(app: App, name: K, part: Partial<State[K]>): void {
  app.store.update((state) => ({ ...state, [name]: { ...state[name], ...part } }));
}
