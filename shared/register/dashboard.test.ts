import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerState,
  consentShare,
  type LevyAmount,
  levyCheck,
  perMille,
  type RegisterRow,
  registerDeadline,
  registerSummary,
} from './dashboard.ts';

const row = (more: Partial<RegisterRow> = {}): RegisterRow => ({
  asked: true,
  answer: 'none',
  operatingStatus: '',
  undeliverable: false,
  tokusho: 'yes',
  ...more,
});
const options = { fiscalYearStart: '04-01', today: '2026-09-01' };

describe('the state of one business', () => {
  it.each([
    [{}, 'unanswered'],
    [{ undeliverable: true }, 'undeliverable'],
    [{ undeliverable: true, answer: 'unchanged' }, 'unchanged'],
    [{ answer: 'changed' }, 'changed'],
    [{ answer: 'changed', operatingStatus: 'suspended' }, 'changed'],
    [{ answer: 'changed', operatingStatus: 'closed' }, 'gone'],
    [{ answer: 'changed', operatingStatus: 'moved' }, 'gone'],
    [{ answer: 'held', operatingStatus: 'closed' }, 'held'],
    [{ operatingStatus: 'closed' }, 'unanswered'],
  ] as const)('%j → %s', (more, expected) => {
    expect(answerState(row(more))).toBe(expected);
  });
});

describe('S11: the register on 1 September', () => {
  const times = (count: number, more: Partial<RegisterRow>) => Array.from({ length: count }, () => row(more));
  const rows = [
    ...times(400, {}),
    ...times(30, { undeliverable: true, tokusho: 'unknown' }),
    ...times(500, { answer: 'unchanged' }),
    ...times(50, { answer: 'changed' }),
    ...times(9, { answer: 'held' }),
    ...times(11, { answer: 'changed', operatingStatus: 'closed', tokusho: 'no' }),
    ...times(77, { asked: false, answer: 'changed', tokusho: 'no' }),
  ];

  it('counts_those_asked_once_each', () => {
    const summary = registerSummary(rows, options);
    expect(summary).toMatchObject({
      asked: 1000,
      answered: 570,
      answeredPerMille: 570,
      states: { unanswered: 400, undeliverable: 30, unchanged: 500, changed: 50, held: 9, gone: 11 },
      tokusho: { yes: 959, no: 88, unknown: 30 },
    });
    expect(summary.deadline.daysLeft).toBe(29);
  });

  it('property__the_states_add_up', () => {
    const any = fc.record({
      asked: fc.boolean(),
      answer: fc.constantFrom('none', 'unchanged', 'changed', 'held'),
      operatingStatus: fc.constantFrom('', 'operating', 'suspended', 'closed', 'moved'),
      undeliverable: fc.boolean(),
      tokusho: fc.constantFrom('yes', 'no', 'unknown'),
    });
    fc.assert(
      fc.property(fc.array(any), (list) => {
        const summary = registerSummary(list, options);
        const sum = Object.values(summary.states).reduce((a, b) => a + b, 0);
        expect(sum).toBe(list.filter((one) => one.asked).length);
        expect(summary.asked).toBe(sum);
      }),
      { seed: 5 },
    );
  });

  it('with_nobody_asked__has_no_rate', () => {
    expect(registerSummary([], options)).toMatchObject({ asked: 0, answered: 0, answeredPerMille: null });
  });
});

describe('a rate', () => {
  it.each([
    [1, 3, 333],
    [2, 3, 667],
    [1, 2000, 1],
    [1, 2001, 0],
    [7, 7, 1000],
    [0, 5, 0],
  ])('%i of %i → %i', (part, whole, expected) => {
    expect(perMille(part, whole)).toBe(expected);
  });
});

describe('the deadline of 法10条5項', () => {
  it.each([
    ['04-01', '2026-09-01', '2026-09-30', 29, 0, '2027-09-30'],
    ['04-01', '2026-09-30', '2026-09-30', 0, 0, '2027-09-30'],
    ['04-01', '2026-10-01', '2026-09-30', 0, 1, '2027-09-30'],
    ['04-01', '2027-03-31', '2026-09-30', 0, 182, '2027-09-30'],
    ['04-01', '2027-04-01', '2027-09-30', 182, 0, '2028-09-30'],
    ['01-01', '2026-01-01', '2026-06-30', 180, 0, '2027-06-30'],
    ['10-01', '2027-03-01', '2027-03-31', 30, 0, '2028-03-31'],
    ['09-01', '2027-02-01', '2027-02-28', 27, 0, '2028-02-29'],
    ['08-31', '2026-09-01', '2027-02-28', 180, 0, '2028-02-29'],
    ['04-16', '2026-04-16', '2026-10-15', 182, 0, '2027-10-15'],
  ])('year from %s, today %s → %s', (start, today, lastDay, daysLeft, daysOver, nextLastDay) => {
    expect(registerDeadline(start, today)).toMatchObject({ lastDay, daysLeft, daysOver, nextLastDay });
  });
});

