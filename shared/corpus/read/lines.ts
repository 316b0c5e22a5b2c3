/** Lines of a source as readers make them, and how lines that only the width of the paper has broken are joined again. */
import type { SourceLine } from '../model.ts';

export type LineDraft = Partial<SourceLine> & { readonly text: string };

/** Ends without blanks, runs of ASCII blanks as one. U+3000 inside stays: it parts a number from its sentence. */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b\ufeff\u00ad]/g, '')
    .replace(/[ \t\n\r\f\u00a0]+/g, ' ')
    .replace(/ ?\u3000 ?/g, '\u3000')
    .replace(/^[ \u3000]+|[ \u3000]+$/g, '');
}

/** A line of text, or of what `more` says. */
export function line(draft: LineDraft): SourceLine {
  return { kind: 'text', page: 0, ...draft };
}

/** A row of a table; null where all cells are blank. */
export function tableRow(cells: readonly string[], page = 0): SourceLine | null {
  const kept = cells.map(tidy);
  return kept.every((cell) => cell === '')
    ? null
    : line({ kind: 'table-row', text: kept.join(' | '), cells: kept, page });
}

const wide = /[^\u0000-\u00ff\uff61-\uff9f]/;

/** True for a character of full width. */
export function isWide(character: string): boolean {
  return wide.test(character);
}

/** Width in full-width characters. */
export function widthOf(text: string): number {
  let halves = 0;
  for (const character of text) halves += isWide(character) ? 2 : 1;
  return halves / 2;
}

const numeral = '[0-9０-９一二三四五六七八九十百千〇]+';

const branch = `(の${numeral})*`;

/** Beginnings that no line in the midst of a sentence has. */
const surely: readonly RegExp[] = [
  new RegExp(`^第\\s*${numeral}\\s*(編|章|節|款|目|条|号)${branch}([\\s（(【]|$)`),
  /^(附|付)\s*則([\s（(]|$)/,
  /^別\s*(表|紙|記|添)(第?[0-9０-９一二三四五六七八九十]+)?([\s（(]|$)|^様\s*式|^目\s*次$/,
  new RegExp(`^[（(](${numeral}|[ア-ンぁ-んa-zａ-ｚ])[)）]`),
  /^[①-⑳㉑-㉟]/,
  /^[0-9０-９]+([-.．－‐][0-9０-９]+)*[\s.．、)）]\s*[^\s0-9０-９]/,
  /^[一二三四五六七八九十]+[\s.．]/,
  /^[ア-ンa-zａ-ｚ][\s.．)）]/,
  /^[・○●◎■□◆◇※★☆▶►➢✓]/,
  /^[（(【〔［][^）)】〕］]{1,25}[）)】〕］]$/,
  /^(Q|Ｑ|A|Ａ|問|答)\s*[0-9０-９]*[.．:：\s]/,
];

/** Beginnings that are such only behind a sentence that has ended. */
const perhaps: readonly RegExp[] = [
  /^[0-9０-９]+[^\s0-9０-９年月日時分円人名条項号章節回以か,，.．%％個件口割万億千百]/,
  /^[一二三四五六七八九十]+、/,
  /^[ア-ン]、/,
];

/**
 * True when a line begins as a numbered unit, a heading or a mark of a list does. A reference (第七条の規定により) at the
 * edge of the paper is none; behind a full stop the weaker signs count, too.
 */
export function beginsUnit(text: string, isBehindStop = true): boolean {
  const fits = (pattern: RegExp): boolean => pattern.test(text);
  return surely.some(fits) || (isBehindStop && perhaps.some(fits));
}

/** True when a sentence has ended with a line. */
export function hasEnded(text: string): boolean {
  return /[。．!?！？](」|』|）|\))?$/.test(text);
}

/** Two pieces of one sentence: a blank only between words of Latin letters. */
export function joined(first: string, second: string): string {
  return /[!-~]$/.test(first) && /^[!-~]/.test(second) ? `${first} ${second}` : first + second;
}
