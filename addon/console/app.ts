/** What every action of the page 配布の状況 works with. */
import type { Answer } from '../sidebar/rpc.ts';
import type { Workplace } from '../sidebar/work.ts';
import type { ConsoleInput, ConsoleMethod, ConsoleOutputs } from '../view/console-protocol.ts';
import type { State } from './state.ts';

/** Input of a call without what every call brings. */
export type Asked<M extends ConsoleMethod> = Omit<ConsoleInput<M>, 'key' | 'person'>;

export interface App extends Workplace<State> {
  readonly call: <M extends ConsoleMethod>(method: M, input: Asked<M>) => Promise<Answer<ConsoleOutputs[M]>>;
  /** Puts a text on the clipboard; false when the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
}
