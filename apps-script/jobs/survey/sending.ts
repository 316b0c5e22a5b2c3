/** Sends the requests and reminders of a round through 送付: seen before, spread over days of quota, held, taken over. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type Candidate, planSending, type SendingPlan } from '../../../shared/register/recipients.ts';
import { type Book, openBook } from '../book/book.ts';
import { mailStates } from '../book/mail.ts';
import { mailTable } from '../book/tables.ts';
import { collect } from '../collect.ts';
import type { Cells, OutgoingMail, Row, Services } from '../port.ts';
import { sentOn } from '../register/round-mails.ts';
import { sendMails } from '../send-mails.ts';
import { dayOf, isoOf, shownTime, timeOf } from '../time.ts';
import { rememberWorkbook } from '../workbooks.ts';
import type { SurveyPurpose } from './mail-texts.ts';
import {
  drawSurveySending,
  readSurveyMailId,
  surveyMailCells,
  surveyMailsOf,
  surveyMailWriter,
} from './mails.ts';
import { isBarred } from './people.ts';
import { changeRound, hasSurveys, roundOf, type SurveyRound, surveyRounds } from './round.ts';
import { answeredWords, peopleTable } from './tables.ts';
import { drawSurveyAnswered } from './take-in.ts';

/** A reminder this near is enough. */
const reminderPause = 3 * 24 * 3_600_000;

const live: ReadonlySet<string> = new Set([mailStates.waiting, mailStates.sending, mailStates.sent]);
const stateOf = (row: Row | undefined): string => row?.cells.状態 ?? '';

interface PlannedMail {
  readonly number: string;
  readonly name: string;
  readonly what: string;
  readonly to: string;
  /** The row that stands for it and was not sent; null for a new one. */
  readonly row: Row | null;
}

export interface SurveyPlan {
  readonly mails: readonly PlannedMail[];
  readonly leftOut: SendingPlan['leftOut'];
  readonly days: SendingPlan['days'];
  readonly hash: string;
}

