import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SurveyColumns } from '../columns.ts';
import { countGroups } from '../count/count.ts';
import { effectiveSize, effectiveSizes, ofScores, wilson } from './interval.ts';
import { type Margin, postStratify } from './post-stratify.ts';

const free = { leastAnswers: 1, most: Number.POSITIVE_INFINITY };

function columnsOf(firms: readonly (readonly [number, number])[]): SurveyColumns {
  const choice = (options: readonly string[], codes: readonly number[]) => ({
    kind: 'choice' as const,
    options,
    codes: Int16Array.from(codes),
  });
  return {
    rows: firms.length,
    columns: new Map([
      [
        '業種',
        choice(
          ['建設業', '製造業', '小売業'],
          firms.map(([trade]) => trade),
        ),
      ],
      [
        '規模',
        choice(
          ['小', '大'],
          firms.map(([, size]) => size),
        ),
      ],
      [
        '業況',
        choice(
          ['好転', '悪化'],
          firms.map((_, at) => at % 2),
        ),
      ],
    ]),
  };
}

const many = (trade: number, size: number, count: number) =>
  Array.from({ length: count }, () => [trade, size] as const);
const byTrade = (counts: readonly number[]): Margin => ({
  by: ['業種'],
  groups: counts.map((count, option) => ({ group: [option], count })),
});
const bySize = (counts: readonly number[]): Margin => ({
  by: ['規模'],
  groups: counts.map((count, option) => ({ group: [option], count })),
});

/** Weighted share of each option of a dimension. */
function shares(columns: SurveyColumns, key: string, weights: Float64Array): readonly number[] {
  const counted = countGroups(columns, key, [], weights);
  return [...counted.counts].map((count) => count / (counted.weightedN[0] ?? 1));
}

const reasons = (
  columns: SurveyColumns,
  margins: readonly Margin[],
  settings = { leastAnswers: 5, most: 5 },
) => {
  const weighting = postStratify(columns, margins, settings);
  return weighting.on ? [] : weighting.reasons.map(({ code, params }) => [code, params.group ?? '']);
};

