import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference, indexTenths } from './index-value.ts';
import { indexKinds } from './kinds.ts';
import { fixedTenths, writtenChange, writtenCount, writtenIndex, writtenNumber } from './notation.ts';
import { roundToStep, shareTenths, tenths } from './round.ts';

describe('shares', () => {
  it.each([
    [1, 16, 63, 'half up: banker’s rounding would give 6.2'],
    [5, 16, 313, 'half up: 31.25 → 31.3'],
    [1, 3, 333, ''],
    [2, 3, 667, ''],
    [0, 5, 0, ''],
    [5, 5, 1000, ''],
    [1, 2000, 1, '0.05 is a half'],
    [0, 0, 0, 'nobody answered'],
  ])('of %i in %i__are_%i_tenths %s', (part, whole, expected) => {
    expect(shareTenths(part, whole)).toBe(expected);
  });

  it('of_weighted_counts_are_rounded_alike', () => {
    expect(shareTenths(0.1 + 0.2, 3)).toBe(100);
    expect(tenths(-0.05)).toBe(-1);
    expect(Object.is(tenths(-0.04), 0)).toBe(true);
    expect(roundToStep(284_999, 10_000)).toBe(280_000);
    expect(roundToStep(-15, 10)).toBe(-20);
  });
});

describe('notation', () => {
  it('writes_a_minus_as_a_triangle_a_rise_with_plus_and_none_as_plus_minus', () => {
    expect([-179, 157, 0, -5].map(writtenIndex)).toEqual(['▲17.9', '15.7', '0.0', '▲0.5']);
    expect([1, -23, 0].map(writtenChange)).toEqual(['+0.1', '▲2.3', '±0.0']);
    expect([-179, 3].map(fixedTenths)).toEqual(['-17.9', '0.3']);
  });

  it('groups_digits_and_drops_needless_decimals', () => {
    expect([1234567, 0.25, -1234.5, 100].map((value) => writtenNumber(value))).toEqual([
      '1,234,567',
      '0.3',
      '▲1,234.5',
      '100',
    ]);
    expect(writtenCount(2442)).toBe('2,442');
  });
});

const balance = [1, 0, -1];

describe('an index', () => {
  it('in_published_rounding_is_the_difference_of_rounded_shares__and_exact_from_counts', () => {
    // 製造業 of the published tables: 3/12/2 of 17.
    expect(indexTenths(balance, [3, 12, 2], 17, 'published')).toBe(58);
    expect(indexTenths(balance, [3, 12, 2], 17, 'exact')).toBe(59);
    expect(indexTenths(balance, [0, 0, 0], 0, 'published')).toBeNull();
  });

  it('of_the_watcher_kind_lies_between_0_and_100', () => {
    const weights = Object.values(indexKinds.watcher.weights(['a', 'b', 'c', 'd', 'e'], given));
    expect(weights).toEqual([1, 0.75, 0.5, 0.25, 0]);
    // Published shares 2.6/20.4/51.0/22.2/3.8 give 48.95; the source prints 48.9: from unrounded shares, or cut.
    const counts = [26, 204, 510, 222, 38];
    expect(indexTenths(weights, counts, 1000, 'exact')).toBe(490);
    expect(indexTenths(weights, [0, 0, 9, 0, 0], 9, 'exact')).toBe(500);
  });

  it('of_the_double_weight_kind_and_of_own_weights', () => {
    const double = Object.values(indexKinds.double.weights(['a', 'b', 'c', 'd', 'e'], given));
    // ((2·4 + 3) − (2·1 + 2)) ÷ 2 ÷ 12 × 100 = 29.17
    expect(indexTenths(double, [4, 3, 2, 2, 1], 12, 'exact')).toBe(292);
    const own = indexKinds.weights.weights(['x', 'y'], { ...given, weights: { x: 3, y: -1 } });
    expect(own).toEqual({ x: 3, y: -1 });
  });

  it('pooled_equals_the_index_of_the_parts_added_up__exactly', () => {
    const part = fc.tuple(fc.nat(400), fc.nat(400), fc.nat(400));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const sum = [0, 1, 2].map((at) => parts.reduce((all, one) => all + (one[at] ?? 0), 0));
        const n = sum.reduce((all, one) => all + one, 0);
        fc.pre(n > 0);
        // The weighted mean of the parts' exact indexes, weights the numbers of answers.
        const pooled = parts.reduce((all, [a = 0, , c = 0]) => all + (a - c), 0) / n;
        expect(indexTenths(balance, sum, n, 'exact')).toBe(tenths(pooled * 100));
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('in_both_modes_differs_by_no_more_than_a_tenth', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), fc.nat(300), (a, b, c) => {
        fc.pre(a + b + c > 0);
        const [published = 0, exact = 0] = (['published', 'exact'] as const).map(
          (mode) => indexTenths(balance, [a, b, c], a + b + c, mode) ?? 0,
        );
        expect(Math.abs(published - exact)).toBeLessThanOrEqual(1);
      }),
      { seed: 14, numRuns: 500 },
    );
  });
});

