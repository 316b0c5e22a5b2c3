/** Kills a job before each of its service calls and runs it again: the end must be that of an undisturbed run. */
import { expect } from 'vitest';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import type { Built } from './built.ts';
import { type Chamber, chamberOn, run } from './chamber.ts';
import { endState } from './end-state.ts';

/** Of so many cases one is died in fact, to hold that a death leaves what stood before the call. */
const casesPerDeath = 10;

/** States that `npm test` goes on from, of each job; the last is always among them. */
const mostInShort = 10;

/** True under `npm run test:long`: every state is gone on from, also of jobs that leave hundreds. */
const tryAll = process.env.CCI_LONG === '1';

/** What a death before a call leaves behind, as the undisturbed run comes by it. */
interface Moment {
  readonly told: string;
  readonly call: number;
  readonly log: WorkspaceState['executions'];
  readonly time: number;
}

/** The state without log and clock, as text: moments that have the same are one case (most calls only read). */
function left({ executions: _log, clockOffset: _time, ...rest }: WorkspaceState): string {
  return JSON.stringify(rest);
}

/** Ten minutes later the clock trigger runs, as it would. */
function settle(chamber: Chamber): void {
  chamber.workspace.advance(10 * 60_000);
  const result = run(chamber, 'hourlyCatchUp', [], { kind: 'trigger' });
  if (!result.ok) throw new Error(result.error.message);
}

function good(result: ReturnType<typeof run>): void {
  expect(result.ok && JSON.parse(JSON.stringify(result.value))).toMatchObject({ ok: true });
}

/**
 * A dead run carries out nothing more and takes its realm with it, so a death leaves what stood before the call. The
 * undisturbed run is looked at before every call; each state that differs from all before it is a case, and is gone on from.
 * @param origin the chamber as it stands before the call; `args` are those of `rpc`, the same each time it is run
 * @param masked for what a run draws at random: applied to the end state as text
 * @param isTried for a job that makes hundreds of the same call: whether to kill before this one
 * @param share for a job that leaves hundreds of states: `npm test` goes on from one of so many at the most, and from the last
 */
export function killedAtEveryCall(
  built: Built,
  origin: Chamber,
  args: readonly unknown[],
  masked: (text: string) => string = (text) => text,
  isTried: (name: string, before: string) => boolean = () => true,
  share = 1,
): void {
  const start = structuredClone(origin.workspace.state);
  const startText = left(start);
  const from = (text: string, log: WorkspaceState['executions'], time: number): Chamber => {
    const rest: Omit<WorkspaceState, 'executions' | 'clockOffset'> = JSON.parse(text);
    return chamberOn(built, { ...rest, executions: [...log], clockOffset: time }, origin.bookId);
  };
  const begin = (): Chamber => from(startText, start.executions, start.clockOffset);
  const ended = (chamber: Chamber): string => masked(JSON.stringify(endState(chamber), null, 1));

  const undisturbed = begin();
  const { state } = undisturbed.workspace;
  const moments = new Map<string, Moment>();
  let before = '';
  const onCall = (call: number, name: string): void => {
    if (isTried(name, before)) {
      const text = left(state);
      const told = `killed at call ${call}: ${name}`;
      if (!moments.has(text))
        moments.set(text, { told, call, log: [...state.executions], time: state.clockOffset });
    }
    before = name;
  };
  const result = run(undisturbed, 'rpc', args, { onCall });
  good(result);
  settle(undisturbed);
  const wanted = ended(undisturbed);
  expect(result.calls.total).toBeGreaterThan(5);
  expect(moments.size).toBeGreaterThan(2);

  // A job of a thousand states that cost seconds each is tried at a tenth of the distance of `npm test`, the others at every state.
  const step = tryAll
    ? Math.max(1, Math.floor(share / 10))
    : Math.max(share, Math.ceil(moments.size / mostInShort));
  [...moments].forEach(([text, { told, call, log, time }], index) => {
    if (index % step !== 0 && index !== moments.size - 1) return;
    if (index % casesPerDeath === 0 || index === moments.size - 1) {
      const dying = begin();
      expect(run(dying, 'rpc', args, { failAtCall: call }).ok, told).toBe(false);
      expect(left(dying.workspace.state) === text, `${told}, left what stood before`).toBe(true);
      expect(dying.workspace.now(), told).toBe(time);
    }
    const chamber = from(text, log, time);
    good(run(chamber, 'rpc', args));
    settle(chamber);
    expect(ended(chamber), told).toEqual(wanted);
  });
}
