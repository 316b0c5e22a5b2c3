/** Times a function fairly: warmed up, best of several runs, so that another process's burst does not count. */

/** Milliseconds of the fastest of `runs` runs, after one that is not counted. */
export function bestOf(runs: number, work: () => unknown): number {
  work();
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
