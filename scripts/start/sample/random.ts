/** Repeatable chance for sample data: the same seed gives the same chamber on every machine. */

export interface Random {
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
}

/** A generator of the mulberry kind: 32 bits of state, enough for samples, not for secrets. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n: number): number => Math.floor(next() * n);
  return {
    below,
    pick: (list) => list[below(list.length)] ?? list[0],
    chance: (percent) => below(100) < percent,
  };
}
