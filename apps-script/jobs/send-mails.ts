/**
 * Sends the mails that wait in 送付, up to the day's quota. A mail is claimed before and marked after it is sent; no
 * lock is held while sending.
 *
 * A run may die between sending and marking. The quota is then the witness: the mails of a claim are sent in order,
 * and each row keeps what the quota was before its turn, so what was used since tells which went out. Where the
 * witness is of no use (another script of the same account mailed meanwhile, or a day has passed) the mail goes out
 * again: a receipt that comes twice carries the same 受付番号 and harms nobody, one that never comes does.
 */

import { type Book, openBook } from './book/book.ts';
import { mailsOf } from './book/correspondence.ts';
import { readForms } from './book/forms.ts';
import { mailStates, renderMail } from './book/mail.ts';
import { mailTable } from './book/tables.ts';
import { registerJobs, surveyJobs } from './parts.ts';
import type { Cells, OutgoingMail, Row, Services } from './port.ts';
import { isBulkMail } from './register/round-mail-id.ts';
import { isoOf, shownTime, timeOf } from './time.ts';

/** Mails of one claim: three sheet calls each, whatever its size. */
export const claimSize = 50;
/** A claim older than the longest execution (6 minutes) belongs to a run that died. */
export const claimLife = 7 * 60_000;
const quotaWindow = 24 * 3_600_000;
/** From the beginning of the execution; leaves room for the claim at hand within the six minutes. */
const timeBudget = 4 * 60_000;

interface Claimed {
  /** Mail id. */
  readonly id: string;
  readonly receipt: string;
  readonly mail: OutgoingMail;
}

const cell = (row: Row, header: string): string => row.cells[header] ?? '';

/** What becomes of the mails of a run that died; null while its claim still lives. */
function resolved(
  rows: readonly Row[],
  user: string,
  now: number,
  remaining: number,
): ReadonlyMap<number, Cells> | null {
  const changed = new Map<number, Cells>();
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (cell(row, '状態') !== mailStates.sending) continue;
    const group = groups.get(cell(row, '開始')) ?? [];
    group.push(row);
    groups.set(cell(row, '開始'), group);
  }
  for (const [start, group] of groups) {
    const age = now - (timeOf(start) ?? 0);
    if (age < claimLife) return null;
    const own = group.every((row) => cell(row, '送信者') === user);
    // The quota of another account says nothing here; its own next run settles the claim, or a day does.
    if (!own && age < quotaWindow) return null;
    const before = group.map((row) => Number(cell(row, '残数')));
    const most = Math.max(...before);
    const witness = own && age < quotaWindow && remaining <= most && remaining >= most - group.length;
    group.forEach((row, index) => {
      // Each row knows what the quota was just before its turn.
      const sent = witness && (before[index] ?? 0) > remaining;
      changed.set(row.at, {
        ...row.cells,
        状態: sent ? mailStates.sent : mailStates.waiting,
        送信日時: sent ? shownTime(start) : '',
        開始: '',
        残数: '',
      });
    });
  }
  return changed;
}

interface Turn {
  readonly row: Row;
  /** Why it is not sent although its turn has come, '' when it is. */
  readonly memo: string;
}

const isOfRound = (row: Row): boolean => isBulkMail(cell(row, 'メールID'));
const isOfSurvey = (row: Row): boolean => cell(row, 'メールID').startsWith('survey/');

/** Asks the register about its rows and the surveys about theirs; neither is loaded for nothing. */
function ofEach<T>(ofRegister: () => (row: Row) => T, ofSurveys: () => (row: Row) => T): (row: Row) => T {
  let round: ((row: Row) => T) | null = null;
  let survey: ((row: Row) => T) | null = null;
  return (row) => {
    if (isOfSurvey(row)) {
      survey ??= ofSurveys();
      return survey(row);
    }
    round ??= ofRegister();
    return round(row);
  };
}

/** Whose turn it is: whoever waits for a word of the chamber first, then the mails of rounds that this account sends. */
function nextTurns(services: Services, book: Book, waiting: readonly Row[], most: number): readonly Turn[] {
  const turns: Turn[] = waiting
    .filter((row) => !isOfRound(row))
    .slice(0, most)
    .map((row) => ({ row, memo: '' }));
  const ofRounds = waiting.filter(isOfRound);
  if (ofRounds.length === 0) return turns;
  const rows = book.rows(mailTable);
  const fate = ofEach(
    () => registerJobs().roundSender(services, book, rows).fate,
    () => surveyJobs().surveySender(services, book, rows).fate,
  );
  for (const row of ofRounds) {
    if (turns.length >= most) break;
    const { ours, memo } = fate(row);
    if (ours) turns.push({ row, memo });
  }
  return turns;
}

