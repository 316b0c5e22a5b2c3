/**
 * Whether a meeting can decide: one third of all 議員 must be present (商工会議所法48条1項), at least half for the matters of 49条;
 * who votes in writing or by proxy counts as present (50条 with 17条2項). The same quorum holds for the 常議員会 (53条), but the rule on
 * writing and proxy is not among those applied to it: there only persons count unless the bylaws say otherwise (未検証, hence a setting).
 */
import type { AttendanceRow } from './attendance.ts';

export const meetingKinds = ['assembly', 'board', 'other'] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export interface Presence {
  readonly persons: number;
  readonly proxies: number;
  readonly writings: number;
  readonly absent: number;
  readonly unanswered: number;
  /** Answers that could not be read, and those of nobody on the roll. */
  readonly unread: number;
}

/** `met`: enough even without what is doubtful. `doubtful`: enough if that is put right. `short`: not enough. */
export type QuorumState = 'met' | 'doubtful' | 'short';

export interface Quorum {
  readonly matters: 'ordinary' | 'special';
  /** Of all who may vote. */
  readonly needed: number;
  readonly state: QuorumState;
  /** How many are still wanted, 0 when there are enough. */
  readonly wanted: number;
}

export interface QuorumCount {
  /** All who may vote. */
  readonly total: number;
  readonly presence: Presence;
  /** Counted as present, those included whose paper or holder is in doubt. */
  readonly counted: number;
  /** Counted as present beyond doubt. */
  readonly sure: number;
  readonly quorums: readonly Quorum[];
}

const shares: Readonly<Record<Quorum['matters'], number>> = { ordinary: 3, special: 2 };

/** Matters that a kind of meeting decides, each with a quorum of its own. */
const mattersOf: Readonly<Record<MeetingKind, readonly Quorum['matters'][]>> = {
  assembly: ['ordinary', 'special'],
  board: ['ordinary'],
  other: [],
};

/** @param countsVotes whether proxies and votes in writing count as present */
export function countQuorum(
  rows: readonly AttendanceRow[],
  kind: MeetingKind,
  countsVotes: boolean,
): QuorumCount {
  const presence = { persons: 0, proxies: 0, writings: 0, absent: 0, unanswered: 0, unread: 0 };
  let sureVotes = 0;
  for (const { member, answer, issues } of rows) {
    if (answer === null) presence.unanswered++;
    else if (member === null || answer.attitude === null) presence.unread++;
    else if (answer.attitude === 'attend' || answer.attitude === 'online') presence.persons++;
    else if (answer.attitude === 'absent') presence.absent++;
    else {
      if (answer.attitude === 'writing') presence.writings++;
      else presence.proxies++;
      if (issues.length === 0) sureVotes++;
    }
  }
  const total = rows.filter(({ member }) => member !== null).length;
  const votes = countsVotes ? presence.proxies + presence.writings : 0;
  const counted = presence.persons + votes;
  const sure = presence.persons + (countsVotes ? sureVotes : 0);
  const quorums = mattersOf[kind].map((matters): Quorum => {
    const needed = Math.max(1, Math.ceil(total / shares[matters]));
    const state = sure >= needed ? 'met' : counted >= needed ? 'doubtful' : 'short';
    return { matters, needed, state, wanted: Math.max(0, needed - counted) };
  });
  return { total, presence, counted, sure, quorums };
}
