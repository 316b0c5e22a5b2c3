/** All actions of the page 規程を調べる, and how one screen leads to another. */
import { headingId } from '../../sidebar/work.ts';
import type { App } from '../app.ts';
import type { ScreenName } from '../state.ts';
import { type BundleActions, bundleActions } from './bundle.ts';
import { type CheckActions, checkActions } from './check.ts';
import { type LoadActions, loadActions } from './load.ts';
import { type SearchActions, searchActions } from './search.ts';

export interface Navigation {
  go(screen: ScreenName): void;
  /** Out of reading; nothing elsewhere. */
  back(): void;
  closeNotice(): void;
  reload(): void;
}

export type Actions = Navigation & LoadActions & SearchActions & CheckActions & BundleActions;

export function createActions(app: App): Actions {
  const { store } = app;
  const search = searchActions(app);
  const load = loadActions(app, () => search.search());
  const check = checkActions(app);
  const bundle = bundleActions(app, load);

  const navigation: Navigation = {
    go(screen) {
      store.update((state) => ({ ...state, screen, reading: null, notice: null }));
      app.focus(headingId);
      const { view, bundle: shown } = store.get();
      if (screen === 'bundle' && view.value !== null && shown.files.value === null) void bundle.loadFiles();
    },
    back: () => search.closeReading(),
    closeNotice() {
      store.update((state) => ({ ...state, notice: null }));
      app.focus(headingId);
    },
    reload() {
      store.update((state) => (state.notice?.kind === 'failed' ? { ...state, notice: null } : state));
      void load.load();
      if (store.get().screen === 'bundle') void bundle.loadFiles();
    },
  };
  return { ...navigation, ...load, ...search, ...check, ...bundle };
}