/** Writes the mails of these rows, by the id of the row. */
function renderer(
  services: Services,
  book: Book,
  formUrls: () => ReadonlyMap<string, string>,
  turns: readonly Turn[],
): (row: Row) => OutgoingMail | null {
  const rows = turns.filter((turn) => turn.memo === '').map((turn) => turn.row);
  const roundRows = rows.filter(isOfRound);
  const ofRound = ofEach(
    () => registerJobs().roundWriter(services, book, roundRows),
    () => surveyJobs().surveyWriter(services, book, roundRows.filter(isOfSurvey)),
  );
  const others = rows.filter((row) => !isOfRound(row)).map((row) => cell(row, 'メールID'));
  if (others.length === 0) return ofRound;
  const urls = formUrls();
  const wanted = mailsOf(book, others);
  return (row) => {
    const found = wanted.get(cell(row, 'メールID'));
    if (found === undefined) return ofRound(row);
    return renderMail(found.mail, found.from, book.settings(), urls.get(found.from.formId) ?? '');
  };
}

/** Takes the next mails: their rows say 送信中 from here on. `taken` counts those that cannot be sent as well. */
function claim(
  services: Services,
  formUrls: () => ReadonlyMap<string, string>,
): { readonly taken: number; readonly claimed: readonly Claimed[] } {
  const nothing = { taken: 0, claimed: [] };
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const isIn = (state: string) => (row: Row) => cell(row, '状態') === state;
    const rows = book.rows(mailTable);
    if (!rows.some(isIn(mailStates.sending)) && !rows.some(isIn(mailStates.waiting))) return nothing;
    const user = services.session.user();
    const now = services.clock.now();
    const remaining = services.mail.remaining();
    const settled = resolved(rows, user, now, remaining);
    if (settled === null) return nothing;
    book.update(mailTable, settled);
    const turns = nextTurns(
      services,
      book,
      book.rows(mailTable).filter(isIn(mailStates.waiting)),
      Math.min(claimSize, remaining),
    );
    if (turns.length === 0) return nothing;
    const render = renderer(services, book, formUrls, turns);
    const marks = new Map<number, Cells>();
    const claimed: Claimed[] = [];
    for (const { row, memo } of turns) {
      if (memo !== '') {
        marks.set(row.at, { ...row.cells, 状態: mailStates.kept, メモ: memo });
        continue;
      }
      const mail = render(row);
      if (mail === null) {
        marks.set(row.at, { ...row.cells, 状態: mailStates.failed, メモ: '宛先か文面が正しくありません' });
        continue;
      }
      const turn = String(remaining - claimed.length);
      marks.set(row.at, {
        ...row.cells,
        状態: mailStates.sending,
        送信者: user,
        開始: isoOf(now),
        残数: turn,
      });
      claimed.push({ id: cell(row, 'メールID'), receipt: cell(row, '受付番号'), mail });
    }
    book.update(mailTable, marks);
    return { taken: turns.length, claimed };
  });
}

/** Writes what became of the claimed mails; rows are found by mail id, since people may have sorted the sheet. */
function mark(services: Services, outcomes: ReadonlyMap<string, string>): void {
  services.withLock(() => {
    const book = openBook(services.workbook);
    const now = shownTime(isoOf(services.clock.now()));
    const changed = new Map<number, Cells>();
    for (const row of book.rows(mailTable)) {
      const outcome = outcomes.get(cell(row, 'メールID'));
      if (outcome === undefined) continue;
      const sent = outcome === mailStates.sent;
      changed.set(row.at, { ...row.cells, 状態: outcome, 送信日時: sent ? now : '', 開始: '', 残数: '' });
    }
    book.update(mailTable, changed);
  });
}

/**
 * Sends what waits. Returns the number sent now. Run again after any failure; a mail that cannot be sent is marked.
 * `began` is when the execution began: what came before the mails counts against its six minutes too.
 */
export function sendMails(services: Services, began: number = services.clock.now()): number {
  let kept: ReadonlyMap<string, string> | null = null;
  const formUrls = (): ReadonlyMap<string, string> => {
    kept ??= new Map(
      readForms(services.workbook).map((form) => [
        form.formId,
        form.formId === '' ? '' : (services.forms.look(form.formId)?.publishedUrl ?? ''),
      ]),
    );
    return kept;
  };
  let total = 0;
  while (services.clock.now() - began < timeBudget) {
    const { taken, claimed } = claim(services, formUrls);
    if (taken === 0) return total;
    const outcomes = new Map<string, string>();
    for (const { id, receipt, mail } of claimed) {
      try {
        services.mail.send(mail);
        outcomes.set(id, mailStates.sent);
        total++;
      } catch {
        // Refused for the day: it waits. Refused for itself: a person has to look at it.
        outcomes.set(id, services.mail.remaining() > 0 ? mailStates.failed : mailStates.waiting);
        services.log(`mail not sent: ${receipt}`);
      }
    }
    mark(services, outcomes);
  }
  return total;
}
