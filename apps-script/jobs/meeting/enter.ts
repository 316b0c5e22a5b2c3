/**
 * 代理入力 of an answer about a meeting: it came by postcard, telephone or at the door. Kept among the answers of the form, so that
 * one list, one history and one retention hold for all; checked by the same checks as the form's own.
 */
import type { Member } from '../../../shared/change/attendance.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { createChecker } from '../../../shared/record/check.ts';
import type { Template } from '../../../shared/template/template.ts';
import { receiptNumbers } from '../answers-of-form.ts';
import { assets, templateOf } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import { project, readProjected } from '../book/project.ts';
import type { StoredSubmission, Submission, SubmissionAct } from '../book/submission.ts';
import { submissionBook } from '../book/submission-book.ts';
import { limitTyped } from '../limit.ts';
import type { Services } from '../port.ts';
import { dayOf, fiscalYearLabel, isoOf } from '../time.ts';
import { drawMeeting, isDrawn } from './draw.ts';
import {
  answerOf,
  attendanceKey,
  holderKey,
  type Meeting,
  meetingForm,
  proxyKey,
  readMeeting,
  standingAnswers,
} from './list.ts';

/** Ways an answer comes in beside the form. 当日 is the list at the door. */
export const channels = ['電話', '葉書・郵送', 'FAX', 'メール', '窓口・口頭', '当日'] as const;

export interface AttendanceEntry {
  readonly formId: string;
  /** Of 議員名簿; '' at a meeting without a roll, where `name` and `firm` say who it is. */
  readonly memberId: string;
  readonly name: string;
  readonly firm: string;
  readonly channel: (typeof channels)[number];
  /** Codes of the template's options. */
  readonly attendance: string;
  readonly proxyTo: '' | 'chair' | 'other';
  readonly holder: string;
  /** 委任状 or 議決書 came with it. */
  readonly hasPaper: boolean;
  readonly note: string;
}

const refuse = (code: string, key: string): UnusableInput => new UnusableInput([issue(code, 'error', key)]);

export const optionsOf = (template: Template, key: string): readonly { code: string; label: string }[] =>
  template.sections
    .flatMap((section) => section.items)
    .filter((item) => item.key === key)
    .flatMap((item) => (item.options ?? []).map(({ code, label }) => ({ code: code ?? label, label })));

function whose(meeting: Meeting, { memberId, name, firm }: AttendanceEntry): Pick<Member, 'name' | 'firm'> {
  if (meeting.kind === 'other') {
    if (name.trim() === '') throw refuse('attendance.name-missing', 'name');
    return { name: name.trim(), firm: firm.trim() };
  }
  const member = meeting.roll.members.find(({ id }) => id === memberId);
  if (member === undefined) throw refuse('attendance.member-unknown', 'memberId');
  return member;
}

function typedOf(template: Template, meeting: Meeting, entry: AttendanceEntry): Record<string, string> {
  const label = (key: string, code: string): string =>
    optionsOf(template, key).find((one) => one.code === code)?.label ?? '';
  const { name, firm } = whose(meeting, entry);
  const attendance = label(attendanceKey, entry.attendance);
  if (attendance === '') throw refuse('attendance.attendance-missing', 'attendance');
  const isProxy = entry.attendance === 'proxy';
  if (isProxy && entry.proxyTo === '') throw refuse('attendance.holder-missing', 'proxyTo');
  if (isProxy && entry.proxyTo === 'other' && entry.holder.trim() === '') {
    throw refuse('attendance.holder-missing', 'holder');
  }
  const texts = {
    contactName: name,
    name: firm,
    [attendanceKey]: attendance,
    [proxyKey]: isProxy ? label(proxyKey, entry.proxyTo) : '',
    [holderKey]: isProxy && entry.proxyTo === 'other' ? entry.holder.trim() : '',
    'local.message': entry.note.trim(),
  };
  return limitTyped(Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')));
}

const sorted = (texts: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The answer that counts for this person, when it says the very same: the entry is a repetition. */
function repeated(
  meeting: Meeting,
  book: Book,
  entry: AttendanceEntry,
  typed: Readonly<Record<string, string>>,
  by: string,
): StoredSubmission | undefined {
  const counting = new Set(meeting.rows.map(({ answer }) => answer?.id ?? ''));
  return standingAnswers(book, meeting.form.formId).find(
    (one) =>
      counting.has(one.id) &&
      one.entry?.by === by &&
      one.entry.channel === entry.channel &&
      answerOf(one, meeting.rules).hasPaper === entry.hasPaper &&
      sorted(one.record.typed) === sorted(typed),
  );
}

/** Reads the sheets that a change of this meeting will be drawn on. */
export function readDrawn(services: Services, book: Book, formId: string): void {
  readProjected(book, ['answers']);
  isDrawn(services, book, formId);
}

/** Draws the sheets again after a change of this meeting. */
export function drawAgain(services: Services, book: Book, formId: string): void {
  project(book, ['answers']);
  if (isDrawn(services, book, formId)) {
    drawMeeting(services, book, readMeeting(services, book, meetingForm(book, formId)));
  }
}

/**
 * Stores the answer. The same entry again, while it is the one that counts, changes nothing. Throws UnusableInput `attendance.not-meeting`,
 * `attendance.member-unknown`, `attendance.name-missing`, `attendance.attendance-missing`, `attendance.holder-missing`.
 */
export function enterAttendance(services: Services, entry: AttendanceEntry): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    const form = meetingForm(book, entry.formId);
    readDrawn(services, book, form.formId);
    const meeting = readMeeting(services, book, form);
    const { template } = templateOf(form.templateId);
    const typed = typedOf(template, meeting, entry);
    const by = services.session.user();
    if (repeated(meeting, book, entry, typed, by) === undefined) {
      const submissions = submissionBook(book);
      const now = services.clock.now();
      const day = dayOf(now);
      const receivedAt = isoOf(now);
      const id = `staff/${services.random().slice(0, 36)}`;
      const record = createChecker({
        template,
        catalogue: assets().catalogue,
        today: day,
        chamber: submissions.values(form.formId),
      })({ responseId: id, submittedAt: receivedAt, source: 'phone', typed });
      const act = (action: SubmissionAct['action'], reason: string, version: number): SubmissionAct => ({
        at: receivedAt,
        by,
        version,
        action,
        reason,
      });
      const member = entry.memberId === '' ? [] : [act('member', entry.memberId, 0)];
      const paper = entry.hasPaper ? [act('paper', '', member.length)] : [];
      const known = submissions.all().map((one) => one.receipt);
      const made: Submission = {
        id,
        formId: form.formId,
        templateId: form.templateId,
        templateVersion: form.templateVersion,
        receipt: receiptNumbers(known, 'S')(fiscalYearLabel(day, book.settings().fiscalYearStart)),
        receivedAt,
        email: '',
        record,
        own: [],
        group: '',
        count: 1,
        state: 'accepted',
        acts: [...member, ...paper],
        mails: [],
        entry: { by, channel: entry.channel },
      };
      submissions.store([], [made]);
    }
    drawAgain(services, book, form.formId);
  });
}
