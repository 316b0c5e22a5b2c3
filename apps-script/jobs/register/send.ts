/**
 * Sends requests and reminders of the running round: what was seen in the preview becomes rows of 送付, and from there
 * the mails leave within the day's quota, the rest by itself on the next days.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type Book, openBook } from '../book/book.ts';
import { type RegisterBook, registerBook } from '../book/register-book.ts';
import { askedTable } from '../book/register-tables.ts';
import type { Round, StoredRound } from '../book/round.ts';
import { mailTable } from '../book/tables.ts';
import { collect } from '../collect.ts';
import type { Cells, OutgoingMail, Services } from '../port.ts';
import { sendMails } from '../send-mails.ts';
import { dayOf, isoOf, shownTime } from '../time.ts';
import { rememberWorkbook } from '../workbooks.ts';
import { writeFigures } from './figures.ts';
import { withLiveKeys } from './keys.ts';
import type { Purpose } from './round-mail-id.ts';
import { drawSending, mailWriter, waitingCells } from './round-mails.ts';
import { planRound, type RoundPlan } from './send-plan.ts';

export interface SendInput {
  readonly purpose: Purpose;
  readonly filter: StoredRound['filter'];
}

const refuse = (code: string, params: Readonly<Record<string, string>> = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

/** The round that may be sent. Throws UnusableInput `round.none`, `round.over`. */
export function sendableRound(services: Services, register: RegisterBook): Round {
  const round = register.round();
  if (round === null || round.state !== 'open') return refuse('round.none');
  const today = dayOf(services.clock.now());
  return today > round.deadline ? refuse('round.over', { deadline: round.deadline }) : round;
}

/** The look before a sending; `sample` is the first mail as it would leave. Throws as `sendableRound`. */
export function previewSending(
  services: Services,
  input: SendInput,
): { readonly plan: RoundPlan; readonly sample: OutgoingMail | null } {
  const book = openBook(services.workbook);
  const register = registerBook(book);
  const round = sendableRound(services, register);
  const plan = planRound(services, register, round, input);
  const first = plan.mails[0];
  const write = mailWriter(services, round, book.settings());
  return { plan, sample: first === undefined ? null : write(first.asked, input.purpose, first.to) };
}

/** Puts the planned mails into 送付; those that stand there and were not sent wait anew. */
function queue(services: Services, book: Book, round: Round, purpose: Purpose, plan: RoundPlan): number {
  const write = mailWriter(services, round, book.settings());
  const now = shownTime(isoOf(services.clock.now()));
  const added: Cells[] = [];
  const changed = new Map<number, Cells>();
  for (const { asked, what, to, row } of plan.mails) {
    const mail = write(asked, purpose, to);
    if (mail === null) continue;
    const { roundId } = round;
    const cells = waitingCells({ roundId, businessNumber: asked.businessNumber, purpose }, what, mail, now);
    if (row === null) added.push(cells);
    else changed.set(row.at, { ...cells, メモ: '', 送信日時: '', 送信者: '', 開始: '', 残数: '' });
  }
  book.update(mailTable, changed);
  book.append(mailTable, added);
  return added.length + changed.size;
}

/** This account looks after the workbook by the hour from now on. */
function lookAfter(services: Services): void {
  rememberWorkbook(services);
  services.triggers.ensure([{ handler: 'hourlyCatchUp', kind: 'hourly' }]);
}

/**
 * Brings 照会 and 集計 in line with what was sent. Run by the hour, it also completes what a dead run left undone.
 * Returns the book as it stands then.
 */
export function settleRound(services: Services): Book {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const register = registerBook(book);
    const round = register.rounds()[register.rounds().length - 1];
    if (round === undefined) return book;
    book.rows(askedTable);
    book.rows(mailTable);
    drawSending(book, round);
    writeFigures(services, book);
    return book;
  });
}

/**
 * Sends what the preview showed. The account that sends first does the round's sending until another takes over; from
 * any other account the mails are put into 送付 and leave by the one that does. The same call again queues nothing twice.
 * Throws UnusableInput `send.changed` (look again), and those of `sendableRound`.
 */
export function send(
  services: Services,
  input: SendInput & { readonly hash: string },
): { readonly queued: number; readonly sent: number; readonly book: Book } {
  const began = services.clock.now();
  // Whoever has answered by now is not reminded, even where the trigger of the form failed.
  if (input.purpose === 'reminder') collect(services);
  lookAfter(services);
  const queued = services.withLock(() => {
    const book = openBook(services.workbook);
    const register = registerBook(book);
    sendableRound(services, register);
    const round = withLiveKeys(services, register) ?? refuse('round.none');
    const isSame = round.sending.hash === input.hash;
    if (isSame && round.sending.done) return 0;
    const plan = planRound(services, register, round, input);
    if (!isSame && plan.hash !== input.hash) refuse('send.changed');
    const sendingBy = round.sendingBy === '' ? services.session.user() : round.sendingBy;
    const begun = { ...round, sendingBy, sending: { hash: input.hash, done: false } };
    register.changeRound(begun);
    const count = queue(services, book, begun, input.purpose, plan);
    register.changeRound({ ...begun, sending: { hash: input.hash, done: true } });
    return count;
  });
  const sent = sendMails(services, began);
  return { queued, sent, book: settleRound(services) };
}

/**
 * This account does the round's sending from now on: what waits leaves from here, what another account is just
 * sending is left to it. Throws UnusableInput `round.none`.
 */
export function takeOverSending(services: Services): Book {
  const began = services.clock.now();
  lookAfter(services);
  services.withLock(() => {
    const register = registerBook(openBook(services.workbook));
    const round = register.round();
    if (round === null || round.state !== 'open') return refuse('round.none');
    const sendingBy = services.session.user();
    if (round.sendingBy !== sendingBy) register.changeRound({ ...round, sendingBy });
  });
  sendMails(services, began);
  return settleRound(services);
}
