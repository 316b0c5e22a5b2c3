import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { duplicateReasonWords } from '../issue/ja/duplicates.ts';
import { parseDelimited } from '../table/parse.ts';
import { type Likeness, scoreDuplicate } from './duplicate-score.ts';
import { duplicateWeights, likelyDuplicate } from './duplicate-weights.ts';
import { findDuplicates } from './find-duplicates.ts';

const [header = [], ...rows] = parseDelimited(
  readFileSync(new URL('./duplicate-score.cases.csv', import.meta.url), 'utf8'),
).rows;
const cases = rows.map((cells) => {
  const cell = (name: string): string => cells[header.indexOf(name)] ?? '';
  const record = (n: 1 | 2): Likeness => ({
    name: cell(`name${n}`),
    corporateNumber: cell(`corporateNumber${n}`),
    phone: cell(`phone${n}`),
    nameKana: cell(`kana${n}`),
    postalCode: cell(`postal${n}`),
    address: cell(`address${n}`),
    building: cell(`building${n}`),
    representativeName: cell(`representative${n}`),
  });
  return {
    one: record(1),
    other: record(2),
    likely: cell('likely') === 'yes',
    score: Number(cell('score')),
    codes: cell('codes').split(' ').filter(Boolean),
    note: cell('備考'),
  };
});

describe('scoreDuplicate', () => {
  it.each(cases)('$note', ({ one, other, likely, score, codes }) => {
    const found = scoreDuplicate(one, other);
    expect(found.reasons.map((r) => r.code)).toEqual(codes);
    expect(found.score).toBe(score);
    expect(found.score >= likelyDuplicate).toBe(likely);
    expect(scoreDuplicate(other, one)).toEqual(found);
  });

  it('every_reason_has_a_case', () => {
    const met = new Set(cases.flatMap((c) => c.codes));
    expect(Object.keys(duplicateWeights).filter((code) => !met.has(code))).toEqual([]);
  });

  it('every_reason_has_its_words', () => {
    expect(Object.keys(duplicateReasonWords)).toEqual(Object.keys(duplicateWeights));
  });
});

describe('findDuplicates', () => {
  it('finds_every_likely_pair_of_the_cases', () => {
    for (const { one, other, likely, note } of cases) {
      expect(findDuplicates([one, other]).pairs.length, note).toBe(likely ? 1 : 0);
    }
  });

  it('pairs__by_score_then_place_each_once', () => {
    const records = [
      { name: '例示堂', phone: '03-5253-5119' },
      { name: '株式会社見本', phone: '03-5253-5111', postalCode: '1234567' },
      { name: '手本食堂', corporateNumber: '7123456789012' },
      { name: '見本株式会社', phone: '03-5253-5111', postalCode: '1234567' },
      { name: '手本', corporateNumber: '7123456789012' },
    ];
    const { pairs, crowded } = findDuplicates(records);
    expect(pairs.map((p) => [p.first, p.second, p.score])).toEqual([
      [2, 4, 100],
      [1, 3, 73],
    ]);
    expect(pairs[1]?.reasons.map((r) => r.code)).toContain('name.form-position');
    expect(crowded).toEqual([]);
    expect(findDuplicates(records, { threshold: 74 }).pairs).toHaveLength(1);
  });

  it('a_low_threshold__also_compares_by_postal_code_and_the_start_of_the_name', () => {
    const records = [
      { name: '見本製作所', postalCode: '1234567', representativeName: '見本 太郎' },
      { name: '見本制作所', postalCode: '1234567', representativeName: '見本 太郎' },
    ];
    expect(findDuplicates(records, { threshold: 48 }).pairs.map((p) => p.score)).toEqual([48]);
    expect(findDuplicates(records, { threshold: 49 }).compared).toBe(0);
  });

  it('a_number_that_everybody_shares__still_finds_what_is_alike_and_says_so', () => {
    const records = Array.from({ length: 500 }, (_, i) => ({
      name: `見本${String.fromCharCode(0x4e00 + (i % 499))}商会`,
      phone: '03-5253-5111',
      address: `見本市中央${i % 499}-1`,
    }));
    const { pairs, crowded } = findDuplicates(records);
    expect(pairs.map((p) => [p.first, p.second])).toContainEqual([0, 499]);
    expect(crowded).toEqual([{ by: 'phone', key: '0352535111', records: 500 }]);
  });

  it('the_work_grows_with_the_rows__though_names_towns_and_switchboards_repeat', () => {
    const compared = (n: number): number =>
      findDuplicates(
        Array.from({ length: n }, (_, i) => ({
          name: `見本${i % 50}商店`,
          phone: `03-${1000 + Math.floor(i / 20)}-5111`,
          postalCode: '1234567',
          address: `見本市中央${i % 7}-1`,
        })),
      ).compared;
    const small = compared(2000);
    expect(compared(20_000)).toBeLessThanOrEqual(11 * small);
    expect(small).toBeLessThan(2000 * 60);
  });
});
