/**
 * The mails of a round: their ids and rows in 送付, how they are written, who may send them, and what 照会 says of them.
 * Only the account that does the round's sending sends them.
 */
import { dayWithWeekday, factLines } from '../../../shared/register/letters.ts';
import { chamberPlaces, fillText } from '../../../shared/template/mail.ts';
import { templateOf } from '../assets.ts';
import type { Book } from '../book/book.ts';
import { mailStates, outgoingMail } from '../book/mail.ts';
import { registerBook } from '../book/register-book.ts';
import { askedTable, askedWords } from '../book/register-tables.ts';
import { type Asked, askedId, type Round, readAsked } from '../book/round.ts';
import { chamberValues, type Settings } from '../book/settings.ts';
import { mailTable } from '../book/tables.ts';
import type { Cells, OutgoingMail, Row, Services } from '../port.ts';
import { dayOf } from '../time.ts';
import { fieldLabel } from '../words.ts';
import { letterLine, linkMaker } from './keys.ts';
import { registerTemplateId, shownFields } from './round-fields.ts';
import {
  isBulkMail,
  type Purpose,
  purposeLabels,
  type RoundMailId,
  readRoundMailId,
  requestOf,
  roundMailId,
} from './round-mail-id.ts';

const closedMemo = '照会を締め切ったため送らない';
const cell = (row: Row, header: string): string => row.cells[header] ?? '';

/** Writes the mails of a round. Null for an address that may not stand in a header. */
export function mailWriter(
  services: Services,
  round: Round,
  settings: Settings,
): (
  asked: Pick<Asked, 'businessNumber' | 'base' | 'cells'>,
  purpose: Purpose,
  to: string,
) => OutgoingMail | null {
  const linkOf = linkMaker(services, round);
  const chamber = chamberPlaces(chamberValues(settings));
  const { mails } = templateOf(registerTemplateId);
  return (asked, purpose, to) => {
    const text = mails[purpose];
    if (text === undefined) return null;
    const places = {
      ...chamber,
      name: asked.cells.事業所名 ?? '',
      businessNumber: asked.businessNumber,
      deadline: dayWithWeekday(round.deadline),
      registered: factLines(shownFields(asked.base, fieldLabel)),
      updateUrl: linkOf(asked).url,
    };
    return outgoingMail(to, fillText(text.subject, places), fillText(text.body, places), settings);
  };
}

/** A row of 送付 for a mail of the round. */
export function waitingCells(id: RoundMailId, what: string, mail: OutgoingMail, now: string): Cells {
  return {
    登録日時: now,
    受付番号: id.roundId,
    種類: purposeLabels[id.purpose],
    宛先: mail.to,
    件名: mail.subject,
    状態: mailStates.waiting,
    メールID: roundMailId(id.roundId, id.businessNumber, what),
  };
}

/** What 照会 says of each business, by id of 照会: the columns that decide, not what was asked. */
function standingAsked(book: Book): ReadonlyMap<string, Row> {
  return new Map(
    book
      .columns(askedTable, ['回', '事業所番号', '回答'])
      .map((row) => [askedId(cell(row, '回'), cell(row, '事業所番号')), row]),
  );
}

/**
 * What becomes of a mail whose turn has come: whether this account takes it, and with `memo` why it is not sent.
 * @param rows all rows of 送付: what this account sent of rounds today counts against the chamber's own limit
 */
export function roundSender(
  services: Services,
  book: Book,
  rows: readonly Row[],
): { fate(row: Row): { readonly ours: boolean; readonly memo: string } } {
  const rounds = new Map(
    registerBook(book)
      .rounds()
      .map((round) => [round.roundId, round]),
  );
  const user = services.session.user();
  const today = dayOf(services.clock.now());
  let left = book.settings().mailsPerDay - sentOn(rows, today, user);
  const standing = standingAsked(book);
  /** Why it is not sent, '' when it is. */
  const hindrance = (id: RoundMailId, round: Round | undefined): string => {
    const asked = standing.get(askedId(id.roundId, id.businessNumber));
    if (round === undefined || round.state === 'closed') return closedMemo;
    if (asked === undefined) return '「照会」に行がないため送らない';
    if (today > round.deadline) return '期限を過ぎたため送らない';
    return id.purpose === 'reminder' && isAnswered(cell(asked, '回答')) ? '回答済みのため送らない' : '';
  };
  return {
    fate(row) {
      const id = readRoundMailId(cell(row, 'メールID'));
      if (id === null) return { ours: true, memo: '' };
      const round = rounds.get(id.roundId);
      const memo = hindrance(id, round);
      if (memo !== '') return { ours: true, memo };
      if (round?.sendingBy !== user || left <= 0) return { ours: false, memo: '' };
      left--;
      return { ours: true, memo: '' };
    },
  };
}

