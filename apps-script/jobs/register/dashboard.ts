/** How the register stands: ledger, judgement, the last round, answers that wait, the limits of the 負担金. Reads only. */
import {
  type ConsentShare,
  consentShare,
  type LevyCheck,
  levyCheck,
  type RegisterRow,
  type RegisterSummary,
  registerSummary,
} from '../../../shared/register/dashboard.ts';
import { isMailable } from '../../../shared/text/mailable.ts';
import type { Book } from '../book/book.ts';
import { registerBook } from '../book/register-book.ts';
import { answerQueueTable, answerStates, askedWords, importTable } from '../book/register-tables.ts';
import type { Round } from '../book/round.ts';
import type { Cells, Services } from '../port.ts';
import { dayOf } from '../time.ts';
import { type Business, isUnreachable, readBusinesses } from './businesses.ts';
import { mailCounts, mailsOf } from './round-mails.ts';

export interface RegisterStanding {
  readonly ledgerRows: number;
  readonly lastImport: string;
  readonly tokusho: Readonly<Record<Business['tokusho'], number>>;
  /** 基準日, '' before the first judgement. */
  readonly judgedOn: string;
  readonly summary: RegisterSummary;
  /** The last round, running or closed; null before the first. */
  readonly round: Round | null;
  readonly mails: { readonly sent: number; readonly waiting: number; readonly failed: number };
  readonly answers: {
    readonly quarantined: number;
    readonly toDecide: number;
    readonly unchanged: number;
    readonly toExport: number;
  };
  readonly levy: LevyCheck | null;
  readonly consent: ConsentShare | null;
}

type AnswerOfRow = Pick<RegisterRow, 'answer' | 'operatingStatus'>;

const answers: Readonly<Record<string, AnswerOfRow>> = {
  [askedWords.unchanged]: { answer: 'unchanged', operatingStatus: '' },
  [askedWords.changed]: { answer: 'changed', operatingStatus: '' },
  [askedWords.quarantined]: { answer: 'held', operatingStatus: '' },
  [askedWords.closed]: { answer: 'changed', operatingStatus: 'closed' },
  [askedWords.moved]: { answer: 'changed', operatingStatus: 'moved' },
};
const none: AnswerOfRow = { answer: 'none', operatingStatus: '' };

/** What staff have to do with the answers, as 台帳の回答 shows them. */
function waiting(book: Book): RegisterStanding['answers'] {
  const open = (cells: Cells): boolean => cells.状態 === answerStates.open;
  const isPlain = (cells: Cells): boolean =>
    cells.変更の有無 === askedWords.unchanged &&
    cells.変わった項目 === '' &&
    cells.直す === '0' &&
    cells.確認 === '0';
  const rows = book.rows(answerQueueTable).map((row) => row.cells);
  const unchanged = rows.filter((cells) => open(cells) && isPlain(cells)).length;
  return {
    quarantined: rows.filter((cells) => cells.状態 === answerStates.quarantine).length,
    toDecide: rows.filter(open).length - unchanged,
    unchanged,
    toExport: rows.filter((cells) => cells.CSV出力?.startsWith('出力待ち') === true).length,
  };
}

function levyOf(businesses: readonly Business[]): LevyCheck | null {
  const payers = businesses.filter((one) => one.tokusho === 'yes');
  if (payers.every((one) => one.levy === '')) return null;
  return levyCheck(
    payers.map(({ businessNumber, name, levy }) => {
      const digits = levy.normalize('NFKC').replace(/[,\s円]/g, '');
      return { businessNumber, name, amount: /^\d+$/.test(digits) ? Number(digits) : null };
    }),
  );
}

/**
 * Consents of the round's answers. Silence counts only once the deadline has passed, apart, and only of those whom the
 * request reached.
 */
function consentOf(
  book: Book,
  round: Round | null,
  businesses: readonly Business[],
  silent: number,
): ConsentShare | null {
  if (round === null || !book.settings().levyConsent) return null;
  const explicit = new Set(
    registerBook(book)
      .answers()
      .filter(
        (one) =>
          one.roundId === round.roundId &&
          (one.state === 'open' || one.state === 'approved') &&
          one.record.values.levyConsent === 'yes',
      )
      .map((one) => one.businessNumber),
  );
  const total = businesses.filter((one) => one.tokusho === 'yes');
  return consentShare({
    explicit: total.filter((one) => explicit.has(one.businessNumber)).length,
    tacit: silent,
    total: total.length,
  });
}

export function registerStanding(services: Services, book: Book): RegisterStanding {
  const register = registerBook(book);
  const today = dayOf(services.clock.now());
  const businesses = readBusinesses(book);
  const byNumber = new Map(businesses.map((one) => [one.businessNumber, one]));
  const rounds = register.rounds();
  const round = rounds[rounds.length - 1] ?? null;
  const asked = round === null ? [] : register.asked().filter((one) => one.roundId === round.roundId);
  let silent = 0;
  const rows = asked.map(({ businessNumber, cells }): RegisterRow => {
    const business = byNumber.get(businessNumber);
    const undeliverable =
      cells.回答 === askedWords.unreachable || business === undefined || isUnreachable(business, isMailable);
    const said = answers[cells.回答 ?? ''] ?? none;
    const tokusho = business?.tokusho ?? 'unknown';
    if (said.answer === 'none' && !undeliverable && tokusho === 'yes') silent++;
    return { asked: true, ...said, undeliverable, tokusho };
  });
  const tokusho = { yes: 0, no: 0, unknown: 0 };
  for (const one of businesses) tokusho[one.tokusho]++;
  const isOver = round !== null && today > round.deadline;
  const mails = round === null ? [] : [...mailsOf(book, round.roundId).values()].flat();
  const imports = book.rows(importTable);
  const last = imports[imports.length - 1]?.cells;
  return {
    ledgerRows: businesses.length,
    lastImport: last === undefined ? '' : `${last.取込日時} ${last.取込番号}`,
    tokusho,
    judgedOn: businesses.reduce((day, one) => (one.judgedOn > day ? one.judgedOn : day), ''),
    summary: registerSummary(rows, { fiscalYearStart: book.settings().fiscalYearStart, today }),
    round,
    mails: mailCounts(mails),
    answers: waiting(book),
    levy: levyOf(businesses),
    consent: consentOf(book, round, businesses, isOver ? silent : 0),
  };
}
