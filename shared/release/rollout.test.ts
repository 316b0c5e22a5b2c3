/** Scenario J3 as a state machine: rings, stop rule, pause, resume, roll-back; laws for any order of events. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../issue/issue.ts';
import { mostUnproved, standardRings } from './rings.ts';
import {
  decide,
  newRollout,
  type Outcome,
  outcomes,
  parseRollout,
  type Rollout,
  type RolloutEvent,
} from './rollout.ts';
import { bodyHash, offeredTo, undoneBy } from './rollout-body.ts';
import { begin, hour, planOf } from './testing.ts';

const runs = { seed: Number(process.env.SEED ?? 20261128), numRuns: Number(process.env.RUNS ?? 60) };

const tick = { kind: 'tick' } as const;
const says = (chamber: string, outcome: Outcome, error = ''): RolloutEvent => ({
  kind: 'report',
  chamber,
  version: '1.2.0',
  outcome,
  error,
});

function then(rollout: Rollout, event: RolloutEvent, now: number): Rollout {
  const made = decide(rollout, event, now);
  expect(made.issues).toEqual([]);
  return made.rollout;
}

const touched = (rollout: Rollout): readonly string[] => Object.keys(rollout.chambers);

/** Every hour all who are offered it and have said nothing say what `outcome` tells of them; null: nothing. */
function hours(
  rollout: Rollout,
  from: number,
  count: number,
  outcome: (chamber: string) => Outcome | null,
): Rollout {
  let now = rollout;
  for (let at = 0; at < count; at++) {
    const time = from + at * hour;
    now = then(now, tick, time);
    for (const chamber of offeredTo(now)) {
      const said = outcome(chamber);
      if (said !== null && now.chambers[chamber]?.state !== said)
        now = then(now, says(chamber, said), time + 1000);
    }
  }
  return now;
}

