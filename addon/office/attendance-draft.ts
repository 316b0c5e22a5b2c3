/** An answer about a meeting as staff type it in, and what it still lacks. */
import type { AttendanceEntry, MeetingView } from '../view/meeting-protocol.ts';

export interface AttendanceDraft {
  readonly memberId: string;
  readonly name: string;
  readonly firm: string;
  readonly channel: AttendanceEntry['channel'];
  readonly attendance: string;
  /** `chair` for 議長, else the id of a member, '' for nobody yet. */
  readonly holder: string;
  readonly hasPaper: boolean;
  readonly note: string;
}

export type DraftFaults = Readonly<Partial<Record<keyof AttendanceDraft, string>>>;

/** The next one begins with the channel of the one before: postcards come in a pile. */
export const emptyDraft = (channel: AttendanceDraft['channel'] = '電話', memberId = ''): AttendanceDraft => ({
  memberId,
  name: '',
  firm: '',
  channel,
  attendance: '',
  holder: '',
  hasPaper: false,
  note: '',
});

/** Whether this way of answering needs a paper. */
export const needsPaper = (attendance: string): boolean => attendance === 'proxy' || attendance === 'writing';

export function draftFaults(draft: AttendanceDraft, meeting: MeetingView): DraftFaults {
  const isOpen = meeting.kind === 'other';
  return {
    ...(!isOpen && draft.memberId === '' ? { memberId: 'だれの回答かを選んでください。' } : {}),
    ...(isOpen && draft.name.trim() === '' ? { name: 'お名前を入力してください。' } : {}),
    ...(draft.attendance === '' ? { attendance: '出欠を選んでください。' } : {}),
    ...(draft.attendance === 'proxy' && draft.holder === ''
      ? { holder: '委任する相手を選んでください。' }
      : draft.attendance === 'proxy' && draft.holder === draft.memberId
        ? { holder: 'ご本人は代理人になれません。' }
        : {}),
  };
}

/** As it is sent; a holder is sent by name, as a form would say it. */
export function entryOf(draft: AttendanceDraft, meeting: MeetingView): AttendanceEntry {
  const isProxy = draft.attendance === 'proxy';
  const holder = meeting.rows.find(({ id }) => id === draft.holder)?.name ?? '';
  return {
    formId: meeting.formId,
    memberId: meeting.kind === 'other' ? '' : draft.memberId,
    name: meeting.kind === 'other' ? draft.name : '',
    firm: meeting.kind === 'other' ? draft.firm : '',
    channel: draft.channel,
    attendance: draft.attendance,
    proxyTo: !isProxy ? '' : draft.holder === 'chair' ? 'chair' : 'other',
    holder: isProxy && draft.holder !== 'chair' ? holder : '',
    hasPaper: needsPaper(draft.attendance) && draft.hasPaper,
    note: draft.note,
  };
}
