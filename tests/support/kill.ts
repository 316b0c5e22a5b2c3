/** Kills a job before each of its service calls and runs it again: the end must be that of an undisturbed run. */
import { expect } from 'vitest';
import type { Built } from './built.ts';
import { type Chamber, chamberFrom, run, snapshot } from './chamber.ts';
import { endState } from './end-state.ts';

/** Ten minutes later the clock trigger runs, as it would. */
function settle(chamber: Chamber): void {
  chamber.workspace.advance(10 * 60_000);
  const result = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
  if (!result.ok) throw new Error(result.error.message);
}

/** What a dead run left behind; two deaths that left the same are one case (most calls only read). */
function leftBehind({ workspace }: Chamber): string {
  const { executions: _log, clockOffset: _time, ...left } = workspace.state;
  return JSON.stringify(left);
}

function good(result: ReturnType<typeof run>): void {
  expect(result.ok && JSON.parse(JSON.stringify(result.value))).toMatchObject({ ok: true });
}

/**
 * @param origin the chamber as it stands before the call; `args` are those of `rpc`, the same each time it is run
 * @param masked for what a run draws at random: applied to the end state as text
 * @param isTried for a job that makes hundreds of the same call: whether to kill before this one
 */
export function killedAtEveryCall(
  built: Built,
  origin: Chamber,
  args: readonly unknown[],
  masked: (text: string) => string = (text) => text,
  isTried: (name: string, before: string) => boolean = () => true,
): void {
  const start = snapshot(origin);
  const ended = (chamber: Chamber): string => masked(JSON.stringify(endState(chamber), null, 1));
  const undisturbed = chamberFrom(built, start, origin.bookId);
  const result = run(undisturbed, 'rpc', args);
  good(result);
  settle(undisturbed);
  const wanted = ended(undisturbed);

  expect(result.calls.total).toBeGreaterThan(5);
  const seen = new Set<string>();
  for (let call = 1; call <= result.calls.total; call++) {
    if (!isTried(result.calls.list[call - 1] ?? '', result.calls.list[call - 2] ?? '')) continue;
    const chamber = chamberFrom(built, start, origin.bookId);
    expect(run(chamber, 'rpc', args, { failAtCall: call }).ok).toBe(false);
    const left = leftBehind(chamber);
    if (seen.has(left)) continue;
    seen.add(left);
    good(run(chamber, 'rpc', args));
    settle(chamber);
    expect(ended(chamber), `killed at call ${call}: ${result.calls.list[call - 1]}`).toEqual(wanted);
  }
  expect(seen.size).toBeGreaterThan(2);
}
