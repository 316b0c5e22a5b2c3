/**
 * JCCI's list of chambers: one row each, what it was last told, and what may change it. `receive` is a pure step from a row and a
 * status to the next row; whatever is not accepted leaves the row as it is.
 */
import type { ListedChamber } from './rings.ts';
import type { RolloutEvent } from './rollout.ts';
import type { MessageFault, Status } from './status.ts';

export interface FleetRow extends ListedChamber {
  /** The last status; null before the first. */
  readonly status: Status | null;
  /** When it came in, 0 before the first. */
  readonly receivedAt: number;
}

/** A chamber may report so often (milliseconds): its agent does once an hour at most. */
export const leastInterval = 5 * 60_000;

export type Received =
  | { readonly ok: true; readonly row: FleetRow; readonly isNew: boolean }
  | { readonly ok: false; readonly fault: MessageFault };

/**
 * What a status makes of the chamber's row. `isNew` is false for the last message come once more (its answer was lost): it is
 * confirmed and changes nothing.
 * @param row null when the chamber is not on the list
 */
export function receive(row: FleetRow | null, status: Status, now: number): Received {
  if (row === null || row.code !== status.chamber) return { ok: false, fault: 'foreign' };
  const last = row.status;
  if (last !== null) {
    if (status.counter === last.counter && status.nonce === last.nonce)
      return { ok: true, row, isNew: false };
    if (status.counter <= last.counter) return { ok: false, fault: 'replayed' };
    if (now - row.receivedAt < leastInterval && now >= row.receivedAt)
      return { ok: false, fault: 'too-soon' };
  }
  return { ok: true, row: { ...row, status, receivedAt: now }, isNew: true };
}

/** What a status says about the release that is being rolled out, as an event of the roll-out; null when it says nothing. */
export function reportOf({ chamber, release }: Status): RolloutEvent | null {
  if (release === null) return null;
  const { version, outcome, error } = release;
  return { kind: 'report', chamber, version, outcome, error };
}

/** Milliseconds of silence after which a chamber is shown as one that does not answer. */
export const silentAfter = 48 * 3_600_000;

export const isSilent = ({ receivedAt }: FleetRow, now: number): boolean => now - receivedAt > silentAfter;

/** Rows whose forms are not all of the newest version, or whose people decided against JCCI's text: the list of drift. */
export const hasDrift = ({ status }: FleetRow): boolean =>
  status !== null && (status.own > 0 || status.conflicts > 0 || status.waiting > 0);
