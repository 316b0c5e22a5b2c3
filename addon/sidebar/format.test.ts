import { describe, expect, it } from 'vitest';
import { cases, count, dayAfter, dayOf, firstOf, isDay, listOf, shortTime } from './format.ts';

describe('count', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [2000, '2,000'],
    [1234567, '1,234,567'],
  ])('%i__reads__%s', (value, text) => {
    expect(count(value)).toBe(text);
    expect(cases(value)).toBe(`${text}件`);
  });
});

describe('shortTime', () => {
  it.each([
    ['2026-11-24 10:05', '今日 10:05'],
    ['2026-11-04 09:00', '11/4 09:00'],
    ['2025-12-31 23:59', '2025/12/31'],
    ['2026-11-24', '今日'],
    ['きのう', 'きのう'],
    ['', ''],
  ])('%s__on_24_November_2026__reads_%s', (at, text) => {
    expect(shortTime(at, '2026-11-24')).toBe(text);
  });
});

describe('isDay', () => {
  it.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-1-1', false],
    ['', false],
  ])('%s__is_a_day__%s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});

describe('dayOf', () => {
  it('evening_of_new_years_eve__is_still_that_day', () => {
    expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  });
});

describe('listOf', () => {
  it('lines_with_blanks_commas_and_repetitions__become_a_clean_list', () => {
    expect(listOf('商業部会\r\n 工業部会 \n\n商業部会、サービス業部会,建設部会')).toEqual([
      '商業部会',
      '工業部会',
      'サービス業部会',
      '建設部会',
    ]);
  });
});

describe('firstOf', () => {
  it('longer_list__says_how_many_are_left', () => {
    expect(firstOf([1, 2, 3], 2)).toEqual({ items: [1, 2], more: 1 });
    expect(firstOf([1], 2)).toEqual({ items: [1], more: 0 });
  });
});

describe('dayAfter', () => {
  it.each([
    ['2026-11-24', 30, '2026-12-24'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
  ])('%s and %i days', (date, days, wanted) => {
    expect(dayAfter(date, days)).toBe(wanted);
  });
});
