/**
 * Times as text in Japan's zone. Japan has one zone without summer time, so the offset is a constant and no host
 * zone can move a date by a day.
 */
const offset = 9 * 3_600_000;

function shifted(milliseconds: number): string {
  return new Date(milliseconds + offset).toISOString();
}

/** `2026-11-24`. */
export function dayOf(milliseconds: number): string {
  return shifted(milliseconds).slice(0, 10);
}

/** `2026-11-24T10:05:09+09:00`. */
export function isoOf(milliseconds: number): string {
  return `${shifted(milliseconds).slice(0, 19)}+09:00`;
}

/** `2026-11-24 10:05`, from the text of `isoOf`; other texts come back as they are. */
export function shownTime(iso: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso) ? `${iso.slice(0, 10)} ${iso.slice(11, 16)}` : iso;
}

/** `2026年11月25日 0時30分` for a letter, from the text of `isoOf`; other texts come back as they are. */
export function writtenTime(iso: string): string {
  const [year, month, day, hour, minute] = iso.split(/[-T:]/).map(Number);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(iso)) return iso;
  return `${year}年${month}月${day}日 ${hour}時${minute}分`;
}

/** Epoch milliseconds of an ISO text, null when it is none. */
export function timeOf(iso: string): number | null {
  const parsed = Date.parse(iso);
  return Number.isNaN(parsed) ? null : parsed;
}

/** 年度 as people write it (`R8`), the year beginning on `start` (`MM-DD`); before 令和 the western year. */
export function fiscalYearLabel(day: string, start: string): string {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < start ? 1 : 0);
  return year >= 2019 ? `R${year - 2018}` : String(year);
}
