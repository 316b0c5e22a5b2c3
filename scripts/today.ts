/** The calendar of Japan, whatever the machine's own zone is. */

const hours9 = 9 * 60 * 60 * 1000;

/** Today in Japan, `YYYY-MM-DD`. */
export function todayInJapan(now: number = Date.now()): string {
  return new Date(now + hours9).toISOString().slice(0, 10);
}
