/** Changes one part of the state: what most actions do. */
import type { App } from '../app.ts';
import type { State } from '../state.ts';

type PartName = {
  [K in keyof State]: State[K] extends object ? K : never;
}[keyof State];

export function changer<K extends PartName>(
  app: App,
  name: K,
): (with_: (part: State[K]) => Partial<State[K]>) => void {
  return (with_) =>
    app.store.update((state) => ({ ...state, [name]: { ...state[name], ...with_(state[name]) } }));
}
