/** Words of a text or a question as terms to look up: short runs of characters in one spelling. */
import { foldKanjiNumbers } from './numerals.ts';

const smallKana: Readonly<Record<string, string>> = {
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
};
const foldKana = (text: string): string =>
  text
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[っゃゅょぁぃぅぇぉ]/g, (kana) => smallKana[kana] ?? kana);

/** One width, one case, digits for numbers; katakana stays. */
const plain = (text: string): string =>
  foldKanjiNumbers(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\s。、，．,.・「」『』（）()〔〕［］[\]〘〙：:；;？?！!|]+/g, ' ')
    .trim();

/** One spelling for all: widths, case, katakana, small kana of the old spelling (もつて), numbers. */
export const searchForm = (text: string): string => foldKana(plain(text));

/** Pairs of neighbouring characters, and single ones that stand alone. */
export function termsOf(form: string): readonly string[] {
  const terms: string[] = [];
  for (const word of form.split(' ')) {
    if (word.length === 1) terms.push(word);
    for (let at = 0; at + 1 < word.length; at += 1) terms.push(word.slice(at, at + 2));
  }
  return terms;
}

const isKanji = (character: string): boolean => /[\u4e00-\u9fff々]/.test(character);

/** Terms of an index: pairs, triples, and a kanji that is a word by itself (株を買う). */
export function gramsOf(form: string): readonly string[] {
  const terms: string[] = [];
  for (const word of form.split(' ')) {
    const { length } = word;
    for (let at = 0; at < length; at += 1) {
      if (at + 1 < length) terms.push(word.slice(at, at + 2));
      if (at + 2 < length) terms.push(word.slice(at, at + 3));
      const isAlone = isKanji(word[at] ?? '') && !isKanji(word[at - 1] ?? '') && !isKanji(word[at + 1] ?? '');
      if (isAlone) terms.push(word[at] ?? '');
    }
  }
  return terms;
}

/** What a run of characters says about a subject: kanji, katakana and digits name things, hiragana mostly joins them. */
function substance(run: string): number {
  let heavy = 0;
  for (const character of run) if (!/[\u3041-\u3096ー]/.test(character)) heavy += 1;
  if (run.length === 1) return 0.6;
  return heavy === run.length ? 1 : heavy === 0 ? 0.2 : 0.5;
}

/** Terms of what somebody asks, each with its weight from 0 to 1. */
export function weighedGrams(text: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const run of gramsOf(plain(text))) {
    const term = foldKana(run);
    weights.set(term, Math.max(weights.get(term) ?? 0, substance(run)));
  }
  return weights;
}
