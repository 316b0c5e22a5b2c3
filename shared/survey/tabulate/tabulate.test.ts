import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnusableInput } from '../../issue/issue.ts';
import { questionsOf } from '../definition/questions.ts';
import { nestingOf } from '../protect/of-tables.ts';
import type { ReadAnswers } from '../read/read-answers.ts';
import { csv, readTest, testDefinition } from '../testing/definitions.ts';
import { amountFigures, leastForMedian, quantile, trimmedMean } from './amounts.ts';
import { readLayouts } from './layouts.ts';
import type { Cell, QuestionTable } from './model.ts';
import { tabulate } from './tabulate.ts';

const definition = testDefinition();

function tablesOf(
  read: ReadAnswers,
  layouts: readonly (readonly string[])[],
  minN = 3,
  weights?: Float64Array,
  unanimousBelow = 1,
): (question: string, by: string) => QuestionTable {
  const nesting = nestingOf(read.columns, 'prefecture', 'block');
  const { tables } = tabulate({
    columns: read.columns,
    questions: questionsOf(definition, '2026-10').filter(({ key }) => read.asked.has(key)),
    layouts,
    labelOf: (dimension, option) => read.dimensions.get(dimension)?.labels[option] ?? '',
    nesting: nesting === undefined ? [] : [nesting],
    minN,
    unanimousBelow,
    rounding: 'published',
    ...(weights === undefined ? {} : { weights }),
  });
  return (question, by) => {
    const found = tables
      .find((one) => one.question.key === question)
      ?.tables.find((one) => one.by.join('*') === by);
    if (found === undefined) throw new Error(`no table ${question} by ${by}`);
    return found;
  };
}
const cellOf = ({ cells }: QuestionTable, ...labels: readonly string[]): Cell => {
  const found = cells.find((cell) => cell.labels.join() === labels.join());
  if (found === undefined) throw new Error(`no cell ${labels.join()}`);
  return found;
};
const rows = (count: number, line: string): readonly string[] => Array.from({ length: count }, () => line);

