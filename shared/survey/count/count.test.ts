import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SurveyColumn, SurveyColumns } from '../columns.ts';
import { countGroups, countMany, type GroupCounts, numbersOf } from './count.ts';
import { groupNumber } from './cube.ts';

const names = (count: number, of: string) => Array.from({ length: count }, (_, at) => `${of}${at}`);
const choice = (options: readonly string[], codes: readonly number[]): SurveyColumn => ({
  kind: 'choice',
  options,
  codes: Int16Array.from(codes),
});

function columnsOf(columns: Readonly<Record<string, SurveyColumn>>, rows: number): SurveyColumns {
  return { rows, columns: new Map(Object.entries(columns)) };
}

/** Five businesses: trade, size; the last one has no size, the fourth did not answer the question. */
const small = columnsOf(
  {
    業種: choice(['建設業', '製造業'], [0, 0, 1, 1, 1]),
    規模: choice(['小', '大'], [0, 1, 0, 1, -1]),
    業況: choice(['好転', '不変', '悪化'], [0, 2, 2, -1, 1]),
    課題: {
      kind: 'choices',
      options: ['人手', '原材料', '需要'],
      bits: Uint32Array.from([0b101, 0b001, 0, 0b111, 0b010]),
      answered: Uint8Array.from([1, 1, 1, 0, 1]),
    },
    売上: { kind: 'number', values: Float64Array.from([30, 10, Number.NaN, 20, 10]) },
  },
  5,
);

/** Counts of one group. */
function of(counts: GroupCounts, group: readonly number[]) {
  const at = groupNumber({ strides: stridesOf(counts) }, group);
  const width = counts.options.length;
  return {
    n: counts.n[at],
    weighted: counts.weightedN[at],
    counts: [...counts.counts.subarray(at * width, (at + 1) * width)],
  };
}

function stridesOf({ by, groups }: Pick<GroupCounts, 'by' | 'groups'>): readonly number[] {
  return by.map((_, dimension) =>
    groups.findIndex((group) => group.every((option, at) => option === (at === dimension ? 0 : -1))),
  );
}

describe('countGroups', () => {
  const cases: readonly { by: string[]; group: number[]; n: number; counts: number[] }[] = [
    { by: [], group: [], n: 4, counts: [1, 1, 2] },
    { by: ['業種'], group: [-1], n: 4, counts: [1, 1, 2] },
    { by: ['業種'], group: [0], n: 2, counts: [1, 0, 1] },
    { by: ['業種'], group: [1], n: 2, counts: [0, 1, 1] },
    { by: ['業種', '規模'], group: [-1, -1], n: 4, counts: [1, 1, 2] },
    // The business without a size counts in the total of its trade and in no size.
    { by: ['業種', '規模'], group: [1, -1], n: 2, counts: [0, 1, 1] },
    { by: ['業種', '規模'], group: [1, 0], n: 1, counts: [0, 0, 1] },
    { by: ['業種', '規模'], group: [1, 1], n: 0, counts: [0, 0, 0] },
    { by: ['規模', '業種'], group: [-1, 0], n: 2, counts: [1, 0, 1] },
  ];
  for (const { by, group, n, counts } of cases)
    it(`業況__by_${by.join('_') || 'nothing'}__group_${group.join('_') || 'all'}`, () => {
      expect(of(countGroups(small, '業況', by), group)).toEqual({ n, weighted: n, counts });
    });

  it('several_options__none_of_them_is_an_answer_and_no_answer_is_none', () => {
    const counted = countGroups(small, '課題', ['業種']);
    expect(of(counted, [-1])).toEqual({ n: 4, weighted: 4, counts: [2, 1, 1] });
    expect(of(counted, [0])).toEqual({ n: 2, weighted: 2, counts: [2, 0, 1] });
    expect(of(counted, [1])).toEqual({ n: 2, weighted: 2, counts: [0, 1, 0] });
  });

  it('weights__count_beside_the_unweighted_n', () => {
    const weights = Float64Array.from([2, 0.5, 1, 9, 3]);
    expect(of(countGroups(small, '業況', ['業種'], weights), [-1])).toEqual({
      n: 4,
      weighted: 6.5,
      counts: [2, 3, 1.5],
    });
    expect(of(countGroups(small, '課題', [], weights), [])).toEqual({
      n: 4,
      weighted: 6.5,
      counts: [2.5, 3, 2],
    });
  });

  it('option_number_32__is_counted', () => {
    const all = columnsOf(
      {
        課題: {
          kind: 'choices',
          options: names(32, 'o'),
          bits: Uint32Array.from([2 ** 31, 2 ** 32 - 1]),
          answered: Uint8Array.from([1, 1]),
        },
      },
      2,
    );
    expect(of(countGroups(all, '課題', []), []).counts).toEqual([...Array(31).fill(1), 2]);
  });

  it('broken_promises__are_refused', () => {
    const wrong = columnsOf({ 業種: choice(['建設業'], [0, 1]) }, 2);
    expect(() => countGroups(wrong, '業種', [])).toThrow(RangeError);
    expect(() => countGroups(columnsOf({ 業種: choice(['建設業'], [0, -2]) }, 2), '業種', [])).toThrow(
      RangeError,
    );
    expect(() => countGroups(small, '売上', [])).toThrow(TypeError);
    expect(() => countGroups(small, '業況', ['売上'])).toThrow(TypeError);
    expect(() => countGroups(small, '業況', ['業種'], new Float64Array(3))).toThrow(RangeError);
  });
});

