/** Days of the calendar as whole numbers, so that days can be counted without a clock or a time zone. */
import { daysInMonth } from './japanese-date.ts';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days from 1970-01-01 to a `YYYY-MM-DD`; NaN for a day that there is not. */
export function dayNumber(day: string): number {
  const found = form.exec(day);
  if (found === null) return Number.NaN;
  const [year, month, date] = [Number(found[1]), Number(found[2]), Number(found[3])];
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return Number.NaN;
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

/** The `YYYY-MM-DD` of a day number. */
export function dayOf(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

/** `2026年9月30日`, for letters and mails. */
export function writtenDay(day: string): string {
  const found = form.exec(day);
  return found === null ? day : `${Number(found[1])}年${Number(found[2])}月${Number(found[3])}日`;
}
