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

function judgeSize(values: Values, { thresholds, commerceServiceIndustries }: JudgeOptions): Size {
  const capital = values.applicantType === 'sole-proprietor' ? 0 : number(values.capital);
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
      ground: `法7条2項1号：従業員 ${employees} 人（基準 ${many} 人以上）`,
      missing: [],
    };
  }
  if (employees !== null && employees >= few && group === true) {
    return {
      result: 'yes',
      ground: `法7条2項1号：従業員 ${employees} 人（商業・サービス業の基準 ${few} 人以上）`,
      missing: [],
    };
  }
  const employeesDecide = employees !== null && (employees < few || group === false);
  const capitalWords = capital === null ? '' : `資本金 ${shown(capital)} 円（基準 ${shown(least)} 円以上）`;
  const employeeWords =
    employees === null
      ? ''
      : `従業員 ${employees} 人（基準 ${many} 人以上${group === false ? '' : `、商業・サービス業は ${few} 人以上`}）`;
  const words = [capitalWords, employeeWords].filter((w) => w !== '').join('、');
  if (capital !== null && employeesDecide)
    return { result: 'no', ground: `法7条2項各号に当たらない：${words}`, missing: [] };
  const missing: string[] = [];
  if (employees !== null && !employeesDecide) missing.push('industry');
  if (capital === null) missing.push('capital');
  if (employees === null) {
    missing.push('employees');
  }
  return {
    result: 'unknown',
    ground: words === '' ? '法7条2項：判定できません' : `法7条2項：判定できません（${words}）`,
    missing,
  };
}

/** Judges one business from normalised values (see `Kind` for their form). */
export function judge(values: Values, options: JudgeOptions): Judgement {
  const at = `、基準日 ${options.baseDate}`;
  if (values.operatingStatus === 'closed')
    return { result: 'no', ground: `廃業のため当たらない${at}`, missing: [] };
  const size = judgeSize(values, options);
  if (size.result === 'no') return { ...size, ground: size.ground + at };
  const settled = sixMonths(values.businessStartMonth, options.baseDate);
  if (settled === false) {
    return {
      result: 'no',
      ground: `法7条2項：基準日まで引き続き6か月以上の事業がない（事業開始 ${values.businessStartMonth ?? ''}）${at}`,
      missing: [],
    };
  }
  if (settled === null) {
    return {
      result: 'unknown',
      ground: size.ground + at,
      missing: inOrder([...size.missing, 'businessStartMonth']),
    };
  }
  return { ...size, ground: size.ground + at, missing: inOrder(size.missing) };
}

const order = ['industry', 'businessStartMonth', 'capital', 'employees'];
function inOrder(keys: readonly string[]): readonly string[] {
  return [...keys].sort((a, b) => order.indexOf(a) - order.indexOf(b));
}
