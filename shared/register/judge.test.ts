import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings/settings.ts';
import { parseDelimited } from '../table/parse.ts';
import { diffLedgers } from './diff.ts';
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
});

describe('industryGroup', () => {
  it('own_list__takes_the_place_of_the_table', () => {
    expect(industryGroup('56', ['I'])).toBe(true);
    expect(industryGroup('39', ['I'])).toBe(false);
    expect(industryGroup('41', ['411'])).toBeNull();
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

describe('diffLedgers', () => {
  const entry = (row: number, values: Record<string, string>) => ({ row, values });
  it('changed_added_removed__in_order_with_doubtful_rows_left_out', () => {
    const before = [
      entry(1, { businessNumber: '001', name: 'A', phone: '1' }),
      entry(2, { businessNumber: '002' }),
      entry(3, { businessNumber: '009' }),
      entry(4, {}),
    ];
    const after = [
      entry(1, { businessNumber: '003' }),
      entry(2, { businessNumber: '001', name: 'B' }),
      entry(3, { businessNumber: '009', name: 'x' }),
      entry(4, { businessNumber: '009' }),
    ];
    const { rows, issues } = diffLedgers(before, after, ['name', 'phone']);
    expect(rows).toEqual([
      { kind: 'added', businessNumber: '003', key: '', before: '', after: '' },
      { kind: 'changed', businessNumber: '001', key: 'name', before: 'A', after: 'B' },
      { kind: 'changed', businessNumber: '001', key: 'phone', before: '1', after: '' },
      { kind: 'removed', businessNumber: '002', key: '', before: '', after: '' },
    ]);
    expect(issues.map((i) => [i.file, i.row, i.issue.code])).toEqual([
      ['before', 4, 'ledger.number-blank'],
      ['after', 4, 'ledger.number-twice'],
    ]);
  });
});
