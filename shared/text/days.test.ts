import { describe, expect, it } from 'vitest';
import { dayNumber, dayOf, writtenDay } from './days.ts';

describe('days', () => {
  it('are_counted_from_1970_and_read_back', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2026-09-30') - dayNumber('2026-09-01')).toBe(29);
    for (const day of ['2024-02-29', '2026-12-31', '1969-12-31']) expect(dayOf(dayNumber(day))).toBe(day);
  });
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-4-1', '2026-04-31', ''])('%j_is_no_day', (day) => {
    expect(dayNumber(day)).toBeNaN();
  });
  it('are_written_out', () => {
    expect(writtenDay('2026-09-05')).toBe('2026年9月5日');
    expect(writtenDay('未定')).toBe('未定');
  });
});
