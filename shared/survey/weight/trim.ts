/** Cuts weights that let a few answers speak for very many: one strange answer would move the whole result. */

/**
 * Cuts weights above `most` × mean, in place, and spreads what was cut over the others in proportion, until none stands above.
 * Returns the number of answers whose weight was cut. `n`: answers that share a weight.
 */
export function cutHigh(weights: Float64Array, n: Float64Array, most: number): number {
  const total = n.reduce((sum, count) => sum + count, 0);
  if (!(total > 0) || !(most > 1)) return 0;
  const sum = weights.reduce((all, weight, at) => all + weight * (n[at] ?? 0), 0);
  const limit = (most * sum) / total;
  const cut = new Uint8Array(weights.length);
  for (;;) {
    let [over, rest] = [0, 0];
    weights.forEach((weight, at) => {
      const count = n[at] ?? 0;
      if (count === 0) return;
      if (weight > limit) {
        over += (weight - limit) * count;
        weights[at] = limit;
        cut[at] = 1;
      } else if (cut[at] === 0) rest += weight * count;
    });
    if (over === 0 || rest === 0) break;
    const factor = (rest + over) / rest;
    weights.forEach((weight, at) => {
      if (cut[at] === 0) weights[at] = weight * factor;
    });
  }
  return n.reduce((all, count, at) => all + (cut[at] === 1 ? count : 0), 0);
}
