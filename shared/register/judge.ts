/**
 * Who is a 特定商工業者 (商工会議所法7条2項): yes, no, or unknown, always with the ground and what was missing. Nothing
 * is guessed: a fact that is not there makes the result unknown unless the others decide without it.
 */
import type { Settings } from '../settings/settings.ts';
import { industryGroup } from './industry-group.ts';

export interface Judgement {
  readonly result: 'yes' | 'no' | 'unknown';
  /** Article, number, threshold and 基準日, in words. */
  readonly ground: string;
  /** Keys of the fields that would decide it, in catalogue order. */
  readonly missing: readonly string[];
}

export interface JudgeOptions {
  readonly thresholds: Settings['thresholds'];
  readonly commerceServiceIndustries: readonly string[] | null;
  /** 基準日, `YYYY-MM-DD`: the first day of the chamber's fiscal year. */
  readonly baseDate: string;
}

type Values = Readonly<Record<string, string>>;

const number = (text: string | undefined): number | null =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : null;
const shown = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

/** First day of the fiscal year that holds `today`. @param start `MM-DD` */
export function fiscalYearDay(start: string, today: string): string {
  const year = Number(today.slice(0, 4));
  return today.slice(5) >= start ? `${year}-${start}` : `${year - 1}-${start}`;
}

/**
 * Whether the business has been there for six months up to the 基準日, counted from the first day of the month in which
 * it began; null when that month is not known.
 */
export function sixMonths(startMonth: string | undefined, baseDate: string): boolean | null {
  const match = /^(\d{4})-(\d{2})$/.exec(startMonth ?? '');
  if (match === null) return null;
  const months = Number(match[1]) * 12 + Number(match[2]) - 1 + 6;
  const reached = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  return reached <= baseDate;
}

interface Size {
  readonly result: 'yes' | 'no' | 'unknown';
  readonly ground: string;
  readonly missing: readonly string[];
}

/** An individual has no capital: it counts as nothing, whatever the ledger holds. */
function judgeSize(values: Values, { thresholds, commerceServiceIndustries }: JudgeOptions): Size {
  const isIndividual = values.applicantType === 'sole-proprietor';
  const capital = isIndividual ? 0 : number(values.capital);
  const employees = number(values.employees);
  const code = values.industry;
  const group = code === undefined ? null : industryGroup(code, commerceServiceIndustries);
  const { employees: many, employeesCommerceService: few, capital: least } = thresholds;
  if (capital !== null && capital >= least) {
    return {
      result: 'yes',
      ground: `法7条2項2号：資本金 ${shown(capital)} 円（基準 ${shown(least)} 円以上）`,
      missing: [],
    };
  }
  if (employees !== null && employees >= many) {
    return {
      result: 'yes',
      ground: `法7条2項1号：従業員 ${shown(employees)} 人（基準 ${shown(many)} 人以上）`,
      missing: [],
    };
  }
  if (employees !== null && employees >= few && group === true) {
    return {
      result: 'yes',
      ground: `法7条2項1号：従業員 ${shown(employees)} 人（商業・サービス業の基準 ${shown(few)} 人以上）`,
      missing: [],
    };
  }
  const known: string[] = [];
  if (isIndividual) known.push('個人（資本金はないものとする）');
  else if (capital !== null) known.push(`資本金 ${shown(capital)} 円（基準 ${shown(least)} 円以上）`);
  if (employees !== null) {
    const lower = group === false ? '' : `、商業・サービス業は ${shown(few)} 人以上`;
    known.push(`従業員 ${shown(employees)} 人（基準 ${shown(many)} 人以上${lower}）`);
  }
  const words = known.join('、');
  const employeesDecide = employees !== null && (employees < few || group === false);
  if (capital !== null && employeesDecide)
    return { result: 'no', ground: `法7条2項各号に当たらない：${words}`, missing: [] };
  const missing: string[] = [];
  if (employees !== null && !employeesDecide) missing.push('industry');
  if (capital === null) missing.push('capital');
  if (employees === null) missing.push('employees');
  return {
    result: 'unknown',
    ground: words === '' ? '法7条2項：判定できません' : `法7条2項：判定できません（${words}）`,
    missing,
  };
}

/**
 * Judges one business.
 * @param values normalised values (see `Kind` for their form)
 * @param unread keys whose text could not be read: they count as not there, and a 営業状況 that nobody can read leaves
 *   open whether the business still exists
 */
export function judge(values: Values, options: JudgeOptions, unread: ReadonlySet<string> = none): Judgement {
  const readable = unread.size === 0 ? values : without(values, unread);
  const at = `、基準日 ${options.baseDate}`;
  if (readable.operatingStatus === 'closed')
    return { result: 'no', ground: `廃業のため当たらない（法7条2項）${at}`, missing: [] };
  const size = judgeSize(readable, options);
  if (size.result === 'no') return { ...size, ground: size.ground + at };
  const { businessStartMonth } = readable;
  const settled = sixMonths(businessStartMonth, options.baseDate);
  if (settled === false) {
    return {
      result: 'no',
      ground: `法7条2項：基準日まで引き続き6か月以上の事業がない（事業開始 ${businessStartMonth ?? ''}）${at}`,
      missing: [],
    };
  }
  const open: string[] = [...size.missing];
  const doubts: string[] = [];
  if (settled === null) {
    open.push('businessStartMonth');
    doubts.push('基準日まで6か月以上かどうか分からない');
  }
  if (unread.has('operatingStatus')) {
    open.push('operatingStatus');
    doubts.push('営業しているかどうか分からない');
  }
  if (doubts.length === 0) return { ...size, ground: size.ground + at };
  return { result: 'unknown', ground: `${size.ground}、${doubts.join('、')}${at}`, missing: inOrder(open) };
}

const none: ReadonlySet<string> = new Set();

function without(values: Values, keys: ReadonlySet<string>): Values {
  const kept: Record<string, string> = {};
  for (const key of decidingKeys) {
    const value = values[key];
    if (value !== undefined && !keys.has(key)) kept[key] = value;
  }
  return kept;
}

/** Keys that the judgement asks, in catalogue order. */
export const decidingKeys: readonly string[] = [
  'applicantType',
  'industry',
  'businessStartMonth',
  'capital',
  'employees',
  'operatingStatus',
];
function inOrder(keys: readonly string[]): readonly string[] {
  return [...keys].sort((a, b) => decidingKeys.indexOf(a) - decidingKeys.indexOf(b));
}
