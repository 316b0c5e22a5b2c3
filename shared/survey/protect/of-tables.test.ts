import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SurveyColumns } from '../columns.ts';
import { countGroups } from '../count/count.ts';
import { type Nesting, nestingOf, type ProtectedTables, protectTables } from './of-tables.ts';
import { spanOf } from './testing.ts';

const trades = ['建設業', '製造業', '卸売業', '小売業', 'サービス業'];

/** One row a business: [chamber, trade], −1 for no answer. Chambers 0 and 1 lie in prefecture 0, 2 in 1, 3 in 2; 0 and 1 in block 0. */
type Firm = readonly [chamber: number, trade: number];
const prefectureOf = [0, 0, 1, 2];
const blockOf = [0, 0, 1];

function columnsOf(firms: readonly Firm[]): SurveyColumns {
  const prefecture = firms.map(([chamber]) => prefectureOf[chamber] ?? -1);
  const choice = (options: readonly string[], codes: readonly number[]) => ({
    kind: 'choice' as const,
    options,
    codes: Int16Array.from(codes),
  });
  return {
    rows: firms.length,
    columns: new Map([
      [
        '会議所',
        choice(
          ['甲', '乙', '丙', '丁'],
          firms.map(([chamber]) => chamber),
        ),
      ],
      ['都道府県', choice(['東県', '西県', '南県'], prefecture)],
      [
        'ブロック',
        choice(
          ['北', '南'],
          prefecture.map((one) => blockOf[one] ?? -1),
        ),
      ],
      [
        '業種',
        choice(
          trades,
          firms.map(([, trade]) => trade),
        ),
      ],
      [
        '業況',
        choice(
          ['好転', '不変', '悪化'],
          firms.map((_, at) => at % 3),
        ),
      ],
    ]),
  };
}

const allTables: readonly (readonly string[])[] = [
  [],
  ['業種'],
  ['ブロック'],
  ['都道府県', '業種'],
  ['会議所'],
  ['会議所', '業種'],
  ['ブロック', '会議所'],
];

const nestingsOf = (columns: SurveyColumns): readonly Nesting[] =>
  [nestingOf(columns, '会議所', '都道府県'), nestingOf(columns, '都道府県', 'ブロック')].flatMap((found) =>
    found === undefined ? [] : [found],
  );

function protectedOf(firms: readonly Firm[], tables = allTables, earlier?: ProtectedTables['shown']) {
  const columns = columnsOf(firms);
  return protectTables({
    tables: tables.map((by) => countGroups(columns, '業況', by)),
    nesting: nestingsOf(columns),
    minN: 3,
    ...(earlier === undefined ? {} : { earlier }),
  });
}

/** Firms of a group, as a reader would have to know them. */
const members = (columns: SurveyColumns, by: readonly string[], group: readonly number[]): number[] =>
  Array.from({ length: columns.rows }, (_, row) => {
    const inside = by.every((key, at) => {
      const column = columns.columns.get(key);
      return group[at] === -1 || (column?.kind === 'choice' && column.codes[row] === group[at]);
    });
    return inside ? 1 : 0;
  });

/** Sets of firms (of `all`, the answers of the edition being the first of them) that an edition shows and hides. */
function setsOf(all: readonly Firm[], edition: readonly Firm[], found: ProtectedTables, tables = allTables) {
  const columns = columnsOf(edition);
  const shown: number[][] = [];
  const secret: { name: string; set: number[] }[] = [];
  for (const by of tables)
    for (const group of countGroups(columns, '業況', by).groups) {
      const set = [...members(columns, by, group), ...all.slice(edition.length).map(() => 0)];
      const n = set.reduce((sum, one) => sum + one, 0);
      if (n === 0) continue;
      const name = `${by.join()} ${group.join()} of ${edition.length}`;
      if (found.why(by, group) === undefined) shown.push(set);
      if (n < 3 || found.why(by, group) !== undefined) secret.push({ name, set });
    }
  return { shown, secret };
}

/** A firm alone and every pair of firms, as sets. */
const singlesAndPairs = (all: readonly Firm[]) =>
  all.flatMap((_, a) =>
    all.slice(a).map((__, more) => ({
      name: `firms ${a} and ${a + more}`,
      set: all.map((___, at) => (at === a || at === a + more ? 1 : 0)),
    })),
  );

/**
 * What leaks, without any of our sums: every shown group is a set of firms; a set can be computed when it is a combination of
 * shown sets.
 */
function leaking(firms: readonly Firm[], found: ProtectedTables, tables = allTables): readonly string[] {
  const { shown, secret } = setsOf(firms, firms, found, tables);
  const asked = spanOf(shown, firms.length);
  const all = firms.length > 40 ? secret : [...secret, ...singlesAndPairs(firms)];
  return all.filter(({ set }) => asked(set)).map(({ name }) => name);
}

const many = (chamber: number, trade: number, count: number): Firm[] =>
  Array.from({ length: count }, () => [chamber, trade] as const);

