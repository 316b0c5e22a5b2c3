/** Kept answers as destruction sees them: when their time begins to run, and what stands against destroying them. */

import type { RetentionStart } from '../../../shared/settings/retention.ts';
import type { TemplateFlow } from '../../../shared/template/template.ts';
import { dayNumber } from '../../../shared/text/days.ts';
import type { Application } from '../book/application.ts';
import { batchByReceipt } from '../book/batch.ts';
import type { Book } from '../book/book.ts';
import { readForm } from '../book/forms.ts';
import { mailStates } from '../book/mail.ts';
import { registerBook } from '../book/register-book.ts';
import { submissionBook } from '../book/submission-book.ts';
import { formsTable, mailTable } from '../book/tables.ts';
import { approvedAt } from '../register/meeting.ts';

/** Why something due is not destroyed. */
export type Hindrance = 'export' | 'import' | 'mail' | 'closing-day';

export interface Candidate {
  readonly flow: TemplateFlow;
  /** Response id. */
  readonly id: string;
  /** '' for what staff typed in: it never was in a form. */
  readonly formId: string;
  readonly templateId: string;
  /** ISO 8601. */
  readonly receivedAt: string;
  /** Day from which each rule counts (`YYYY-MM-DD`), '' where nobody knows it. */
  readonly starts: Readonly<Partial<Record<RetentionStart, string>>>;
  readonly hindrance: Hindrance | null;
  /** Mark of the destruction that it fell to, '' while it stands. */
  readonly destroyed: string;
}

/** What a rule may count from, by flow. */
export const startsOfFlow: Readonly<Record<TemplateFlow, readonly RetentionStart[]>> = {
  application: ['member', 'withdrawn'],
  register: ['imported', 'discarded'],
  answers: ['closing', 'received', 'cancelled'],
  // Goes with its round (`survey/destroy.ts`).
  survey: [],
};

const dayOfIso = (iso: string): string => iso.slice(0, 10);

/** Day of the last move into the state that it is in now. */
function reachedOn({ state, decisions, receivedAt }: Application): string {
  const moves = decisions.flatMap((entry) => entry.moves).filter(({ to }) => to === state.state);
  const day = moves[moves.length - 1]?.date ?? '';
  return Number.isNaN(dayNumber(day)) ? dayOfIso(receivedAt) : day;
}

/** Ids of answers with a mail that has yet to go out. */
function withMail(book: Book): (id: string) => boolean {
  const open = book
    .rows(mailTable)
    .filter(({ cells }) => cells.状態 === mailStates.waiting || cells.状態 === mailStates.sending)
    .map(({ cells }) => cells.メールID ?? '');
  return (id) => open.some((mailId) => mailId.startsWith(`${id}/`));
}

type Mailing = (id: string) => boolean;

function applications(book: Book, isMailed: Mailing): readonly Candidate[] {
  const batches = batchByReceipt(book.batches());
  return book.applications().map((one): Candidate => {
    const batch = batches.get(one.receipt)?.state;
    const { state } = one.state;
    const isOpen = batch === 'making' || batch === 'made';
    const isIn = state === 'member' ? batch === 'imported' : !isOpen;
    const starts = state === 'member' || state === 'withdrawn' ? { [state]: reachedOn(one) } : {};
    return {
      flow: 'application',
      id: one.id,
      formId: one.formId,
      templateId: one.templateId,
      receivedAt: one.receivedAt,
      starts,
      hindrance: !isIn ? 'export' : isMailed(one.id) ? 'mail' : null,
      destroyed: one.destroyed ?? '',
    };
  });
}

function answers(book: Book, isMailed: Mailing): readonly Candidate[] {
  return registerBook(book)
    .answers()
    .map((one): Candidate => {
      const isSaying = Object.keys(one.approved).length > 0;
      const lastAct = dayOfIso(one.acts[one.acts.length - 1]?.at ?? one.receivedAt);
      const starts =
        one.state === 'approved'
          ? { imported: dayOfIso(approvedAt(one)) }
          : one.state === 'discarded' || one.state === 'superseded'
            ? { discarded: lastAct }
            : {};
      const isIn = one.state !== 'approved' || !isSaying || one.appliedBy !== '';
      return {
        flow: 'register',
        id: one.id,
        formId: one.formId,
        templateId: one.templateId,
        receivedAt: one.receivedAt,
        starts,
        hindrance: !isIn ? 'import' : isMailed(one.id) ? 'mail' : null,
        destroyed: one.destroyed ?? '',
      };
    });
}

function submissions(book: Book, isMailed: Mailing, today: string): readonly Candidate[] {
  const forms = new Map(book.rows(formsTable).map((row) => [row.cells.formId ?? '', readForm(row)]));
  return submissionBook(book)
    .all()
    .map((one): Candidate => {
      const form = forms.get(one.formId);
      const closesOn = form?.closesOn ?? '';
      const isClosed = form?.state === 'closed' && (closesOn === '' || closesOn < today);
      const last = one.acts[one.acts.length - 1]?.at ?? one.receivedAt;
      return {
        flow: 'answers',
        id: one.id,
        formId: one.formId,
        templateId: one.templateId,
        receivedAt: one.receivedAt,
        starts: {
          received: dayOfIso(one.receivedAt),
          ...(isClosed ? { closing: closesOn } : {}),
          ...(one.state === 'cancelled' ? { cancelled: dayOfIso(last) } : {}),
        },
        hindrance: isMailed(one.id) ? 'mail' : null,
        destroyed: one.destroyed ?? '',
      };
    });
}

/** Every kept answer, destroyed ones too. */
export function candidates(
  book: Book,
  today: string,
  flows: ReadonlySet<TemplateFlow>,
): readonly Candidate[] {
  if (flows.size === 0) return [];
  const isMailed = withMail(book);
  return [
    ...(flows.has('application') ? applications(book, isMailed) : []),
    ...(flows.has('register') ? answers(book, isMailed) : []),
    ...(flows.has('answers') ? submissions(book, isMailed, today) : []),
  ];
}
