/**
 * The pull agent: looks by the hour what JCCI offers this chamber, takes what the chamber's policy allows, gives back what JCCI
 * takes back, and says how it went. Whoever's hourly run comes first does it; the others of the hour find it done. It may die after any call:
 * the next run goes on.
 */
import { UnusableInput } from '../../../shared/issue/issue.ts';
import type { Link } from '../../../shared/release/link.ts';
import { isDeferred } from '../../../shared/release/policy.ts';
import type { Outcome } from '../../../shared/release/rollout.ts';
import { readRollout, toldTo } from '../../../shared/release/rollout-file.ts';
import { openBook } from '../book/book.ts';
import { isPlatformTrouble } from '../platform-trouble.ts';
import type { Services } from '../port.ts';
import { dayOf } from '../time.ts';
import { linkOf, prepareTables } from './link.ts';
import { patient } from './patient.ts';
import { report } from './report.ts';
import { releaseSettings } from './settings.ts';
import { standOn } from './standing.ts';
import { changePull, type PullState, readPull } from './state.ts';
import { giveBack, stand, takeForms } from './take.ts';
import { tellOnce } from './tell.ts';

/** Triggers of an hour may come a few minutes early. */
const leastBetween = 50 * 60_000;
/** The forms are gone through again after this: one may have been made, a survey may have ended. */
const lookAgain = 24 * 3_600_000;
/** A run that breaks off so often with the same code is a failure; before, it may have been the platform. */
const mostTries = 3;
/** Faults of the release itself: trying again cannot mend them. */
const final: ReadonlySet<string> = new Set(['release.addon-older', 'release.content', 'release.undo-left']);
/** JCCI's files cannot be had just now: that is nobody's failure, however long it takes. */
const passing: ReadonlySet<string> = new Set(['release.unreachable', 'lock.busy']);
type Told = NonNullable<PullState['told']>;

/** Reads the roll-out. What cannot be followed is noted, and what was told before still stands. */
function look(services: Services, link: Link, state: PullState): PullState {
  const text = services.releases.read(`${link.address}?page=rollout`);
  if (text === null) return { ...state, error: 'release.unreachable' };
  const { chamber, key } = link;
  const { body, seen, isSame, issues } = readRollout(text, { chamber, key, last: state.seen });
  if (isSame) return { ...state, error: '' };
  if (body === null) return { ...state, error: issues[0]?.code ?? '' };
  const said = toldTo(body, chamber);
  const told: Told = {
    kind: said.kind,
    release: said.release,
    back: said.kind === 'undo' ? said.back : null,
  };
  const isOther = state.told?.release.version !== told.release.version;
  const isTurned = (state.told?.kind === 'undo') !== (told.kind === 'undo');
  return {
    ...state,
    seen,
    told,
    error: '',
    ...(isOther || isTurned ? { done: null, broken: { code: '', count: 0 } } : {}),
    ...(isOther ? { waiting: 0 } : {}),
  };
}

const ended = (state: PullState, { release }: Told, outcome: Outcome, error = ''): PullState => ({
  ...state,
  done: { version: release.version, outcome, error },
  broken: { code: '', count: 0 },
});

function take(services: Services, state: PullState, told: Told, began: number): PullState {
  const { policy, deferUntil } = releaseSettings(openBook(services.workbook));
  const now = services.clock.now();
  const isTaken = state.done !== null && ['applied', 'waiting'].includes(state.done.outcome);
  // A deferral is for what has not been taken yet.
  if (!isTaken && isDeferred(deferUntil, dayOf(now))) return ended(state, told, 'deferred');
  const isFresh = now - state.acted.at < lookAgain && state.acted.policy === policy;
  if (isTaken && isFresh) return state;
  stand(services, told.release);
  const { waiting, busy, finished } = takeForms(services, policy, began);
  const counted = { ...state, notes: readPull(services).notes, waiting: waiting.length };
  if (!finished) return isTaken ? state : { ...counted, done: null };
  const outcome = policy === 'ask' && waiting.length > 0 ? 'waiting' : 'applied';
  const acted = { ...ended(counted, told, outcome), acted: { at: busy ? 0 : now, policy } };
  tellOnce(services, acted, told.release.version, waiting);
  return acted;
}

function undo(services: Services, state: PullState, told: Told, began: number): PullState {
  if (state.done?.outcome === 'undone') return state;
  const { finished } = giveBack(services, told, began);
  return finished ? { ...ended(state, told, 'undone'), waiting: 0 } : state;
}

function codeOf(error: unknown): string {
  return error instanceof UnusableInput ? (error.issues[0]?.code ?? '') : 'release.exception';
}

/** Does what was told; what breaks is counted, and is a failure when it does so again and again. */
function act(services: Services, state: PullState, began: number): PullState {
  const { told } = state;
  if (told === null || told.kind === 'held') return state;
  const isUndo = told.kind === 'undo';
  try {
    return isUndo ? undo(services, state, told, began) : take(services, state, told, began);
  } catch (error) {
    const code = codeOf(error);
    if (isPlatformTrouble(error) || passing.has(code)) return { ...state, error: code };
    if (!(error instanceof UnusableInput))
      services.log(`release: ${error instanceof Error ? error.name : ''}`);
    const count = state.broken.code === code ? state.broken.count + 1 : 1;
    const broken = { ...state, error: code, broken: { code, count } };
    if (!final.has(code) && count < mostTries) return broken;
    return { ...ended(broken, told, isUndo ? 'undo-failed' : 'failed', code), broken: { code, count } };
  }
}

/** One look. Does nothing for a workbook that is not connected, and nothing when somebody has looked within the hour. */
export function pull(given: Services, began: number = given.clock.now()): void {
  const services = patient(given);
  standOn(services);
  const link = linkOf(services);
  if (link === null) return;
  const begun = services.withLock(() => {
    prepareTables(services);
    const state = readPull(services);
    const since = services.clock.now() - state.lookedAt;
    return since >= 0 && since < leastBetween
      ? null
      : changePull(services, { lookedAt: services.clock.now() });
  });
  if (begun === null) return;
  const seen = look(services, link, begun);
  const acted = act(services, seen, began);
  // `mailedFor`, `notes`, `before` were written on the way.
  const { seen: file, told, done, broken, acted: gone, waiting, error } = acted;
  const changes = { seen: file, told, done, broken, acted: gone, waiting, error };
  const isSame = JSON.stringify({ ...begun, ...changes }) === JSON.stringify(begun);
  const kept = isSame ? begun : services.withLock(() => changePull(services, changes));
  report(services, link, kept);
}
