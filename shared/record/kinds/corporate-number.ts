/** 法人番号: 13 digits, the first of them a check digit. */
import { foldHyphens } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { Kind } from '../kind.ts';

const canonical = /^[0-9]{13}$/;
const digitsWithMarks = /^[0-9](?:[- ]?[0-9])*$/;
const marks = /[- ]/g;

/**
 * Check digit of the twelve digits behind it: 9 − (Σ Pn × Qn mod 9), Pn counted from the right, Qn = 1 for odd n and 2
 * for even n (法人番号の指定等に関する省令2条; https://www.houjin-bangou.nta.go.jp/).
 */
export function corporateCheckDigit(twelve: string): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) {
    const digit = twelve.charCodeAt(11 - i) - 48;
    sum += i % 2 === 0 ? digit : digit * 2;
  }
  return 9 - (sum % 9);
}

/** True for 13 ASCII digits whose first is the right check digit. */
export function isCorporateNumber(digits: string): boolean {
  return canonical.test(digits) && checks(digits);
}

function checks(digits: string): boolean {
  return digits.charCodeAt(0) - 48 === corporateCheckDigit(digits.slice(1));
}

/** A number that the digits found may stand for: T + number, or the 12 digits of a 会社法人等番号. */
function suggest(folded: string): string {
  const digits = folded.replace(/[^0-9]/g, '');
  if (digits.length === 12 && folded.replace(marks, '') === digits) {
    return `${corporateCheckDigit(digits)}${digits}`;
  }
  return isCorporateNumber(digits) ? digits : '';
}

export const corporateNumber: Kind = {
  id: 'corporate-number',
  normalise(typed, _context, sink) {
    let digits = typed;
    if (!canonical.test(typed)) {
      const folded = foldHyphens(foldAscii(typed));
      digits = folded.replace(marks, '');
      if (!digitsWithMarks.test(folded) || digits.length !== 13) {
        const count = folded.replace(/[^0-9]/g, '').length;
        sink.issue('corporate-number.length', 'error', { digits: count }, suggest(folded));
        return typed;
      }
      if (checks(digits)) {
        if (foldAscii(typed) !== typed) sink.rule('width');
        if (digits !== folded) sink.rule('hyphen');
        return digits;
      }
    } else if (checks(typed)) return typed;
    sink.issue('corporate-number.check-digit', 'error', {
      typed: digits.charAt(0),
      expected: corporateCheckDigit(digits.slice(1)),
    });
    return typed;
  },
};
