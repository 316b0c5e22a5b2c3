/**
 * How far a release has come: a state, and what may happen to it. `decide(state, event, now)` is all there is; it knows no clock and
 * no service. Nothing but `tick` (and `resume`, which ends with one) offers the release to anybody, and it offers nothing while the
 * roll-out is paused: a failure that was reported before the next tick stops it before any further chamber.
 *
 * Within a ring at most `firstBatch` chambers are waited for until `enough` have succeeded (the ring has proved the release); from then
 * on `growth` times as many as have succeeded. Who says nothing for `patience` is set aside (`silent`) and asked once more at the
 * ring's end; after that, and at once in a ring that has proved the release, the offer stands for it without anybody waiting (`left`).
 * Which offers stand is `offeredTo`. The next ring begins at its time, when nobody of the ring before is waited for and somebody at
 * least has taken the release well.
 */
import * as z from 'zod/mini';
import { type Issue, issue, UnusableInput } from '../issue/issue.ts';
import { lazy } from '../lazy.ts';
import { chamberCode, issueCode, moment, sha256Text } from './codes.ts';
import { planIssues, planSchema, type Ring, type RolloutPlan } from './rings.ts';
import { bodyHash, bodyOf } from './rollout-body.ts';

/**
 * `offered`: waited for. `applied`: done what its policy allows. `waiting`: a person of the chamber decides. `deferred`: 見送り with an end.
 * `excluded`: failed, and JCCI goes on without it.
 */
export const chamberStates = [
  'offered',
  'silent',
  'left',
  'applied',
  'waiting',
  'deferred',
  'failed',
  'excluded',
  'undone',
  'undo-failed',
] as const;
export type ChamberState = (typeof chamberStates)[number];

/** What a chamber says of a release. */
export const outcomes = ['applied', 'waiting', 'deferred', 'failed', 'undone', 'undo-failed'] as const;
export type Outcome = (typeof outcomes)[number];

const chamberSchema = () =>
  z.strictObject({
    state: z.enum(chamberStates),
    /** When it was first offered, and when this state began. */
    offeredAt: moment(),
    at: moment(),
    /** How often it was offered. */
    tries: z.number().check(z.int(), z.positive()),
    error: issueCode(),
  });
export type ChamberProgress = Readonly<z.infer<ReturnType<typeof chamberSchema>>>;

const ringState = () =>
  z.strictObject({
    state: z.enum(['waiting', 'offering', 'undoing']),
    /** null: not yet. */
    startedAt: z.nullable(moment()),
  });

const rolloutSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    /** Number of the file that chambers read; it only goes up. */
    seq: z.number().check(z.int(), z.positive()),
    /** Hash of the file before this one, '' for the very first. */
    previous: z.union([z.literal(''), sha256Text()]),
    plan: planSchema(),
    paused: z.nullable(
      z.strictObject({
        at: moment(),
        /** Who paused it; '' for the stop rule. */
        by: z.string().check(z.maxLength(200)),
        reason: z.string().check(z.maxLength(500)),
        /** Whose failure it was, '' for a person's decision. */
        chamber: z.union([z.literal(''), chamberCode()]),
      }),
    ),
    /** By ring id. */
    rings: z.record(z.string(), ringState()),
    /** By code; who is not here was never offered it. */
    chambers: z.record(z.string(), chamberSchema()),
  }),
);
export type Rollout = Readonly<z.infer<ReturnType<typeof rolloutSchema>>>;

export type RolloutEvent =
  /** Time has passed: the only event that offers the release. */
  | { readonly kind: 'tick' }
  | {
      readonly kind: 'report';
      readonly chamber: string;
      readonly version: string;
      readonly outcome: Outcome;
      /** Code of an issue, '' where nothing is wrong. */
      readonly error: string;
    }
  | { readonly kind: 'pause'; readonly by: string; readonly reason: string }
  /** `again`: chambers that failed are offered it once more (else they are left out), and those that said nothing are asked anew. */
  | { readonly kind: 'resume'; readonly by: string; readonly again: boolean }
  /** `rings`: ids; empty for every ring that has begun. The roll-out stays paused: what was repaired is a new release. */
  | {
      readonly kind: 'roll-back';
      readonly by: string;
      readonly reason: string;
      readonly rings: readonly string[];
    };

/** A line of the record, in codes: words are added where it is shown. */
export interface RolloutLine {
  readonly at: number;
  readonly what:
    | 'started'
    | 'ring-started'
    | 'offered'
    | 'set-aside'
    | 'paused'
    | 'resumed'
    | 'rolled-back'
    | Outcome;
  readonly ring: string;
  readonly chambers: readonly string[];
  /** Person or error code. */
  readonly note: string;
}

export interface Decided {
  readonly rollout: Rollout;
  readonly lines: readonly RolloutLine[];
  /** Why the event could not be: the roll-out then is the one before. */
  readonly issues: readonly Issue[];
}