describe('J3', () => {
  it('release_in_rings__a_failure_pauses__repair_goes_on__a_ring_is_rolled_back', () => {
    let rollout = newRollout(planOf([2, 8, 40]), null);
    expect(offeredTo(rollout)).toEqual([]);
    rollout = then(rollout, tick, begin - 1);
    expect(offeredTo(rollout)).toEqual([]);
    rollout = then(rollout, tick, begin);
    expect(offeredTo(rollout)).toEqual(['r0-1', 'r0-2']);
    rollout = then(rollout, says('r0-1', 'applied'), begin + 1);
    // The second of JCCI's own has said nothing: nobody else is offered it, although the ring's time has come.
    rollout = then(rollout, tick, begin + 2 * hour);
    expect(touched(rollout)).toEqual(['r0-1', 'r0-2']);
    rollout = then(rollout, says('r0-2', 'applied'), begin + 2 * hour);
    rollout = then(rollout, tick, begin + 2 * hour);
    expect(touched(rollout).slice(2)).toEqual(['r1-1', 'r1-2', 'r1-3', 'r1-4', 'r1-5']);

    rollout = then(rollout, says('r1-1', 'applied'), begin + 3 * hour);
    rollout = then(rollout, says('r1-2', 'failed', 'update.not-taken'), begin + 3 * hour);
    expect(rollout.paused).toMatchObject({ chamber: 'r1-2', reason: 'update.not-taken', by: '' });
    expect(offeredTo(rollout)).toEqual([]);
    const standing = rollout;
    for (const late of [4, 40, 400]) rollout = then(rollout, tick, begin + late * hour);
    expect(rollout).toBe(rollout);
    expect(touched(rollout)).toEqual(touched(standing));

    rollout = then(rollout, { kind: 'resume', by: 'jcci', again: true }, begin + 401 * hour);
    expect(offeredTo(rollout)).toContain('r1-2');
    rollout = hours(rollout, begin + 401 * hour, 12, () => 'applied');
    expect(touched(rollout)).toHaveLength(50);

    rollout = then(
      rollout,
      { kind: 'roll-back', by: 'jcci', reason: '見本', rings: ['ring-1'] },
      begin + 420 * hour,
    );
    expect(undoneBy(rollout)).toEqual(rollout.plan.rings[1]?.chambers);
    expect(offeredTo(rollout)).toEqual([]);
    const refused = decide(rollout, { kind: 'resume', by: 'jcci', again: false }, begin + 421 * hour);
    expect(refused.issues.map(({ code }) => code)).toEqual(['rollout.undoing']);
  });

  it('deferral_and_people_who_decide__hold_nobody_up', () => {
    const rollout = hours(newRollout(planOf([3, 3]), null), begin, 6, (chamber) =>
      chamber.endsWith('1') ? 'deferred' : chamber.endsWith('2') ? 'waiting' : 'applied',
    );
    expect(touched(rollout)).toHaveLength(6);
    expect(offeredTo(rollout)).toHaveLength(6);
  });

  it('batches__five_until_enough_succeeded__then_growing', () => {
    const sizes: number[] = [];
    let rollout = newRollout(planOf([100]), null);
    for (let at = 0; at < 8; at++) {
      const before = touched(rollout).length;
      rollout = hours(rollout, begin + at * hour, 1, () => 'applied');
      sizes.push(touched(rollout).length - before);
    }
    expect(sizes).toEqual([5, 30, 65, 0, 0, 0, 0, 0]);
  });

  it('silent_chambers__are_asked_twice_and_then_left__the_others_are_through_in_time', () => {
    const dead = (chamber: string): boolean => Number(chamber.split('-')[1]) % 3 === 0;
    const rollout = hours(newRollout(planOf([60, 4]), null), begin, 48, (chamber) =>
      dead(chamber) ? null : 'applied',
    );
    const states = Object.entries(rollout.chambers);
    expect(states.filter(([code]) => !dead(code)).every(([, { state }]) => state === 'applied')).toBe(true);
    expect(rollout.chambers['r0-3']?.state).toBe('left');
    expect(touched(rollout)).toContain('r1-1');
    // It comes back after a month: the offer still stands, for the ring has proved the release.
    expect(offeredTo(rollout)).toContain('r0-3');
    expect(then(rollout, says('r0-3', 'applied'), begin + 700 * hour).chambers['r0-3']?.state).toBe(
      'applied',
    );
  });

  it('first_ring_that_says_nothing__holds_the_others__until_jcci_asks_anew', () => {
    let rollout = hours(newRollout(planOf([1, 4]), null), begin, 40, () => null);
    expect(touched(rollout)).toEqual(['r0-1']);
    expect(rollout.chambers['r0-1']?.state).toBe('left');
    // Nobody waits for it, and it may still take the release: it was asked.
    expect(offeredTo(rollout)).toEqual(['r0-1']);
    rollout = then(rollout, { kind: 'pause', by: 'jcci', reason: '' }, begin + 41 * hour);
    rollout = then(rollout, { kind: 'resume', by: 'jcci', again: true }, begin + 41 * hour);
    expect(offeredTo(rollout)).toEqual(['r0-1']);
    rollout = hours(rollout, begin + 41 * hour, 3, () => 'applied');
    expect(touched(rollout)).toHaveLength(5);
  });

  it('who_said_nothing_in_a_small_ring__keeps_the_offer__while_the_others_go_on', () => {
    const rollout = hours(newRollout(planOf([5, 4]), null), begin, 20, (chamber) =>
      ['r0-1', 'r0-2'].includes(chamber) ? 'applied' : null,
    );
    expect(touched(rollout)).toContain('r1-1');
    expect(offeredTo(rollout)).toEqual(expect.arrayContaining(['r0-3', 'r0-4', 'r0-5']));
  });

  it('ring_that_was_passed_over_in_silence__is_offered_it_again_when_a_later_one_has_proved_it', () => {
    const first = hours(newRollout(planOf([2, 3, 20]), null), begin, 30, (chamber) =>
      chamber.startsWith('r0') ? 'applied' : null,
    );
    expect(touched(first)).toContain('r2-1');
    expect(offeredTo(first).filter((code) => code.startsWith('r1'))).toEqual([]);
    const later = hours(first, begin + 30 * hour, 6, (chamber) =>
      chamber.startsWith('r1') ? null : 'applied',
    );
    expect(offeredTo(later)).toEqual(expect.arrayContaining(['r1-1', 'r1-2', 'r1-3']));
  });

  it('failure_of_a_chamber_that_is_left_out__is_no_reason_to_stop', () => {
    let rollout = hours(newRollout(planOf([4]), null), begin, 1, (chamber) =>
      chamber === 'r0-2' ? 'failed' : 'applied',
    );
    rollout = then(rollout, { kind: 'resume', by: 'jcci', again: false }, begin + hour);
    expect(rollout.chambers['r0-2']?.state).toBe('excluded');
    rollout = then(rollout, says('r0-2', 'failed', 'form.missing'), begin + 2 * hour);
    expect(rollout.paused).toBeNull();
    expect(offeredTo(rollout)).not.toContain('r0-2');
  });

  it('reports_of_another_release_or_of_who_was_never_offered_it__change_nothing', () => {
    const rollout = then(newRollout(planOf([2, 2]), null), tick, begin);
    const foreign: RolloutEvent = {
      kind: 'report',
      chamber: 'r0-1',
      version: '9.9.9',
      outcome: 'failed',
      error: '',
    };
    expect(decide(rollout, foreign, begin).rollout).toEqual(rollout);
    expect(decide(rollout, says('r1-1', 'failed'), begin).rollout).toEqual(rollout);
    expect(decide(rollout, says('nobody', 'failed'), begin).rollout).toEqual(rollout);
  });

  it('operators_mistakes__are_told_and_change_nothing', () => {
    const rollout = newRollout(planOf([2]), null);
    const code = (event: RolloutEvent): string | undefined => decide(rollout, event, begin).issues[0]?.code;
    expect(code({ kind: 'resume', by: 'a', again: true })).toBe('rollout.not-paused');
    expect(code({ kind: 'roll-back', by: 'a', reason: '', rings: ['no'] })).toBe('rollout.ring-unknown');
    expect(code({ kind: 'roll-back', by: 'a', reason: '', rings: [] })).toBe('rollout.nothing-to-undo');
    const paused = then(rollout, { kind: 'pause', by: 'a', reason: '' }, begin);
    expect(decide(paused, { kind: 'pause', by: 'b', reason: '' }, begin).issues[0]?.code).toBe(
      'rollout.paused-already',
    );
  });

  it('plan_that_contradicts_itself__is_refused', () => {
    const bad = planOf([2, 2]);
    const twice = { ...bad, rings: bad.rings.map((ring) => ({ ...ring, chambers: ['a-1'] })) };
    expect(() => newRollout(twice, null)).toThrow(UnusableInput);
    expect(() => newRollout({ ...bad, back: bad.release }, null)).toThrow(UnusableInput);
    expect(() => newRollout({ ...bad, rings: [...bad.rings].reverse() }, null)).toThrow(UnusableInput);
    expect(() => newRollout({ ...bad, rules: { ...bad.rules, firstBatch: 6 } }, null)).toThrow(UnusableInput);
  });
});

