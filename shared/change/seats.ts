/** Who has a place and who waits, where an event takes only so many: in order of arrival, one group of places by itself. */

export type SeatState = 'accepted' | 'waiting' | 'cancelled';

/** An answer that asks for places. */
export interface SeatRequest {
  readonly id: string;
  /** The places that it is about (a session), '' where there is one for all. */
  readonly group: string;
  /** Places that it takes. */
  readonly count: number;
  /** `new`: nothing has been decided yet. */
  readonly state: SeatState | 'new';
}

/**
 * Gives places to new requests and to those that wait. Whoever was accepted stays accepted, also when the limit was lowered
 * since. Nobody goes before one who waits longer for places of the same group, unless that one asks for more than there
 * are at all: such a request waits for a person to look at it.
 * @param requests all of one form, in order of arrival
 * @param limit places of each group; null for no limit
 * @returns the states that change, by id
 */
export function giveSeats(
  requests: readonly SeatRequest[],
  limit: number | null,
): ReadonlyMap<string, 'accepted' | 'waiting'> {
  const taken = new Map<string, number>();
  for (const { group, count, state } of requests) {
    if (state === 'accepted') taken.set(group, (taken.get(group) ?? 0) + count);
  }
  const queued = new Set<string>();
  const changed = new Map<string, 'accepted' | 'waiting'>();
  for (const { id, group, count, state } of requests) {
    if (state !== 'new' && state !== 'waiting') continue;
    const before = taken.get(group) ?? 0;
    if (limit === null || (!queued.has(group) && before + count <= limit)) {
      taken.set(group, before + count);
      changed.set(id, 'accepted');
      continue;
    }
    if (count <= limit) queued.add(group);
    if (state === 'new') changed.set(id, 'waiting');
  }
  return changed;
}