describe('protectTables', () => {
  it('S15__wholesale_with_two__hidden_with_one_more_and_its_own_kind_elsewhere', () => {
    const firms = [
      ...[0, 1, 2, 3].flatMap((chamber) => [0, 1, 3, 4].flatMap((trade) => many(chamber, trade, 5 + trade))),
      ...many(0, 2, 2),
      ...many(1, 2, 9),
      ...many(2, 2, 4),
      ...many(3, 2, 6),
    ];
    const found = protectedOf(firms);
    expect(found.why(['会議所', '業種'], [0, 2])).toBe('small');
    const alsoHidden = [0, 1, 3, 4].filter(
      (trade) => found.why(['会議所', '業種'], [0, trade]) !== undefined,
    );
    expect(alsoHidden).toEqual([0]);
    expect(found).toMatchObject({ small: 1, complement: 3, recoverable: [] });
    expect(leaking(firms, found)).toEqual([]);
  });

  it('one_chamber_alone__the_next_smallest_trade_goes_with_the_small_one', () => {
    const firms = [...many(0, 0, 4), ...many(0, 1, 6), ...many(0, 2, 2), ...many(0, 3, 5)];
    const found = protectedOf(firms, [[], ['業種']]);
    expect([0, 1, 2, 3, 4].map((trade) => found.why(['業種'], [trade]))).toEqual([
      'complement',
      undefined,
      'small',
      undefined,
      undefined,
    ]);
    expect(found.why([], [])).toBeUndefined();
  });

  it('firm_without_a_trade__cannot_be_subtracted_from_the_total', () => {
    const firms: Firm[] = [...many(0, 0, 4), ...many(0, 1, 6), [0, -1]];
    const found = protectedOf(firms, [[], ['業種']]);
    expect(found).toMatchObject({ small: 0, complement: 1 });
    expect(leaking(firms, found, [[], ['業種']])).toEqual([]);
  });

  it('chamber_named_in_two_tables__is_one_cell', () => {
    const found = protectedOf([...many(0, 0, 2), ...many(1, 0, 4), ...many(2, 0, 9)]);
    expect(found.why(['会議所'], [0])).toBe('small');
    expect(found.why(['ブロック', '会議所'], [0, 0])).toBe('small');
    expect(found.why(['ブロック', '会議所'], [-1, 0])).toBe('small');
    // A chamber in a block it does not lie in is nothing, and hides nothing.
    expect(found.why(['ブロック', '会議所'], [1, 0])).toBeUndefined();
  });

  it('all_cells_below_the_threshold__all_hidden', () => {
    const found = protectedOf([...many(0, 0, 1), ...many(0, 1, 1)], [[], ['業種']]);
    expect(found).toMatchObject({ small: 3, complement: 0 });
  });

  it('nothing_small__nothing_hidden_and_empty_groups_are_shown', () => {
    const found = protectedOf([...many(0, 0, 3), ...many(1, 0, 3), ...many(2, 1, 3)], [['会議所', '業種']]);
    expect(found).toMatchObject({ small: 0, complement: 0 });
    expect(found.why(['会議所', '業種'], [3, 4])).toBeUndefined();
  });

  it('edition_after_a_late_answer__does_not_give_the_late_firm_away', () => {
    const before = [...many(0, 0, 5), ...many(0, 1, 6), ...many(0, 3, 7)];
    const first = protectedOf(before, [[], ['業種']]);
    expect(first).toMatchObject({ small: 0, complement: 0 });
    const second = protectedOf([...before, [0, 0]], [[], ['業種']], first.shown);
    expect(second.why(['業種'], [0])).toBe('complement');
    expect(second.why([], [])).toBe('complement');
    expect(second.why(['業種'], [1])).toBeUndefined();
    expect(second.recoverable).toEqual([]);
  });

  it('edition_after_late_answers__does_not_open_what_the_first_one_hid', () => {
    const before = [...many(0, 0, 2), ...many(0, 1, 4), ...many(0, 3, 7)];
    const first = protectedOf(before, [[], ['業種']]);
    expect(first.why(['業種'], [0])).toBe('small');
    expect(first.why(['業種'], [1])).toBe('complement');
    // Three more in 建設業: it is large enough now, but 製造業, unchanged, would tell what it was.
    const second = protectedOf([...before, ...many(0, 0, 3)], [[], ['業種']], first.shown);
    expect(second.why(['業種'], [1])).toBe('complement');
    expect(second.recoverable).toEqual([]);
  });

  it('random_answers__no_hidden_group_no_firm_and_no_pair_of_firms_can_be_computed', () => {
    const firm: fc.Arbitrary<Firm> = fc.tuple(
      fc.constantFrom(0, 0, 1, 1, 2, 3, -1),
      fc.constantFrom(0, 0, 0, 1, 1, 2, -1),
    );
    fc.assert(
      fc.property(fc.array(firm, { minLength: 3, maxLength: 22 }), (firms) => {
        const found = protectedOf(firms);
        expect(found.recoverable).toEqual([]);
        expect(leaking(firms, found)).toEqual([]);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('random_late_answers__two_editions_together_give_no_firm_away', () => {
    const firm: fc.Arbitrary<Firm> = fc.tuple(
      fc.constantFrom(0, 0, 1, 2, 3),
      fc.constantFrom(0, 0, 0, 1, 1, -1),
    );
    const editions = fc.record({
      before: fc.array(firm, { minLength: 3, maxLength: 24 }),
      late: fc.array(firm, { minLength: 1, maxLength: 5 }),
    });
    const tables = [[], ['業種'], ['都道府県', '業種'], ['会議所', '業種']];
    fc.assert(
      fc.property(editions, ({ before, late }) => {
        const all = [...before, ...late];
        const first = protectedOf(before, tables);
        const second = protectedOf(all, tables, first.shown);
        expect(second.recoverable).toEqual([]);
        const shown = [setsOf(all, before, first, tables), setsOf(all, all, second, tables)].flatMap(
          (sets) => sets.shown,
        );
        const asked = spanOf(shown, all.length);
        const small = setsOf(all, all, second, tables).secret.filter(
          ({ set }) => set.filter((one) => one === 1).length < 3,
        );
        for (const { name, set } of [...singlesAndPairs(all), ...small])
          expect(asked(set) ? name : '').toBe('');
      }),
      { numRuns: 25, seed: 5 },
    );
  });
});
