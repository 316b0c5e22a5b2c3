/** 電話番号・FAX番号: digits with hyphens as the numbering plan groups them; what cannot be read stays as typed. */
import { hyphenClass } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { Kind, KindSink } from '../kind.ts';
import { type Grouping, grouped, groupingsOf } from './phone-plan.ts';

const canonical = /^0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}$/;
/** What may stand between the digits of one number. */
const mark = `[${hyphenClass} ().\\[\\]・･/_]`;
const oneNumber = new RegExp(`^\\+?(?:${mark}*[0-9])+[ )\\]]*$`);
const heading =
  /^(?:(?:TEL|FAX|PHONE|電話|携帯|自宅|会社|ファックス|ファクス|代表)(?:番号|電話)?|[℡☎☏📞]|\((?:代表|代)\))[ .:：)]*/iu;
const switchboard = /[ (［[（]*(?:代表|代)(?:電話|番号)?[)）\]］ ]*$/;
/** Which line it is; the number says as much. */
const afterword = /[ ([]*(?:直通|直|携帯|自宅|会社|本社|事務所)[)\] ]*$/;
const extensionMark = /[ ,、(]*(?:内線(?:番号)?|(?:extension|ext)\.?|(?:内)(?=[ :.]*[0-9]))[ :：.\-(]*/i;
const extensionDigits = /^([0-9][0-9 -]{0,11}[0-9]|[0-9])[) ]*/;
const several = /[/、,;|〜~\n]| ?(?:または|又は|もしくは|及び|および| or |と|・|･) ?/;
const abroad = /^(?:\+|00)81(?:[^0-9]*\(0\)|[^0-9]*0(?=[0-9]))?/;
const digitsOnly = /[^0-9]/g;

interface Read {
  /** Digits with the leading 0, '' when the text is no plausible number. */
  readonly digits: string;
  /** Places among the digits behind which something was typed. */
  readonly breaks: readonly number[];
  readonly fromAbroad: boolean;
}

const unreadable: Read = { digits: '', breaks: [], fromAbroad: false };

/** Reads one number: 9 to 11 digits, or +81 (also 0081) and 9 or 10 digits. */
function readOne(text: string): Read {
  if (text.length > 60 || !oneNumber.test(text)) return unreadable;
  const lead = abroad.exec(text);
  if (lead === null && text.charAt(0) === '+') return unreadable;
  const rest = lead === null ? text : text.slice(lead[0].length);
  let digits = lead === null ? '' : '0';
  const breaks: number[] = [];
  for (let i = 0; i < rest.length; i++) {
    const code = rest.charCodeAt(i);
    if (code >= 0x30 && code <= 0x39) digits += rest.charAt(i);
    else if (digits.length > (lead === null ? 0 : 1) && breaks[breaks.length - 1] !== digits.length) {
      breaks.push(digits.length);
    }
  }
  if (breaks[breaks.length - 1] === digits.length) breaks.pop();
  const least = lead === null ? 9 : 10;
  if (digits.length < least || digits.length > 11) return unreadable;
  return { digits, breaks, fromAbroad: lead !== null };
}

/** The grouping that agrees with every place the person separated, undefined when none does. */
function agreeing(read: Read, groupings: readonly Grouping[]): Grouping | undefined {
  for (const grouping of groupings) {
    const places = [grouping[0], grouping[0] + grouping[1]];
    if (read.breaks.every((place) => places.includes(place))) return grouping;
  }
  return undefined;
}

/** For digits that lost their leading 0 in a spreadsheet: the number with it, '' when that is none either. */
function withLostZero(read: Read): string {
  if (read.digits.charAt(0) === '0') return '';
  const bare = read.digits.startsWith('81') && read.digits.length > 10 ? read.digits.slice(2) : read.digits;
  const digits = `0${bare}`;
  const grouping = groupingsOf(digits)[0];
  return grouping === undefined ? '' : grouped(digits, grouping);
}

/** Text without its heading (`TEL:`), and where in the typed text it begins; folding keeps positions. */
function dropHeading(folded: string): number {
  const found = heading.exec(folded);
  return found !== null && /[0-9+(]/.test(folded.charAt(found[0].length)) ? found[0].length : 0;
}

interface Parts {
  /** Where the first number stands in the typed text. */
  readonly start: number;
  readonly end: number;
  /** '' when 内線なし was written, undefined when nothing was. */
  readonly extension: string | undefined;
  readonly switchboard: boolean;
  /** Whether a word before or behind it was left out. */
  readonly labelled: boolean;
  readonly more: boolean;
}

/** End of `text` without blanks and, where the bracket has no partner, without its opening. */
function trimEnd(text: string): number {
  let end = text.length;
  while (end > 0 && /[ ,、(]/.test(text.charAt(end - 1))) end--;
  return end;
}

/** Finds the first number, its extension, and whether something that looks like another number follows. */
function take(folded: string): Parts {
  const start = dropHeading(folded);
  let text = folded.slice(start);
  let extension: string | undefined;
  let tail = '';
  const found = extensionMark.exec(text);
  if (found !== null && /[0-9]/.test(text.slice(0, found.index))) {
    const behind = text.slice(found.index + found[0].length);
    const digits = extensionDigits.exec(behind);
    if (digits !== null || /^(?:なし|無し?)[) ]*$/.test(behind)) {
      extension = digits?.[1]?.trim() ?? '';
      tail = digits === null ? '' : behind.slice(digits[0].length);
      text = text.slice(0, trimEnd(text.slice(0, found.index)));
    }
  }
  let more = tail.trim() !== '';
  let end = text.length;
  if (readOne(text).digits === '') {
    const cut = firstPlausible(text);
    if (cut > 0) {
      end = cut;
      more = true;
    }
  }
  const first = text.slice(0, end);
  const board = switchboard.exec(first);
  if (board !== null) end = board.index;
  const after = board === null ? afterword.exec(first) : null;
  if (after !== null) end = after.index;
  const labelled = start > 0 || after !== null;
  return { start, end: start + end, extension, switchboard: board !== null, labelled, more };
}

/** Where the first of several numbers ends, 0 when the text does not begin with a plausible one. */
function firstPlausible(text: string): number {
  let from = 0;
  while (from < text.length) {
    const found = several.exec(text.slice(from));
    if (found === null) break;
    const end = from + found.index;
    const rest = text.slice(end + found[0].length);
    if (/^[ (]*[+0-9]/.test(rest.replace(heading, '')) && plausible(text.slice(0, end))) return end;
    from = end + found[0].length;
  }
  // Two numbers with nothing but a blank between them.
  for (let at = text.indexOf(' '); at > 0; at = text.indexOf(' ', at + 1)) {
    const second = readOne(
      text
        .slice(at + 1)
        .replace(heading, '')
        .replace(switchboard, ''),
    );
    if (second.digits !== '' && plausible(text.slice(0, at))) return at;
  }
  return 0;
}

function plausible(text: string): boolean {
  return readOne(text.replace(switchboard, '').replace(afterword, '')).digits !== '';
}

function nameRules(typed: string, folded: string, read: Read, sink: KindSink): void {
  if (folded !== typed) sink.rule('width');
  if (read.fromAbroad) sink.rule('phone-country');
}

/** Anything but the canonical form. */
function normaliseSlowly(typed: string, sink: KindSink): string {
  const folded = foldAscii(typed);
  const parts = typed.length > 200 ? undefined : take(folded);
  const number = parts === undefined ? '' : folded.slice(parts.start, parts.end).trim();
  const read = readOne(number);
  if (parts === undefined || read.digits === '') {
    sink.issue('phone.format', 'error', undefined, propose(folded));
    return typed;
  }
  if (parts.labelled) sink.rule('phone-heading');
  if (parts.switchboard) sink.rule('phone-switchboard');
  if (parts.extension !== undefined) sink.rule('phone-extension');
  if (parts.extension) sink.split('extension', parts.extension);
  if (parts.more) {
    sink.rule('phone-first');
    sink.issue('phone.multiple', 'warning');
  }
  const asTyped = typed.slice(parts.start, parts.end).trim();
  const grouping = agreeing(read, groupingsOf(read.digits));
  if (grouping === undefined) {
    const usual = groupingsOf(read.digits)[0];
    const suggestion = usual === undefined ? withLostZero(read) : grouped(read.digits, usual);
    sink.issue('phone.grouping', 'warning', undefined, suggestion);
    return asTyped;
  }
  nameRules(typed, folded, read, sink);
  const value = grouped(read.digits, grouping);
  if (value !== number) sink.rule('phone-format');
  return value;
}

/** The number inside a text that holds other words too, '' when there is not exactly one. */
function propose(folded: string): string {
  if (folded.length > 200) return '';
  const candidates = folded.match(/\+?[0-9][0-9 ().\-‐－−ー]{7,18}[0-9]/g) ?? [];
  if (candidates.length !== 1) return '';
  const read = readOne(candidates[0] ?? '');
  const grouping = agreeing(read, groupingsOf(read.digits));
  return grouping === undefined || folded.replace(digitsOnly, '').length > 13
    ? ''
    : grouped(read.digits, grouping);
}

/** A number that already has its hyphens where the plan puts them. */
function isCanonical(typed: string): boolean {
  if (!canonical.test(typed)) return false;
  const first = typed.indexOf('-');
  const second = typed.indexOf('-', first + 1);
  const digits = typed.slice(0, first) + typed.slice(first + 1, second) + typed.slice(second + 1);
  for (const grouping of groupingsOf(digits)) {
    if (grouping[0] === first && grouping[0] + grouping[1] === second - 1) return true;
  }
  return false;
}

/**
 * Rules: `width`, `phone-heading` (TEL:, 直通), `phone-switchboard` (代表), `phone-extension` (内線, split off), `phone-country`
 * (+81), `phone-first` (the first of several), `phone-format` (marks and hyphens). Issues: error `phone.format` where there
 * is no plausible number (abroad too), warning `phone.grouping` where the plan does not know the area code or the typed
 * hyphens contradict it (the number stays as typed), warning `phone.multiple`.
 */
export const phone: Kind = {
  id: 'phone',
  normalise(typed, _context, sink) {
    return isCanonical(typed) ? typed : normaliseSlowly(typed, sink);
  },
};
