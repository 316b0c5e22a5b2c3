/** Makes and draws the sheets of meetings, and keeps how one is counted. */
import type { MeetingKind } from '../../../shared/change/quorum.ts';
import { openBook } from '../book/book.ts';
import { workbookTitle } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { drawMeeting, isDrawn } from './draw.ts';
import { meetingForm, readMeeting } from './list.ts';
import { type MeetingRules, writeRules } from './rules.ts';
import { attendanceTable, rollTable, tablesWithMeetings } from './tables.ts';

/** Makes 議員名簿 and 出欠 where they are missing, and shows the list to the person at the sheet. */
export function openRoll(services: Services): void {
  services.withLock(() => {
    const { workbook } = services;
    if (!workbook.has([rollTable, attendanceTable])) workbook.prepare(workbookTitle, tablesWithMeetings());
    workbook.select(rollTable, 1);
  });
}

/** Draws 出欠 for this meeting and shows it. Throws UnusableInput `attendance.not-meeting`. */
export function drawAttendance(services: Services, formId: string): void {
  services.withLock(() => {
    const { workbook } = services;
    if (!workbook.has([rollTable, attendanceTable])) workbook.prepare(workbookTitle, tablesWithMeetings());
    const book = openBook(workbook);
    const form = meetingForm(book, formId);
    book.rows(attendanceTable);
    drawMeeting(services, book, readMeeting(services, book, form));
    workbook.select(attendanceTable, 1);
  });
}

export interface MeetingChange {
  readonly formId: string;
  readonly kind: MeetingKind;
  readonly rules: MeetingRules;
}

/** Says how a meeting is counted. Throws UnusableInput `attendance.not-meeting`. */
export function saveMeeting(services: Services, { formId, kind, rules }: MeetingChange): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    const form = meetingForm(book, formId);
    const drawn = isDrawn(services, book, formId);
    writeRules(book, form, kind, rules);
    if (drawn) drawMeeting(services, book, readMeeting(services, book, form));
  });
}
