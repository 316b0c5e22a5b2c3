import { describe, expect, it } from 'vitest';
import {
  circledNumber,
  foldCountedNumbers,
  kanjiNumber,
  readBranched,
  readNumeral,
  romanNumber,
} from './numerals.ts';

describe('numerals', () => {
  it('reads_kanji_numbers_with_units_and_by_position', () => {
    const cases: readonly (readonly [string, number])[] = [
      ['一', 1],
      ['十', 10],
      ['十二', 12],
      ['二十', 20],
      ['百四十三', 143],
      ['千二百五', 1205],
      ['一六〇', 160],
      ['一一', 11],
    ];
    for (const [text, value] of cases) expect(kanjiNumber(text), text).toBe(value);
    expect(kanjiNumber('')).toBeNull();
    expect(kanjiNumber('一円')).toBeNull();
  });

  it('reads_digits_of_both_widths_circles_and_roman', () => {
    expect([readNumeral('12'), readNumeral('１２'), readNumeral('x')]).toEqual([12, 12, null]);
    expect(['①', '⑳', '㉑', '㊿', 'a'].map(circledNumber)).toEqual([1, 20, 21, 50, null]);
    expect(['Ⅳ', 'XII', 'q'].map(romanNumber)).toEqual([4, 12, null]);
  });

  it('reads_branches', () => {
    expect(readBranched('十の二')).toBe('10の2');
    expect(readBranched('60の2の3')).toBe('60の2の3');
    expect(readBranched('十のに')).toBeNull();
  });

  it('folds_numbers_before_counters_only', () => {
    expect(foldCountedNumbers('平成一一年七月一六日法律第八七号')).toBe('平成11年7月16日法律第87号');
    expect(foldCountedNumbers('一般')).toBe('一般');
  });
});
