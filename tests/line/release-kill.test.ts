/** The agent dies before each of its service calls and comes again with the next hour: the end is that of an undisturbed run. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkspaceState } from '../../emulator/workspace/model.ts';
import type { Built } from '../support/built.ts';
import { ask, chamberOn, records } from '../support/chamber.ts';
import { endState } from '../support/end-state.ts';
import { onlyForm, stateOf } from '../support/forms.ts';
import { goodHour, hour, Jcci, nextHour, pullState } from '../support/release.ts';
import { mixedRelease, offeredTo, programBefore, type World } from '../support/release-samples.ts';

/** Of so many moments one is gone on from; all under `npm run test:long`. */
const share = process.env.CCI_LONG === '1' ? 1 : 16;

const v11 = mixedRelease();
let built: Built;
beforeAll(async () => {
  built = await programBefore();
}, 240_000);

/** The state without log and clock: moments that have the same are one case. */
function left({ executions: _log, clockOffset: _time, ...rest }: WorkspaceState): string {
  return JSON.stringify(rest);
}

/** The same JCCI, with what had come in until then. */
function copyOf({ rollout, releases, got }: Jcci): Jcci {
  const copy = new Jcci();
  copy.rollout = rollout;
  for (const [version, text] of releases) copy.releases.set(version, text);
  copy.got.push(...got);
  return copy;
}

/** What counts of the end: the chamber as everybody sees it, the agent's memory without its clock, the last word to JCCI. */
function end({ chamber, jcci }: World): unknown {
  const { told, done, waiting, error, broken, before, notes, mailedFor } = pullState(chamber);
  const { counter: _counter, nonce: _nonce, at: _at, ...last } = jcci.last();
  const state = JSON.parse(JSON.stringify(endState(chamber))) as {
    sheets: { name: string }[];
    mails?: unknown;
  };
  return {
    ...state,
    mails: null,
    sheets: state.sheets.filter(({ name }) => name !== '_pull'),
    pull: { told, done, waiting, error, broken, before, notes, mailedFor },
    last,
  };
}

const mails = ({ chamber }: World): number =>
  chamber.workspace.state.mails.filter(({ subject }) => subject.includes('フォームの更新')).length;

function killedEverywhere(origin: World, wantedMails: number): void {
  const start = structuredClone(origin.chamber.workspace.state);
  const began = copyOf(origin.jcci);
  const worldOf = (state: WorkspaceState, jcci: Jcci): World => {
    const chamber = chamberOn(built, state, origin.chamber.bookId);
    jcci.serve(chamber);
    return { chamber, jcci };
  };
  const undisturbed = worldOf(structuredClone(start), copyOf(began));
  const moments = new Map<
    string,
    { call: number; name: string; log: WorkspaceState['executions']; time: number; got: Jcci }
  >();
  goodHour(undisturbed.chamber, {
    onCall: (call, name) => {
      const { state } = undisturbed.chamber.workspace;
      const text = left(state);
      if (!moments.has(text))
        moments.set(text, {
          call,
          name,
          log: [...state.executions],
          time: state.clockOffset,
          got: copyOf(undisturbed.jcci),
        });
    },
  });
  goodHour(undisturbed.chamber);
  goodHour(undisturbed.chamber);
  const wanted = end(undisturbed);
  expect(moments.size).toBeGreaterThan(8);
  [...moments].forEach(([text, { call, name, log, time, got }], index) => {
    if (index % share !== 0 && index !== moments.size - 1) return;
    const told = `killed at call ${call}: ${name}`;
    if (index % (share * 5) === 0) {
      // A death leaves what stood before the call, in fact.
      const dying = worldOf(structuredClone(start), copyOf(began));
      expect(nextHour(dying.chamber, { failAtCall: call }).ok, told).toBe(false);
      expect(left(dying.chamber.workspace.state) === text, told).toBe(true);
    }
    const rest = JSON.parse(text) as Omit<WorkspaceState, 'executions' | 'clockOffset'>;
    const world = worldOf({ ...rest, executions: log, clockOffset: time }, got);
    goodHour(world.chamber);
    goodHour(world.chamber);
    expect(end(world), told).toEqual(wanted);
    // Nobody is written to twice; a death between the note and the mail costs the mail, and 今日 still says it.
    expect(mails(world), told).toBeLessThanOrEqual(wantedMails);
  });
}

const offered = (): World => offeredTo(built, v11);

describe('killed at every call', () => {
  it('while_it_takes_a_release', () => {
    const world = offered();
    stateOf(world.chamber, 'phone').title = '代表電話';
    killedEverywhere(world, 1);
  }, 900_000);

  it('while_it_gives_one_back', () => {
    const world = offered();
    ask(world.chamber, 'saveRelease', { policy: 'all', deferUntil: '' });
    goodHour(world.chamber);
    stateOf(world.chamber, 'email').help = '自所で直しました。';
    world.jcci.event({ kind: 'roll-back', by: 'jcci', reason: '', rings: [] }, world.chamber.workspace.now());
    killedEverywhere(world, 0);
  }, 900_000);

  it('while_jcci_cannot_be_reached__nothing_is_lost__and_each_message_counts_once', () => {
    const { chamber, jcci } = offered();
    jcci.down = true;
    goodHour(chamber);
    goodHour(chamber);
    expect(jcci.got).toEqual([]);
    expect(onlyForm(chamber).items.length).toBeGreaterThan(10);
    jcci.down = false;
    goodHour(chamber);
    expect(jcci.last().release).toMatchObject({ outcome: 'applied' });
    const counters = jcci.got.map(({ counter }) => counter);
    expect([...counters].sort((a, b) => a - b)).toEqual(counters);
    chamber.workspace.advance(24 * hour);
    goodHour(chamber);
    expect(new Set(jcci.got.map(({ counter }) => counter)).size).toBe(jcci.got.length);
    expect(records(chamber, '_pull')).toHaveLength(1);
  });
});
