/**
 * 特商判定 of every business of 台帳, written beside it. What staff decided is theirs: the program neither writes nor
 * removes it, and it goes before what was calculated.
 */
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import { createNormaliser } from '../../../shared/record/normalise.ts';
import { decidingKeys, fiscalYearDay, type Judgement, judge } from '../../../shared/register/judge.ts';
import { actThresholds } from '../../../shared/settings/settings.ts';
import { assets } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import { ledgerCellsOf } from '../book/register-book.ts';
import { judgementWords, ledgerNotes, ledgerTable, overrideWords } from '../book/register-tables.ts';
import { chamberValues } from '../book/settings.ts';
import { settingsTable } from '../book/tables.ts';
import { writeSetting } from '../book/write-setting.ts';
import type { Cells, Row, Services } from '../port.ts';
import { dayOf, isoOf } from '../time.ts';
import { fieldLabel } from '../words.ts';

export interface JudgedRow {
  readonly businessNumber: string;
  readonly name: string;
  /** What counts: staff's decision, else the calculated one. */
  readonly result: Judgement['result'];
  readonly ground: string;
  /** Labels of the fields that would decide it. */
  readonly missing: string;
  /** True where staff decided otherwise than was calculated. */
  readonly overridden: boolean;
}

export interface LedgerJudgement {
  readonly baseDate: string;
  readonly judgedAt: string;
  readonly rows: readonly JudgedRow[];
  /** Thresholds of 設定 that are below the Act's: they were not used. */
  readonly refused: readonly Issue[];
}

/** What stands in 設定 as a threshold and is lower than the Act allows (商工会議所法7条2項). */
function refusedThresholds(book: Book): readonly Issue[] {
  return Object.entries(actThresholds).flatMap(([key, least]) => {
    const row = book.rows(settingsTable).find(({ cells }) => cells.キー === `thresholds.${key}`)?.cells;
    const value = Number((row?.値 ?? '').normalize('NFKC').replace(/[,\s]/g, ''));
    if (row === undefined || row.値 === '' || !(value < least)) return [];
    const params = { place: '', name: row.項目 ?? key, value, least };
    return [issue('settings.threshold-low', 'warning', '', { params })];
  });
}

/** Rows of one write. */
const sliceRows = 2000;
const written = [ledgerNotes.judgement, ledgerNotes.ground, ledgerNotes.missing, ledgerNotes.judgedOn];

/** Keys read besides those that decide: what contradicts the number of employees makes it unreadable. */
const keys = [...decidingKeys, 'regularEmployees', 'partTimeEmployees'];

/** What staff decided, null where they left it to the calculation. */
function overrideOf(cells: Cells): Judgement['result'] | null {
  const said = cells[ledgerNotes.override];
  if (said === overrideWords.yes) return 'yes';
  return said === overrideWords.no ? 'no' : null;
}

function judgeRows(book: Book, rows: readonly Row[], baseDate: string, today: string) {
  const settings = book.settings();
  const { catalogue } = assets();
  const cellsOf = ledgerCellsOf(book);
  const normalise = createNormaliser({ catalogue, today, settings: chamberValues(settings) });
  const options = { thresholds: settings.thresholds, commerceServiceIndustries: null, baseDate };
  return rows.map(({ at, cells }) => {
    const typed: Record<string, string> = {};
    for (const key of keys) {
      const cell = cells[fieldLabel(key)] ?? '';
      if (cell !== '') typed[key] = cellsOf.toValue(key, cell);
    }
    const { values, unread } = normalise(typed);
    return { at, cells, judgement: judge(values, options, unread) };
  });
}

/**
 * Judges the whole ledger with the thresholds of 設定 and writes what has changed, in slices of rows, then when that was.
 * 基準日 is the first day of the fiscal year.
 */
export function judgeLedger(services: Services): LedgerJudgement {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const table = ledgerTable(assets().catalogue);
    const number = fieldLabel('businessNumber');
    const name = fieldLabel('name');
    const now = services.clock.now();
    const baseDate = fiscalYearDay(book.settings().fiscalYearStart, dayOf(now));
    const notes = [...written, ledgerNotes.override, ledgerNotes.overrideReason];
    const read = book.columns(table, [number, name, ...keys.map(fieldLabel), ...notes]);
    const judged = judgeRows(
      book,
      read.filter(({ cells }) => (cells[number] ?? '') !== ''),
      baseDate,
      dayOf(now),
    );

    const wanted = new Map<number, Cells>();
    for (const { at, cells, judgement } of judged) {
      const unexplained =
        overrideOf(cells) !== null && (cells[ledgerNotes.overrideReason] ?? '').trim() === '';
      wanted.set(at, {
        [ledgerNotes.judgement]: judgementWords[judgement.result],
        [ledgerNotes.ground]: `${judgement.ground}${unexplained ? '（職員の判定の理由が書かれていません）' : ''}`,
        [ledgerNotes.missing]: judgement.missing.map(fieldLabel).join('、'),
        [ledgerNotes.judgedOn]: baseDate,
      });
    }
    const standing = new Map(read.map((row) => [row.at, row.cells]));
    const differing = judged
      .map(({ at }) => at)
      .filter((at) => written.some((header) => standing.get(at)?.[header] !== wanted.get(at)?.[header]));
    for (let index = 0; index < differing.length; ) {
      const first = differing[index] ?? 0;
      let last = first;
      while (index < differing.length && (differing[index] ?? 0) < first + sliceRows) {
        last = differing[index] ?? 0;
        index++;
      }
      const slice = new Map<number, Cells>();
      for (let at = first; at <= last; at++) slice.set(at, wanted.get(at) ?? standing.get(at) ?? {});
      book.put(table, slice, written);
    }

    const refused = refusedThresholds(book);
    const judgedAt = isoOf(now);
    writeSetting(book, 'judgedAt', judgedAt);

    return {
      baseDate,
      judgedAt,
      refused,
      rows: judged.map(({ cells, judgement }) => {
        const override = overrideOf(cells);
        return {
          businessNumber: cells[number] ?? '',
          name: cells[name] ?? '',
          result: override ?? judgement.result,
          ground: judgement.ground,
          missing: judgement.missing.map(fieldLabel).join('、'),
          overridden: override !== null && override !== judgement.result,
        };
      }),
    };
  });
}