describe('tables', () => {
  const read = readTest(
    csv(
      '業種,業況,問題,賃金',
      ...rows(4, '製造業,好転,"需要の停滞, 人手不足",250000'),
      ...rows(4, '製造業,悪化,人手不足,210000'),
      ...rows(5, '小売業,不変,,'),
      ',悪化,需要の停滞,190000',
      ...rows(2, '卸売業,好転,人手不足,500000'),
    ),
  );
  const at = tablesOf(read, [['industry']]);

  it('hold_n_shares_and_index_beside_one_another', () => {
    expect(cellOf(at('conditions', ''))).toMatchObject({
      n: 16,
      counts: [6, 5, 5],
      shares: [375, 313, 313],
      index: 62,
    });
    expect(cellOf(at('conditions', 'industry'), '製造業')).toMatchObject({
      n: 8,
      index: 0,
      hidden: undefined,
    });
  });

  it('hide_a_small_group_with_another__and_leave_no_figure_of_either', () => {
    const all = csv(
      '業種,業況',
      ...rows(8, '製造業,好転'),
      ...rows(5, '小売業,不変'),
      ...rows(2, '卸売業,好転'),
    );
    const table = tablesOf(readTest(all), [['industry']])('conditions', 'industry');
    const hidden = table.cells.filter((cell) => cell.hidden !== undefined);
    expect(hidden.map(({ labels, hidden: why }) => [labels[0], why])).toEqual([
      ['卸売業', 'small'],
      ['小売業', 'complement'],
    ]);
    for (const cell of hidden)
      expect(cell).toMatchObject({ counts: null, shares: null, index: null, interval: null, weighted: null });
    // That two wholesalers answered is not told either, nor computed from the n of the total and all others.
    expect([cellOf(table, '卸売業').n, cellOf(table, '小売業').n]).toEqual([null, null]);
  });

  it('hide_a_group_that_answered_alike__and_what_would_give_it_away', () => {
    const all = csv(
      '業種,業況',
      ...rows(4, '製造業,好転'),
      ...rows(4, '製造業,悪化'),
      ...rows(5, '小売業,不変'),
      ...rows(6, '卸売業,好転'),
      ...rows(6, '卸売業,悪化'),
    );
    const hidden = (below: number) =>
      tablesOf(
        readTest(all),
        [['industry']],
        3,
        undefined,
        below,
      )('conditions', 'industry')
        .cells.filter((cell) => cell.hidden !== undefined)
        .map(({ labels, hidden: why }) => [labels[0], why]);
    expect(hidden(10)).toEqual([
      ['製造業', 'complement'],
      ['小売業', 'unanimous'],
    ]);
    expect(hidden(1)).toEqual([]);
  });

  it('hide_a_small_region_also_from_the_regions_around_it', () => {
    // 青森 has two answers; 岩手 is all that is left of 東北, and 東北 all that is left beside 大阪.
    const all = csv(
      '都道府県,業況',
      ...rows(1, '青森県,好転'),
      ...rows(1, '青森県,悪化'),
      ...rows(3, '岩手県,好転'),
      ...rows(3, '岩手県,悪化'),
      ...rows(5, '大阪府,好転'),
      ...rows(5, '大阪府,悪化'),
    );
    const nested = tablesOf(readTest(all), [['block'], ['prefecture']]);
    const shown = (by: string) =>
      nested('conditions', by)
        .cells.filter(({ index, group }) => index !== null && (group[0] ?? -1) >= 0)
        .map(({ labels }) => labels[0]);
    expect(shown('prefecture')).not.toContain('青森県');
    // Whoever knows 東北 and 岩手 knows 青森; whoever knows 全国, 大阪 and 岩手 does too.
    expect(shown('prefecture').includes('岩手県') && shown('block').includes('東北')).toBe(false);
    expect(shown('prefecture').includes('岩手県') && shown('prefecture').includes('大阪府')).toBe(false);
  });

  it('hide_no_more_where_those_who_did_not_say_keep_the_small_group_safe', () => {
    // Two wholesalers and one of an unknown industry: what is left of the total is a group of three.
    const hidden = at('conditions', 'industry').cells.filter((cell) => cell.hidden !== undefined);
    expect(hidden.map(({ labels }) => labels[0])).toEqual(['卸売業']);
  });

  it('of_several_answers_count_businesses_not_ticks', () => {
    expect(cellOf(at('problems', ''))).toMatchObject({ n: 11, counts: [5, 0, 10], shares: [455, 0, 909] });
  });

  it('of_amounts_give_no_figure_where_it_would_be_one_firms_own', () => {
    expect(cellOf(at('pay', '')).amounts?.median).toBe(250_000);
    const few = tablesOf(readTest(csv('賃金', '100000', '200000', '300000', '400000')), []);
    expect(cellOf(few('pay', ''))).toMatchObject({
      n: 4,
      amounts: { median: null, lower: null, trimmed: null },
    });
  });

  it('stand_weighted_beside_unweighted', () => {
    const weights = Float64Array.from({ length: 16 }, (_, row) => (row < 4 ? 4 : 1));
    const weighted = tablesOf(read, [], 3, weights)('conditions', '');
    expect(cellOf(weighted)).toMatchObject({ index: 62, weighted: { index: 464 } });
  });
});

