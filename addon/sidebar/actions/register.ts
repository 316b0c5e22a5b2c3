/** Actions of 台帳: its figures, the judgement, the round's end. */
import type { RegisterView } from '../../view/register-protocol.ts';
import { type App, done, headingId, work } from '../app.ts';
import { cases, dayAfter } from '../format.ts';
import { failed, loaded, loading } from '../store.ts';
import { changer } from './part.ts';

export interface RegisterActions {
  loadRegister(): Promise<void>;
  judge(): Promise<void>;
  /** Opens or shuts the question before the round is closed. */
  askClose(open: boolean): void;
  closeRound(): Promise<void>;
}

/** Puts figures that came with another answer in place. */
export function keepRegister(app: App, view: RegisterView): void {
  changer(app, 'register')(() => ({ view: loaded(view) }));
}

/** Days that a round has when the deadline of the law is over. */
const usualDays = 30;

export function registerActions(app: App): RegisterActions {
  const { store } = app;
  const change = changer(app, 'register');

  const actions: RegisterActions = {
    async loadRegister() {
      change((part) => ({ view: loading(part.view) }));
      const reply = await app.call('register', {});
      change((part) => ({ view: reply.ok ? loaded(reply.result) : failed(part.view, reply.issues) }));
      if (!reply.ok) return;
      const { deadline, prefillFields } = reply.result;
      store.update((state) =>
        state.round.deadline !== ''
          ? state
          : {
              ...state,
              round: {
                ...state.round,
                // After the law's day a round of this year still has to end some day.
                deadline: deadline.date > state.today ? deadline.date : dayAfter(state.today, usualDays),
                prefill: prefillFields.filter((one) => one.on).map((one) => one.key),
              },
            },
      );
    },

    async judge() {
      const judgement = await work(app, 'judge', 'judgeLedger', {});
      if (judgement === null) return;
      change(() => ({ judgement }));
      done(app, `判定しました。特定商工業者は${cases(judgement.yes)}です。`);
      app.focus('judgement');
      await actions.loadRegister();
    },

    askClose(open) {
      change(() => ({ closing: open }));
      app.focus(open ? 'close-heading' : 'close-round');
    },

    async closeRound() {
      const roundId = store.get().register.view.value?.round?.roundId ?? '';
      const view = await work(app, 'close', 'closeRound', { roundId });
      if (view === null) return;
      change(() => ({ view: loaded(view), closing: false }));
      done(app, '照会を締め切りました。届いた回答は、これからも確かめられます。');
      app.focus(headingId);
    },
  };
  return actions;
}
