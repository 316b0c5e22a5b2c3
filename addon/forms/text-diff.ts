/**
 * Where two Japanese texts differ, in pieces that a person reads as words: runs of kanji, of kana, of letters and figures,
 * single signs and line breaks. Nothing here knows a dictionary.
 */

export interface Piece {
  readonly text: string;
  /** Only in this text, not in the other. */
  readonly marked: boolean;
}

/** Kanji run · hiragana run · katakana run · letters and figures · blanks · any one other character. */
const runs =
  /[\p{Script=Han}々〆ヶ]+|\p{Script=Hiragana}+|[\p{Script=Katakana}ー]+|[\p{Script=Latin}\p{N}.,@_/:-]+|[ \t\u3000]+|[\s\S]/gu;

/** Beyond this many cells of the table the texts are compared as wholes: they have hardly anything in common. */
const largest = 4_000_000;

export function wordsOf(text: string): readonly string[] {
  return text.match(runs) ?? [];
}

/** For each word of `a` and of `b` whether it belongs to their longest common sequence. */
function common(
  a: readonly string[],
  b: readonly string[],
): { readonly a: boolean[]; readonly b: boolean[] } {
  const inA = a.map(() => false);
  const inB = b.map(() => false);
  if (a.length * b.length > largest) return { a: inA, b: inB };
  const width = b.length + 1;
  const best = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      best[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      inA[i++] = true;
      inB[j++] = true;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return { a: inA, b: inB };
}

/** Neighbours that are alike become one piece; a blank between two marked words is marked with them. */
function pieces(words: readonly string[], same: readonly boolean[]): readonly Piece[] {
  const joined: { text: string; marked: boolean }[] = [];
  words.forEach((word, index) => {
    const between = word.trim() === '' && same[index - 1] === false && same[index + 1] === false;
    const marked = same[index] === false || (between && !word.includes('\n'));
    const last = joined[joined.length - 1];
    if (last !== undefined && last.marked === marked) last.text += word;
    else joined.push({ text: word, marked });
  });
  return joined;
}

/** `text` in pieces; marked is what `other` does not have at that place. */
export function differing(text: string, other: string): readonly Piece[] {
  const words = wordsOf(text);
  return pieces(words, common(words, wordsOf(other)).a);
}

/** `text` in pieces; marked is what at least one of `others` does not have at that place. */
export function differingFromAny(text: string, others: readonly string[]): readonly Piece[] {
  const words = wordsOf(text);
  const same = others.map((other) => common(words, wordsOf(other)).a);
  return pieces(
    words,
    words.map((_, index) => same.every((one) => one[index] === true)),
  );
}
