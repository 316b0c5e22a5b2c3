/** Brings the bundle into the page: what there is, then its texts piece by piece, then the look-up over them. */
import { Lookup } from '../../../shared/corpus/lookup.ts';
import { failed, loaded, loading } from '../../sidebar/store.ts';
import type { RulesText, RulesView } from '../../view/rules-protocol.ts';
import { type App, change } from '../app.ts';

export interface LoadActions {
  /** Asks what there is; texts that are here already are not fetched again. */
  load(): Promise<void>;
  /** Takes a view over that another call has brought. */
  take(view: RulesView): Promise<void>;
}

/** @param ready called when another bundle can be searched */
export function loadActions(app: App, ready: () => void): LoadActions {
  const { store } = app;

  async function fetchTexts(key: string, pieces: number): Promise<void> {
    change(app, 'texts', { key, done: 0, total: pieces, issues: [] });
    const texts: RulesText[] = [];
    for (let piece = 0; piece < pieces; piece += 1) {
      const reply = await app.call('rulesTexts', { key, piece });
      if (store.get().texts.key !== key) return;
      if (!reply.ok) {
        change(app, 'texts', { key: '', issues: reply.issues });
        return;
      }
      texts.push(...reply.result);
      change(app, 'texts', { done: piece + 1 });
    }
    // Drawn first, since making the index of a large bundle takes a moment.
    app.later(0, () => {
      if (store.get().texts.key !== key) return;
      const lookup = new Lookup(texts);
      store.update((state) => ({ ...state, lookup, reading: null }));
      ready();
    });
  }

  const actions: LoadActions = {
    async load() {
      store.update((state) => ({ ...state, view: loading(state.view) }));
      const reply = await app.call('rules', {});
      if (reply.ok) await actions.take(reply.result);
      else store.update((state) => ({ ...state, view: failed(state.view, reply.issues) }));
    },
    async take(view) {
      store.update((state) => ({ ...state, view: loaded(view) }));
      const { bundle } = view;
      if (bundle === null) {
        store.update((state) => ({
          ...state,
          lookup: null,
          reading: null,
          texts: { key: '', done: 0, total: 0, issues: [] },
        }));
        return;
      }
      if (store.get().texts.key !== bundle.key) await fetchTexts(bundle.key, bundle.pieces);
    },
  };
  return actions;
}
