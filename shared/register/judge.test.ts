import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings/settings.ts';
import { parseDelimited } from '../table/parse.ts';
import { industryGroup } from './industry-group.ts';
import { fiscalYearDay, judge } from './judge.ts';

const options = { ...defaultSettings, baseDate: '2026-04-01' };
const table = parseDelimited(readFileSync(new URL('./judge.cases.csv', import.meta.url), 'utf8')).rows;
const header = table[0] ?? [];
const cases = table
  .slice(1)
  .map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));

describe('judge', () => {
  it.each(cases.map((c) => [c.備考 ?? '', c] as const))('%s', (_note, c) => {
    const values: Record<string, string> = {};
    for (const key of [
      'capital',
      'employees',
      'industry',
      'applicantType',
      'businessStartMonth',
      'operatingStatus',
    ]) {
      const value = c[key];
      if (value !== undefined && value !== '') values[key] = value;
    }
    const found = judge(values, options);
    expect([found.result, found.missing.join(';')]).toEqual([c.result, c.missing]);
    expect(found.ground).toContain(c.article ?? '');
    expect(found.ground).toContain('基準日 2026-04-01');
  });

  it('raised_threshold__moves_the_result', () => {
    const raised = { ...options, thresholds: { ...options.thresholds, capital: 5_000_000 } };
    expect(
      judge({ capital: '3000000', employees: '0', industry: 'E', businessStartMonth: '2020-01' }, raised)
        .result,
    ).toBe('no');
  });

  it('a_value_that_cannot_be_read__counts_as_not_there', () => {
    const values = { capital: '2999999', employees: '4', industry: '56', businessStartMonth: '2020-01' };
    expect(judge(values, options, new Set(['employees']))).toMatchObject({
      result: 'unknown',
      missing: ['employees'],
    });
  });

  it('an_operating_status_that_cannot_be_read__leaves_a_yes_open_and_a_no_alone', () => {
    const unread = new Set(['operatingStatus']);
    const large = { capital: '3000000', businessStartMonth: '2020-01', operatingStatus: '?' };
    expect(judge(large, options, unread)).toMatchObject({ result: 'unknown', missing: ['operatingStatus'] });
    const small = { ...large, capital: '1', employees: '0' };
    expect(judge(small, options, unread)).toMatchObject({ result: 'no', missing: [] });
  });

  it('ground__names_number_threshold_article_and_base_date', () => {
    const values = { capital: '2999999', employees: '20', industry: 'E', businessStartMonth: '2020-01' };
    expect(judge(values, options).ground).toBe(
      '法7条2項1号：従業員 20 人（基準 20 人以上）、基準日 2026-04-01',
    );
    const unknownStart = judge({ capital: '12345678' }, options);
    expect(unknownStart.ground).toBe(
      '法7条2項2号：資本金 12,345,678 円（基準 3,000,000 円以上）、基準日まで6か月以上かどうか分からない、基準日 2026-04-01',
    );
    expect(unknownStart.result).toBe('unknown');
  });
});

describe('industryGroup', () => {
  it('own_list__takes_the_place_of_the_table', () => {
    expect(industryGroup('56', ['I'])).toBe(true);
    expect(industryGroup('39', ['I'])).toBe(false);
    expect(industryGroup('41', ['411'])).toBeNull();
  });

  it('every_code_of_a_decided_middle_class__shares_its_group', () => {
    for (const [code, group] of [
      ['3911', true],
      ['7911', false],
      ['7921', true],
      ['4111', true],
      ['4131', false],
      ['6931', true],
      ['00', null],
      ['ZZ', null],
    ] as const)
      expect(industryGroup(code), code).toBe(group);
  });
});

describe('fiscalYearDay', () => {
  it.each([
    ['04-01', '2026-04-01', '2026-04-01'],
    ['04-01', '2026-03-31', '2025-04-01'],
    ['01-01', '2026-11-24', '2026-01-01'],
  ])('year from %s on %s began on %s', (start, today, expected) =>
    expect(fiscalYearDay(start, today)).toBe(expected));
});
