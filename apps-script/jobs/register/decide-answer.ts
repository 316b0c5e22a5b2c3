/**
 * A decision of the staff on one answer about the register. Stored once, with what it takes and changes in it; the sheets
 * are drawn from there. 台帳 itself keeps what the core system holds until the change was imported there.
 */
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { decideFields, type Take } from '../../../shared/register/answer-diff.ts';
import { type AnswerAct, type StoredAnswer, versionOf } from '../book/answer.ts';
import { awaitsExport, batchByReceipt } from '../book/batch.ts';
import { openBook } from '../book/book.ts';
import { project, readProjected } from '../book/project.ts';
import { type RegisterBook, registerBook } from '../book/register-book.ts';
import { askedTable } from '../book/register-tables.ts';
import type { Services } from '../port.ts';
import { isRepeat } from '../repeat.ts';
import { isoOf, shownTime } from '../time.ts';
import { stateLabel } from './answer-words.ts';
import { isUnproved, keyIssues, meetLedger } from './meeting.ts';

export interface AnswerDecision {
  readonly answerId: string;
  /** Version the person saw. */
  readonly version: number;
  readonly action: AnswerAct['action'];
  /** Of an approval, for each field that differs: `answer`, `ledger`, or the id of another answer. */
  readonly takes: Readonly<Record<string, string>>;
  /** Of an assignment. */
  readonly businessNumber: string;
  readonly reason: string;
}

type Change = Pick<StoredAnswer, 'state'> & Partial<StoredAnswer>;
/** What a decision makes of an answer, and the fields it changes; issues where it can not be made. */
type Outcome =
  | { readonly answer: Change; readonly changes: AnswerAct['changes'] }
  | { readonly refused: readonly Issue[] };

const refuse = (...refused: readonly Issue[]): Outcome => ({ refused });

/** What can be done with an answer now. */
export function answerActions(answer: StoredAnswer): readonly AnswerAct['action'][] {
  switch (answer.state) {
    case 'quarantine':
      return ['assign', 'discard'];
    case 'open':
      // Whose it is was said by a person: a person may say otherwise.
      return answer.acts.some((act) => act.action === 'assign')
        ? ['approve', 'discard', 'assign']
        : ['approve', 'discard'];
    default:
      return ['reopen'];
  }
}

const takeOf = (take: string): Take =>
  take === 'answer' ? 'take' : take === 'ledger' ? 'leave' : { other: take };

function approve(register: RegisterBook, answer: StoredAnswer, input: AnswerDecision): Outcome {
  const number = answer.businessNumber;
  if (!register.ledgerNumbers().has(number)) return refuse(unknownBusiness(number));
  const { differences } = meetLedger(register, [answer])(answer).diff;
  const takes = new Map(Object.entries(input.takes).map(([key, take]) => [key, takeOf(take)]));
  const { approved, undecided } = decideFields(differences, takes);
  if (undecided.length > 0) return refuse(...undecided.map((key) => issue('answer.undecided', 'error', key)));
  const changes = differences.flatMap(({ key, ledger }) => {
    const after = approved[key] ?? '';
    // Another answer may say what stands there.
    return after === '' || after === ledger ? [] : [{ key, before: ledger, after }];
  });
  const values = Object.fromEntries(changes.map(({ key, after }) => [key, after]));
  return { answer: { state: 'approved', approved: values }, changes };
}

const unknownBusiness = (number: string): Issue =>
  issue('answer.business-unknown', 'error', 'businessNumber', { params: { number } });

/** The issue stays as what it was, for the history; it holds the answer no longer. */
function vouchedFor(issues: readonly Issue[]): readonly Issue[] {
  return issues.map((one) =>
    (keyIssues.has(one.code) || one.code === 'token.reused') && one.severity === 'error'
      ? { ...one, severity: 'warning' as const }
      : one,
  );
}

function assign(register: RegisterBook, answer: StoredAnswer, input: AnswerDecision): Outcome {
  const number = input.businessNumber;
  const business = register.ledgerRows([number]).get(number);
  if (business === undefined) return refuse(unknownBusiness(number));
  const roundId = answer.roundId === '' ? (register.round()?.roundId ?? '') : answer.roundId;
  const isAsked = register.book
    .rows(askedTable)
    .some(({ cells }) => cells.回 === roundId && cells.事業所番号 === number);
  return {
    answer: {
      state: 'open',
      businessNumber: number,
      businessName: business.values.name ?? '',
      roundId: isAsked ? roundId : '',
      record: { ...answer.record, issues: vouchedFor(answer.record.issues) },
    },
    changes: [],
  };
}

function reopen(register: RegisterBook, answer: StoredAnswer): Outcome {
  const batch = batchByReceipt(register.book.batches()).get(answer.receipt);
  const params = { batch: answer.appliedBy === '' ? (batch?.id ?? '') : answer.appliedBy };
  if (answer.appliedBy !== '') return refuse(issue('answer.applied', 'error', '', { params }));
  if (batch !== undefined && !awaitsExport(batch))
    return refuse(issue('answer.exported', 'error', '', { params }));
  const isHeld =
    isUnproved(answer) ||
    answer.record.issues.some((one) => one.code === 'token.reused' && one.severity === 'error');
  return { answer: { state: isHeld ? 'quarantine' : 'open', approved: {} }, changes: [] };
}

function outcome(register: RegisterBook, answer: StoredAnswer, input: AnswerDecision): Outcome {
  const last = answer.acts[answer.acts.length - 1];
  if (input.version !== versionOf(answer)) {
    const params = { reason: 'answer', by: last?.by ?? '', at: shownTime(last?.at ?? '') };
    return refuse(issue('decision.conflict', 'error', '', { params }));
  }
  if (!answerActions(answer).includes(input.action)) {
    const params = { reason: 'answer', state: stateLabel(answer.state) };
    return refuse(issue('decision.not-allowed', 'error', '', { params }));
  }
  switch (input.action) {
    case 'approve':
      return approve(register, answer, input);
    case 'assign':
      return assign(register, answer, input);
    case 'reopen':
      return reopen(register, answer);
    case 'discard':
      if (input.reason.trim() === '') return refuse(issue('answer.reason-missing', 'error', ''));
      return { answer: { state: 'discarded' }, changes: [] };
  }
}

/**
 * Throws UnusableInput `answer.not-found`, `decision.conflict`, `decision.not-allowed`, `answer.undecided` (one a field),
 * `answer.reason-missing`, `answer.business-unknown`, `answer.exported`, `answer.applied`.
 */
export function decideAnswer(services: Services, input: AnswerDecision): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    readProjected(book, ['register']);
    const register = registerBook(book);
    const answer = register.answers().find((one) => one.id === input.answerId);
    if (answer === undefined) throw new UnusableInput([issue('answer.not-found', 'error', '')]);
    const { version, action, reason, takes, businessNumber } = input;
    const request = { by: services.session.user(), version, action, reason, takes, businessNumber };
    const last = answer.acts[answer.acts.length - 1];
    if (!isRepeat(last, versionOf(answer), request)) {
      const made = outcome(register, answer, input);
      if ('refused' in made) throw new UnusableInput(made.refused);
      const act = { ...request, takes: { ...takes }, at: isoOf(services.clock.now()), changes: made.changes };
      register.changeAnswers([{ ...answer, ...made.answer, acts: [...answer.acts, act] }]);
    }
    project(book, ['register']);
  });
}
