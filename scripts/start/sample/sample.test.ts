import { describe, expect, it } from 'vitest';
import { sampleAnswers, slips } from './answers.ts';
import { corporateNumber } from './business.ts';
import { sampleLedger } from './ledger.ts';

describe('sampleLedger', () => {
  it('rows__twice__are_the_same_and_numbers_keep_their_zeros', () => {
    const rows = sampleLedger(300);
    expect(rows).toEqual(sampleLedger(300));
    expect(rows).toHaveLength(300);
    expect(rows[0]?.事業所番号).toBe('000001');
    expect(new Set(rows.map((row) => row.事業所番号)).size).toBe(300);
  });

  it('addresses_and_numbers__are_reserved_ones__never_those_of_a_real_firm', () => {
    for (const row of sampleLedger(300)) {
      expect(row.メールアドレス).toMatch(/^$|\.example\.jp$/);
      expect(row.電話番号).toMatch(/^03-0000-\d{4}$/);
      if (row.法人番号 !== undefined) expect(row.法人番号).toMatch(/^\d9999\d{8}$/);
    }
  });
});

describe('corporateNumber', () => {
  it('known_example_of_the_tax_agency__gives_its_check_digit', () => {
    expect(corporateNumber('700110005901')).toBe('8700110005901');
  });
});

describe('sampleAnswers', () => {
  it('every_slip__stands_in_its_answer', () => {
    const answers = sampleAnswers(40);
    expect(answers).toHaveLength(40);
    expect(Object.keys(slips).every((index) => Number(index) < 40)).toBe(true);
    expect(answers[7]?.事業所名).toBe('𠮷田屋');
    expect(answers[15]?.事業内容).toMatch(/^=/);
    expect(answers[29]?.事業所名).toBe(answers[2]?.事業所名);
    expect(answers.every((answer) => answer.代表者氏名 && answer.メールアドレス)).toBe(true);
  });
});
