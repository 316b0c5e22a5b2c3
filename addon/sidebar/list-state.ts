/** What is known of a long list: its rows, its filter and search, and where the clerk stands in it. */
import type { Rows } from './list-rows.ts';
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
