/** Finds text that a spreadsheet would run instead of showing. */

const starter = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;
const rawControl = /^[\t\r]/;
/** A signed number is shown as a number, not run: `-5`, `+1,000`, `-2.5%`, `-1.2E+5`. */
const signedNumber =
  /^[+\-\uFF0B\uFF0D] ?[¥￥$]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)?(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?%?$/;
/** Only marks: a dash for "none", a ruled line. */
const marksOnly = /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u30FC\s]*$/;

/** First characters of texts that are worth a look: all that `isFormulaLike` can find begin with one of them. */
const firsts = new Uint8Array(0x10000);
for (const first of '=+-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n \u3000\u00A0') firsts[first.charCodeAt(0)] = 1;

/** False for nearly all texts, at the cost of one character: then `isFormulaLike` is false as well. */
export function mayBeFormula(text: string): boolean {
  return text !== '' && firsts[text.charCodeAt(0)] === 1;
}

/**
 * True for text that Excel or Sheets would evaluate when a CSV is opened: it begins (after blanks) with `=`, `+`,
 * `-`, `@` or a full-width form of them, or with a tab or carriage return. Not for a plain signed number (`-5`), nor
 * for marks alone (`-`, `ー`). `+81-3-5253-5111` and `-5+3` are evaluated, so they count.
 * See https://owasp.org/www-community/attacks/CSV_Injection
 */
export function isFormulaLike(text: string): boolean {
  if (rawControl.test(text)) return true;
  const first = text.charCodeAt(0);
  const trimmed = first === 0x20 || first === 0x3000 || first === 0xa0 || first === 0x0a ? text.trim() : text;
  return starter.test(trimmed) && !marksOnly.test(trimmed) && !signedNumber.test(trimmed);
}
