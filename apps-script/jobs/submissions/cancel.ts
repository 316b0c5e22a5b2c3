/**
 * 取消: a kept answer is called off by staff, and the first of those who wait for its places moves up. Stored in one
 * write, with the mails it asks for; the sheets are drawn from there, and a run that died is completed by the next.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { openBook } from '../book/book.ts';
import { project, readProjected } from '../book/project.ts';
import { type StoredSubmission, type SubmissionAct, versionOf } from '../book/submission.ts';
import { submissionBook } from '../book/submission-book.ts';
import { submissionStates } from '../book/submission-tables.ts';
import type { Services } from '../port.ts';
import { isRepeat } from '../repeat.ts';
import { sendMails } from '../send-mails.ts';
import { isoOf, shownTime } from '../time.ts';
import { givePlaces, mailFor } from './places.ts';

export interface Cancellation {
  readonly submissionId: string;
  /** Version the person saw. */
  readonly version: number;
  /** Why; it stands in the history and in the mail. */
  readonly reason: string;
}

function cancelled(submission: StoredSubmission, act: SubmissionAct): StoredSubmission {
  if (act.version !== versionOf(submission)) {
    const last = submission.acts[submission.acts.length - 1];
    const by = last?.by === '' || last === undefined ? '自動' : last.by;
    const params = { reason: 'answer', by, at: shownTime(last?.at ?? '') };
    throw new UnusableInput([issue('decision.conflict', 'error', '', { params })]);
  }
  if (submission.state === 'cancelled') {
    const params = { reason: 'answer', state: submissionStates.cancelled };
    throw new UnusableInput([issue('decision.not-allowed', 'error', '', { params })]);
  }
  if (act.reason.trim() === '') throw new UnusableInput([issue('submission.reason-missing', 'error', '')]);
  return {
    ...submission,
    state: 'cancelled',
    acts: [...submission.acts, act],
    mails: [...submission.mails, ...mailFor(submission, 'cancelled', act.at, act.reason)],
  };
}

/**
 * Returns its 受付番号. Throws UnusableInput `submission.not-found`, `submission.reason-missing`, `decision.conflict`, `decision.not-allowed`.
 */
export function cancelSubmission(services: Services, input: Cancellation): string {
  const receipt = services.withLock(() => {
    const book = openBook(services.workbook);
    readProjected(book, ['answers']);
    const submissions = submissionBook(book);
    const found = submissions.all().find((one) => one.id === input.submissionId);
    if (found === undefined) throw new UnusableInput([issue('submission.not-found', 'error', '')]);
    const { version, reason } = input;
    const request = { by: services.session.user(), version, action: 'cancel' as const, reason };
    const last = found.acts[found.acts.length - 1];
    if (!isRepeat(last, versionOf(found), request)) {
      const at = isoOf(services.clock.now());
      const after = cancelled(found, { ...request, at });
      const form = submissions.form(found.formId);
      const ofForm = submissions
        .all()
        .filter((one) => one.formId === found.formId)
        .map((one) => (one.id === found.id ? after : one));
      const changed = form === undefined ? [] : givePlaces(form, ofForm, [], at).changed;
      submissions.store([after, ...changed], []);
    }
    project(book, ['answers']);
    return found.receipt;
  });
  sendMails(services);
  return receipt;
}