const refuse = (code: string, params: Readonly<Record<string, string>> = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

/** The round if mails may go out. Throws UnusableInput `surveys.closed`, `surveys.over`, `surveys.round-unknown`. */
function sendable(services: Services, book: Book, roundId: string): SurveyRound {
  const round = roundOf(book, roundId);
  if (round.state !== 'open') refuse('surveys.closed', { name: roundId });
  if (dayOf(services.clock.now()) > round.deadline) refuse('surveys.over', { deadline: round.deadline });
  return round;
}

/** What went to one business in this round. */
function historyOf(mails: readonly Row[], purpose: SurveyPurpose, now: number) {
  const ofPurpose = (which: SurveyPurpose): readonly Row[] =>
    mails.filter((row) => readSurveyMailId(row.cells.メールID ?? '')?.purpose === which);
  const [request] = ofPurpose('request');
  const reminders = ofPurpose('reminder');
  const last = reminders[reminders.length - 1];
  const isSent = purpose === 'request' ? live.has(stateOf(request)) : stateOf(request) === mailStates.sent;
  const at =
    stateOf(last) === mailStates.sent
      ? timeOf(`${last?.cells.送信日時?.replace(' ', 'T')}:00+09:00`)
      : live.has(stateOf(last))
        ? now
        : null;
  const own = purpose === 'request' ? request : last;
  const isOwnLive = own !== undefined && live.has(stateOf(own));
  return {
    sentAt: isSent ? now : null,
    remindedAt: at,
    what:
      purpose === 'request'
        ? 'request'
        : `reminder/${reminders.length + (last === undefined || isOwnLive ? 1 : 0)}`,
    row: own !== undefined && !isOwnLive ? own : null,
  };
}

/** Plans a sending. Reads only. */
export function planSurvey(
  services: Services,
  book: Book,
  round: SurveyRound,
  purpose: SurveyPurpose,
): SurveyPlan {
  const now = services.clock.now();
  const mails = surveyMailsOf(book, round.roundId);
  const people = book.rows(peopleTable).filter(({ cells }) => cells.調査ID === round.roundId);
  const histories = new Map(
    people.map(({ cells }) => {
      const number = cells.番号 ?? '';
      return [number, historyOf(mails.get(number) ?? [], purpose, now)];
    }),
  );
  const candidates = people.map(({ cells }): Candidate => {
    const number = cells.番号 ?? '';
    const sending = cells.送付の可否 ?? '';
    const history = histories.get(number);
    return {
      businessNumber: number,
      name: cells.事業所名 ?? '',
      email: cells.宛先 ?? '',
      postalCode: '',
      postalAddress: '',
      isMember: false,
      tokusho: 'unknown',
      divisions: [],
      operatingStatus: '',
      answered: cells.回答 === answeredWords.answered,
      bouncedMail: sending.includes('不達'),
      bouncedPost: false,
      optedOut: isBarred(sending) && !sending.includes('不達'),
      sentAt: history?.sentAt ?? null,
      remindedAt: history?.remindedAt ?? null,
    };
  });
  const rows = book.rows(mailTable);
  const { mailsPerDay } = book.settings();
  const sent = sentOn(rows, dayOf(now), services.session.user());
  const plan = planSending(
    candidates,
    { unanswered: true },
    {
      purpose,
      way: 'mail',
      remindedSince: now - reminderPause,
      quota: {
        quotaPerDay: mailsPerDay,
        remainingToday: Math.max(0, Math.min(services.mail.remaining(), mailsPerDay - sent)),
        otherWaiting: rows.filter((row) => row.cells.状態 === mailStates.waiting).length,
      },
    },
  );
  const names = new Map(people.map(({ cells }) => [cells.番号 ?? '', cells.事業所名 ?? '']));
  const planned = plan.mails.flatMap(({ businessNumber: number, to }): readonly PlannedMail[] => {
    const history = histories.get(number);
    if (history === undefined) return [];
    return [{ number, name: names.get(number) ?? '', what: history.what, to, row: history.row }];
  });
  const text = [
    round.roundId,
    purpose,
    ...planned.map(({ number, what, to }) => `${number} ${what} ${to}`),
  ].join('\n');
  return { mails: planned, leftOut: plan.leftOut, days: plan.days, hash: sha256Hex(encodeUtf8(text)) };
}

export interface SurveySendInput {
  readonly roundId: string;
  readonly purpose: SurveyPurpose;
}

/** The look before a sending; `sample` is the first mail as it would leave. */
export function previewSurvey(
  services: Services,
  { roundId, purpose }: SurveySendInput,
): { readonly plan: SurveyPlan; readonly sample: OutgoingMail | null } {
  const book = openBook(services.workbook);
  const round = sendable(services, book, roundId);
  const plan = planSurvey(services, book, round, purpose);
  const [first] = plan.mails;
  const write = surveyMailWriter(services, book, round);
  return {
    plan,
    sample: first === undefined ? null : write(first.number, first.name, purpose, first.to),
  };
}

function queue(
  services: Services,
  book: Book,
  round: SurveyRound,
  purpose: SurveyPurpose,
  plan: SurveyPlan,
): number {
  const write = surveyMailWriter(services, book, round);
  const now = shownTime(isoOf(services.clock.now()));
  const added: Cells[] = [];
  const changed = new Map<number, Cells>();
  for (const { number, name, what, to, row } of plan.mails) {
    const mail = write(number, name, purpose, to);
    if (mail === null) continue;
    const cells = surveyMailCells({ roundId: round.roundId, number, purpose }, what, mail, now);
    if (row === null) added.push(cells);
    else changed.set(row.at, { ...cells, メモ: '', 送信日時: '', 送信者: '', 開始: '', 残数: '' });
  }
  book.update(mailTable, changed);
  book.append(mailTable, added);
  return added.length + changed.size;
}

function lookAfter(services: Services): void {
  rememberWorkbook(services);
  services.triggers.ensure([{ handler: 'hourlyCatchUp', kind: 'hourly' }]);
}

/** Brings 調査先 in line with 送付. Run by the hour, it also completes what a dead run left undone. */
export function settleSurveys(services: Services): void {
  if (!hasSurveys(services.workbook)) return;
  services.withLock(() => {
    const book = openBook(services.workbook);
    const standing = surveyRounds(book).filter(({ destroyed }) => destroyed === '');
    if (standing.length === 0) return;
    book.rows(mailTable);
    book.rows(peopleTable);
    drawSurveySending(book, new Set(standing.map(({ roundId }) => roundId)));
    drawSurveyAnswered(book, book.rows(peopleTable));
  });
}

/**
 * Sends what the preview showed; the account that sends first does the round's sending until another takes over. The same call
 * again queues nothing twice. Throws UnusableInput `surveys.changed` (look again), `surveys.closed`, `surveys.over`.
 */
export function sendSurvey(
  services: Services,
  input: SurveySendInput & { readonly hash: string },
): { readonly queued: number; readonly sent: number } {
  const began = services.clock.now();
  // Whoever has answered by now is not reminded, even where the trigger of the form failed.
  if (input.purpose === 'reminder') collect(services);
  lookAfter(services);
  const queued = services.withLock(() => {
    const book = openBook(services.workbook);
    const round = sendable(services, book, input.roundId);
    const isSame = round.sending.hash === input.hash;
    if (isSame && round.sending.done) return 0;
    const plan = planSurvey(services, book, round, input.purpose);
    if (!isSame && plan.hash !== input.hash) refuse('surveys.changed');
    const sendingBy = round.sendingBy === '' ? services.session.user() : round.sendingBy;
    const begun = changeRound(book, {
      ...round,
      sendingBy,
      paused: false,
      sending: { hash: input.hash, done: false },
    });
    const count = queue(services, book, begun, input.purpose, plan);
    changeRound(book, { ...begun, sending: { hash: input.hash, done: true } });
    return count;
  });
  const sent = sendMails(services, began);
  settleSurveys(services);
  return { queued, sent };
}

/** Stops the sending, or lets it go on. What waits stays in 送付. */
export function holdSurvey(services: Services, roundId: string, paused: boolean): void {
  const began = services.clock.now();
  services.withLock(() => {
    const book = openBook(services.workbook);
    const round = roundOf(book, roundId);
    if (round.paused !== paused) changeRound(book, { ...round, paused });
  });
  if (paused) return;
  sendMails(services, began);
  settleSurveys(services);
}

/** 引継ぎ: this account does the sending of every open round that another account did. */
export function inheritSurveys(services: Services): void {
  if (!hasSurveys(services.workbook)) return;
  services.withLock(() => {
    const book = openBook(services.workbook);
    const user = services.session.user();
    for (const round of surveyRounds(book))
      if (round.state === 'open' && round.sendingBy !== '' && round.sendingBy !== user)
        changeRound(book, { ...round, sendingBy: user });
  });
}

/** This account does the round's sending from now on. Throws UnusableInput `surveys.closed`, `surveys.round-unknown`. */
export function takeOverSurvey(services: Services, roundId: string): void {
  const began = services.clock.now();
  lookAfter(services);
  services.withLock(() => {
    const book = openBook(services.workbook);
    const round = roundOf(book, roundId);
    if (round.state !== 'open') refuse('surveys.closed', { name: roundId });
    const sendingBy = services.session.user();
    if (round.sendingBy !== sendingBy) changeRound(book, { ...round, sendingBy });
  });
  sendMails(services, began);
  settleSurveys(services);
}
