/** Japan's days and 年度, whatever zone the host is in. */
import { describe, expect, it } from 'vitest';
import { dayOf, fiscalYearLabel, isoOf, shownTime, timeOf, writtenTime } from './time.ts';

describe('time', () => {
  it.each([
    ['2026-11-24T00:00:00+09:00', '2026-11-24'],
    ['2026-11-23T15:00:00Z', '2026-11-24'],
    ['2026-11-24T14:59:59Z', '2026-11-24'],
    ['2026-12-31T15:00:00Z', '2027-01-01'],
  ])('%s is the day %s', (iso, day) => {
    expect(dayOf(Date.parse(iso))).toBe(day);
  });

  it('isoOf__read_back__is_the_same_second', () => {
    const at = Date.parse('2026-11-24T10:05:09+09:00');
    expect(isoOf(at)).toBe('2026-11-24T10:05:09+09:00');
    expect(timeOf(isoOf(at))).toBe(at);
    expect(shownTime(isoOf(at))).toBe('2026-11-24 10:05');
    expect(shownTime('いつか')).toBe('いつか');
    expect(writtenTime('2026-11-25T00:30:00+09:00')).toBe('2026年11月25日 0時30分');
    expect(writtenTime('いつか')).toBe('いつか');
    expect(timeOf('いつか')).toBeNull();
  });

  it.each([
    ['2026-03-31', '04-01', 'R7'],
    ['2026-04-01', '04-01', 'R8'],
    ['2027-03-31', '04-01', 'R8'],
    ['2026-01-01', '01-01', 'R8'],
    ['2019-03-31', '04-01', '2018'],
  ])('%s with the year from %s is %s', (day, start, label) => {
    expect(fiscalYearLabel(day, start)).toBe(label);
  });
});
