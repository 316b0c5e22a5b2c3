/** Times two ways of doing the same side by side, so that another process's burst does not decide between them. */

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Milliseconds of the fastest of `runs` runs of each, taken in turn after one that is not counted. */
export function bestOfBoth(
  runs: number,
  ours: () => unknown,
  theirs: () => unknown,
): { readonly ours: number; readonly theirs: number } {
  ours();
  theirs();
  const best = { ours: Number.POSITIVE_INFINITY, theirs: Number.POSITIVE_INFINITY };
  for (let i = 0; i < runs; i++) {
    best.ours = Math.min(best.ours, time(ours));
    best.theirs = Math.min(best.theirs, time(theirs));
  }
  return best;
}
