/** Whom a sending of the running round reaches, by which way and when: the look before it, and the sending itself. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import {
  type Candidate,
  planSending,
  type RecipientFilter,
  type SendingPlan,
} from '../../../shared/register/recipients.ts';
import { mailStates } from '../book/mail.ts';
import type { RegisterBook } from '../book/register-book.ts';
import { type Asked, askedId, type Round, type StoredRound } from '../book/round.ts';
import { mailTable } from '../book/tables.ts';
import type { Row, Services } from '../port.ts';
import { dayOf, timeOf } from '../time.ts';
import { readBusinesses } from './businesses.ts';
import { letterLine } from './keys.ts';
import { type Purpose, readRoundMailId, requestOf, roundMailId } from './round-mail-id.ts';
import { isAnswered, mailsOf, sentOn } from './round-mails.ts';

/** A reminder this near is enough. */
const reminderPause = 7 * 24 * 3_600_000;

export interface PlannedMail {
  readonly asked: Asked;
  /** Last part of the mail's id. */
  readonly what: string;
  readonly to: string;
  /** The row that stands for it already and is sent again; null for a new one. */
  readonly row: Row | null;
}

export interface RoundPlan extends Omit<SendingPlan, 'mails' | 'letters'> {
  readonly mails: readonly PlannedMail[];
  readonly letters: readonly Asked[];
  readonly hash: string;
}

const live: ReadonlySet<string> = new Set([mailStates.waiting, mailStates.sending, mailStates.sent]);
const stateOf = (row: Row | undefined): string => row?.cells.状態 ?? '';

/** When the last letter of a cell of 照会 was made, null for none. */
function letterAt(cell: string): number | null {
  const days = cell.split('\n').flatMap((line) => (letterLine.test(line) ? [line.slice(0, 10)] : []));
  const last = days[days.length - 1];
  return last === undefined ? null : timeOf(`${last}T00:00:00+09:00`);
}

/** What went to one business in this round. */
function historyOf(asked: Asked, mails: readonly Row[], round: Round, purpose: Purpose, now: number) {
  const request = mails.find(
    (row) => row.cells.メールID === roundMailId(round.roundId, asked.businessNumber, requestOf(round)),
  );
  const reminders = mails.filter((row) => readRoundMailId(row.cells.メールID ?? '')?.purpose === 'reminder');
  const last = reminders[reminders.length - 1];
  // A reminder follows a request that has left, not one that waits.
  const counts = purpose === 'request' ? live.has(stateOf(request)) : stateOf(request) === mailStates.sent;
  const mailedAt =
    stateOf(last) === mailStates.sent ? timeOf(`${last?.cells.送信日時?.replace(' ', 'T')}:00+09:00`) : now;
  const mailed = live.has(stateOf(last)) ? mailedAt : null;
  const posted = letterAt(asked.cells.督促 ?? '');
  const remindedAt = Math.max(mailed ?? 0, posted ?? 0);
  const own = purpose === 'request' ? request : last;
  return {
    sentAt: counts ? now : letterAt(asked.cells.依頼 ?? ''),
    remindedAt: remindedAt === 0 ? null : remindedAt,
    what:
      purpose === 'request'
        ? requestOf(round)
        : `reminder/${reminders.length + (live.has(stateOf(last)) || last === undefined ? 1 : 0)}`,
    row: own !== undefined && !live.has(stateOf(own)) ? own : null,
  };
}

const filterOf = ({ tokusho, member, divisions }: StoredRound['filter']): RecipientFilter => ({
  ...(tokusho ? { tokusho: true } : {}),
  member: member === '' ? null : member === 'member',
  divisions,
});

/** How many mails may leave today and on later days, and how many of other work go first. */
export function quotaOf(services: Services, register: RegisterBook) {
  const rows = register.book.rows(mailTable);
  const { mailsPerDay } = register.book.settings();
  const sent = sentOn(rows, dayOf(services.clock.now()), services.session.user());
  return {
    quotaPerDay: mailsPerDay,
    remainingToday: Math.max(0, Math.min(services.mail.remaining(), mailsPerDay - sent)),
    otherWaiting: rows.filter((row) => row.cells.状態 === mailStates.waiting).length,
  };
}

/** Plans a sending to those who are asked in the round. Reads only. */
export function planRound(
  services: Services,
  register: RegisterBook,
  round: Round,
  input: { readonly purpose: Purpose; readonly filter: StoredRound['filter'] },
): RoundPlan {
  const now = services.clock.now();
  const mails = mailsOf(register.book, round.roundId);
  const ledger = new Map(readBusinesses(register.book).map((one) => [one.businessNumber, one]));
  const asked = register.asked().filter((one) => one.roundId === round.roundId);
  const byNumber = new Map(asked.map((one) => [one.businessNumber, one]));
  const histories = new Map(
    asked.map((one) => {
      const own = mails.get(askedId(round.roundId, one.businessNumber)) ?? [];
      return [one.businessNumber, historyOf(one, own, round, input.purpose, now)];
    }),
  );
  const candidates = asked.map((one): Candidate => {
    const { businessNumber, cells } = one;
    const history = histories.get(businessNumber);
    const found = ledger.get(businessNumber);
    return {
      // Whoever left the ledger since is reached by nothing.
      name: cells.事業所名 ?? '',
      email: '',
      postalCode: '',
      postalAddress: '',
      isMember: cells.会員 !== '',
      tokusho: 'unknown',
      divisions: [],
      operatingStatus: '',
      bouncedMail: false,
      bouncedPost: false,
      optedOut: false,
      ...found,
      businessNumber,
      answered: isAnswered(cells.回答 ?? ''),
      sentAt: history?.sentAt ?? null,
      remindedAt: history?.remindedAt ?? null,
    };
  });
  const plan = planSending(candidates, filterOf(input.filter), {
    purpose: input.purpose,
    way: 'mail-first',
    remindedSince: now - reminderPause,
    quota: quotaOf(services, register),
  });
  const planned = plan.mails.flatMap(({ businessNumber, to }) => {
    const one = byNumber.get(businessNumber);
    const history = histories.get(businessNumber);
    if (one === undefined || history === undefined) return [];
    return [{ asked: one, what: history.what, to, row: history.row }];
  });
  const ids = planned.map((one) => [roundMailId(round.roundId, one.asked.businessNumber, one.what), one.to]);
  return {
    ...plan,
    mails: planned,
    letters: plan.letters.flatMap(({ businessNumber }) => byNumber.get(businessNumber) ?? []),
    hash: sha256Hex(encodeUtf8(JSON.stringify([round.roundId, input.purpose, ids]))),
  };
}
