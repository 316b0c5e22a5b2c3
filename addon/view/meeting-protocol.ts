/** What 会議の出欠 asks, over the wire. The same rules as `protocol.ts`. */
import * as z from 'zod/mini';
import type { AttendanceEntry } from '../../apps-script/jobs/meeting/enter.ts';
import type { MeetingRules } from '../../apps-script/jobs/meeting/rules.ts';
import type { MeetingKind, Presence, QuorumState } from '../../shared/change/quorum.ts';
import type { IssueView } from './protocol.ts';

export type { AttendanceEntry, MeetingKind, MeetingRules };

export interface AttendanceRowView {
  /** Of the member, or of the answer that belongs to nobody. */
  readonly id: string;
  readonly name: string;
  readonly firm: string;
  /** 1号議員 …, '' where the roll does not say. */
  readonly group: string;
  readonly isMember: boolean;
  /** '' while nothing came. */
  readonly answerId: string;
  readonly version: number;
  /** 出席 / 委任 / … / 未回答 */
  readonly label: string;
  readonly tone: 'good' | 'neutral' | 'off' | 'wait' | 'error';
  /** Who votes in their place, '' for nobody. */
  readonly holder: string;
  readonly channel: string;
  /** Staff who typed it in, '' for the form's own. */
  readonly by: string;
  readonly at: string;
  readonly earlier: number;
  readonly paper: 'none' | 'missing' | 'there';
  readonly issues: readonly IssueView[];
}

export interface QuorumView {
  /** What is decided with it, and where that stands. */
  readonly title: string;
  readonly ground: string;
  readonly words: string;
  readonly state: QuorumState;
}

export interface MeetingView {
  readonly formId: string;
  readonly title: string;
  readonly kind: MeetingKind;
  readonly rules: MeetingRules;
  /** Whether proxies and votes in writing count here. */
  readonly countsVotes: boolean;
  readonly rollIsThere: boolean;
  readonly rollIssues: readonly IssueView[];
  readonly total: number;
  readonly presence: Presence;
  readonly quorums: readonly QuorumView[];
  readonly rows: readonly AttendanceRowView[];
  readonly attendances: readonly { readonly value: string; readonly label: string }[];
  readonly channels: readonly AttendanceEntry['channel'][];
}

export interface AttendanceView {
  /** Newest first. */
  readonly meetings: readonly { readonly formId: string; readonly title: string }[];
  readonly kinds: readonly { readonly value: MeetingKind; readonly label: string }[];
  readonly rollSheet: string;
  readonly sheet: string;
  readonly mayEnter: boolean;
  readonly mayChange: boolean;
  /** null where there is no form of a meeting. */
  readonly meeting: MeetingView | null;
}

const short = () => z.string().check(z.maxLength(500));

export const meetingInputs = {
  /** `formId`: '' for the newest. */
  attendance: () => z.strictObject({ formId: short() }),
  enterAttendance: () =>
    z.strictObject({
      formId: short(),
      memberId: short(),
      name: short(),
      firm: short(),
      channel: z.enum(['電話', '葉書・郵送', 'FAX', 'メール', '窓口・口頭', '当日']),
      attendance: short(),
      proxyTo: z.enum(['', 'chair', 'other']),
      holder: short(),
      hasPaper: z.boolean(),
      note: short(),
    }),
  markAttendance: () =>
    z.strictObject({
      formId: short(),
      answerId: short(),
      version: z.number(),
      mark: z.enum(['paper', 'no-paper', 'member']),
      memberId: short(),
    }),
  saveMeeting: () =>
    z.strictObject({
      formId: short(),
      kind: z.enum(['assembly', 'board', 'other']),
      rules: z.strictObject({ assembly: z.boolean(), board: z.boolean(), electronic: z.boolean() }),
    }),
  openRoll: () => z.strictObject({ formId: short() }),
  drawAttendance: () => z.strictObject({ formId: short() }),
} as const;

/** Each answers with the list as it stands then. */
export interface MeetingOutputs {
  attendance: AttendanceView;
  enterAttendance: AttendanceView;
  markAttendance: AttendanceView;
  saveMeeting: AttendanceView;
  openRoll: AttendanceView;
  drawAttendance: AttendanceView;
}
