/** Makes `Date` and `Math.random` of the realm follow the workspace's clock and seed. */
import { call } from './bridge-client.ts';

/** Replaces the realm's clock; `instanceof Date`, `Date.UTC` and the prototype stay what they were. */
export function installClock(): void {
  const Original = Date;
  const Replaced = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new Original(call('Utilities.now')).toString();
    return Reflect.construct(Original, args.length === 0 ? [call('Utilities.now')] : args, new.target);
  };
  Object.defineProperty(Replaced, 'name', { value: 'Date' });
  Object.defineProperty(Replaced, 'length', { value: 7 });
  Object.defineProperty(Replaced, 'prototype', { value: Original.prototype, writable: false });
  Object.defineProperties(Replaced, {
    now: { value: () => call('Utilities.now'), configurable: true, writable: true },
    parse: { value: Original.parse, configurable: true, writable: true },
    UTC: { value: Original.UTC, configurable: true, writable: true },
  });
  Object.defineProperty(Original.prototype, 'constructor', {
    value: Replaced,
    configurable: true,
    writable: true,
  });
  Object.defineProperty(globalThis, 'Date', { value: Replaced, configurable: true, writable: true });
}

/** Seeds `Math.random` (mulberry32), so that a run can be repeated. */
export function installRandom(seed: number): void {
  let state = seed | 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
