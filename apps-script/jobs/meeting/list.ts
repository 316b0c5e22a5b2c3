/** The list of one meeting: its form's answers and those typed in by staff, read against 議員名簿. */
import {
  type AttendanceAnswer,
  type AttendanceRow,
  type Attitude,
  answeredList,
  attendanceList,
  attitudes,
} from '../../../shared/change/attendance.ts';
import { countQuorum, type MeetingKind, type QuorumCount } from '../../../shared/change/quorum.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { templateOf } from '../assets.ts';
import type { Book } from '../book/book.ts';
import { type FormRow, isPublished, readForm } from '../book/forms.ts';
import { type StoredSubmission, versionOf } from '../book/submission.ts';
import { submissionBook } from '../book/submission-book.ts';
import { formsTable } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { type Roll, readRoll } from './roll.ts';
import { countsVotes, kindOf, type MeetingRules, readRules } from './rules.ts';

export const attendanceKey = 'local.attendance';
export const proxyKey = 'local.proxy';
export const holderKey = 'local.proxyName';
/** How answers of the form itself came. */
export const webChannel = 'ウェブ';

export interface MeetingAnswer extends AttendanceAnswer {
  readonly version: number;
  readonly channel: string;
  /** Who typed it in, '' for the form's own. */
  readonly by: string;
  readonly receipt: string;
}

export interface Meeting {
  readonly form: FormRow;
  readonly title: string;
  readonly kind: MeetingKind;
  readonly rules: MeetingRules;
  readonly roll: Roll;
  readonly rows: readonly AttendanceRow<MeetingAnswer>[];
  readonly count: QuorumCount;
}

const asks = (form: FormRow): boolean => {
  const { template } = templateOf(form.templateId);
  const keys = template.sections.flatMap((section) => section.items.map((item) => item.key));
  return template.category === 'meeting' && template.flow === 'answers' && keys.includes(attendanceKey);
};

/** Forms that ask who comes, the newest first. */
export const meetingForms = (book: Book): readonly FormRow[] =>
  book
    .rows(formsTable)
    .map(readForm)
    .filter((form) => isPublished(form) && asks(form))
    .reverse();

/** Throws UnusableInput `attendance.not-meeting`. */
export function meetingForm(book: Book, formId: string): FormRow {
  const found = meetingForms(book).find((form) => form.formId === formId);
  if (found === undefined) throw new UnusableInput([issue('attendance.not-meeting', 'error', '')]);
  return found;
}

export const meetingTitle = (form: FormRow): string => form.values.meetingName ?? form.fileName;

export function answerOf(one: StoredSubmission, rules: MeetingRules): MeetingAnswer {
  const value = (key: string): string => one.record.values[key] ?? '';
  const shown = (key: string): string => one.record.values[key] ?? one.record.typed[key] ?? '';
  const attitude: Attitude | null = attitudes.find((code) => code === value(attendanceKey)) ?? null;
  const papers = one.acts.filter(({ action }) => action === 'paper' || action === 'no-paper');
  const said = papers[papers.length - 1]?.action;
  const isWeb = one.entry === undefined;
  return {
    id: one.id,
    at: one.receivedAt,
    version: versionOf(one),
    receipt: one.receipt,
    channel: one.entry?.channel ?? webChannel,
    by: one.entry?.by ?? '',
    name: shown('contactName'),
    firm: shown('name'),
    attitude,
    proxyTo: value(proxyKey) === 'chair' ? 'chair' : value(proxyKey) === 'other' ? 'member' : '',
    holder: shown(holderKey),
    hasPaper: said === undefined ? isWeb && rules.electronic : said === 'paper',
    memberId: one.acts.reduce((last, act) => (act.action === 'member' ? act.reason : last), ''),
  };
}

/** Answers that stand: called off and destroyed ones are out. */
export const standingAnswers = (book: Book, formId: string): readonly StoredSubmission[] =>
  submissionBook(book)
    .all()
    .filter((one) => one.formId === formId && one.state !== 'cancelled' && one.destroyed === undefined);

export function readMeeting(services: Services, book: Book, form: FormRow): Meeting {
  const rules = readRules(book);
  const kind = kindOf(book, form);
  const roll = readRoll(services, book, kind);
  const answers = standingAnswers(book, form.formId).map((one) => answerOf(one, rules));
  const rows = kind === 'other' ? answeredList(answers) : attendanceList(roll.members, answers);
  const count = countQuorum(rows, kind, countsVotes(kind, rules));
  return { form, title: meetingTitle(form), kind, rules, roll, rows, count };
}
