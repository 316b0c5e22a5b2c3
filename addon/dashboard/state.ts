/** Everything the page 調査の結果 knows at one moment; every screen is drawn from this and nothing else. */
import { type Loaded, notLoaded } from '../sidebar/store.ts';
import type { WorkState } from '../sidebar/work.ts';
import type { DashboardChoice, DashboardView } from '../view/dashboard-protocol.ts';

export interface State extends WorkState {
  /** What was asked for last; what is shown says for itself what it is of. */
  readonly choice: DashboardChoice;
  readonly view: Loaded<DashboardView>;
  /** The window is too narrow for graphs with figures beside their bars. */
  readonly isNarrow: boolean;
}

export const firstChoice: DashboardChoice = {
  roundId: '',
  level: 'nation',
  name: '',
  industry: '',
  question: '',
};

export const initialState: State = {
  choice: firstChoice,
  view: notLoaded(),
  isNarrow: false,
  busy: null,
  notice: null,
};
