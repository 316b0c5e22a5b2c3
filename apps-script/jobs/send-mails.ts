/**
 * Sends the mails that wait in 送付, up to the day's quota. A mail is claimed before and marked after it is sent; no
 * lock is held while sending.
 *
 * A run may die between sending and marking. The quota is then the witness: the mails of a claim are sent in order,
 * so the recipients used since the claim are the first of them. Where the witness is of no use (another script of
 * the same account mailed meanwhile, or a day has passed) the mail goes out again: a receipt that comes twice carries
 * the same 受付番号 and harms nobody, one that never comes does.
 */

import { type Book, openBook } from './book/book.ts';
import { readForms } from './book/forms.ts';
import { mailStates, renderMail } from './book/mail.ts';
import { mailTable } from './book/tables.ts';
import type { Cells, OutgoingMail, Row, Services } from './port.ts';
import { isoOf, shownTime, timeOf } from './time.ts';

/** Mails of one claim: three sheet calls each, whatever its size. */
export const claimSize = 50;
/** A claim older than the longest execution (6 minutes) belongs to a run that died. */
const claimLife = 7 * 60_000;
const quotaWindow = 24 * 3_600_000;
/** Leaves room for what follows within the six minutes. */
const timeBudget = 4 * 60_000;

interface Claimed {
  readonly row: Row;
  readonly mail: OutgoingMail | null;
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
    const used = Number(cell(group[0] ?? { at: 0, cells: {} }, '残数')) - remaining;
    const witness = own && age < quotaWindow && used >= 0 && used <= group.length ? used : 0;
    group.forEach((row, index) => {
      const sent = index < witness;
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

function render(book: Book, urls: ReadonlyMap<string, string>, row: Row): OutgoingMail | null {
  const id = cell(row, 'メールID');
  for (const application of book.applications()) {
    const mail = application.mails.find((one) => one.id === id);
    if (mail !== undefined) {
      return renderMail(mail, application, book.settings(), urls.get(application.formId) ?? '');
    }
  }
  return null;
}

/** Takes the next mails: their rows say 送信中 from here on. */
function claim(services: Services, formUrls: () => ReadonlyMap<string, string>): readonly Claimed[] {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const waiting = (): readonly Row[] =>
      book.rows(mailTable).filter((row) => cell(row, '状態') === mailStates.waiting);
    const open = book.rows(mailTable).some((row) => cell(row, '状態') === mailStates.sending);
    if (!open && waiting().length === 0) return [];
    const user = services.session.user();
    const now = services.clock.now();
    const remaining = services.mail.remaining();
    const settled = resolved(book.rows(mailTable), user, now, remaining);
    if (settled === null) return [];
    book.update(mailTable, settled);
    const taken = waiting().slice(0, Math.min(claimSize, Math.max(0, remaining)));
    if (taken.length === 0) return [];
    const urls = formUrls();
    const claimed = taken.map((row) => ({
      row: { at: row.at, cells: { ...row.cells, 状態: mailStates.sending, 送信者: user } },
      mail: render(book, urls, row),
    }));
    const marks = claimed.map(
      ({ row }) => [row.at, { ...row.cells, 開始: isoOf(now), 残数: String(remaining) }] as const,
    );
    book.update(mailTable, new Map(marks));
    return claimed;
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

/** Sends what waits. Returns the number sent now. Run again after any failure; a mail that cannot be sent is marked. */
export function sendMails(services: Services): number {
  const began = services.clock.now();
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
    const claimed = claim(services, formUrls);
    if (claimed.length === 0) return total;
    const outcomes = new Map<string, string>();
    for (const { row, mail } of claimed) {
      let outcome: string = mailStates.failed;
      if (mail !== null) {
        try {
          services.mail.send(mail);
          outcome = mailStates.sent;
          total++;
        } catch {
          services.log(`mail not sent: ${cell(row, '受付番号')}`);
        }
      }
      outcomes.set(cell(row, 'メールID'), outcome);
    }
    mark(services, outcomes);
  }
  return total;
}
