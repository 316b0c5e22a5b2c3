/** Full-width and half-width forms: folds ASCII look-alikes and digits without touching anything else. */

const wide = /[\uFF01-\uFF5E]/;
const wideAll = /[\uFF01-\uFF5E]/g;
const wideDigit = /[\uFF10-\uFF19]/;
const wideDigitAll = /[\uFF10-\uFF19]/g;
const offset = 0xfee0;

function narrow(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) - offset);
}

/** Full-width ASCII (`！`–`～`) → ASCII, one character for one: positions stay the same. */
export function foldAscii(text: string): string {
  return wide.test(text) ? text.replace(wideAll, narrow) : text;
}

/** Full-width digits → ASCII digits; nothing else moves. */
export function foldDigits(text: string): string {
  return wideDigit.test(text) ? text.replace(wideDigitAll, narrow) : text;
}

const comparable = /^[a-z0-9\u3041-\u3093\u30A1-\u30FC\u4E00-\u9FFF]+$/;

/**
 * A key under which two spellings of one label meet: NFKC, lower case, no spaces. For comparing labels only,
 * never for a value that is kept (NFKC damages names).
 */
export function comparisonKey(text: string): string {
  if (comparable.test(text)) return text;
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
