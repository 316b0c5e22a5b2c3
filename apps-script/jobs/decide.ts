/**
 * A decision of the staff on one application. The stored application is written once, with the decision and the mail
 * it asks for in it; history and mails are drawn from there, so a run that died is completed by the next.
 */
import { type Action, decide as decideState, type HistoryEntry } from '../../shared/change/decide.ts';
import { type Issue, issue, UnusableInput } from '../../shared/issue/issue.ts';
import { type DecisionEntry, lastAct, type StoredApplication } from './book/application.ts';
import { openBook } from './book/book.ts';
import { project, readProjected } from './book/project.ts';
import type { Services } from './port.ts';
import { isRepeat } from './repeat.ts';
import { sendMails } from './send-mails.ts';
import { dayOf, isoOf, shownTime } from './time.ts';

export interface DecisionInput {
  readonly applicationId: string;
  /** Version the person saw. */
  readonly version: number;
  readonly action: Action;
  readonly reason: string;
  readonly steps: readonly { readonly state: string; readonly date: string; readonly ground: string }[];
}

function entryOf(
  input: DecisionInput,
  by: string,
  at: string,
  history: readonly HistoryEntry[],
): DecisionEntry {
  return {
    at,
    by,
    action: input.action,
    version: input.version,
    reason: input.reason,
    steps: input.steps.map(({ state, date, ground }) => ({ state, date, ground })),
    moves: history.map(({ from, to, date, reason }) => ({ from, to, date, reason })),
  };
}

/** A conflict names who was first and when. */
export function named(issues: readonly Issue[], application: StoredApplication): readonly Issue[] {
  const last = lastAct(application);
  return issues.map((found) =>
    found.code === 'decision.conflict'
      ? { ...found, params: { by: last?.by ?? '', at: shownTime(last?.at ?? '') } }
      : found,
  );
}

/** Throws UnusableInput with `application.not-found` or what `decide` of the core refuses. */
export function decide(services: Services, input: DecisionInput): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    readProjected(book, ['application']);
    const application = book.applications().find((one) => one.id === input.applicationId);
    if (application === undefined) throw new UnusableInput([issue('application.not-found', 'error', '')]);
    const by = services.session.user();
    const { version, action, reason, steps } = input;
    const last = application.decisions[application.decisions.length - 1];
    if (!isRepeat(last, application.state.version, { by, version, action, reason, steps: [...steps] })) {
      const now = services.clock.now();
      const at = isoOf(now);
      const decided = decideState(book.settings().states, application.state, {
        action: input.action,
        version: input.version,
        reason: input.reason,
        steps: input.steps,
        by,
        today: dayOf(now),
      });
      if (!decided.ok) throw new UnusableInput(named(decided.issues, application));
      book.changeApplication({
        ...application,
        state: decided.application,
        decisions: [...application.decisions, entryOf(input, by, at, decided.history)],
        mails: [
          ...application.mails,
          ...decided.mails.map((purpose) => ({
            id: `${application.id}/${purpose}/${input.version}`,
            purpose,
            reason: input.reason,
            to: application.email,
            at,
          })),
        ],
      });
    }
    project(book, ['application']);
  });
  sendMails(services);
}
