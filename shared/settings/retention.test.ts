import { describe, expect, it } from 'vitest';
import { readRetention, retentionLines, retentionStarts } from './retention.ts';

describe('readRetention', () => {
  it('every_start__written_and_read__comes_back', () => {
    const rules = retentionStarts.map((start, at) => ({ templateId: `form-${at}`, start, days: at + 1 }));
    expect(readRetention(retentionLines(rules))).toEqual({ rules, issues: [] });
  });

  it('full_width_and_blanks__read', () => {
    expect(readRetention('\n survey　締切から １８０ 日 \r\n').rules).toEqual([
      { templateId: 'survey', start: 'closing', days: 180 },
    ]);
  });

  it.each([
    'survey 締切から0日',
    'survey いつかから30日',
    'survey 締切から99999日',
    '締切から30日',
    'survey 30',
  ])('%s: an issue, no rule', (line) => {
    const { rules, issues } = readRetention(line);
    expect(rules).toEqual([]);
    expect(issues.map(({ code, value }) => [code, value])).toEqual([['retention.line', line]]);
  });

  it('same_start_twice__second_is_an_issue', () => {
    const { rules, issues } = readRetention('a 締切から30日\na 締切から90日\na 取消しから1日');
    expect(rules.map(({ days }) => days)).toEqual([30, 1]);
    expect(issues.map(({ code }) => code)).toEqual(['retention.twice']);
  });
});
