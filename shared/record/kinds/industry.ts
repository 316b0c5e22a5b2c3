/** 業種: a code of 日本標準産業分類 rev. 14, from a code, a name, or both together. */
import { hyphenClass } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { Kind } from '../kind.ts';
import { exactOption } from './choice.ts';
import { everydayWords } from './industry-words.ts';
import {
  type IndustryClass,
  industriesByName,
  industryKey,
  industryMajor,
  industryName,
  isIndustryCode,
  jsic,
} from './jsic.ts';
import { clip, indexOptions, looseKey } from './options.ts';

export { type IndustryClass, industryMajor, industryName, isIndustryCode } from './jsic.ts';

const canonical = /^(?:[A-T]|[0-9]{2,4})$/;
/** `E`, `09`, `E-09`, `E09`, each perhaps with a name behind it. */
const withCode = new RegExp(`^([A-Ta-t])?[${hyphenClass} .:_]?([0-9]{2,4})?[${hyphenClass}.:、]? ?(.*)$`);

let words: ReadonlyMap<string, readonly string[]> | undefined;

/** Codes by everyday word (ラーメン屋 → 762). */
function everyday(): ReadonlyMap<string, readonly string[]> {
  if (words !== undefined) return words;
  const made = new Map<string, string[]>();
  for (const line of everydayWords().trim().split('\n')) {
    const colon = line.lastIndexOf(':');
    const code = line.slice(colon + 1);
    for (const word of line.slice(0, colon).split(' ')) {
      const key = industryKey(word);
      made.set(key, [...(made.get(key) ?? []), code]);
    }
  }
  words = made;
  return made;
}

const suffix = /(?:業|店|屋|販売|会社)$/;
const kanji = /[\u4E00-\u9FFF]/;
const most = 20;

/** Codes for one word: everyday words first, then names that begin with it, then names that contain it. */
function codesForWord(word: string): readonly string[] {
  const key = industryKey(word);
  if (key === '') return [];
  const found = new Set<string>(industriesByName(word));
  for (const stem of [key, key.replace(suffix, '')]) {
    for (const code of everyday().get(stem) ?? []) found.add(code);
  }
  const containing: string[] = [];
  const stem = key.length > 2 ? key.replace(suffix, '') : key;
  for (const [nameKey, codes] of jsic().byName) {
    const at = stem.length < 2 && !kanji.test(stem) ? -1 : nameKey.indexOf(stem);
    if (at === 0) for (const code of codes) found.add(code);
    else if (at > 0) containing.push(...codes);
  }
  for (const code of containing) found.add(code);
  for (const [wordKey, codes] of everyday()) {
    if (stem.length >= 2 && wordKey.length >= 2 && (key.includes(wordKey) || wordKey.includes(stem))) {
      for (const code of codes) found.add(code);
    }
  }
  return [...found];
}

/**
 * Classes that fit all the words given (ラーメン屋, 美容室, 大工, or parts of the official names), the likeliest first, at most 20.
 * A code is found as well.
 */
export function searchIndustry(search: string): readonly IndustryClass[] {
  const parts = search.split(/[\s、,，;；]+/).filter((part) => part !== '');
  let codes: readonly string[] | undefined;
  for (const part of parts.slice(0, 5)) {
    const code = foldAscii(part).toUpperCase();
    const found = canonical.test(code) && isIndustryCode(code) ? [code] : codesForWord(part.slice(0, 40));
    codes = codes === undefined ? found : codes.filter((c) => found.includes(c));
  }
  return (codes ?? []).slice(0, most).map((code) => ({ code, name: industryName(code) }));
}

/** Code and name as a person would write them: `39 情報サービス業`. */
function titled(code: string): string {
  return `${code} ${industryName(code)}`;
}

/** The only class that an unknown name is likely to mean, '' when there are several or none. */
function propose(typed: string): string {
  if (typed.length > 60) return '';
  const direct = everyday().get(industryKey(typed)) ?? everyday().get(industryKey(typed.replace(suffix, '')));
  const only = direct?.length === 1 ? direct[0] : undefined;
  if (only !== undefined) return titled(only);
  const found = searchIndustry(typed);
  const first = found[0];
  const digits = foldAscii(typed);
  if (found.length === 0 && /^[0-9]$/.test(digits) && isIndustryCode(`0${digits}`))
    return titled(`0${digits}`);
  return first !== undefined && found.every((c) => c.code.startsWith(first.code)) ? titled(first.code) : '';
}

/** Whether a name behind a code belongs to it; names of 細分類 are not kept, so they are taken on trust. */
function nameFits(code: string, name: string): boolean {
  if (name === '' || code.length === 4) return true;
  const own = industryKey(industryName(code));
  const given = industryKey(name);
  return own === given || (given.length >= 2 && own.startsWith(given));
}

/** Code in a text that begins with one; '' when there is none or its parts contradict each other. */
function readCode(folded: string): string {
  const found = withCode.exec(folded);
  if (found === null) return '';
  const letter = (found[1] ?? '').toUpperCase();
  const digits = found[2] ?? '';
  const code = digits === '' ? letter : digits;
  const name = (found[3] ?? '').trim();
  if (code === '' || !isIndustryCode(code)) return '';
  if (letter !== '' && industryMajor(code) !== letter) return '';
  return nameFits(code, name) ? code : '';
}

/**
 * Rules: `industry-code` (a code written otherwise, or with its name), `industry-name` (a name alone). A name of several
 * classes, or of none, is `choice.unknown` with a proposal where one is likely.
 */
export const industry: Kind = {
  id: 'industry',
  normalise(typed, context, sink) {
    if (canonical.test(typed) && isIndustryCode(typed)) return typed;
    if (context.choices.length > 0) {
      const index = indexOptions(context.choices);
      const exact = exactOption(typed, index);
      if (exact !== undefined && isIndustryCode(exact)) return exact;
      const loose = index.byKey.get(looseKey(typed));
      if (loose !== undefined && isIndustryCode(loose)) {
        sink.rule('choice-label');
        return loose;
      }
    }
    if (typed.length <= 120) {
      const code = readCode(foldAscii(typed));
      if (code !== '') {
        sink.rule('industry-code');
        return code;
      }
      const named = industriesByName(typed);
      if (named.length === 1 && named[0] !== undefined) {
        sink.rule('industry-name');
        return named[0];
      }
    }
    sink.issue('choice.unknown', 'error', { choice: clip(typed) }, propose(typed));
    return typed;
  },
};
