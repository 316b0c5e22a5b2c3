/** All actions of the page 調査の結果: what is chosen is fetched at once. */
import { failed, loaded, loading } from '../../sidebar/store.ts';
import type { DashboardChoice, Level } from '../../view/dashboard-protocol.ts';
import type { App } from '../app.ts';

export interface Actions {
  choose(part: Partial<DashboardChoice>): void;
  /** The first place of the level is taken, since a level alone is no selection. */
  chooseLevel(level: Level): void;
  reload(): void;
  fit(isNarrow: boolean): void;
  print(): void;
}

/** @param firstOf name that is looked at first where a level is chosen */
export function createActions(app: App, print: () => void): Actions {
  const { store } = app;
  let asked = 0;

  async function look(choice: DashboardChoice): Promise<void> {
    asked += 1;
    const own = asked;
    store.update((state) => ({ ...state, choice, view: loading(state.view) }));
    const reply = await app.look(choice);
    // A later choice overtook this one.
    if (own !== asked) return;
    store.update((state) =>
      reply.ok
        ? { ...state, choice: reply.result.figures?.choice ?? choice, view: loaded(reply.result) }
        : { ...state, view: failed(state.view, reply.issues) },
    );
  }

  return {
    choose: (part) => void look({ ...store.get().choice, ...part }),
    chooseLevel(level) {
      const first = store.get().view.value?.figures?.firsts.find((one) => one.level === level)?.name ?? '';
      void look({ ...store.get().choice, level, name: first });
    },
    reload: () => void look(store.get().choice),
    fit: (isNarrow) =>
      store.update((state) => (state.isNarrow === isNarrow ? state : { ...state, isNarrow })),
    print,
  };
}