/** Writes the mails of these rows of 送付; null for a row of no round. */
export function roundWriter(
  services: Services,
  book: Book,
  rows: readonly Row[],
): (row: Row) => OutgoingMail | null {
  const ids = rows.flatMap((row) => readRoundMailId(cell(row, 'メールID')) ?? []);
  if (ids.length === 0) return () => null;
  const rounds = new Map(
    registerBook(book)
      .rounds()
      .map((round) => [round.roundId, round]),
  );
  const standing = standingAsked(book);
  const numbers = ids.flatMap((id) => standing.get(askedId(id.roundId, id.businessNumber))?.at ?? []);
  const found = new Map(
    book
      .rowsAt(askedTable, numbers)
      .map(readAsked)
      .map((asked) => [askedId(asked.roundId, asked.businessNumber), asked]),
  );
  const writers = new Map<string, ReturnType<typeof mailWriter>>();
  return (row) => {
    const id = readRoundMailId(cell(row, 'メールID'));
    const round = rounds.get(id?.roundId ?? '');
    const asked = found.get(askedId(id?.roundId ?? '', id?.businessNumber ?? ''));
    if (id === null || round === undefined || asked === undefined) return null;
    const write = writers.get(round.roundId) ?? mailWriter(services, round, book.settings());
    writers.set(round.roundId, write);
    return write(asked, id.purpose, cell(row, '宛先'));
  };
}

/** True for what 照会 says of a business whose answer is there, by any way, whatever becomes of it. */
export const isAnswered = (word: string): boolean =>
  word !== '' && word !== askedWords.open && word !== askedWords.unreachable;

/** Mails of rounds and surveys that this account sent or is sending on a day. */
export function sentOn(rows: readonly Row[], day: string, user: string): number {
  return rows.filter(
    (row) =>
      cell(row, '送信者') === user &&
      (cell(row, '状態') === mailStates.sending || cell(row, '送信日時').startsWith(day)) &&
      isBulkMail(cell(row, 'メールID')),
  ).length;
}

/** Rows of 送付 of one round, by id of 照会 and then in their order. */
export function mailsOf(book: Book, roundId: string): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of book.rows(mailTable)) {
    const id = readRoundMailId(cell(row, 'メールID'));
    if (id?.roundId !== roundId) continue;
    const key = askedId(roundId, id.businessNumber);
    const rows = found.get(key);
    if (rows === undefined) found.set(key, [row]);
    else rows.push(row);
  }
  return found;
}

/** Takes back what waits of a closed round. */
export function keepRoundMails(book: Book, round: Round): void {
  const changed = new Map<number, Cells>();
  for (const rows of mailsOf(book, round.roundId).values()) {
    for (const row of rows) {
      if (cell(row, '状態') !== mailStates.waiting) continue;
      changed.set(row.at, {
        ...row.cells,
        状態: mailStates.kept,
        メモ: closedMemo,
      });
    }
  }
  book.update(mailTable, changed);
}

function mailLine(row: Row): string {
  const state = cell(row, '状態');
  if (state === mailStates.sent) return `${cell(row, '送信日時')} メール`;
  return `メール（${state === mailStates.waiting || state === mailStates.sending ? '送信待ち' : state}）`;
}

/** Brings 依頼 and 督促 of 照会 in line with 送付; what a letter left there stays. */
export function drawSending(book: Book, round: Round): void {
  const mails = mailsOf(book, round.roundId);
  const request = requestOf(round);
  const changed = new Map<number, Cells>();
  for (const row of book.rows(askedTable)) {
    if (cell(row, '回') !== round.roundId) continue;
    const own = mails.get(askedId(round.roundId, cell(row, '事業所番号'))) ?? [];
    const isRequest = (one: Row): boolean =>
      cell(one, 'メールID') === roundMailId(round.roundId, cell(row, '事業所番号'), request);
    const isReminder = (one: Row): boolean => readRoundMailId(cell(one, 'メールID'))?.purpose === 'reminder';
    const drawn = (header: string, rows: readonly Row[]): string => {
      const kept = cell(row, header)
        .split('\n')
        .filter((line) => letterLine.test(line.replace('旧リンク: ', '')));
      return [...kept, ...rows.map(mailLine)].join('\n');
    };
    const wanted = {
      依頼: drawn('依頼', own.filter(isRequest)),
      督促: drawn('督促', own.filter(isReminder)),
    };
    if (cell(row, '依頼') === wanted.依頼 && cell(row, '督促') === wanted.督促) continue;
    changed.set(row.at, { ...row.cells, ...wanted });
  }
  book.update(askedTable, changed);
}

/** Mails of a round by what became of them. */
export function mailCounts(rows: readonly { readonly cells: Cells }[]) {
  const count = (...states: readonly string[]): number =>
    rows.filter((row) => states.includes(row.cells.状態 ?? '')).length;
  return {
    sent: count(mailStates.sent),
    waiting: count(mailStates.waiting, mailStates.sending),
    failed: count(mailStates.failed),
  };
}
