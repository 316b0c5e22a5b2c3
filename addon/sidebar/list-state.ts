/** What is known of a long list: its rows, its filter and search, and where the clerk stands in it. */
import { type Rows, withRow } from './list-rows.ts';
import { type Loaded, notLoaded } from './store.ts';

export interface ListState<R> {
  readonly list: Loaded<Rows<R>>;
  /** State id, '' for all. */
  readonly filter: string;
  /** As typed; sent to the server shortly after typing stops. */
  readonly search: string;
  readonly scrollTop: number;
  /** Pixels, measured after each drawing. */
  readonly viewport: number;
  readonly rowHeight: number;
  readonly active: number;
  /** True when decisions changed rows since the list was fetched. */
  readonly stale: boolean;
}

export function emptyList<R>(): ListState<R> {
  return {
    list: notLoaded(),
    filter: '',
    search: '',
    scrollTop: 0,
    viewport: 480,
    rowHeight: 64,
    active: 0,
    stale: false,
  };
}

/**
 * A list after a decision about one row: the row as it is now, the rest to be fetched again when the list is next looked
 * at. One that was never fetched stays so.
 */
export function withChangedRow<R, L extends ListState<R>>(
  state: L & ListState<R>,
  row: NoInfer<R>,
  isIt: (row: R) => boolean,
): L {
  const { list } = state;
  const value = list.value === null ? null : withRow(list.value, row, isIt);
  return { ...state, stale: true, list: { ...list, value } };
}
