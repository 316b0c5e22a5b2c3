/** Numbers as Japanese rules write them: 十二, 一二, 百四十三, 12, １２, ⑫, 第十条の二. */
import { foldAscii } from '../text/width.ts';

/** Source of a pattern for a number in digits or kanji. */
export const numeralPattern = '[0-9０-９一二三四五六七八九十百千〇]+';
/** Branches (枝番) begin at 2; `第三条の二人` counts people. */
export const branchPattern = `(?:の(?!一(?![一二三四五六七八九十〇]))${numeralPattern}(?![0-9０-９一二三四五六七八九十百千〇人名分月日年回つ箇か円]))`;

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Kanji number, with units (百四十三) or by position (一四三); null where it is none. */
export function kanjiNumber(text: string): number | null {
  if (text === '') return null;
  let total = 0;
  let digit = 0;
  let seenUnit = false;
  let open = false;
  for (const character of text) {
    const value = digits[character];
    const unit = units[character];
    if (value !== undefined) {
      if (open && seenUnit) return null;
      digit = digit * 10 + value;
      open = true;
    } else if (unit !== undefined) {
      if (open && digit > 9) return null;
      total += (open ? digit : 1) * unit;
      digit = 0;
      open = false;
      seenUnit = true;
    } else return null;
  }
  return total + digit;
}

/** A number in digits of either width or in kanji; null where it is none. */
export function readNumeral(text: string): number | null {
  const folded = foldAscii(text);
  if (/^[0-9]{1,6}$/.test(folded)) return Number(folded);
  return kanjiNumber(text);
}

/** A number with branches, `十の二` → `10の2`; null where a part is none. */
export function readBranched(text: string): string | null {
  const parts = text.split('の').map(readNumeral);
  return parts.every((part) => part !== null) ? parts.join('の') : null;
}

/** ① to ㊿, ⑴ to ⒇; null for another character. */
export function circledNumber(character: string): number | null {
  const code = character.codePointAt(0) ?? 0;
  const row = circledRows.find(([from, to]) => code >= from && code <= to);
  return row === undefined ? null : code - row[0] + row[2];
}

/** First and last code point of a row of circled numbers, and the number of the first. */
const circledRows: readonly (readonly [number, number, number])[] = [
  [0x2460, 0x2473, 1],
  [0x3251, 0x325f, 21],
  [0x32b1, 0x32bf, 36],
];

/** Roman numerals as one character or in letters, up to 20; null for others. */
export function romanNumber(text: string): number | null {
  const code = text.codePointAt(0) ?? 0;
  if (text.length === 1 && code >= 0x2160 && code <= 0x216b) return code - 0x2160 + 1;
  const at = romans.indexOf(text);
  return at < 0 ? null : at + 1;
}
const romans = [
  ...['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'],
  ...['XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX'],
];

/** イロハ order, and アイウ order, as used below 号. */
export const irohaOrder = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマ';
export const aiueoOrder = 'アイウエオカキクケコサシスセソタチツテトナニヌネノ';

/** Kanji numbers of a text → digits: for comparing what is quoted with what is written, never to be shown. */
export function foldKanjiNumbers(text: string): string {
  return text.replace(/[一二三四五六七八九十百千〇]+/g, (run) => {
    const value = kanjiNumber(run);
    return value === null ? run : String(value);
  });
}

/** `平成一一年一二月二二日法律第一六〇号` → `平成11年12月22日法律第160号`: numbers before a counter only. */
export function foldCountedNumbers(text: string): string {
  return foldAscii(text).replace(/([一二三四五六七八九十百千〇]+)(?=[年月日号条項])/g, (run) => {
    const value = kanjiNumber(run);
    return value === null ? run : String(value);
  });
}
