/** The chamber's word to JCCI: made when something has changed, and once a day. Versions, numbers and codes; nothing of anybody. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { addonVersion } from '../../../shared/release/addon-version.ts';
import type { Link } from '../../../shared/release/link.ts';
import { isDeferred } from '../../../shared/release/policy.ts';
import { type Status, statusMessage } from '../../../shared/release/status.ts';
import { openBook } from '../book/book.ts';
import { isPublished, readForms } from '../book/forms.ts';
import { checkHealth } from '../health/health.ts';
import type { Services } from '../port.ts';
import { dayOf } from '../time.ts';
import { answerOf } from './answer.ts';
import { releaseSettings } from './settings.ts';
import { releaseTaken } from './standing.ts';
import { changePull, type PullState } from './state.ts';

const day = 24 * 3_600_000;
/** A count goes through every question of every form, some two hundred calls: JCCI's list may be as old as this. */
const countAgain = 3 * day;

interface Facts {
  readonly version: string;
  readonly deferredUntil: string;
}

function factsOf(services: Services, now: number): Facts {
  const { deferUntil } = releaseSettings(openBook(services.workbook));
  return {
    version: releaseTaken(),
    deferredUntil: isDeferred(deferUntil, dayOf(now)) ? deferUntil : '',
  };
}

/** What a message says that is worth sending at once. */
const hashOf = (facts: Facts, { done, waiting, error }: PullState): string =>
  sha256Hex(encodeUtf8(JSON.stringify([facts, done, waiting, error]))).slice(0, 16);

interface Counted extends Pick<Status, 'health' | 'own' | 'conflicts'> {}

function counted(services: Services): Counted {
  try {
    const { seen, lines } = checkHealth(services);
    const of = (...states: readonly string[]): number =>
      lines.filter(({ state }) => states.includes(state)).length;
    const forms = seen.book?.forms ?? [];
    const sum = (name: 'own' | 'conflicts'): number =>
      forms.reduce((total, { health }) => total + (health.questions?.[name] ?? 0), 0);
    return {
      health: { ok: of('ok', 'info'), warn: of('warn', 'unknown'), bad: of('bad') },
      own: sum('own'),
      conflicts: sum('conflicts'),
    };
  } catch {
    // A check that breaks is itself something to look into, and no reason to fall silent.
    return { health: { ok: 0, warn: 0, bad: 1 }, own: 0, conflicts: 0 };
  }
}

/** Counts change with what was taken or done; an error on the way changes none of them. */
const countedOf = (facts: Facts, state: PullState): string => hashOf(facts, { ...state, error: '' });

/** The last count, where nothing has happened since and it is not too old; else a new one. */
function keptCount(services: Services, { counted: kept }: PullState, of: string): Counted {
  const now = services.clock.now();
  if (kept !== null && kept.of === of && now - kept.at < countAgain) return kept;
  const count = counted(services);
  services.withLock(() => changePull(services, { counted: { at: now, of, ...count } }));
  return count;
}

function formsOf(services: Services): Status['forms'] {
  const counts = new Map<string, Status['forms'][number]>();
  for (const { templateId: template, templateVersion: version } of readForms(services.workbook).filter(
    isPublished,
  )) {
    const key = `${template} ${version}`;
    counts.set(key, { template, version, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** 32 hexadecimal digits that nobody can guess. */
const nonceOf = (services: Services): string => sha256Hex(encodeUtf8(services.random())).slice(0, 32);

/**
 * Sends a status where one is due. Its number is kept before it goes out and never used again, so a run that dies sends another message
 * next time, and JCCI counts each once. What did not arrive goes out with the next run.
 */
export function report(services: Services, link: Link, state: PullState): PullState {
  const now = services.clock.now();
  const facts = factsOf(services, now);
  const hash = hashOf(facts, state);
  if (state.sent !== null && state.sent.hash === hash && now - state.sent.at < day) return state;
  const { own, conflicts, health } = keptCount(services, state, countedOf(facts, state));
  const at = Math.floor(services.clock.now());
  // Seconds of the clock: whoever lost the sheet goes on from there and is still believed.
  const counter = Math.max(state.counter + 1, Math.floor(at / 1000));
  const status: Status = {
    schema: 1,
    chamber: link.chamber,
    counter,
    nonce: nonceOf(services),
    at,
    addon: addonVersion,
    version: facts.version,
    release: state.done,
    seq: state.seen?.seq ?? 0,
    deferredUntil: facts.deferredUntil,
    forms: formsOf(services),
    own,
    conflicts,
    waiting: state.waiting,
    health,
  };
  const text = statusMessage(status, link.key);
  services.withLock(() => changePull(services, { counter }));
  const { ok, fault } = answerOf(services.releases.post(link.address, text));
  return services.withLock(() =>
    ok
      ? changePull(services, { sent: { at, hash }, refusedBy: '' })
      : changePull(services, { refusedBy: fault.slice(0, 40) }),
  );
}
