/** What happens to calls: each is counted, some fail before anything happened, some after, as quotas and networks make them. */

/** A random number generator that gives the same row for the same seed (mulberry32). */
export type Random = () => number;
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}

export const pick = <T>(random: Random, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('pick: an empty list');
  return found;
};

/** An execution that the platform ended: nothing after it is carried out, whatever the program catches. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

export class Weather {
  readonly #random: Random;
  /** Share of calls that are struck. */
  share: number;
  #isDead = false;
  readonly counts = new Map<string, number>();
  calls = 0;
  struck = 0;

  constructor(random: Random, share: number) {
    this.#random = random;
    this.share = share;
  }

  /** A new execution begins. */
  begin(): void {
    this.#isDead = false;
  }

  call<T>(name: string, carryOut: () => T): T {
    if (this.#isDead) throw new Stopped(name);
    this.calls += 1;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
    const drawn = this.#random();
    if (drawn >= this.share) return carryOut();
    this.struck += 1;
    // A third each: refused before, carried out and then broken, and the end of the execution.
    const third = Math.floor((drawn / this.share) * 3);
    if (third === 1) carryOut();
    if (third === 2) this.#isDead = true;
    if (third === 2) throw new Stopped(name);
    const error = new Error('We’re sorry, a server error occurred. Please wait a bit and try again.');
    error.name = 'Exception';
    throw error;
  }

  /** The same object, each of whose methods is a call. */
  over<T extends object>(service: string, object: T): T {
    return new Proxy(object, {
      get: (target, name, receiver) => {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value !== 'function') return value;
        return (...given: readonly unknown[]) =>
          this.call(`${service}.${String(name)}`, () => Reflect.apply(value, target, given));
      },
    });
  }
}
