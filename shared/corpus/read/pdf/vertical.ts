/** Vertical writing that a program has set sign by sign, each upright and below the one before. */
import type { Run } from './model.ts';

/** True when a run is one sign that stands right above the next run. */
function isAbove(run: Run, next: Run | undefined): boolean {
  if (next === undefined || run.isVertical || Array.from(run.text.trim()).length !== 1) return false;
  const down = (next.y - run.y) / run.size;
  return Math.abs(next.x - run.x) < 0.6 * run.size && down > 0.5 && down < 1.8;
}

/** The runs, turned into vertical ones where most of them are stacked; their place is then the middle of the upper end. */
export function asVertical(runs: readonly Run[]): readonly Run[] {
  const seen = runs.filter(({ text }) => text.trim() !== '');
  const stacked = seen.filter((run, index) => isAbove(run, seen[index + 1])).length;
  if (stacked < 10 || stacked * 3 < seen.length * 2) return runs;
  return seen.map((run) => {
    if (run.isVertical) return run;
    const width = Math.min(run.length, run.size) || run.size;
    return { ...run, x: run.x + width / 2, y: run.y - 0.88 * run.size, length: run.size, isVertical: true };
  });
}
