/** How far two short texts are apart, for proposing the nearest label. */

/** Levenshtein distance in UTF-16 units, or `limit + 1` as soon as it must exceed `limit`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const value = Math.min(
        (previous[j] ?? limit) + 1,
        (row[j - 1] ?? limit) + 1,
        (previous[j - 1] ?? limit) + cost,
      );
      row.push(value);
      if (value < best) best = value;
    }
    if (best > limit) return limit + 1;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}

/**
 * The candidate nearest to `text`: one that differs by at most a third of its length, or that contains `text` or is
 * contained in it (two characters at least). Undefined when none is near or two are equally near.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
  if (text.length === 0 || text.length > 200) return undefined;
  let best: string | undefined;
  let bestScore = Number.POSITIVE_INFINITY;
  let tie = false;
  for (const candidate of candidates) {
    const limit = Math.floor(Math.max(candidate.length, text.length) / 3);
    let score = limit > 0 ? editDistance(text, candidate, limit) : Number.POSITIVE_INFINITY;
    if (score > limit) {
      const shorter = Math.min(text.length, candidate.length);
      const contained = shorter >= 2 && (text.includes(candidate) || candidate.includes(text));
      score = contained ? 100 + Math.abs(text.length - candidate.length) : Number.POSITIVE_INFINITY;
    }
    if (score < bestScore) {
      best = candidate;
      bestScore = score;
      tie = false;
    } else if (score === bestScore && score !== Number.POSITIVE_INFINITY && candidate !== best) {
      tie = true;
    }
  }
  return tie ? undefined : best;
}
