/** All actions of the page of forms, and how one screen leads to another. */
import { headingId } from '../../sidebar/work.ts';
import type { App } from '../app.ts';
import { noTerms, type ScreenName, type TabName } from '../state.ts';
import { type AdoptActions, adoptActions } from './adopt.ts';
import { type ListActions, listActions } from './list.ts';
import { type MakeActions, makeActions } from './make.ts';
import { type TermsActions, termsActions } from './terms.ts';
import { type UpdateActions, updateActions } from './update.ts';

export interface Navigation {
  go(tab: TabName): void;
  /** One screen up; nothing on a screen that a tab leads to. */
  back(): void;
  closeNotice(): void;
  /** Fetches the present screen's data again. */
  reload(): void;
}

export type Show = (screen: ScreenName) => void;
export type Actions = Navigation & ListActions & TermsActions & MakeActions & UpdateActions & AdoptActions;

const above: Readonly<Partial<Record<ScreenName, TabName>>> = {
  make: 'gallery',
  made: 'list',
  plan: 'list',
  applied: 'list',
  history: 'list',
  capture: 'list',
};

export function createActions(app: App): Actions {
  const { store } = app;
  const show: Show = (screen) => {
    store.update((state) => ({ ...state, screen, notice: null, closing: '', terms: noTerms }));
    app.focus(headingId);
  };
  const list = listActions(app);
  const terms = termsActions(app, list.put);
  const make = makeActions(app, show, list.loadForms);
  const update = updateActions(app, show, list.loadForms);
  const adopt = adoptActions(app, show, list.loadForms);

  const reloads: Readonly<Record<ScreenName, () => Promise<void>>> = {
    list: list.loadForms,
    gallery: make.loadGallery,
    make: make.loadPreview,
    made: list.loadForms,
    plan: update.loadPlan,
    applied: list.loadForms,
    history: update.loadHistory,
    adopt: list.loadForms,
    capture: () => Promise.resolve(),
  };

  const navigation: Navigation = {
    go(tab) {
      show(tab);
      void reloads[tab]();
    },
    back() {
      const up = above[store.get().screen];
      if (up !== undefined && store.get().busy === null) navigation.go(up);
    },
    closeNotice() {
      store.update((state) => ({ ...state, notice: null }));
      app.focus(headingId);
    },
    reload() {
      store.update((state) => (state.notice?.kind === 'failed' ? { ...state, notice: null } : state));
      void reloads[store.get().screen]();
    },
  };
  return { ...navigation, ...list, ...terms, ...make, ...update, ...adopt };
}
