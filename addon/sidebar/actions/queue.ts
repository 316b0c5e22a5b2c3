/** Actions of 受付: fetching the list page by page, filter, search, and walking through it by keyboard. */
import type { App } from '../app.ts';
import { missingPage, pageSize, shownRows, withPage } from '../queue-rows.ts';
import type { QueueState } from '../state.ts';
import { failed, loaded, loading } from '../store.ts';
import { rowAfterKey, scrollToShow, windowAt } from '../virtual-list.ts';

export const queueListId = 'queue-list';
export const queueSearchId = 'queue-search';
/** Milliseconds without typing before the search is sent. */
const typingPause = 300;
/** Rows drawn beyond either edge. */
export const spareRows = 8;

export interface QueueActions {
  /** Fetches the list from the top. */
  reloadQueue(): Promise<void>;
  /** Fetches it again but stays where the clerk was. */
  refreshQueue(): Promise<void>;
  filterQueue(stateId: string): void;
  toggleErrors(on: boolean): void;
  searchQueue(text: string, settled: boolean): void;
  scrollQueue(scrollTop: number): void;
  measureQueue(viewport: number, rowHeight: number): void;
  /** Moves the highlight; returns true when the key meant something. */
  moveInQueue(key: string): boolean;
  setActive(row: number): void;
}

export function queueActions(app: App): QueueActions {
  const { store } = app;
  /** Grows with each fresh list; answers to older questions are dropped. */
  let generation = 0;
  let fetching = false;
  let callOffSearch: () => void = () => undefined;

  const change = (with_: (queue: QueueState) => Partial<QueueState>): void =>
    store.update((state) => ({ ...state, queue: { ...state.queue, ...with_(state.queue) } }));

  async function fetchPage(offset: number): Promise<boolean> {
    const mine = generation;
    const { filter, search } = store.get().queue;
    const reply = await app.call('queue', { state: filter, search: search.trim(), offset, limit: pageSize });
    if (mine !== generation) return false;
    change((queue) =>
      reply.ok
        ? {
            list: loaded(withPage(queue.list.value ?? [], offset, reply.result)),
            counts: reply.result.counts,
          }
        : { list: failed(queue.list, reply.issues) },
    );
    return reply.ok && reply.result.rows.length > 0;
  }

  /** Fetches what is in sight and missing; all of it when only rows with errors are shown. */
  async function fill(): Promise<void> {
    if (fetching) return;
    fetching = true;
    const mine = generation;
    let going = true;
    while (going && mine === generation) {
      const { queue } = store.get();
      const rows = queue.list.value ?? [];
      const shape = { count: rows.length, rowHeight: queue.rowHeight, viewport: queue.viewport };
      const { first, end } = queue.onlyErrors
        ? { first: 0, end: rows.length }
        : windowAt(shape, queue.scrollTop, spareRows);
      const offset = missingPage(rows, first, end);
      going = offset !== null && (await fetchPage(offset));
    }
    if (mine === generation) fetching = false;
  }

  async function restart(): Promise<void> {
    generation += 1;
    fetching = false;
    callOffSearch();
    change((queue) => ({ list: loading(queue.list), scrollTop: 0, active: 0, stale: false }));
    const list = document.getElementById(queueListId);
    if (list !== null) list.scrollTop = 0;
    const mine = generation;
    const { filter, search } = store.get().queue;
    const reply = await app.call('queue', {
      state: filter,
      search: search.trim(),
      offset: 0,
      limit: pageSize,
    });
    if (mine !== generation) return;
    change((queue) =>
      reply.ok
        ? { list: loaded(withPage([], 0, reply.result)), counts: reply.result.counts }
        : { list: failed(queue.list, reply.issues) },
    );
    if (reply.ok) await fill();
  }

  async function refresh(): Promise<void> {
    generation += 1;
    fetching = false;
    const mine = generation;
    const { filter, search, scrollTop, rowHeight } = store.get().queue;
    const offset = Math.floor(scrollTop / rowHeight / pageSize) * pageSize;
    const reply = await app.call('queue', { state: filter, search: search.trim(), offset, limit: pageSize });
    if (mine !== generation) return;
    change((queue) =>
      reply.ok
        ? { list: loaded(withPage([], offset, reply.result)), counts: reply.result.counts, stale: false }
        : { list: failed(queue.list, reply.issues) },
    );
    if (reply.ok) await fill();
  }

  return {
    reloadQueue: restart,
    refreshQueue: refresh,
    filterQueue(stateId) {
      change(() => ({ filter: stateId }));
      void restart();
    },
    toggleErrors(on) {
      change(() => ({ onlyErrors: on, scrollTop: 0, active: 0 }));
      void fill();
    },
    searchQueue(text, settled) {
      change(() => ({ search: text }));
      callOffSearch();
      if (settled) callOffSearch = app.later(typingPause, () => void restart());
    },
    scrollQueue(scrollTop) {
      change(() => ({ scrollTop }));
      void fill();
    },
    measureQueue(viewport, rowHeight) {
      const { queue } = store.get();
      if (queue.viewport !== viewport || queue.rowHeight !== rowHeight)
        change(() => ({ viewport, rowHeight }));
    },
    moveInQueue(key) {
      const { queue } = store.get();
      const rows = shownRows(queue.list.value ?? [], queue.onlyErrors);
      const shape = { count: rows.length, rowHeight: queue.rowHeight, viewport: queue.viewport };
      const to = rowAfterKey(key, queue.active, shape);
      if (to === null) return false;
      const scrollTop = scrollToShow(shape, queue.scrollTop, to);
      change(() => ({ active: to, scrollTop }));
      const list = document.getElementById(queueListId);
      if (list !== null) list.scrollTop = scrollTop;
      void fill();
      return true;
    },
    setActive(row) {
      change(() => ({ active: row }));
    },
  };
}
