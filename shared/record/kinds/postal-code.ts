/** 郵便番号: 7 digits, and which prefectures its first three can belong to. */
import { foldHyphens } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { Kind } from '../kind.ts';
import { officePrefixes, prefectureNames, prefixRuns } from './postal-prefixes.ts';

const canonical = /^[0-9]{7}$/;
const accepted = /^(?:[〒〠] ?)?([0-9]{3})[- ]?([0-9]{4})$/;
const none: readonly string[] = [];

let table: Map<string, readonly string[]> | undefined;

function prefixes(): Map<string, readonly string[]> {
  if (table !== undefined) return table;
  table = new Map();
  for (const run of prefixRuns().split(' ')) {
    const [range = '', codes = ''] = run.split(':');
    const [from = '', to = from] = range.split('-');
    const list = codes.split('+');
    for (let i = Number(from); i <= Number(to); i++) table.set(`${i}`.padStart(3, '0'), list);
  }
  return table;
}

/**
 * Prefecture codes (JIS X 0401, `01`–`47`) that the first three digits of a postal code can belong to; several where
 * prefectures share them (498: 愛知 and 三重), none where they are not known.
 */
export function prefecturesOfPostalCode(code: string): readonly string[] {
  return prefixes().get(code.slice(0, 3)) ?? none;
}

/** Name of a prefecture by its code (`13` → 東京都), '' for an unknown code. */
export function prefectureName(code: string): string {
  return prefectureNames[Number(code) - 1] ?? '';
}

const leadingPostal = /^[〒〠]? ?[0-9０-９]{3}[-‐－−ー][0-9０-９]{4} */;

/** Code of the prefecture an address begins with (a postal code before it is passed over), null when it names none. */
export function prefectureOfAddress(address: string): string | null {
  let start = address;
  const first = address.charCodeAt(0);
  if (first < 0x3100 || first >= 0xff10) start = address.replace(leadingPostal, '').trim();
  for (let i = 0; i < prefectureNames.length; i++) {
    if (start.startsWith(prefectureNames[i] ?? ' ')) return `${i + 1}`.padStart(2, '0');
  }
  return null;
}

/** Seven digits separated elsewhere, or six where a sheet may have dropped a leading zero (北海道, 東北). */
function propose(folded: string): string {
  const found = folded.replace(/^郵便番号[: ]*|[-〒〠 ]/g, '');
  const digits = found.length === 6 ? `0${found}` : found;
  return canonical.test(digits) && prefecturesOfPostalCode(digits).length > 0 ? digits : '';
}

export const postalCode: Kind = {
  id: 'postal-code',
  normalise(typed, _context, sink) {
    let code = typed;
    if (!canonical.test(typed)) {
      const narrow = foldAscii(typed);
      const folded = foldHyphens(narrow);
      const found = accepted.exec(folded);
      if (found === null) {
        sink.issue('postal-code.format', 'error', undefined, propose(folded));
        return typed;
      }
      code = `${found[1] ?? ''}${found[2] ?? ''}`;
      if (narrow !== typed) sink.rule('width');
      if (/[〒〠]/.test(typed)) sink.rule('postal-mark');
      if (/[- ][0-9]{4}$/.test(folded)) sink.rule('hyphen');
    }
    const prefix = code.slice(0, 3);
    if (!prefixes().has(prefix) && !officePrefixes.includes(prefix)) {
      sink.issue('postal-code.unknown', 'warning', { prefix });
    }
    return code;
  },
};