const codes = ['r0-1', 'r0-2', 'r1-1', 'r1-4', 'r1-8', 'r2-1', 'r2-9', 'r2-30', 'stranger'];
const events: fc.Arbitrary<RolloutEvent> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<RolloutEvent>(tick) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('report' as const),
      chamber: fc.constantFrom(...codes),
      version: fc.constantFrom('1.2.0', '1.2.0', '1.2.0', '1.1.0'),
      outcome: fc.constantFrom(...outcomes),
      error: fc.constantFrom('', 'form.missing'),
    }),
  },
  { weight: 1, arbitrary: fc.constant<RolloutEvent>({ kind: 'pause', by: 'jcci', reason: '' }) },
  { weight: 2, arbitrary: fc.boolean().map((again) => ({ kind: 'resume', by: 'jcci', again }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom<readonly string[]>([], ['ring-0'], ['ring-1'])
      .map((rings) => ({ kind: 'roll-back', by: 'jcci', reason: '', rings }) as const),
  },
);
const stories = fc.array(fc.record({ event: events, wait: fc.integer({ min: 0, max: 9 * hour }) }), {
  maxLength: 60,
});

describe('any story', () => {
  it('sequence_never_goes_back__paused_is_never_offered__undone_reaches_all', () => {
    fc.assert(
      fc.property(stories, (story) => {
        let rollout = newRollout(planOf([2, 8, 40]), null);
        let now = begin - hour;
        for (const { event, wait } of story) {
          now += wait;
          const before = rollout;
          const { rollout: next, issues } = decide(before, event, now);
          rollout = next;
          // The number goes up by one exactly when what chambers read has changed, and names what was before.
          const isOther = bodyHash(next) !== bodyHash(before);
          expect(next.seq).toBe(before.seq + (isOther ? 1 : 0));
          if (isOther) expect(next.previous).toBe(bodyHash(before));
          if (next.paused !== null) {
            expect(offeredTo(next)).toEqual([]);
            if (before.paused !== null) expect(touched(next)).toEqual(touched(before));
          }
          if (issues.length > 0) expect(next).toBe(before);
          // Who was touched once stays known, and a ring that is taken back names all of them.
          expect(touched(next)).toEqual(expect.arrayContaining([...touched(before)]));
          for (const { id, chambers } of next.plan.rings) {
            if (next.rings[id]?.state !== 'undoing') continue;
            const all = chambers.filter((code) => next.chambers[code] !== undefined);
            expect(undoneBy(next)).toEqual(expect.arrayContaining(all));
            expect(offeredTo(next).some((code) => chambers.includes(code))).toBe(false);
          }
          // A report alone offers the release to nobody new.
          if (event.kind === 'report') expect(touched(next)).toEqual(touched(before));
          // What is stored reads back.
          expect(parseRollout(JSON.parse(JSON.stringify(next)))).toEqual(next);
        }
      }),
      runs,
    );
  });

  it('a_release_that_fails_everywhere__touches_at_most_five_of_its_ring', () => {
    const scenario = fc.record({
      sizes: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 }),
      bad: fc.nat({ max: 2 }),
      /** Of each chamber: hours until it answers; some never do. */
      delays: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 5, maxLength: 20 }),
    });
    fc.assert(
      fc.property(scenario, ({ sizes, bad, delays }) => {
        const failing = Math.min(bad, sizes.length - 1);
        let rollout = newRollout(planOf(sizes), null);
        const took = new Map<string, number>();
        const done = new Set<string>();
        let isPassed = false;
        for (let at = 0; at < 400 && rollout.paused === null; at++) {
          const now = begin + at * hour;
          rollout = then(rollout, tick, now);
          const later = touched(rollout).some((code) => Number(code[1]) > failing);
          if (later && !isPassed) {
            isPassed = true;
            // The next ring begins when nobody of this one is waited for: here, over its silence.
            for (const code of rollout.plan.rings[failing]?.chambers ?? [])
              expect(rollout.chambers[code]?.state).toBe('left');
          }
          for (const chamber of offeredTo(rollout)) {
            const started = took.get(chamber) ?? now;
            took.set(chamber, started);
            const [ring = '', one = ''] = chamber.slice(1).split('-');
            const delay = delays[(Number(one) * 7 + Number(ring)) % delays.length] ?? 0;
            if (done.has(chamber) || now - started < delay * hour) continue;
            done.add(chamber);
            rollout = then(rollout, says(chamber, Number(ring) === failing ? 'failed' : 'applied'), now);
            if (rollout.paused !== null) break;
          }
        }
        const ofRing = touched(rollout).filter((code) => code.startsWith(`r${failing}-`));
        // At no time more than five of a ring that has proved nothing could take it.
        const holding = [...took.keys()].filter((code) => code.startsWith(`r${failing}-`) && done.has(code));
        expect(holding.length).toBeLessThanOrEqual(mostUnproved);
        const open = ofRing.filter((code) => rollout.chambers[code]?.state === 'offered');
        expect(open.length).toBeLessThanOrEqual(mostUnproved);
        if (holding.length > 0) expect(rollout.paused).not.toBeNull();
      }),
      runs,
    );
  });
});

describe('standardRings', () => {
  const list = ['新潟', '高松', '見本', '見本東', '見本西'].map((place, at) => ({
    code: `c-${at}`,
    name: `${place}商工会議所`,
    prefecture: at < 2 ? '15' : at === 2 ? '13' : '27',
  }));

  it('jcci_then_working_group_then_prefectures_then_everybody__each_once', () => {
    const made = standardRings(list, {
      home: ['jcci-1'],
      prefectures: ['27'],
      startsAt: begin,
      step: 24 * hour,
    });
    expect(made.map(({ name, chambers }) => [name, ...chambers])).toEqual([
      ['日商内', 'jcci-1'],
      ['作業部会の商工会議所', 'c-0', 'c-1'],
      ['都道府県 27', 'c-3', 'c-4'],
      ['全国', 'c-2'],
    ]);
    expect(made.map(({ startsAt }) => (startsAt - begin) / hour)).toEqual([0, 24, 48, 72]);
  });
});