describe('countMany', () => {
  /** Random columns; enough rows that questions are counted jointly. */
  const inputs = fc.record({
    rows: fc.integer({ min: 0, max: 400 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
    questions: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 7 }),
    dimensions: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
    weighted: fc.boolean(),
  });

  it('random_columns__as_counting_row_by_row', () => {
    fc.assert(
      fc.property(inputs, ({ rows, seed, questions, dimensions, weighted }) => {
        let state = seed;
        const next = (below: number): number => {
          state = (state * 48271) % 2147483647;
          return state % below;
        };
        const random = (options: number) =>
          choice(
            names(options, 'o'),
            Array.from({ length: rows }, () => next(options + 1) - 1),
          );
        const made = Object.fromEntries([
          ...dimensions.map((options, at) => [`d${at}`, random(options)] as const),
          ...questions.map((options, at) => [`q${at}`, random(options)] as const),
        ]);
        const columns = columnsOf(made, rows);
        const by = dimensions.map((_, at) => `d${at}`);
        const weights = weighted ? Float64Array.from({ length: rows }, () => next(4) / 2) : undefined;
        const counted = countMany(
          columns,
          questions.map((_, at) => `q${at}`),
          by,
          weights,
        );
        const code = (key: string, row: number): number => {
          const column = columns.columns.get(key);
          return column?.kind === 'choice' ? (column.codes[row] ?? -1) : -1;
        };
        for (const [key, { groups, options, n, counts, weightedN }] of counted)
          groups.forEach((group, at) => {
            const expected = options.map(() => 0);
            let [plain, sum] = [0, 0];
            for (let row = 0; row < rows; row++) {
              const answer = code(key, row);
              if (answer < 0 || !group.every((option, d) => option < 0 || option === code(`d${d}`, row)))
                continue;
              const weight = weights?.[row] ?? 1;
              plain++;
              sum += weight;
              expected[answer] = (expected[answer] ?? 0) + weight;
            }
            expect([
              n[at],
              weightedN[at],
              ...counts.subarray(at * options.length, (at + 1) * options.length),
            ]).toEqual([plain, sum, ...expected]);
          });
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});

describe('numbersOf', () => {
  it('values__sorted_by_group_and_none_for_no_answer', () => {
    const { groups, values } = numbersOf(small, '売上', ['業種', '規模']);
    const found = Object.fromEntries(groups.map((group, at) => [group.join(), [...(values[at] ?? [])]]));
    expect(found).toEqual({
      '-1,-1': [10, 10, 20, 30],
      '-1,0': [30],
      '-1,1': [10, 20],
      '0,-1': [10, 30],
      '0,0': [30],
      '0,1': [10],
      '1,-1': [10, 20],
      '1,0': [],
      '1,1': [20],
    });
  });
});
