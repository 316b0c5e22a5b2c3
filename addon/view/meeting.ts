/** View model of 会議の出欠. */
import { refusalOf } from '../../apps-script/jobs/access/check.ts';
import { templateOf } from '../../apps-script/jobs/assets.ts';
import { openBook } from '../../apps-script/jobs/book/book.ts';
import {
  attitudeLabel,
  holderLabel,
  quorumGround,
  quorumWords,
} from '../../apps-script/jobs/meeting/draw.ts';
import { channels, optionsOf } from '../../apps-script/jobs/meeting/enter.ts';
import {
  attendanceKey,
  type Meeting,
  type MeetingAnswer,
  meetingForm,
  meetingForms,
  meetingTitle,
  readMeeting,
} from '../../apps-script/jobs/meeting/list.ts';
import { countsVotes, kindLabels } from '../../apps-script/jobs/meeting/rules.ts';
import { attendanceTable, rollTable } from '../../apps-script/jobs/meeting/tables.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import { type AttendanceRow, paperOf } from '../../shared/change/attendance.ts';
import { meetingKinds, type Quorum } from '../../shared/change/quorum.ts';
import { issueViews } from './issues.ts';
import type { AttendanceRowView, AttendanceView, MeetingView } from './meeting-protocol.ts';

const titles: Readonly<Record<Quorum['matters'], string>> = {
  ordinary: '通常の議事',
  special: '定款の変更・解散・合併・除名・解任',
};

function toneOf({ member, answer }: AttendanceRow<MeetingAnswer>): AttendanceRowView['tone'] {
  if (answer === null) return 'wait';
  if (member === null || answer.attitude === null) return 'error';
  if (answer.attitude === 'absent') return 'off';
  return answer.attitude === 'attend' || answer.attitude === 'online' ? 'good' : 'neutral';
}

function rowView(meeting: Meeting, row: AttendanceRow<MeetingAnswer>): AttendanceRowView {
  const { member, answer, earlier, issues } = row;
  const needsPaper = meeting.kind !== 'other' && answer !== null && paperOf(answer) !== '';
  return {
    id: member?.id ?? answer?.id ?? '',
    name: member?.name ?? answer?.name ?? '',
    firm: member?.firm ?? answer?.firm ?? '',
    group: meeting.roll.members.find(({ id }) => id === member?.id)?.group ?? '',
    isMember: member !== null,
    answerId: answer?.id ?? '',
    version: answer?.version ?? 0,
    label: attitudeLabel(answer),
    tone: toneOf(row),
    holder: holderLabel(answer),
    channel: answer?.channel ?? '',
    by: answer?.by ?? '',
    at: shownTime(answer?.at ?? ''),
    earlier,
    paper: !needsPaper || member === null ? 'none' : answer.hasPaper ? 'there' : 'missing',
    issues: issueViews(issues),
  };
}

function meetingView(meeting: Meeting): MeetingView {
  const { form, title, kind, rules, roll, rows, count } = meeting;
  const options = optionsOf(templateOf(form.templateId).template, attendanceKey);
  return {
    formId: form.formId,
    title,
    kind,
    rules,
    countsVotes: countsVotes(kind, rules),
    rollIsThere: roll.isThere,
    rollIssues: issueViews(roll.issues),
    total: count.total,
    presence: count.presence,
    quorums: count.quorums.map((one) => ({
      title: titles[one.matters],
      ground: quorumGround(kind, one),
      words: quorumWords(one, count),
      state: one.state,
    })),
    rows: rows.map((row) => rowView(meeting, row)),
    attendances: options.map(({ code, label }) => ({ value: code, label })),
    channels,
  };
}

/** @param formId '' for the newest. Throws UnusableInput `attendance.not-meeting`. */
export function attendanceView(services: Services, formId: string): AttendanceView {
  const book = openBook(services.workbook);
  const forms = meetingForms(book);
  const form = formId === '' ? forms[0] : meetingForm(book, formId);
  return {
    meetings: forms.map((one) => ({ formId: one.formId, title: meetingTitle(one) })),
    kinds: meetingKinds.map((value) => ({ value, label: kindLabels[value] })),
    rollSheet: rollTable.name,
    sheet: attendanceTable.name,
    mayEnter: refusalOf(services, 'desk') === null,
    mayChange: refusalOf(services, 'settings') === null,
    meeting: form === undefined ? null : meetingView(readMeeting(services, book, form)),
  };
}
