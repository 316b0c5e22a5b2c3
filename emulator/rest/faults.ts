/** Faults on demand: what a network and a busy server do to a call. Which call is struck is decided by a function, so that tests repeat. */
import type { RestRequest } from './wire.ts';

export type Fault =
  /** Refused before anything happens. */
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds?: number }
  | { readonly kind: 'internal' }
  | { readonly kind: 'unavailable' }
  /** Nothing comes back for so long that a client has given up. Nothing happens. */
  | { readonly kind: 'timeout'; readonly afterMs: number }
  /** The connection breaks before anything happens. */
  | { readonly kind: 'reset' }
  /** Answered rightly, a few bytes at a time. */
  | { readonly kind: 'slow-body'; readonly overMs: number }
  /** Carried out, but the answer never arrives: half of it, then the connection breaks. */
  | { readonly kind: 'answer-lost' }
  /** Carried out, and 500 all the same. */
  | { readonly kind: 'written-then-failed' }
  /** A read is answered as it would have been before the last write. */
  | { readonly kind: 'stale-read' };

export type FaultKind = Fault['kind'];

/** Decides over the n-th call (from 1). */
export type FaultPlan = (request: RestRequest, n: number) => Fault | null;

export const noFaults: FaultPlan = () => null;

const SAMPLES: Readonly<Record<FaultKind, Fault>> = {
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: 1 },
  internal: { kind: 'internal' },
  unavailable: { kind: 'unavailable' },
  timeout: { kind: 'timeout', afterMs: 200 },
  reset: { kind: 'reset' },
  'slow-body': { kind: 'slow-body', overMs: 50 },
  'answer-lost': { kind: 'answer-lost' },
  'written-then-failed': { kind: 'written-then-failed' },
  'stale-read': { kind: 'stale-read' },
};

export const faultKinds: readonly FaultKind[] = [
  'rate-limited',
  'internal',
  'unavailable',
  'timeout',
  'reset',
  'slow-body',
  'answer-lost',
  'written-then-failed',
  'stale-read',
];

/** A share of calls (0…1) is struck, by seed and number of the call: the same in every run. */
export function seededFaults(
  seed: number,
  share: number,
  kinds: readonly FaultKind[] = faultKinds,
): FaultPlan {
  return (_request, n) => {
    let h = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(n, 0xc2b2ae35);
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
    h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
    const spread = (h ^ (h >>> 15)) >>> 0;
    if (spread / 0x1_0000_0000 >= share) return null;
    const kind = kinds[spread % kinds.length];
    return kind === undefined ? null : SAMPLES[kind];
  };
}
