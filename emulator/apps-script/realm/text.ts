/** Text helpers of the realm: log lines, `Utilities.formatString`, `Utilities.formatDate`. */
import { refusal } from './face.ts';

function plain(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value === 'object' && value !== null) {
    const json = JSON.stringify(value);
    return json === '{}' || json === undefined ? String(value) : json;
  }
  return String(value);
}

/** printf subset of `Utilities.formatString`: `%s %d %i %f %x %e %%` with flags, width and precision. */
export function formatString(template: string, args: readonly unknown[]): string {
  let next = 0;
  return template.replace(
    /%(?:(%)|([-+0 ]*)(\d+)?(?:\.(\d+))?([sdifxXeo]))/g,
    (_all, percent, flags, width, precision, kind) => {
      if (percent !== undefined) return '%';
      const value = args[next];
      next += 1;
      let body: string;
      if (kind === 's')
        body = String(value).slice(0, precision === undefined ? undefined : Number(precision));
      else if (kind === 'd' || kind === 'i') body = String(Math.trunc(Number(value)));
      else if (kind === 'f') body = Number(value).toFixed(precision === undefined ? 6 : Number(precision));
      else if (kind === 'e')
        body = Number(value).toExponential(precision === undefined ? 6 : Number(precision));
      else if (kind === 'o') body = Math.trunc(Number(value)).toString(8);
      else body = Math.trunc(Number(value)).toString(16);
      if (kind === 'X') body = body.toUpperCase();
      if (kind !== 's' && String(flags).includes('+') && !body.startsWith('-')) body = `+${body}`;
      const size = Number(width ?? 0);
      if (String(flags).includes('-')) return body.padEnd(size);
      if (String(flags).includes('0') && kind !== 's') {
        const sign = /^[+-]/.test(body) ? body.charAt(0) : '';
        return sign + body.slice(sign.length).padStart(size - sign.length, '0');
      }
      return body.padStart(size);
    },
  );
}

/** One line of the log, with a first argument as template when it has placeholders. */
export function formatLog(args: readonly unknown[]): string {
  const [first, ...rest] = args;
  if (typeof first === 'string' && rest.length > 0 && /%[sdifxj]/.test(first))
    return formatString(first, rest);
  return args.map(plain).join(' ');
}

const ZONES: Record<string, number> = {
  'asia/tokyo': 540,
  jst: 540,
  'gmt+9': 540,
  'gmt+09:00': 540,
  'gmt+0900': 540,
  gmt: 0,
  utc: 0,
  'etc/gmt': 0,
};
const WEEK = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const LONG_WEEK = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Java's SimpleDateFormat letters as far as used: `y M d H h m s S E a u Z X`, quotes as literals. */
export function formatDate(date: unknown, zone: string, format: string): string {
  if (!(date instanceof Date) || Number.isNaN(date.getTime())) {
    throw refusal(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  }
  const offset = ZONES[zone.toLowerCase()];
  if (offset === undefined)
    throw refusal(`時間帯 ${zone} はエミュレーターにありません（Asia/Tokyo と UTC だけです）。`);
  const d = new Date(date.getTime() + offset * 60_000);
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  const hhmm = `${pad(Math.floor(offset / 60), 2)}${pad(offset % 60, 2)}`;
  return format.replace(/'((?:[^']|'')*)'|([a-zA-Z])\2*/g, (token: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replace(/''/g, "'");
    const n = token.length;
    switch (token.charAt(0)) {
      case 'y':
      case 'Y':
        return n === 2 ? pad(d.getUTCFullYear() % 100, 2) : pad(d.getUTCFullYear(), n);
      case 'M':
        if (n >= 4) return MONTHS[d.getUTCMonth()] ?? '';
        if (n === 3) return (MONTHS[d.getUTCMonth()] ?? '').slice(0, 3);
        return pad(d.getUTCMonth() + 1, n);
      case 'd':
        return pad(d.getUTCDate(), n);
      case 'H':
        return pad(d.getUTCHours(), n);
      case 'h':
        return pad(d.getUTCHours() % 12 || 12, n);
      case 'm':
        return pad(d.getUTCMinutes(), n);
      case 's':
        return pad(d.getUTCSeconds(), n);
      case 'S':
        return pad(d.getUTCMilliseconds(), n);
      case 'E':
        return (n >= 4 ? LONG_WEEK : WEEK)[d.getUTCDay()] ?? '';
      case 'u':
        return pad(d.getUTCDay() || 7, n);
      case 'a':
        return d.getUTCHours() < 12 ? 'AM' : 'PM';
      case 'Z':
        return `+${hhmm}`;
      case 'X':
        if (offset === 0) return 'Z';
        return n === 1
          ? `+${hhmm.slice(0, 2)}`
          : n === 2
            ? `+${hhmm}`
            : `+${hhmm.slice(0, 2)}:${hhmm.slice(2)}`;
      default:
        throw refusal(`日付の書式 ${token} はエミュレーターにありません。`);
    }
  });
}
