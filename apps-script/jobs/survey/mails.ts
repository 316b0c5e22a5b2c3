/** The mails of surveys: their ids and rows in 送付, how they are written, who may send them, and what 調査先 says of them. */
import { dayWithWeekday } from '../../../shared/register/letters.ts';
import { personalLink } from '../../../shared/register/personal-link.ts';
import { writtenWave } from '../../../shared/survey/definition/waves.ts';
import { chamberPlaces, fillText } from '../../../shared/template/mail.ts';
import type { Book } from '../book/book.ts';
import { mailStates, outgoingMail } from '../book/mail.ts';
import { chamberValues } from '../book/settings.ts';
import { mailTable } from '../book/tables.ts';
import type { Cells, OutgoingMail, Row, Services } from '../port.ts';
import { sentOn } from '../register/round-mails.ts';
import { dayOf } from '../time.ts';
import { surveyKeys } from './keys.ts';
import { purposeLabels, type SurveyPurpose, surveyMailTexts } from './mail-texts.ts';
import { type SurveyRound, surveyRounds } from './round.ts';
import { answeredWords, peopleTable } from './tables.ts';

export interface SurveyMailId {
  readonly roundId: string;
  readonly number: string;
  readonly purpose: SurveyPurpose;
}

/** `what`: `request`, or `reminder/2` for the second reminder. */
export const surveyMailId = (roundId: string, number: string, what: string): string =>
  `survey/${roundId}/${encodeURIComponent(number)}/${what}`;

export function readSurveyMailId(id: string): SurveyMailId | null {
  const [mark, roundId = '', number = '', purpose] = id.split('/');
  if (mark !== 'survey' || (purpose !== 'request' && purpose !== 'reminder')) return null;
  return { roundId, number: decodeURIComponent(number), purpose };
}

const cell = (row: Row, header: string): string => row.cells[header] ?? '';
const closedMemo = '調査を締め切ったため送らない';
const idOf = (roundId: string, number: string): string => `${roundId}/${number}`;

/** Writes the mails of a round. Null for an address that may not stand in a header. */
export function surveyMailWriter(
  services: Services,
  book: Book,
  round: SurveyRound,
): (number: string, name: string, purpose: SurveyPurpose, to: string) => OutgoingMail | null {
  const keyOf = surveyKeys(services, round);
  const settings = book.settings();
  const places = {
    ...chamberPlaces(chamberValues(settings)),
    title: round.definition.title,
    wave: writtenWave(round.wave),
    deadline: dayWithWeekday(round.deadline),
  };
  return (number, name, purpose, to) => {
    const text = surveyMailTexts[purpose];
    const own = {
      ...places,
      name,
      url: personalLink(round.linkPattern, { updateKey: keyOf(number).token }),
    };
    return outgoingMail(to, fillText(text.subject, own), fillText(text.body, own), settings);
  };
}

/** A row of 送付. */
export const surveyMailCells = (id: SurveyMailId, what: string, mail: OutgoingMail, now: string): Cells => ({
  登録日時: now,
  受付番号: id.roundId,
  種類: purposeLabels[id.purpose],
  宛先: mail.to,
  件名: mail.subject,
  状態: mailStates.waiting,
  メールID: surveyMailId(id.roundId, id.number, what),
});

/** What becomes of a mail whose turn has come; see `roundSender` of the register. */
export function surveySender(
  services: Services,
  book: Book,
  rows: readonly Row[],
): { fate(row: Row): { readonly ours: boolean; readonly memo: string } } {
  const rounds = new Map(surveyRounds(book).map((round) => [round.roundId, round]));
  const user = services.session.user();
  const today = dayOf(services.clock.now());
  let left = book.settings().mailsPerDay - sentOn(rows, today, user);
  const answers = new Map(
    book
      .columns(peopleTable, ['調査ID', '番号', '回答'])
      .map((row) => [idOf(cell(row, '調査ID'), cell(row, '番号')), cell(row, '回答')]),
  );
  const hindrance = (id: SurveyMailId, round: SurveyRound | undefined): string => {
    const answer = answers.get(idOf(id.roundId, id.number));
    if (round === undefined || round.state === 'closed') return closedMemo;
    if (answer === undefined) return '「調査先」に行がないため送らない';
    if (today > round.deadline) return '締切日を過ぎたため送らない';
    return id.purpose === 'reminder' && answer === answeredWords.answered ? '回答済みのため送らない' : '';
  };
  return {
    fate(row) {
      const id = readSurveyMailId(cell(row, 'メールID'));
      if (id === null) return { ours: true, memo: '' };
      const round = rounds.get(id.roundId);
      const memo = hindrance(id, round);
      if (memo !== '') return { ours: true, memo };
      if (round?.sendingBy !== user || round.paused || left <= 0) return { ours: false, memo: '' };
      left--;
      return { ours: true, memo: '' };
    },
  };
}

