/** What staff say of an answer about a meeting: its paper came (or did not after all), or whose it is. */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { openBook } from '../book/book.ts';
import { versionOf } from '../book/submission.ts';
import { submissionBook } from '../book/submission-book.ts';
import type { Services } from '../port.ts';
import { isRepeat } from '../repeat.ts';
import { isoOf, shownTime } from '../time.ts';
import { drawAgain, readDrawn } from './enter.ts';
import { meetingForm, readMeeting } from './list.ts';

export interface AttendanceMark {
  readonly formId: string;
  readonly answerId: string;
  /** Version the person saw. */
  readonly version: number;
  readonly mark: 'paper' | 'no-paper' | 'member';
  /** Of 議員名簿, for `member`. */
  readonly memberId: string;
}

/**
 * Throws UnusableInput `attendance.not-meeting`, `submission.not-found`, `attendance.member-unknown`, `decision.conflict`.
 */
export function markAttendance(services: Services, input: AttendanceMark): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    const form = meetingForm(book, input.formId);
    readDrawn(services, book, form.formId);
    const submissions = submissionBook(book);
    const found = submissions.all().find((one) => one.id === input.answerId && one.formId === form.formId);
    if (found === undefined) throw new UnusableInput([issue('submission.not-found', 'error', '')]);
    const isMember = input.mark === 'member';
    if (isMember) {
      const { members } = readMeeting(services, book, form).roll;
      if (!members.some(({ id }) => id === input.memberId)) {
        throw new UnusableInput([issue('attendance.member-unknown', 'error', 'memberId')]);
      }
    }
    const { version, mark: action } = input;
    const reason = isMember ? input.memberId : '';
    const request = { by: services.session.user(), version, action, reason };
    const last = found.acts[found.acts.length - 1];
    if (!isRepeat(last, versionOf(found), request)) {
      if (version !== versionOf(found)) {
        const params = { reason: 'answer', by: last?.by ?? '', at: shownTime(last?.at ?? '') };
        throw new UnusableInput([issue('decision.conflict', 'error', '', { params })]);
      }
      const at = isoOf(services.clock.now());
      submissions.store([{ ...found, acts: [...found.acts, { ...request, at }] }], []);
    }
    drawAgain(services, book, form.formId);
  });
}
