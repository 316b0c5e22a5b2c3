/** Actions of 回答: the long list, and approving all that say 変更なし at once. */
import type { AnswerRow } from '../../view/register-protocol.ts';
import { type App, done, headingId, work } from '../app.ts';
import { cases } from '../format.ts';
import type { AnswersState } from '../register-state.ts';
import { type ListActions, listActions } from './long-list.ts';
import { changer } from './part.ts';

export const answersListId = 'answers-list';
export const answersSearchId = 'answers-search';

export interface AnswersActions {
  readonly answers: ListActions;
  /** Opens 回答 with a state filter; `bulk` asks at once about those that say 変更なし. */
  openAnswers(stateId: string, bulk?: boolean): void;
  /** From one answer back to the list, where it was left. */
  backToAnswers(): void;
  askUnchanged(open: boolean): void;
  approveUnchanged(): Promise<void>;
}

/** @param reloadRegister fetches the figures of 台帳 again, after a decision. */
export function answersActions(app: App, reloadRegister: () => Promise<void>): AnswersActions {
  const { store } = app;
  const change = changer(app, 'answers');
  const answers = listActions<AnswerRow, AnswersState>(app, {
    id: answersListId,
    read: () => store.get().answers,
    write: (part) => change(() => part),
    async fetch(question) {
      const reply = await app.call('answers', question);
      if (!reply.ok) return reply;
      const { rows, total, counts, unchanged } = reply.result;
      return { ok: true, rows, total, more: { counts, unchanged } };
    },
  });

  return {
    answers,

    openAnswers(stateId, bulk = false) {
      change(() => ({
        filter: stateId,
        search: '',
        confirming: bulk,
        list: { value: null, loading: true, issues: [] },
      }));
      store.update((state) => ({ ...state, screen: 'answers', notice: null }));
      app.focus(bulk ? 'panel-heading' : headingId);
      void answers.reload();
    },

    backToAnswers() {
      const { list, stale } = store.get().answers;
      store.update((state) => ({ ...state, screen: 'answers', notice: null }));
      app.focus(answersListId);
      if (list.value === null) void answers.reload();
      else if (stale) void answers.refresh();
    },

    askUnchanged(open) {
      change(() => ({ confirming: open }));
      app.focus(open ? 'panel-heading' : 'ask-unchanged');
    },

    async approveUnchanged() {
      const { hash } = store.get().answers.unchanged;
      const result = await work(app, 'approve-unchanged', 'approveUnchanged', { hash }, true);
      if (result === null) return;
      change(() => ({ confirming: false, unchanged: { count: 0, hash: '' } }));
      done(app, `「変更なし」の回答を${cases(result.approved)}承認しました。`);
      app.focus(headingId);
      await Promise.all([answers.refresh(), reloadRegister()]);
    },
  };
}
