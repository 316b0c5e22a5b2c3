/** Which letters of a rule's text a look-up is about: what is marked on screen. */
import { queryTerms, searchForm, termsOf } from './search.ts';
import { synonyms } from './synonyms-data.ts';

export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

const kana = /^[\u3041-\u309f]+$/;

/** Words of the same meaning as one that the question says, in the form of a search. */
const meantBy = (asked: string): readonly string[] =>
  synonyms
    .map((group) => group.map(searchForm))
    .filter((group) => group.some((word) => asked.includes(word)))
    .flat();

/**
 * What to mark: pairs of the question itself, and whole words that mean the same. Of a question in kanji what is kana is left
 * out: it would mark 「して」 everywhere.
 */
export function markedTerms(question: string): ReadonlySet<string> {
  const asked = searchForm(question);
  const own = termsOf(asked);
  const content = own.filter((term) => !/[\u3041-\u309f]/.test(term));
  const words = meantBy(asked).filter((word) => !kana.test(word));
  return new Set([...(content.length > 0 ? content : own), ...words]);
}

/** The text folded letter by letter, so that a place in it is a place in the text. */
function folded(text: string): { readonly form: string; readonly places: readonly number[] } {
  let form = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    // Kanji numbers stay as they are: folding them needs their neighbours.
    const one = /[〇一二三四五六七八九十百千]/.test(letter) ? letter : searchForm(letter);
    form += one;
    for (let unit = 0; unit < one.length; unit += 1) places.push(at);
    at += letter.length;
  }
  places.push(at);
  return { form, places };
}

/** A text in pieces, those that a look-up found marked. */
export function markedPieces(text: string, terms: ReadonlySet<string>): readonly Piece[] {
  if (terms.size === 0) return text === '' ? [] : [{ text, marked: false }];
  const { form, places } = folded(text);
  const on = new Array<boolean>(text.length).fill(false);
  for (const term of terms) {
    if (term === '') continue;
    for (let at = form.indexOf(term); at >= 0; at = form.indexOf(term, at + 1))
      for (let unit = places[at] ?? 0; unit < (places[at + term.length] ?? text.length); unit += 1)
        on[unit] = true;
  }
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    if (at < text.length && on[at] === on[from]) continue;
    pieces.push({ text: text.slice(from, at), marked: on[from] === true });
    from = at;
  }
  return pieces;
}

/** Weighted share of a question's own terms that a text answers to, itself or by a word of the same meaning. */
export function coverage(
  question: string,
  form: string,
  groups: readonly (readonly string[])[],
  rarity: (term: string) => number,
): number {
  const asked = searchForm(question);
  const own = [...queryTerms(question)].filter(([, weight]) => weight === 1).map(([term]) => term);
  /** Terms that a synonym stands in for, where one of its group is in the text. */
  const stoodFor = new Set<string>();
  for (const group of groups) {
    const said = group.filter((word) => asked.includes(word));
    if (said.length > 0 && group.some((word) => form.includes(word)))
      for (const word of said) for (const term of termsOf(word)) stoodFor.add(term);
  }
  // Particles and endings say nothing of what a rule is about; of a question in kana only they are all there is.
  const content = own.filter((term) => !/[\u3041-\u309f]/.test(term));
  let all = 0;
  let met = 0;
  for (const term of content.length > 0 ? content : own) {
    const weight = rarity(term);
    all += weight;
    if (form.includes(term) || stoodFor.has(term)) met += weight;
  }
  return all === 0 ? 1 : met / all;
}