const given = { favourable: [], unfavourable: [] };

interface Quarter {
  readonly rows: readonly (readonly [string, ...number[]])[];
  readonly impliedCounts: Readonly<
    Record<string, { readonly now: number[] | null; readonly outlook: number[] | null }>
  >;
}
interface Published {
  readonly months: readonly {
    readonly month: string;
    readonly di?: number;
    readonly change?: number;
    readonly outlook?: number;
    readonly outlookVsMonth?: number;
    readonly valid?: number;
    readonly rate?: number;
    readonly targets?: Readonly<Record<string, number>>;
    readonly industries?: Readonly<Record<string, number>>;
    readonly items?: Readonly<
      Record<string, { readonly di: number; readonly industries?: Readonly<Record<string, number>> }>
    >;
  }[];
  readonly responsesByIndustry: {
    readonly months: readonly {
      readonly month: string;
      readonly industries: Readonly<
        Record<string, { readonly targets: number; readonly responses: number; readonly rate: number }>
      >;
    }[];
  };
  readonly poolingChecks: {
    readonly rows: readonly {
      readonly month: string;
      readonly item: string;
      readonly published: number;
      readonly pooled: number;
      readonly weights: string;
    }[];
  };
  readonly localSurvey: {
    readonly sourceErrors: readonly string[];
    readonly quarters: Readonly<Record<string, Quarter>>;
  };
}
const published: Published = JSON.parse(
  readFileSync(new URL('lobo-published.json', import.meta.url), 'utf8'),
);
const asTenths = (value: number | undefined): number => tenths(value ?? Number.NaN);

