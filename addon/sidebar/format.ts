/** Numbers, dates and lists as a chamber's staff read them; no dependence on the browser's locale. */

/** `2000` → `2,000`. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `2,000件`. */
export function cases(value: number): string {
  return `${count(value)}件`;
}

/** Bytes as people say them: `1.2 MB`, `640 KB`. */
export function size(bytes: number): string {
  if (bytes < 1_000_000) return `${count(Math.max(1, Math.round(bytes / 1000)))} KB`;
  return `${String(Math.round(bytes / 100_000) / 10)} MB`;
}

/**
 * `2026-11-24 10:05` → `今日 10:05`, `11/20 10:05` within the year of `today` (`YYYY-MM-DD`), otherwise
 * `2025/11/24`. Text of another form comes back as it is.
 */
export function shortTime(at: string, today: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})(?:[ T](\d{2}:\d{2}))?/.exec(at);
  if (parts === null) return at;
  const [, year = '', month = '', day = '', time = ''] = parts;
  const tail = time === '' ? '' : ` ${time}`;
  if (`${year}-${month}-${day}` === today) return `今日${tail}`;
  if (year === today.slice(0, 4)) return `${Number(month)}/${Number(day)}${tail}`;
  return `${year}/${Number(month)}/${Number(day)}`;
}

/** `2026-09-30` → `2026/9/30`; text of another form comes back as it is. */
export function day(date: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return parts === null ? date : `${parts[1]}/${Number(parts[2])}/${Number(parts[3])}`;
}

/** The calendar day of a clock, `YYYY-MM-DD`, in the clerk's own time zone. */
export function dayOf(clock: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${clock.getFullYear()}-${two(clock.getMonth() + 1)}-${two(clock.getDate())}`;
}

/** The day `days` days after a day, both `YYYY-MM-DD`. */
export function dayAfter(date: string, days: number): string {
  const [year = 1970, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, dayOfMonth + days)).toISOString().slice(0, 10);
}

/** A text area with one entry a line (、 and , part entries too) as a list without blanks and repetitions. */
export function listOf(text: string): readonly string[] {
  const entries = text
    .split(/[\n\r、,，]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  return [...new Set(entries)];
}

/** True for an existing day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return false;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(year, month - 1, dayOfMonth);
  return date.getFullYear() === year && date.getMonth() === month - 1 && date.getDate() === dayOfMonth;
}

/** `あと3件` style shortening of a long list: the first `limit` and how many more there are. */
export function firstOf<T>(
  items: readonly T[],
  limit: number,
): { readonly items: readonly T[]; readonly more: number } {
  return { items: items.slice(0, limit), more: Math.max(0, items.length - limit) };
}
