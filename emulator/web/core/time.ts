/** Times as the pages show them, always in Japan's zone. Japan has had one offset and no summer time since 1952. */
const offset = 9 * 60 * 60 * 1000;
const two = (value: number): string => String(value).padStart(2, '0');

/** `2026/11/24 10:05` of epoch milliseconds. */
export function dateTime(at: number): string {
  const date = new Date(at + offset);
  return `${date.getUTCFullYear()}/${two(date.getUTCMonth() + 1)}/${two(date.getUTCDate())} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

const weekdays = '日月火水木金土';

/** `11月24日（火）10:05`. */
export function clockText(at: number): string {
  const date = new Date(at + offset);
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日（${weekdays[date.getUTCDay()] ?? ''}）${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}