/** Writes the mails of these rows of 送付; null for a row of no survey. */
export function surveyWriter(
  services: Services,
  book: Book,
  rows: readonly Row[],
): (row: Row) => OutgoingMail | null {
  const rounds = new Map(surveyRounds(book).map((round) => [round.roundId, round]));
  const wanted = new Set(
    rows.flatMap((row) => {
      const id = readSurveyMailId(cell(row, 'メールID'));
      return id === null ? [] : [idOf(id.roundId, id.number)];
    }),
  );
  const names = new Map(
    book.columns(peopleTable, ['調査ID', '番号', '事業所名']).flatMap((row): [string, string][] => {
      const id = idOf(cell(row, '調査ID'), cell(row, '番号'));
      return wanted.has(id) ? [[id, cell(row, '事業所名')]] : [];
    }),
  );
  const writers = new Map<string, ReturnType<typeof surveyMailWriter>>();
  return (row) => {
    const id = readSurveyMailId(cell(row, 'メールID'));
    const round = rounds.get(id?.roundId ?? '');
    const name = names.get(idOf(id?.roundId ?? '', id?.number ?? ''));
    if (id === null || round === undefined || name === undefined) return null;
    const write = writers.get(round.roundId) ?? surveyMailWriter(services, book, round);
    writers.set(round.roundId, write);
    return write(id.number, name, id.purpose, cell(row, '宛先'));
  };
}

/** Rows of 送付 of one round, by number and in their order. */
export function surveyMailsOf(book: Book, roundId: string): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of book.rows(mailTable)) {
    const id = readSurveyMailId(cell(row, 'メールID'));
    if (id?.roundId !== roundId) continue;
    const rows = found.get(id.number);
    if (rows === undefined) found.set(id.number, [row]);
    else rows.push(row);
  }
  return found;
}

/** Takes back what waits of a closed round. */
export function keepSurveyMails(book: Book, roundId: string): void {
  const changed = new Map<number, Cells>();
  for (const rows of surveyMailsOf(book, roundId).values())
    for (const row of rows)
      if (cell(row, '状態') === mailStates.waiting)
        changed.set(row.at, { ...row.cells, 状態: mailStates.kept, メモ: closedMemo });
  book.update(mailTable, changed);
}

function mailLine(row: Row): string {
  const state = cell(row, '状態');
  if (state === mailStates.sent) return cell(row, '送信日時');
  return state === mailStates.waiting || state === mailStates.sending ? '送信待ち' : state;
}

/** Brings 依頼 and 督促 of 調査先 in line with 送付. */
export function drawSurveySending(book: Book, roundIds: ReadonlySet<string>): void {
  const lines = new Map<string, Record<SurveyPurpose, string[]>>();
  for (const row of book.rows(mailTable)) {
    const id = readSurveyMailId(cell(row, 'メールID'));
    if (id === null || !roundIds.has(id.roundId)) continue;
    const key = idOf(id.roundId, id.number);
    const own = lines.get(key) ?? { request: [], reminder: [] };
    own[id.purpose].push(mailLine(row));
    lines.set(key, own);
  }
  const changed = new Map<number, Cells>();
  for (const row of book.rows(peopleTable)) {
    const own = lines.get(idOf(cell(row, '調査ID'), cell(row, '番号')));
    if (own === undefined) continue;
    const wanted = { 依頼: own.request.join('\n'), 督促: own.reminder.join('\n') };
    if (cell(row, '依頼') === wanted.依頼 && cell(row, '督促') === wanted.督促) continue;
    changed.set(row.at, { ...row.cells, ...wanted });
  }
  book.update(peopleTable, changed);
}
