/** The characters people type for a hyphen in numbers; one set for telephones, postal codes, addresses and amounts. */

/**
 * Body of a character class: `-` and its look-alikes ‐ ‑ ‒ – — ― − － ー ｰ ─ ━ ﹣. The prolonged-sound mark is a
 * hyphen only between digits; everywhere else it is a letter.
 */
export const hyphenClass = '\\-\u2010-\u2015\u2212\u2500\u2501\uFE63\uFF0D\u30FC\uFF70';

const unlike = new RegExp(`[${hyphenClass.slice(2)}]`);
const unlikeAll = new RegExp(`[${hyphenClass.slice(2)}]`, 'g');
const between = new RegExp(`([0-9])[${hyphenClass.slice(2)}](?=[0-9])`, 'g');

/** Every hyphen-like character → `-`, one for one. Use where only digits and marks can stand. */
export function foldHyphens(text: string): string {
  return unlike.test(text) ? text.replace(unlikeAll, '-') : text;
}

/** Hyphen-like characters standing between two ASCII digits → `-`; all others stay. */
export function foldHyphensBetweenDigits(text: string): string {
  return unlike.test(text) ? text.replace(between, '$1-') : text;
}
