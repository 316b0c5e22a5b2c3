/**
 * Arithmetic modulo a prime below 2^26, so that a product of two numbers is exact in a double. In tables of nested regions by
 * one more dimension every coefficient that elimination makes is 0, 1 or −1 and the answer is exact; elsewhere it is wrong
 * only where the prime divides a minor of the system.
 */
export const prime = 67_108_859;

export const add = (a: number, b: number): number => (a + b) % prime;
export const minus = (a: number): number => (a === 0 ? 0 : prime - a);
export const times = (a: number, b: number): number => (a * b) % prime;

/** The number that gives 1 with `a` (extended Euclid); `a` is not 0. */
export function inverse(a: number): number {
  let [low, high] = [a, prime];
  let [x, y] = [1, 0];
  while (low > 1) {
    const quotient = Math.floor(high / low);
    [low, high] = [high % low, low];
    [x, y] = [y - quotient * x, x];
  }
  return ((x % prime) + prime) % prime;
}

/** A stream of numbers 1 … prime − 1, the same for the same seed (Lehmer, modulus 2^31 − 1). */
export function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return 1 + (state % (prime - 1));
  };
}
