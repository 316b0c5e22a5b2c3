/** What every action of the page 調査の結果 works with. */
import type { Answer } from '../sidebar/rpc.ts';
import type { Workplace } from '../sidebar/work.ts';
import type { DashboardChoice, DashboardView } from '../view/dashboard-protocol.ts';
import type { State } from './state.ts';

export interface App extends Workplace<State> {
  /** Asks for the figures of a selection. */
  readonly look: (choice: DashboardChoice) => Promise<Answer<DashboardView>>;
}
