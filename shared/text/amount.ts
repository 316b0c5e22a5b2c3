/** Reads whole numbers as people write them in Japan: separators, 万 and 億, kanji numerals, decimals before a unit. */
import { foldHyphens } from './hyphen.ts';
import { foldAscii } from './width.ts';

/** What a text turned out to be. `digits` holds the plain digits, without leading zeros. */
export type Amount =
  | { readonly ok: true; readonly digits: string; readonly rules: readonly string[] }
  | { readonly ok: false; readonly problem: 'format' | 'range' };

const bad: Amount = { ok: false, problem: 'format' };
const outOfRange: Amount = { ok: false, problem: 'range' };
const largest = BigInt(Number.MAX_SAFE_INTEGER);

const kanjiDigits = /[〇零一二三四五六七八九壱壹弌弐貳貮参參弎肆伍陸漆捌玖]/g;
const digitOf: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  壱: '1',
  壹: '1',
  弌: '1',
  二: '2',
  弐: '2',
  貳: '2',
  貮: '2',
  三: '3',
  参: '3',
  參: '3',
  弎: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陸: '6',
  七: '7',
  漆: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
};
const formalUnits = /[拾佰陌仟阡萬]/g;
const unitOf: Readonly<Record<string, string>> = {
  拾: '十',
  佰: '百',
  陌: '百',
  仟: '千',
  阡: '千',
  萬: '万',
};

const small: Readonly<Record<string, bigint>> = { 十: BigInt(10), 百: BigInt(100), 千: BigInt(1000) };
const big: Readonly<Record<string, bigint>> = {
  万: BigInt(10) ** BigInt(4),
  億: BigInt(10) ** BigInt(8),
  兆: BigInt(10) ** BigInt(12),
};
/** Decimals are kept to six places while adding up. */
const scaleDigits = 6;
const scale = BigInt(10) ** BigInt(scaleDigits);
const zero = BigInt(0);

const token = /([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)|([十百千])|([万億兆])/y;
const grouped = /^[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?$/;

/** A circle that stands for zero: only behind another kanji digit (`二○一九`); alone it means "yes". */
const circleZero = /([〇零一二三四五六七八九])([○◯]+)/g;

/** Kanji digits, also the formal ones of contracts (壱, 弐 …) → ASCII digits; 十百千万億 stay. */
export function foldKanjiDigits(text: string): string {
  return text
    .replace(circleZero, (_, digit: string, circles: string) => digit + '〇'.repeat(circles.length))
    .replace(kanjiDigits, (c) => digitOf[c] ?? c)
    .replace(formalUnits, (c) => unitOf[c] ?? c)
    .replace(/廿/g, '2十');
}

function scaled(number: string): bigint | undefined {
  if (number.includes(',') && !grouped.test(number)) return undefined;
  const [whole = '', fraction = ''] = number.replace(/,/g, '').split('.');
  if (fraction.length > scaleDigits) return undefined;
  return BigInt(whole + fraction.padEnd(scaleDigits, '0'));
}

/**
 * Adds up a number written with 十百千 and 万億兆 (`1億2千万`, `2千3百`, `1.5億`, `500千`), units falling from left to
 * right. Answers a value scaled by 10^6, or undefined when it is not such a number.
 */
function evaluate(text: string): bigint | undefined {
  let total = zero;
  let section = zero;
  let sectionUsed = false;
  let lastBig = scale ** BigInt(8);
  let lastSmall = scale;
  let pending: bigint | undefined;
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text);
    if (found === null) return undefined;
    const [, number, smallUnit, bigUnit] = found;
    if (number !== undefined) {
      if (pending !== undefined) return undefined;
      pending = scaled(number);
      if (pending === undefined) return undefined;
    } else if (smallUnit !== undefined) {
      const unit = small[smallUnit] ?? zero;
      const part = (pending ?? scale) * unit;
      if (unit >= lastSmall || (sectionUsed && part >= lastSmall * scale)) return undefined;
      section += part;
      sectionUsed = true;
      pending = undefined;
      lastSmall = unit;
    } else if (bigUnit !== undefined) {
      const unit = big[bigUnit] ?? zero;
      if (pending !== undefined) {
        if (sectionUsed && pending >= lastSmall * scale) return undefined;
        section += pending;
      } else if (!sectionUsed) return undefined;
      if (unit >= lastBig || section * unit >= lastBig * scale) return undefined;
      total += section * unit;
      lastBig = unit;
      section = zero;
      sectionUsed = false;
      pending = undefined;
      lastSmall = scale;
    }
  }
  if (pending !== undefined) {
    if (sectionUsed && pending >= lastSmall * scale) return undefined;
    section += pending;
  }
  return section >= lastBig * scale ? undefined : total + section;
}

const approximately = /^(?:約|およそ|凡そ)|(?:程度|くらい|ぐらい|ほど|前後)$/g;
const negative = /^(?:[-▲△▼]|マイナス)/;
const looseUnit = /[万億兆][0-9]$/;
const harmlessFraction = /\.0{1,2}$/;

/**
 * Reads a whole number. `suffix` is an anchored pattern of the counters that may follow (円, 人 …), `prefix` of the
 * marks that may stand before (¥). Problems: `range` for negatives and above 2^53 − 1, `format` for everything else:
 * fractions, thousands separators that are not in threes, words. `千円` and `百万円` are read as the numerals they are
 * (1,000 and 1,000,000); `万円` alone is no number.
 */
export function readAmount(typed: string, prefix: RegExp, suffix: RegExp): Amount {
  if (typed.length > 60 || typed === '〇') return bad;
  const rules: string[] = [];
  let text = foldAscii(typed);
  const withKanji = foldKanjiDigits(text);
  if (text !== typed) rules.push('width');
  const kanji = withKanji !== text;
  text = withKanji.replace(/ (?![0-9])|([^0-9]) /g, '$1');
  const exact = text.replace(approximately, '');
  if (exact !== text) rules.push('approximate');
  const bare = exact.replace(prefix, '');
  text = bare.replace(suffix, '');
  const counted = text !== bare;
  const sign = foldHyphens(text.charAt(0)) + text.slice(1);
  if (negative.test(sign)) {
    const rest = sign.replace(negative, '').replace(prefix, '');
    return rest !== '' && evaluate(rest) !== undefined ? outOfRange : bad;
  }
  if (text.charAt(0) === '+') text = text.slice(1);
  if (text === '' || (!counted && looseUnit.test(text)) || /\.0{3}(?![0-9])/.test(text)) return bad;
  const large = /[十百千万億兆]/.test(text);
  if (!large) text = text.replace(harmlessFraction, '');
  const value = evaluate(text);
  if (value === undefined || value % scale !== zero) return bad;
  const whole = value / scale;
  if (whole > largest) return outOfRange;
  const digits = whole.toString();
  if (kanji) rules.push('kanji-number');
  if (large) rules.push('large-unit');
  if (text.includes(',')) rules.push('separator');
  if (bare !== exact || counted) rules.push('unit');
  if (/^0[0-9]/.test(text)) rules.push('leading-zero');
  if (rules.length === 0 && digits !== typed) rules.push('number-format');
  return { ok: true, digits, rules };
}
