/** Rules of 保存期間 while a person changes them. */
import type { RetentionStart } from '../../shared/settings/retention-starts.ts';
import type { RetentionRuleView, RetentionView } from '../view/retention-protocol.ts';

export interface RuleDraft {
  readonly templateId: string;
  readonly start: RetentionStart;
  /** As typed. */
  readonly days: string;
}

export const draftsOf = (rules: readonly RetentionRuleView[]): readonly RuleDraft[] =>
  rules.map(({ templateId, start, days }) => ({ templateId, start, days: String(days) }));

/** Days as a number, or null: 1 to 36,500. Full-width figures and separators are read too. */
export function daysOf(typed: string): number | null {
  const text = typed.normalize('NFKC').replace(/[,\s日]/g, '');
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= 36_500 ? days : null;
}

/** What is wrong, by the place of the rule; empty when the rules may be sent. */
export function ruleFaults(drafts: readonly RuleDraft[]): Readonly<Record<number, string>> {
  const faults: Record<number, string> = {};
  const seen = new Set<string>();
  drafts.forEach(({ templateId, start, days }, at) => {
    const name = `${templateId} ${start}`;
    if (daysOf(days) === null) faults[at] = '日数を、1から36,500までの数字で入れてください。';
    else if (seen.has(name)) faults[at] = '同じ起点の規則が2つあります。どちらかを外してください。';
    seen.add(name);
  });
  return faults;
}

/** A rule to begin with: from a moment that no other rule of the form counts from, null when none is left. */
export function nextRule(
  target: RetentionView['targets'][number],
  drafts: readonly RuleDraft[],
): RuleDraft | null {
  const taken = new Set(drafts.filter((one) => one.templateId === target.templateId).map((one) => one.start));
  const start = target.starts.find(({ id }) => !taken.has(id))?.id;
  return start === undefined ? null : { templateId: target.templateId, start, days: '' };
}

export const sameRules = (a: readonly RuleDraft[], b: readonly RuleDraft[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
