/** The one place the sidebar keeps what it knows: an immutable value, replaced whole, with listeners. */
import type { IssueView } from '../view/protocol.ts';

export interface Store<S> {
  get(): S;
  /** Replaces the value; listeners hear of it only when it is another one. */
  update(change: (state: S) => S): void;
  /** Returns the function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export function createStore<S>(initial: S): Store<S> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    update(change) {
      const next = change(state);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Something the server is asked for: the last good answer stays on screen while a newer one is fetched. */
export interface Loaded<T> {
  readonly value: T | null;
  readonly loading: boolean;
  readonly issues: readonly IssueView[];
}

export function notLoaded<T>(): Loaded<T> {
  return { value: null, loading: false, issues: [] };
}

export function loading<T>(before: Loaded<T>): Loaded<T> {
  return { value: before.value, loading: true, issues: [] };
}

export function loaded<T>(value: T): Loaded<T> {
  return { value, loading: false, issues: [] };
}

export function failed<T>(before: Loaded<T>, issues: Loaded<T>['issues']): Loaded<T> {
  return { value: before.value, loading: false, issues };
}