describe('postStratify', () => {
  it('random_answers_and_margins__weighting_reproduces_the_margins', () => {
    const inputs = fc.record({
      cells: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 6 }),
      trades: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 3 }),
      large: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    });
    fc.assert(
      fc.property(inputs, ({ cells, trades, large }) => {
        const columns = columnsOf(cells.flatMap((count, at) => many(at % 3, at % 2, count)));
        const total = trades.reduce((sum, one) => sum + one, 0);
        const margins = [byTrade(trades), bySize([total * (1 - large), total * large])];
        const weighting = postStratify(columns, margins, free);
        if (!weighting.on) throw new Error(weighting.reasons.map(({ code }) => code).join());
        shares(columns, '業種', weighting.weights).forEach((share, at) => {
          expect(share).toBeCloseTo((trades[at] ?? 0) / total, 8);
        });
        expect(shares(columns, '規模', weighting.weights)[1]).toBeCloseTo(large, 8);
        const sum = weighting.weights.reduce((all, weight) => all + weight, 0);
        expect(sum).toBeCloseTo(columns.rows, 6);
        expect(weighting).toMatchObject({ cut: 0, unplaced: 0 });
      }),
      { numRuns: 60, seed: 9 },
    );
  });

  it('one_margin_of_two_dimensions__is_fitted_by_cells', () => {
    const columns = columnsOf([...many(0, 0, 10), ...many(0, 1, 10), ...many(1, 0, 20)]);
    const margin: Margin = {
      by: ['業種', '規模'],
      groups: [
        { group: [0, 0], count: 100 },
        { group: [0, 1], count: 300 },
        { group: [1, 0], count: 400 },
      ],
    };
    const weighting = postStratify(columns, [margin]);
    expect(weighting.on && [weighting.weights[0], weighting.weights[10], weighting.weights[20]]).toEqual([
      0.5, 1.5, 1,
    ]);
  });

  it('answers_without_a_dimension__keep_the_weight_1', () => {
    const columns = columnsOf([...many(0, 0, 10), ...many(1, 0, 10), ...many(-1, 0, 3)]);
    const weighting = postStratify(columns, [byTrade([300, 100])]);
    expect(weighting).toMatchObject({ on: true, unplaced: 3 });
    expect(weighting.on && [...new Set(weighting.weights)]).toEqual([1.5, 0.5, 1]);
  });

  const thin = columnsOf([...many(0, 0, 20), ...many(1, 1, 4)]);
  const off: readonly { why: string; margins: Margin[]; found: string[][] }[] = [
    { why: 'no_population', margins: [], found: [['survey.weight.no-population', '']] },
    {
      why: 'a_group_without_an_answer',
      margins: [byTrade([10, 10, 10])],
      found: [
        ['survey.weight.thin', '製造業'],
        ['survey.weight.empty', '小売業'],
      ],
    },
    {
      why: 'an_answer_where_there_are_no_businesses',
      margins: [byTrade([10, 0])],
      found: [['survey.weight.no-businesses', '製造業']],
    },
    {
      why: 'margins_of_two_populations',
      margins: [byTrade([100, 100]), bySize([100, 50])],
      found: [
        ['survey.weight.totals-differ', ''],
        ['survey.weight.thin', '製造業'],
        ['survey.weight.thin', '大'],
      ],
    },
  ];
  for (const { why, margins, found } of off)
    it(`${why}__off_with_the_reason`, () => {
      expect(reasons(thin, margins)).toEqual(found);
    });

  it('margins_that_contradict_the_answers__off', () => {
    // All small firms are in 建設業 and all large ones in 製造業: no weights give 10:90 by trade and 90:10 by size.
    const columns = columnsOf([...many(0, 0, 20), ...many(1, 1, 20)]);
    expect(reasons(columns, [byTrade([10, 90]), bySize([90, 10])])).toEqual([['survey.weight.no-fit', '']]);
  });

  it('high_weights__are_cut_and_the_others_take_over', () => {
    const columns = columnsOf([...many(0, 0, 95), ...many(1, 0, 5)]);
    const weighting = postStratify(columns, [byTrade([10, 90])], { leastAnswers: 5, most: 4 });
    if (!weighting.on) throw new Error('off');
    expect(weighting.cut).toBe(5);
    expect(Math.max(...weighting.weights)).toBeCloseTo(4);
    expect(weighting.weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100);
    expect(weighting.distance).toBeGreaterThan(0.5);
  });
});

describe('intervals', () => {
  // Newcombe, Statistics in Medicine 17, 1998, 857–872, table I, method 3.
  const published: readonly [hits: number, n: number, low: number, high: number][] = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ];
  for (const [hits, n, low, high] of published)
    it(`wilson__${hits}_of_${n}__as_published`, () => {
      const found = wilson(hits / n, n);
      expect(found?.low).toBeCloseTo(low, 4);
      expect(found?.high).toBeCloseTo(high, 4);
    });

  it('wilson__no_answers__none', () => {
    expect(wilson(0, 0)).toBeUndefined();
  });

  it('index__LOBO__is_the_interval_of_a_difference_of_two_shares', () => {
    const found = ofScores([100, 0, -100], [30, 50, 20], 100);
    // Variance of a − b: a + b − (a − b)².
    const half = 1.959963984540054 * Math.sqrt((0.3 + 0.2 - 0.01) / 100) * 100;
    expect(found?.low).toBeCloseTo(10 - half, 9);
    expect(found?.high).toBeCloseTo(10 + half, 9);
  });

  it('index__few_answers_or_all_alike__none', () => {
    expect(ofScores([100, 0, -100], [3, 3, 3], 9)).toBeUndefined();
    expect(ofScores([100, 0, -100], [0, 0, 50], 50)).toBeUndefined();
  });

  it('effective_size__equal_weights__is_n_and_unequal_less', () => {
    expect(effectiveSize(10, 10)).toBe(10);
    const columns = columnsOf([...many(0, 0, 2), ...many(1, 0, 2)]);
    const sizes = effectiveSizes(columns, '業況', ['業種'], Float64Array.from([2, 2, 3, 1]));
    expect(sizes[1]).toBe(2);
    expect(sizes[2]).toBeCloseTo(1.6);
    expect(sizes[0]).toBeCloseTo(64 / 18);
  });
});