type LevyCase = [
  parts: (readonly [count: number, amount: number])[],
  high: number,
  low: number,
  remark: string,
];

describe('the levy of 令4条3号', () => {
  const levies = (...parts: readonly (readonly [count: number, amount: number | null])[]): LevyAmount[] =>
    parts.flatMap(([count, amount], p) =>
      Array.from({ length: count }, (_unused, i) => ({ businessNumber: `${p}-${i}`, name: '見本', amount })),
    );

  it('60_at_1000_and_40_at_3000__3000_is_too_high', () => {
    const check = levyCheck(levies([60, 1000], [40, 3000]));
    expect(check).toMatchObject({
      count: 100,
      total: 180_000,
      average: 1800,
      highest: 2700,
      lowest: 900,
      tooLow: [],
    });
    expect(check.tooHigh).toHaveLength(40);
    expect(check.tooHigh[0]).toEqual({ businessNumber: '1-0', name: '見本', amount: 3000 });
  });

  it.each([
    [[[50, 2000]], 0, 0, 'equal amounts'],
    [[[3, 1]], 0, 0, 'equal at one yen'],
    [[[5, 0]], 0, 0, 'nothing from anyone'],
    [
      [
        [1, 1000],
        [1, 3000],
      ],
      0,
      0,
      'exactly half and one and a half of 2000',
    ],
    [
      [
        [1, 999],
        [1, 3001],
      ],
      1,
      1,
      'one yen past both',
    ],
    [
      [
        [2, 1000],
        [1, 1999],
      ],
      0,
      0,
      'highest 1999.5',
    ],
    [
      [
        [2, 1000],
        [1, 2001],
      ],
      1,
      0,
      'highest 2000.5',
    ],
    [
      [
        [1, 0],
        [9, 1000],
      ],
      0,
      1,
      'one let off',
    ],
    [
      [
        [1, 100],
        [2, 250],
      ],
      0,
      0,
      'exactly half of 200',
    ],
    [
      [
        [1, 99],
        [2, 250],
      ],
      0,
      1,
      'limit 99.83',
    ],
    [[], 0, 0, 'nobody'],
  ] as LevyCase[])('%j → %i too high, %i too low (%s)', (parts, high, low) => {
    const check = levyCheck(levies(...parts));
    expect([check.tooHigh.length, check.tooLow.length]).toEqual([high, low]);
  });

  it('names_those_without_a_usable_amount', () => {
    const check = levyCheck(levies([2, 1000], [1, null], [1, 0.5], [1, -1]));
    expect(check.missing.map((one) => one.amount)).toEqual([null, 0.5, -1]);
    expect(check.count).toBe(2);
  });

  it('property__agrees_with_the_rule_multiplied_out', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 40 }),
        (list) => {
          const check = levyCheck(list.map((amount, i) => ({ businessNumber: String(i), name: '', amount })));
          const [n, total] = [BigInt(list.length), list.reduce((sum, amount) => sum + BigInt(amount), 0n)];
          expect(check.tooHigh.length).toBe(
            list.filter((amount) => 2n * n * BigInt(amount) > 3n * total).length,
          );
          expect(check.tooLow.length).toBe(list.filter((amount) => 2n * n * BigInt(amount) < total).length);
        },
      ),
      { seed: 8 },
    );
  });
});

describe('consents against 過半数', () => {
  it.each([
    [51, 0, 100, true, true, 0],
    [50, 0, 100, false, false, 1],
    [50, 1, 100, true, false, 0],
    [50, 0, 99, true, true, 0],
    [49, 0, 99, false, false, 1],
    [0, 0, 0, false, false, 1],
    [1, 0, 1, true, true, 0],
  ])('%i explicit and %i tacit of %i', (explicit, tacit, total, isMajority, isMajorityExplicitly, short) => {
    const share = consentShare({ explicit, tacit, total });
    expect(share).toMatchObject({ explicit, tacit, total, isMajority, isMajorityExplicitly, short });
  });
});