/** Reads a stored roll-out; null when it is none of this schema. */
export function parseRollout(value: unknown): Rollout | null {
  const parsed = rolloutSchema().safeParse(value);
  return parsed.success ? parsed.data : null;
}

/**
 * A roll-out that has not begun. `last`: the one before it, whose numbers go on. Throws UnusableInput of `planIssues`,
 * and `rollout.plan` for a plan of another shape.
 */
export function newRollout(plan: RolloutPlan, last: Rollout | null): Rollout {
  const issues = planIssues(plan);
  if (issues.length > 0) throw new UnusableInput(issues);
  const made = {
    schema: 1 as const,
    seq: (last?.seq ?? 0) + 1,
    previous: last === null ? ('' as const) : bodyHash(last),
    plan,
    paused: null,
    rings: Object.fromEntries(plan.rings.map(({ id }) => [id, { state: 'waiting', startedAt: null }])),
    chambers: {},
  };
  const read = parseRollout(made);
  if (read === null) throw new UnusableInput([issue('rollout.plan', 'error', '')]);
  return read;
}

interface Draft {
  paused: Rollout['paused'];
  readonly rings: Record<string, Rollout['rings'][string]>;
  readonly chambers: Record<string, ChamberProgress>;
  readonly lines: RolloutLine[];
}

const counted = (draft: Draft, ring: Ring, ...states: readonly ChamberState[]): readonly string[] =>
  ring.chambers.filter((code) => {
    const found = draft.chambers[code];
    return found !== undefined && states.includes(found.state);
  });

/** Nobody of the ring is waited for, and nobody is left to be asked. */
const isSettled = (draft: Draft, ring: Ring): boolean =>
  ring.chambers.every((code) => {
    const found = draft.chambers[code];
    return found !== undefined && found.state !== 'offered' && found.state !== 'silent';
  });

/** Somebody has taken the release and is well: without that only the first ring is asked. */
const hasProof = (draft: Draft): boolean =>
  Object.values(draft.chambers).some(({ state }) => state === 'applied');

/** Who comes next in a ring: first those never asked, then, once, those who said nothing. */
function nextBatch(draft: Draft, ring: Ring, { firstBatch, enough, growth }: RolloutPlan['rules']) {
  const good = counted(draft, ring, 'applied').length;
  const waited = counted(draft, ring, 'offered').length;
  // Before the ring has proved anything, nobody new is asked while somebody is waited for.
  const unproved = waited === 0 ? firstBatch : 0;
  const room = good < enough ? unproved : Math.max(firstBatch, good * growth) - waited;
  const fresh = ring.chambers.filter((code) => draft.chambers[code] === undefined);
  const from = fresh.length > 0 ? fresh : counted(draft, ring, 'silent');
  return from.slice(0, Math.max(0, room));
}

/** Waits no more for who has said nothing for too long; their codes. */
function setAside(draft: Draft, ring: Ring, { enough, patience }: RolloutPlan['rules'], now: number) {
  const isProved = counted(draft, ring, 'applied').length >= enough;
  const late = counted(draft, ring, 'offered').filter(
    (code) => now - (draft.chambers[code]?.at ?? now) >= patience,
  );
  for (const code of [...late, ...(isProved ? counted(draft, ring, 'silent') : [])]) {
    const one = draft.chambers[code];
    if (one === undefined) continue;
    draft.chambers[code] = { ...one, state: isProved || one.tries > 1 ? 'left' : 'silent', at: now };
  }
  return late;
}

function tick(draft: Draft, plan: RolloutPlan, now: number): void {
  if (draft.paused !== null) return;
  for (const ring of plan.rings) {
    const standing = draft.rings[ring.id];
    if (standing === undefined || standing.state === 'undoing') return;
    if (standing.state === 'waiting') {
      const isFirst = ring === plan.rings[0];
      if (now < ring.startsAt || (!isFirst && !hasProof(draft))) return;
      draft.rings[ring.id] = { state: 'offering', startedAt: now };
      draft.lines.push({ at: now, what: 'ring-started', ring: ring.id, chambers: [], note: '' });
    }
    const late = setAside(draft, ring, plan.rules, now);
    if (late.length > 0)
      draft.lines.push({ at: now, what: 'set-aside', ring: ring.id, chambers: late, note: '' });
    const batch = nextBatch(draft, ring, plan.rules);
    for (const code of batch) {
      const before = draft.chambers[code];
      draft.chambers[code] = {
        state: 'offered',
        offeredAt: before?.offeredAt ?? now,
        at: now,
        tries: (before?.tries ?? 0) + 1,
        error: '',
      };
    }
    if (batch.length > 0)
      draft.lines.push({ at: now, what: 'offered', ring: ring.id, chambers: batch, note: '' });
    if (!isSettled(draft, ring)) return;
  }
}

type Report = Extract<RolloutEvent, { kind: 'report' }>;