describe('property', () => {
  const industries = ['製造業', '卸売業', '小売業', ''];
  const places = ['青森県', '岩手県', '大阪府', ''];
  const answers = ['好転', '不変', '悪化', ''];
  const row = fc.tuple(
    fc.constantFrom(...industries),
    fc.constantFrom(...places),
    fc.constantFrom(...answers),
  );
  const file = fc.array(row, { minLength: 1, maxLength: 60 });
  const read = (given: readonly (readonly string[])[]): ReadAnswers =>
    readTest(csv('業種,都道府県,業況', ...given.map((one) => one.join(','))));

  it('tables_add_up__parts_and_those_who_did_not_say_make_the_total', () => {
    fc.assert(
      fc.property(file, (given) => {
        const at = tablesOf(read(given), [['industry'], ['prefecture'], ['block'], ['block', 'industry']], 1);
        const total = cellOf(at('conditions', ''));
        for (const [by, said] of [
          ['industry', (one: readonly string[]) => one[0] !== ''],
          ['prefecture', (one: readonly string[]) => one[1] !== ''],
          ['block', (one: readonly string[]) => one[1] !== ''],
        ] as const) {
          const parts = at('conditions', by).cells.filter(({ group }) => (group[0] ?? -1) >= 0);
          const silent = given.filter((one) => !said(one) && one[2] !== '').length;
          expect(parts.reduce((sum, { n }) => sum + (n ?? 0), 0) + silent).toBe(total.n);
        }
        const crossed = at('conditions', 'block*industry');
        for (const side of crossed.cells.filter(({ group: [a = -1, b = -1] }) => a >= 0 && b < 0)) {
          const own = crossed.cells.filter(({ group: [a = -1, b = -1] }) => a === side.group[0] && b >= 0);
          const silent = given.filter(
            ([industry, place, answer]) =>
              industry === '' &&
              answer !== '' &&
              { 青森県: '東北', 岩手県: '東北', 大阪府: '関西' }[place ?? ''] === side.labels[0],
          ).length;
          expect(own.reduce((sum, { n }) => sum + (n ?? 0), 0) + silent).toBe(side.n);
        }
      }),
      { seed: 14, numRuns: 40 },
    );
  });

  it('pooling_equals_the_sum_of_parts__counts_of_regions_make_those_of_the_nation', () => {
    fc.assert(
      fc.property(file, (given) => {
        const placed = given.filter((one) => one[1] !== '');
        fc.pre(placed.length > 0);
        const at = tablesOf(read(placed), [['prefecture'], ['block']], 1);
        const sums = (by: string): readonly number[] =>
          [0, 1, 2].map((option) =>
            at('conditions', by)
              .cells.filter(({ group }) => (group[0] ?? -1) >= 0)
              .reduce((sum, { counts }) => sum + (counts?.[option] ?? 0), 0),
          );
        const total = cellOf(at('conditions', '')).counts ?? [0, 0, 0];
        expect(sums('prefecture')).toEqual(total);
        expect(sums('block')).toEqual(total);
      }),
      { seed: 15, numRuns: 40 },
    );
  });

  it('nothing_shown_stands_on_fewer_answers_than_the_threshold', () => {
    fc.assert(
      fc.property(file, fc.integer({ min: 2, max: 6 }), (given, minN) => {
        const at = tablesOf(read(given), [['industry'], ['block', 'industry']], minN);
        for (const by of ['', 'industry', 'block', 'block*industry'].filter((one) => one !== 'block'))
          for (const { n, shares, index, hidden } of at('conditions', by).cells)
            if (shares !== null || index !== null) {
              expect(hidden).toBeUndefined();
              expect(n).toBeGreaterThanOrEqual(minN);
            }
      }),
      { seed: 16, numRuns: 40 },
    );
  });
});

describe('statistics of amounts', () => {
  it('are_those_of_the_textbook', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100];
    expect([0.25, 0.5, 0.75].map((part) => quantile(values, part))).toEqual([3.25, 5.5, 7.75]);
    expect(trimmedMean(values)).toBe(5.5);
    expect(amountFigures(values, 5)).toEqual({ median: 5, lower: 5, upper: 10, trimmed: 5 });
    expect(amountFigures(values.slice(0, leastForMedian - 1), 1).median).toBeNull();
  });
});

describe('breakdowns', () => {
  it('are_named_by_key_or_label__and_a_crossing_brings_its_margins', () => {
    expect(readLayouts(definition, '業種、block')).toEqual([['industry'], ['block']]);
    expect(readLayouts(definition, 'block*industry,industry')).toEqual([
      ['block'],
      ['industry'],
      ['block', 'industry'],
    ]);
    expect(readLayouts(definition, '')).toEqual([]);
  });

  it.each(['colour', 'industry*block*chamber', 'industry*industry'])('%s__is_unusable', (typed) => {
    expect(() => readLayouts(definition, typed)).toThrow(UnusableInput);
  });
});
