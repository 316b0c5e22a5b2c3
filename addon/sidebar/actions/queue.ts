/** Actions of 受付: its long list, and the filter that is no state. */
import type { hasErrors, QueueRow } from '../../view/protocol.ts';
import type { App } from '../app.ts';
import type { QueueState } from '../state.ts';
import { type ListActions, listActions } from './long-list.ts';

export const queueListId = 'queue-list';
export const queueSearchId = 'queue-search';
/** The filter 要確認だけ; a type import, because the protocol's schemas must not come with it. */
export const onlyErrors: typeof hasErrors = 'has-errors';

export interface QueueActions {
  readonly queue: ListActions;
}

export function queueActions(app: App): QueueActions {
  const { store } = app;
  return {
    queue: listActions<QueueRow, QueueState>(app, {
      id: queueListId,
      read: () => store.get().queue,
      write: (part) => store.update((state) => ({ ...state, queue: { ...state.queue, ...part } })),
      async fetch(question) {
        const reply = await app.call('queue', question);
        if (!reply.ok) return reply;
        const { rows, total, counts } = reply.result;
        return { ok: true, rows, total, more: { counts } };
      },
    }),
  };
}