function report(draft: Draft, plan: RolloutPlan, event: Report, now: number): void {
  const { chamber, outcome, error } = event;
  const before = draft.chambers[chamber];
  // Another release, or a chamber that was never offered this one: nothing to do with this roll-out.
  if (event.version !== plan.release.version || before === undefined) return;
  const ring = plan.rings.find(({ chambers }) => chambers.includes(chamber));
  const isUndoing = ring !== undefined && draft.rings[ring.id]?.state === 'undoing';
  if (before.state === 'excluded' && outcome === 'failed') return;
  if (before.state === outcome && before.error === error) return;
  draft.chambers[chamber] = { ...before, state: outcome, at: now, error };
  draft.lines.push({ at: now, what: outcome, ring: ring?.id ?? '', chambers: [chamber], note: error });
  const stops = outcome === 'failed' || (outcome === 'undo-failed' && !isUndoing);
  if (stops && draft.paused === null) {
    draft.paused = { at: now, by: '', reason: error, chamber };
    draft.lines.push({ at: now, what: 'paused', ring: ring?.id ?? '', chambers: [chamber], note: error });
  }
}

const refused = (code: string, params: Readonly<Record<string, string>> = {}): readonly Issue[] => [
  issue(code, 'error', '', { params }),
];

function resume(draft: Draft, plan: RolloutPlan, again: boolean, by: string, now: number): readonly Issue[] {
  if (draft.paused === null) return refused('rollout.not-paused');
  if (Object.values(draft.rings).some(({ state }) => state === 'undoing')) return refused('rollout.undoing');
  draft.paused = null;
  for (const [code, one] of Object.entries(draft.chambers)) {
    // The time of a pause is nobody's silence.
    if (one.state === 'offered') draft.chambers[code] = { ...one, at: now };
    if (again && (one.state === 'silent' || one.state === 'left'))
      draft.chambers[code] = { ...one, state: 'silent', at: now, tries: 1 };
    if (one.state !== 'failed') continue;
    draft.chambers[code] = again
      ? { ...one, state: 'offered', at: now, tries: one.tries + 1, error: '' }
      : { ...one, state: 'excluded', at: now };
  }
  draft.lines.push({ at: now, what: 'resumed', ring: '', chambers: [], note: by });
  tick(draft, plan, now);
  return [];
}

function rollBack(
  draft: Draft,
  plan: RolloutPlan,
  event: Extract<RolloutEvent, { kind: 'roll-back' }>,
  now: number,
): readonly Issue[] {
  const unknown = event.rings.find((id) => draft.rings[id] === undefined);
  if (unknown !== undefined) return refused('rollout.ring-unknown', { ring: unknown });
  const begun = plan.rings.filter(
    ({ id, chambers }) =>
      draft.rings[id]?.state !== 'waiting' && chambers.some((code) => draft.chambers[code] !== undefined),
  );
  const wanted = begun.filter(({ id }) => event.rings.length === 0 || event.rings.includes(id));
  if (wanted.length === 0) return refused('rollout.nothing-to-undo');
  for (const { id } of wanted) {
    draft.rings[id] = { state: 'undoing', startedAt: draft.rings[id]?.startedAt ?? now };
    draft.lines.push({ at: now, what: 'rolled-back', ring: id, chambers: [], note: event.by });
  }
  draft.paused ??= { at: now, by: event.by, reason: event.reason, chamber: '' };
  return [];
}

/** What an event makes of the roll-out. The sequence number goes up exactly when what chambers read becomes another. */
export function decide(rollout: Rollout, event: RolloutEvent, time: number): Decided {
  const now = Math.floor(time);
  const draft: Draft = {
    paused: rollout.paused,
    rings: { ...rollout.rings },
    chambers: { ...rollout.chambers },
    lines: [],
  };
  const { plan } = rollout;
  let issues: readonly Issue[] = [];
  if (event.kind === 'tick') tick(draft, plan, now);
  else if (event.kind === 'report') report(draft, plan, event, now);
  else if (event.kind === 'resume') issues = resume(draft, plan, event.again, event.by, now);
  else if (event.kind === 'roll-back') issues = rollBack(draft, plan, event, now);
  else if (draft.paused !== null) issues = refused('rollout.paused-already');
  else {
    draft.paused = { at: now, by: event.by, reason: event.reason, chamber: '' };
    draft.lines.push({ at: now, what: 'paused', ring: '', chambers: [], note: event.by });
  }
  const { lines, ...changed } = draft;
  if (issues.length > 0) return { rollout, lines: [], issues };
  // Every report is told again with every hour; most say nothing new.
  if (event.kind === 'report' && lines.length === 0) return { rollout, lines, issues };
  const after: Rollout = { ...rollout, ...changed };
  if (bodyOf(after) === bodyOf(rollout)) return { rollout: after, lines, issues };
  return {
    rollout: { ...after, seq: rollout.seq + 1, previous: bodyHash(rollout) },
    lines,
    issues,
  };
}