describe('published figures of LOBO', () => {
  it('differ_from_month_to_month_by_the_published_difference', () => {
    const byMonth = new Map(published.months.map((one) => [one.month, one]));
    const previous = (month: string): string => {
      const [year = 0, m = 0] = month.split('-').map(Number);
      return m === 1 ? `${year - 1}-12` : `${year}-${String(m - 1).padStart(2, '0')}`;
    };
    const pairs = published.months.filter(
      ({ month, di, change }) =>
        di !== undefined && change !== undefined && byMonth.get(previous(month))?.di !== undefined,
    );
    expect(pairs.length).toBeGreaterThanOrEqual(15);
    for (const { month, di, change } of pairs) {
      const before = asTenths(byMonth.get(previous(month))?.di);
      expect(difference(asTenths(di), before), month).toBe(asTenths(change));
    }
  });

  it('state_the_outlook_against_the_month_itself_as_published', () => {
    const told = published.months.filter(({ outlookVsMonth }) => outlookVsMonth !== undefined);
    expect(told).toHaveLength(5);
    for (const { month, di, outlook, outlookVsMonth } of told)
      expect(difference(asTenths(outlook), asTenths(di)), month).toBe(asTenths(outlookVsMonth));
  });

  it('state_response_rates_rounded_as_ours', () => {
    for (const { month, targets, valid, rate } of published.months)
      if (rate !== undefined) expect(shareTenths(valid ?? 0, targets?.計 ?? 0), month).toBe(asTenths(rate));
    for (const { month, industries } of published.responsesByIndustry.months)
      for (const [industry, { targets, responses, rate }] of Object.entries(industries))
        expect(shareTenths(responses, targets), `${month} ${industry}`).toBe(asTenths(rate));
  });

  it('are_pooled_answers__the_all_industry_index_is_that_of_all_firms_together', () => {
    const weightsOf = (source: string): Readonly<Record<string, number>> => {
      const [month = '', kind = ''] = source.split(' ');
      if (kind === 'targets') return published.months.find((one) => one.month === month)?.targets ?? {};
      const answers =
        published.responsesByIndustry.months.find((one) => one.month === month)?.industries ?? {};
      return Object.fromEntries(Object.entries(answers).map(([name, { responses }]) => [name, responses]));
    };
    expect(published.poolingChecks.rows).toHaveLength(9);
    for (const { month, item, published: all, pooled, weights } of published.poolingChecks.rows) {
      const own = published.months.find((one) => one.month === month);
      const industries = (item === '業況' ? own?.industries : own?.items?.[item]?.industries) ?? {};
      const firms = weightsOf(weights);
      const names = Object.keys(industries);
      const n = names.reduce((sum, name) => sum + (firms[name] ?? 0), 0);
      const mean = names.reduce((sum, name) => sum + (industries[name] ?? 0) * (firms[name] ?? 0), 0) / n;
      expect(mean, `${month} ${item}`).toBeCloseTo(pooled, 1);
      // Exactly with the month's own numbers of firms, nearly with those of another year.
      expect(Math.abs(mean - all), `${month} ${item}`).toBeLessThan(month === '2004-02' ? 0.05 : 0.25);
    }
  });
});

describe('the published tables of one chamber', () => {
  /** Where a source contradicts itself: quarter, industry, side. Its own percentages give another index. */
  const slips: Readonly<Record<string, { readonly published: number; readonly right: number }>> = {
    '2007Q4 卸売業(総合) outlook': { published: -255, right: -250 },
  };

  it('follow_from_their_counts_in_published_rounding__known_slips_named', () => {
    const met: string[] = [];
    let checked = 0;
    for (const [quarter, { rows, impliedCounts }] of Object.entries(published.localSurvey.quarters))
      for (const [
        industry,
        n = 0,
        ,
        ,
        ,
        di,
        better,
        same,
        worse,
        ,
        outlookDi,
        aheadBetter,
        aheadSame,
        aheadWorse,
      ] of rows)
        for (const [side, index, shares] of [
          ['now', di, [better, same, worse]],
          ['outlook', outlookDi, [aheadBetter, aheadSame, aheadWorse]],
        ] as const) {
          const counts = impliedCounts[industry]?.[side] ?? null;
          if (counts === null) continue;
          const name = `${quarter} ${industry} ${side}`;
          expect(
            counts.map((count) => shareTenths(count, n)),
            name,
          ).toEqual(shares.map(asTenths));
          const slip = slips[name];
          if (slip !== undefined) {
            met.push(name);
            expect(asTenths(index), name).toBe(slip.published);
          }
          expect(indexTenths(balance, counts, n, 'published'), name).toBe(slip?.right ?? asTenths(index));
          checked++;
        }
    expect(checked).toBe(46);
    expect(met).toEqual(Object.keys(slips));
    expect(published.localSurvey.sourceErrors.join()).toContain('-25.5');
  });

  it('are_not_reproduced_by_counting_exactly__so_the_two_modes_matter', () => {
    const manufacturing = published.localSurvey.quarters['2007Q4']?.rows.find(([name]) => name === '製造業');
    expect(indexTenths(balance, [3, 12, 2], 17, 'exact')).not.toBe(asTenths(manufacturing?.[5]));
  });
});
