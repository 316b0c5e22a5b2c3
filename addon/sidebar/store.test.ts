import { describe, expect, it } from 'vitest';
import { createStore, failed, loaded, loading, notLoaded } from './store.ts';

describe('createStore', () => {
  it('update__another_value__tells_every_listener_once', () => {
    const store = createStore({ n: 1 });
    const heard: number[] = [];
    store.subscribe(() => heard.push(store.get().n));
    store.subscribe(() => heard.push(store.get().n * 10));
    store.update((state) => ({ n: state.n + 1 }));
    expect(heard).toEqual([2, 20]);
  });

  it('update__the_same_value__stays_silent', () => {
    const store = createStore({ n: 1 });
    let heard = 0;
    store.subscribe(() => {
      heard += 1;
    });
    store.update((state) => state);
    expect(heard).toBe(0);
  });

  it('subscribe__ended_while_being_told__others_still_hear', () => {
    const store = createStore(0);
    const heard: string[] = [];
    const end = store.subscribe(() => {
      heard.push('first');
      end();
    });
    store.subscribe(() => heard.push('second'));
    store.update(() => 1);
    store.update(() => 2);
    expect(heard).toEqual(['first', 'second', 'second']);
  });
});

describe('Loaded', () => {
  it('loading_and_failed__after_an_answer__keep_it_on_screen', () => {
    const first = loaded('answer');
    expect(loading(first)).toEqual({ value: 'answer', loading: true, issues: [] });
    expect(failed(loading(first), []).value).toBe('answer');
    expect(notLoaded<string>().value).toBeNull();
  });
});
