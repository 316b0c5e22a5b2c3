import { describe, expect, it } from 'vitest';
import type { SurveyColumns } from '../columns.ts';
import { countGroups, numbersOf } from '../count/count.ts';
import { type Dominance, dominatedCells, isDominated } from './dominance.ts';
import { protectTables } from './of-tables.ts';

/** Ten firms in each of three trades; one of the second sells nearly everything. */
const trade = Array.from({ length: 30 }, (_, at) => Math.floor(at / 10));
const columns: SurveyColumns = {
  rows: 30,
  columns: new Map([
    ['業種', { kind: 'choice', options: ['建設業', '製造業', '小売業'], codes: Int16Array.from(trade) }],
    ['業況', { kind: 'choice', options: ['好転', '悪化'], codes: Int16Array.from(trade, (_, at) => at % 2) }],
    ['売上', { kind: 'number', values: Float64Array.from(trade, (_, at) => (at === 10 ? 10_000 : 10 + at)) }],
  ]),
};

describe('dominance', () => {
  const largest: Dominance = { rule: 'largest', count: 1, share: 0.8 };
  const second: Dominance = { rule: 'second', within: 0.1 };
  const cases: readonly { values: number[]; largest: boolean; second: boolean }[] = [
    { values: [], largest: false, second: false },
    { values: [5], largest: true, second: true },
    { values: [1, 1, 1, 1, 97], largest: true, second: true },
    { values: [20, 20, 20, 20, 20], largest: false, second: false },
    // The second takes itself away and knows the first to within 4 of 50.
    { values: [4, 46, 50], largest: false, second: true },
    { values: [-90, 5, 5], largest: true, second: true },
  ];
  for (const { values, ...expected } of cases)
    it(`values_${values.join('_') || 'none'}`, () => {
      const sorted = Float64Array.from(values).sort();
      expect({ largest: isDominated(sorted, largest), second: isDominated(sorted, second) }).toEqual(
        expected,
      );
    });

  it('group_with_the_large_firm__hidden_with_the_total_and_what_would_tell_of_them', () => {
    const sensitive = dominatedCells(numbersOf(columns, '売上', ['業種']), [], largest);
    expect([...sensitive]).toEqual([
      ['', 'dominant'],
      ['業種=1', 'dominant'],
    ]);
    const tables = [[], ['業種']].map((by) => countGroups(columns, '業況', by));
    const found = protectTables({ tables, nesting: [], minN: 3, sensitive });
    expect([-1, 0, 1, 2].map((option) => found.why(['業種'], [option]))).toEqual([
      'dominant',
      undefined,
      'dominant',
      undefined,
    ]);
  });
});
