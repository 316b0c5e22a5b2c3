/**
 * How long answers are kept, as a chamber writes it in 設定: a line a rule, 「seminar-application 締切から180日」. No rule, no
 * destruction.
 */
import { type Issue, issue } from '../issue/issue.ts';
import { type RetentionStart, retentionStarts } from './retention-starts.ts';

export { type RetentionStart, retentionStarts };

export const retentionStartLabels: Readonly<Record<RetentionStart, string>> = {
  closing: '締切',
  received: '受付',
  member: '会員',
  withdrawn: '取下げ',
  imported: '承認',
  discarded: '見送り',
  cancelled: '取消し',
};

export interface RetentionRule {
  readonly templateId: string;
  readonly start: RetentionStart;
  readonly days: number;
}

export const retentionWords = ({ start, days }: Pick<RetentionRule, 'start' | 'days'>): string =>
  `${retentionStartLabels[start]}から${days}日`;

export const retentionLines = (rules: readonly RetentionRule[]): string =>
  rules.map((rule) => `${rule.templateId} ${retentionWords(rule)}`).join('\n');

const linePattern = /^([a-z0-9-]+)\s+(.+?)から\s*(\d{1,5})\s*日$/;

/**
 * Rules from the text of 設定. A line that cannot be read is an issue `retention.line`, two for the same start `retention.twice`:
 * with any of them nothing may be destroyed.
 */
export function readRetention(text: string): {
  readonly rules: readonly RetentionRule[];
  readonly issues: readonly Issue[];
} {
  const rules: RetentionRule[] = [];
  const issues: Issue[] = [];
  text.split(/[\r\n]+/).forEach((raw, index) => {
    const line = raw.normalize('NFKC').trim();
    if (line === '') return;
    const [, templateId = '', label = '', days = ''] = linePattern.exec(line) ?? [];
    const start = retentionStarts.find((one) => retentionStartLabels[one] === label.trim());
    if (start === undefined || Number(days) < 1 || Number(days) > 36_500) {
      issues.push(issue('retention.line', 'error', '', { params: { line: index + 1 }, value: line }));
    } else if (rules.some((rule) => rule.templateId === templateId && rule.start === start)) {
      issues.push(issue('retention.twice', 'error', '', { params: { line: index + 1 }, value: line }));
    } else rules.push({ templateId, start, days: Number(days) });
  });
  return { rules, issues };
}
