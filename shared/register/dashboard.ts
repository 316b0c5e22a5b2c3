/** The register at a glance: answers of the round, days to the deadline of the law, the levy's limits, consents. */
import { dayNumber, dayOf } from '../text/days.ts';
import { daysInMonth } from '../text/japanese-date.ts';
import { fiscalYearDay } from './judge.ts';

export interface RegisterRow {
  /** It was asked in this round, by mail or letter. */
  readonly asked: boolean;
  /** What its answer says, by any way; `held` waits for a person (要確認), `none` has not come. */
  readonly answer: 'none' | 'unchanged' | 'changed' | 'held';
  /** Code of 営業状況 as answered or, without an answer, as in the ledger. */
  readonly operatingStatus: string;
  /** Neither mail nor post reaches it (宛先不明). */
  readonly undeliverable: boolean;
  readonly tokusho: 'yes' | 'no' | 'unknown';
}

/** 未回答, 宛先不明, 変更なし, 変更あり, 要確認, 廃業・移転: of those asked, each counted once. */
export type AnswerState = 'unanswered' | 'undeliverable' | 'unchanged' | 'changed' | 'held' | 'gone';

/** Where one business that was asked stands. An answer weighs more than a bounce: it found its way. */
export function answerState(row: RegisterRow): AnswerState {
  if (row.answer === 'none') return row.undeliverable ? 'undeliverable' : 'unanswered';
  if (row.answer === 'held') return 'held';
  return row.operatingStatus === 'closed' || row.operatingStatus === 'moved' ? 'gone' : row.answer;
}

export interface RegisterSummary {
  readonly asked: number;
  /** They add up to `asked`. */
  readonly states: Readonly<Record<AnswerState, number>>;
  /** Of those asked; 要確認 is an answer too. */
  readonly answered: number;
  /** 回答率, tenths of a percent, rounded half up; null when nobody was asked. */
  readonly answeredPerMille: number | null;
  /** Of all rows, asked or not. */
  readonly tokusho: Readonly<Record<RegisterRow['tokusho'], number>>;
  readonly deadline: RegisterDeadline;
}

/** Counts the rows. @param options `fiscalYearStart` `MM-DD`, `today` `YYYY-MM-DD` in Japan */
export function registerSummary(
  rows: readonly RegisterRow[],
  options: { readonly fiscalYearStart: string; readonly today: string },
): RegisterSummary {
  const states = { unanswered: 0, undeliverable: 0, unchanged: 0, changed: 0, held: 0, gone: 0 };
  const tokusho = { yes: 0, no: 0, unknown: 0 };
  let asked = 0;
  for (const row of rows) {
    tokusho[row.tokusho]++;
    if (!row.asked) continue;
    asked++;
    states[answerState(row)]++;
  }
  const answered = asked - states.unanswered - states.undeliverable;
  return {
    asked,
    states,
    answered,
    answeredPerMille: perMille(answered, asked),
    tokusho,
    deadline: registerDeadline(options.fiscalYearStart, options.today),
  };
}

/** Tenths of a percent, rounded half up; null of nothing. */
export function perMille(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((part * 2000 + whole) / (whole * 2));
}

export interface RegisterDeadline {
  /** First day of the fiscal year that holds today. */
  readonly fiscalYearFirst: string;
  /** Last day on which the register is to be corrected for this fiscal year. */
  readonly lastDay: string;
  /** Days from today to the last day: 0 on it; 0 after it. */
  readonly daysLeft: number;
  /** Days since the last day, 0 until it. */
  readonly daysOver: number;
  /** The last day of the fiscal year to come. */
  readonly nextLastDay: string;
}

/**
 * Last day of six months from a day on, the first day counted (民法140条ただし書, 143条2項): the day before the same day six
 * months on, or the end of that month where it has no such day.
 */
function sixMonthsFrom(first: string): string {
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + 6;
  const [year, month, day] = [Math.floor(months / 12), (months % 12) + 1, Number(first.slice(8))];
  const days = daysInMonth(year, month);
  const written = (date: number) =>
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  return day > days ? written(days) : dayOf(dayNumber(written(day)) - 1);
}

