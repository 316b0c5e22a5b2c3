/** All actions of the page 調査, and how one screen leads to another. */
import { failed, loaded, loading, notLoaded } from '../../sidebar/store.ts';
import { headingId } from '../../sidebar/work.ts';
import type { App } from '../app.ts';
import { type EntryActions, entryActions } from './entry.ts';
import { type RoundActions, roundActions } from './round.ts';
import { type StartActions, startActions } from './start.ts';

export interface Navigation {
  load(): Promise<void>;
  openRound(roundId: string): Promise<void>;
  toList(): void;
  /** Out of what is open; nothing in the list. */
  back(): void;
  closeNotice(): void;
  reload(): void;
}

export type Actions = Navigation & StartActions & RoundActions & EntryActions;

export function createActions(app: App): Actions {
  const { store } = app;

  const navigation: Navigation = {
    async load() {
      store.update((state) => ({ ...state, view: loading(state.view) }));
      const reply = await app.call('surveys', {});
      store.update((state) => ({
        ...state,
        view: reply.ok ? loaded(reply.result) : failed(state.view, reply.issues),
      }));
    },
    async openRound(roundId) {
      const isOther = store.get().round.value?.roundId !== roundId;
      store.update((state) => ({
        ...state,
        screen: 'round',
        round: isOther ? { ...notLoaded(), loading: true } : loading(state.round),
        ...(isOther ? { mails: null, entry: null, asking: '', destruction: null, notice: null } : {}),
      }));
      if (isOther) app.focus(headingId);
      const reply = await app.call('survey', { roundId });
      store.update((state) => ({
        ...state,
        round: reply.ok ? loaded(reply.result) : failed(state.round, reply.issues),
      }));
    },
    toList() {
      store.update((state) => ({ ...state, screen: 'list', notice: null, mails: null, entry: null }));
      app.focus(headingId);
      void navigation.load();
    },
    back() {
      const { screen, mails, entry, asking, destruction, busy } = store.get();
      if (busy !== null) return;
      if (mails !== null || entry !== null || asking !== '' || destruction !== null)
        store.update((state) => ({ ...state, mails: null, entry: null, asking: '', destruction: null }));
      else if (screen !== 'list') navigation.toList();
    },
    closeNotice() {
      store.update((state) => ({ ...state, notice: null }));
      app.focus(headingId);
    },
    reload() {
      store.update((state) => (state.notice?.kind === 'failed' ? { ...state, notice: null } : state));
      const { screen, round } = store.get();
      if (screen === 'round' && round.value !== null) void navigation.openRound(round.value.roundId);
      else void navigation.load();
    },
  };
  return { ...navigation, ...startActions(app), ...roundActions(app), ...entryActions(app) };
}
