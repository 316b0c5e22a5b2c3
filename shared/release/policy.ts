/**
 * What a chamber lets the program do with a release by itself, and how long it puts one off (見送り). Texts as they stand in 設定:
 * one reader, and whatever cannot be read means the most careful choice.
 */
import { dayNumber } from '../text/days.ts';
import { daysInMonth } from '../text/japanese-date.ts';

/** `mandated`: corrections that JCCI requires. `all`: whatever nobody has to decide about. `ask`: nothing. */
export const policies = ['mandated', 'all', 'ask'] as const;
export type Policy = (typeof policies)[number];

export const policyLabels: Readonly<Record<Policy, string>> = {
  mandated: '必須の訂正だけ自動で反映',
  all: '確認の要らない変更はすべて自動で反映',
  ask: '自動では何も反映しない',
};

export const defaultPolicy: Policy = 'mandated';

/** The policy of the text in 設定; blank is the default, an unknown text asks. */
export function readPolicy(text: string): Policy {
  const wanted = text.normalize('NFKC').trim();
  if (wanted === '') return defaultPolicy;
  return policies.find((one) => policyLabels[one].normalize('NFKC') === wanted) ?? 'ask';
}

/** Longest that a chamber may put a release off, in days. */
export const longestDeferral = 90;

const dayShape = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** A chamber takes nothing new up to this day, it included; '' for none. */
export interface Deferral {
  /** `YYYY-MM-DD`. */
  readonly until: string;
}

/** The last day of a deferral that a text names; '' for none and for what is no day. */
export function readDeferral(text: string): string {
  const wanted = text.normalize('NFKC').trim();
  if (!dayShape.test(wanted)) return '';
  const [year = 0, month = 0, day = 0] = wanted.split('-').map(Number);
  return day <= daysInMonth(year, month) ? wanted : '';
}

/** Whether a deferral holds on this day. It ends by itself. */
export const isDeferred = (until: string, today: string): boolean => until !== '' && today <= until;

/** Why a deferral up to this day cannot be: `release.deferral-day` (no day, or gone), `release.deferral-long`; null when it can. */
export function deferralFault(
  until: string,
  today: string,
): 'release.deferral-day' | 'release.deferral-long' | null {
  const day = readDeferral(until);
  if (day === '' || day < today) return 'release.deferral-day';
  return dayNumber(day) - dayNumber(today) > longestDeferral ? 'release.deferral-long' : null;
}

/** 「見送り〜2026-12-20」, '' where none holds. */
export const deferralLabel = (until: string, today: string): string =>
  isDeferred(until, today) ? `見送り〜${until}` : '';
