import { describe, expect, it } from 'vitest';
import { lazy } from './lazy.ts';

describe('lazy', () => {
  it('makes_nothing_until_asked_and_then_once', () => {
    let calls = 0;
    const value = lazy(() => {
      calls++;
      return { calls };
    });
    expect(calls).toBe(0);
    expect(value()).toBe(value());
    expect(calls).toBe(1);
  });

  it('asks_again_after_a_failure', () => {
    let fails = true;
    const value = lazy(() => {
      if (fails) throw new Error('not yet');
      return [1];
    });
    expect(value).toThrow('not yet');
    fails = false;
    expect(value()).toEqual([1]);
  });
});