/** The deadline of 商工会議所法10条5項: within six months of the start of each fiscal year. */
export function registerDeadline(fiscalYearStart: string, today: string): RegisterDeadline {
  const fiscalYearFirst = fiscalYearDay(fiscalYearStart, today);
  const lastDay = sixMonthsFrom(fiscalYearFirst);
  const left = dayNumber(lastDay) - dayNumber(today);
  return {
    fiscalYearFirst,
    lastDay,
    daysLeft: Math.max(0, left),
    daysOver: Math.max(0, -left),
    nextLastDay: sixMonthsFrom(`${Number(fiscalYearFirst.slice(0, 4)) + 1}-${fiscalYearStart}`),
  };
}

export interface LevyAmount {
  readonly businessNumber: string;
  readonly name: string;
  /** Yen a year; null: not set, or not a whole number of yen. */
  readonly amount: number | null;
}

export interface LevyCheck {
  readonly count: number;
  /** Yen. */
  readonly total: number;
  /** `total ÷ count`, for showing; 0 of none. */
  readonly average: number;
  /** The highest and the lowest whole yen that the rule allows. */
  readonly highest: number;
  readonly lowest: number;
  readonly tooHigh: readonly LevyAmount[];
  readonly tooLow: readonly LevyAmount[];
  /** Without a usable amount. The averages are right only when this is empty. */
  readonly missing: readonly LevyAmount[];
}

/**
 * 商工会議所法施行令4条3号: uneven amounts of the 負担金 stay at or below 1.5 times and at or above half the average, which
 * is the total divided by the number of 特定商工業者. Equal amounts always pass. Exact in whole yen.
 */
export function levyCheck(amounts: readonly LevyAmount[]): LevyCheck {
  const usable: { readonly row: LevyAmount; readonly amount: number }[] = [];
  const missing: LevyAmount[] = [];
  for (const row of amounts) {
    const { amount } = row;
    if (amount !== null && Number.isSafeInteger(amount) && amount >= 0) usable.push({ row, amount });
    else missing.push(row);
  }
  const count = usable.length;
  const total = usable.reduce((sum, { amount }) => sum + amount, 0);
  const highest = count === 0 ? 0 : Math.floor((3 * total) / (2 * count));
  const lowest = count === 0 ? 0 : Math.ceil(total / (2 * count));
  return {
    count,
    total,
    average: count === 0 ? 0 : total / count,
    highest,
    lowest,
    tooHigh: usable.flatMap(({ row, amount }) => (amount > highest ? [row] : [])),
    tooLow: usable.flatMap(({ row, amount }) => (amount < lowest ? [row] : [])),
    missing,
  };
}

export interface ConsentShare {
  readonly explicit: number;
  readonly tacit: number;
  readonly total: number;
  /** Consents needed: more than half of all. */
  readonly needed: number;
  /** How many are missing, both kinds counted. */
  readonly short: number;
  readonly isMajority: boolean;
  /** The explicit ones alone are more than half. */
  readonly isMajorityExplicitly: boolean;
}

/**
 * 負担金 consents against 過半数 (商工会議所法12条2項). Tacit consent (no objection by a deadline) is taken by some authorities
 * only, so it is counted apart. It says nothing about the form of a consent: whether one given online suffices is not settled.
 */
export function consentShare(counts: {
  readonly explicit: number;
  readonly tacit: number;
  readonly total: number;
}): ConsentShare {
  const { explicit, tacit, total } = counts;
  const needed = Math.floor(total / 2) + 1;
  const isMajority = (consents: number) => total > 0 && consents >= needed;
  return {
    explicit,
    tacit,
    total,
    needed,
    short: Math.max(0, needed - explicit - tacit),
    isMajority: isMajority(explicit + tacit),
    isMajorityExplicitly: isMajority(explicit),
  };
}
