/** Everything the page 配布の状況 knows at one moment; every screen is drawn from this and nothing else. */
import { type Loaded, notLoaded } from '../sidebar/store.ts';
import type { WorkState } from '../sidebar/work.ts';
import type { ConsoleChamber, ConsoleView } from '../view/console-protocol.ts';
import { everything, type Filter, type Sort } from './table.ts';

export const screenNames = ['overview', 'list'] as const;
export type ScreenName = (typeof screenNames)[number];

export interface OpenChamber {
  readonly code: string;
  readonly detail: Loaded<ConsoleChamber>;
}

export interface State extends WorkState {
  readonly screen: ScreenName;
  readonly view: Loaded<ConsoleView>;
  readonly filter: Filter;
  readonly sort: Sort;
  /** Code of the row that the Tab key comes to, '' for the first. */
  readonly active: string;
  readonly open: OpenChamber | null;
}

export const initialState: State = {
  screen: 'overview',
  view: notLoaded(),
  filter: everything,
  sort: { column: null, isDown: false },
  active: '',
  open: null,
  busy: null,
  notice: null,
};
