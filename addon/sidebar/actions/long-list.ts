/** Actions of a long list: fetching it page by page, filter, search, and walking through it by keyboard. */
import type { IssueView } from '../../view/protocol.ts';
import type { App } from '../app.ts';
import { missingPage, pageSize, withPage } from '../list-rows.ts';
import type { ListState } from '../list-state.ts';
import { failed, loaded, loading } from '../store.ts';
import { rowAfterKey, scrollToShow, windowAt } from '../virtual-list.ts';

/** Milliseconds without typing before a search is sent. */
export const typingPause = 300;
/** Rows drawn beyond either edge. */
export const spareRows = 8;

export interface ListActions {
  /** Fetches the list from the top. */
  reload(): Promise<void>;
  /** Fetches it again but stays where the clerk was. */
  refresh(): Promise<void>;
  filter(id: string): void;
  search(text: string, settled: boolean): void;
  scroll(scrollTop: number): void;
  measure(viewport: number, rowHeight: number): void;
  /** Moves the highlight; returns true when the key meant something. */
  move(key: string): boolean;
  setActive(row: number): void;
}

export interface Question {
  readonly state: string;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

/** `more`: what comes with a page besides its rows. */
export type Page<R, S> =
  | {
      readonly ok: true;
      readonly rows: readonly R[];
      readonly total: number;
      readonly more: Partial<S>;
    }
  | { readonly ok: false; readonly issues: readonly IssueView[] };

export interface LongList<R, S extends ListState<R>> {
  /** Id of the scrolling element. */
  readonly id: string;
  readonly read: () => S;
  readonly write: (part: Partial<ListState<R>> | Partial<S>) => void;
  readonly fetch: (question: Question) => Promise<Page<R, S>>;
}

export function listActions<R, S extends ListState<R>>(app: App, shape: LongList<R, S>): ListActions {
  const { read, write } = shape;
  /** Grows with each fresh list; answers to older questions are dropped. */
  let generation = 0;
  let fetching = false;
  let callOffSearch: () => void = () => undefined;

  /** Fetches one page; `afresh` drops the rows that stood before. Returns true when rows came. */
  async function fetchPage(offset: number, afresh: boolean): Promise<boolean> {
    const mine = generation;
    const { filter, search } = read();
    const page = await shape.fetch({ state: filter, search: search.trim(), offset, limit: pageSize });
    if (mine !== generation) return false;
    if (!page.ok) {
      write({ list: failed(read().list, page.issues) });
      return false;
    }
    const before = afresh ? [] : (read().list.value ?? []);
    write(page.more);
    write({ list: loaded(withPage(before, offset, page)), stale: false });
    return page.rows.length > 0;
  }

  /** Fetches what is in sight and missing. */
  async function fill(): Promise<void> {
    if (fetching) return;
    fetching = true;
    const mine = generation;
    let going = true;
    while (going && mine === generation) {
      const { list, rowHeight, viewport, scrollTop } = read();
      const rows = list.value ?? [];
      const { first, end } = windowAt({ count: rows.length, rowHeight, viewport }, scrollTop, spareRows);
      const offset = missingPage(rows, first, end);
      going = offset !== null && (await fetchPage(offset, false));
    }
    if (mine === generation) fetching = false;
  }

  function scrollElement(scrollTop: number): void {
    const list = document.getElementById(shape.id);
    if (list !== null) list.scrollTop = scrollTop;
  }

  async function fetchAfresh(offset: number): Promise<void> {
    generation += 1;
    fetching = false;
    callOffSearch();
    if (await fetchPage(offset, true)) await fill();
  }

  const actions: ListActions = {
    reload() {
      write({ list: loading(read().list), scrollTop: 0, active: 0 });
      scrollElement(0);
      return fetchAfresh(0);
    },
    refresh() {
      const { scrollTop, rowHeight } = read();
      return fetchAfresh(Math.floor(scrollTop / rowHeight / pageSize) * pageSize);
    },
    filter(id) {
      write({ filter: id });
      void actions.reload();
    },
    search(text, settled) {
      write({ search: text });
      callOffSearch();
      if (settled) callOffSearch = app.later(typingPause, () => void actions.reload());
    },
    scroll(scrollTop) {
      write({ scrollTop });
      void fill();
    },
    measure(viewport, rowHeight) {
      const now = read();
      if (now.viewport !== viewport || now.rowHeight !== rowHeight) write({ viewport, rowHeight });
    },
    move(key) {
      const { list, rowHeight, viewport, active, scrollTop: before } = read();
      const shapeNow = { count: (list.value ?? []).length, rowHeight, viewport };
      const to = rowAfterKey(key, active, shapeNow);
      if (to === null) return false;
      const scrollTop = scrollToShow(shapeNow, before, to);
      write({ active: to, scrollTop });
      scrollElement(scrollTop);
      void fill();
      return true;
    },
    setActive(row) {
      write({ active: row });
    },
  };
  return actions;
}
