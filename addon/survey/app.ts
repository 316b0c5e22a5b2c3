/** What every action of the page 調査 works with. */
import type { Answer } from '../sidebar/rpc.ts';
import { fail, type Workplace, workWith } from '../sidebar/work.ts';
import type { Input } from '../view/protocol.ts';
import type { SurveyOutputs } from '../view/survey-protocol.ts';
import type { State } from './state.ts';

export type PageMethod = keyof SurveyOutputs;
export type PageCall = <M extends PageMethod>(
  method: M,
  input: Input<M>,
) => Promise<Answer<SurveyOutputs[M]>>;

export interface App extends Workplace<State> {
  readonly call: PageCall;
}

/** Calls a method that changes something; its problems are shown as a notice. Null when it failed. */
export async function work<M extends PageMethod>(
  app: App,
  id: string,
  method: M,
  input: Input<M>,
): Promise<SurveyOutputs[M] | null> {
  const reply = await workWith(app, id, () => app.call(method, input));
  if (reply === null || reply.ok) return reply?.result ?? null;
  fail(app, reply.issues, true);
  return null;
}
