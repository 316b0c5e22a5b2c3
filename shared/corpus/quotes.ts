/** Words that an answer quotes, and whether they stand where it says. */
import { withoutAnnotations } from './annotation.ts';
import type { Unit } from './model.ts';
import { searchForm } from './search.ts';

interface Place {
  readonly at: number;
  readonly end: number;
  readonly from: number;
  readonly unit: Unit | null;
}

export interface Quote {
  readonly words: string;
  readonly from: number;
  readonly end: number;
  /** Which citation of the sentence it is for. */
  readonly citation: number;
}

export type Agreement = 'same' | 'other' | 'none';

/** Fewer letters are a term, not a quotation: when they are not there, nothing is said. */
const shortest = 6;
const marks = /「([^「」]*(?:「[^「」]*」[^「」]*)*)」|『([^『』]*)』|"([^"]*)"|“([^“”]*)”/g;
const gaps = /…+|‥+|（(?:中|前|後)?略）|\((?:中|前|後)?略\)|［(?:中|前|後)?略］|～{2,}|\.{3,}/;

/** For comparing: widths, numbers, old kana, spaces and marks make no difference. */
export const compared = (text: string): string => searchForm(text).replace(/ /g, '');

/** All that stands at a place: its heading, its text, and what is below it. */
function wordsOf(unit: Unit): string {
  return [unit.heading, unit.text, ...unit.children.map(wordsOf)].join('');
}

/** Quotations of a sentence, each with the citation it stands nearest to: before （定款第5条）, or behind 定款第5条は. */
export function quotesOf(sentence: string, cited: readonly Place[]): readonly Quote[] {
  const found: Quote[] = [];
  if (cited.length === 0) return found;
  for (const match of sentence.matchAll(marks)) {
    // Words copied out of a source have its additions with them.
    const words = withoutAnnotations(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
    const from = match.index;
    const end = from + match[0].length;
    // A citation in quotation marks, or the name of a document that a citation goes on from.
    if (cited.some((one) => one.from < end && one.end > from)) continue;
    const next = cited.findIndex((one) => one.from >= end);
    const near = next >= 0 && (cited[next]?.from ?? 0) - end <= 4 ? next : -1;
    const before = [...cited.keys()].reverse().find((at) => (cited[at]?.end ?? 0) <= from) ?? -1;
    found.push({ words, from, end, citation: near >= 0 ? near : before >= 0 ? before : next });
  }
  return found;
}

const stands = (quote: string, text: string): boolean =>
  quote
    .split(gaps)
    .map(compared)
    .every((piece) => piece === '' || text.includes(piece));

/** Share of the pairs of characters of a sentence that stand in a text. */
function likeness(words: string, text: string): number {
  const form = compared(words);
  if (form.length < 12) return 0;
  let there = 0;
  for (let at = 0; at + 1 < form.length; at += 1) if (text.includes(form.slice(at, at + 2))) there += 1;
  return there / (form.length - 1);
}

const amounts = /[0-9]+(?=(?:日|人|名|円|年|月|箇月|か月|ヶ月|回|分の|割|%|週|歳|時|万|千|以[上下内]))/g;

/** Whether the words of an answer for a citation are those of its place. */
export function agreement(
  sentence: string,
  index: number,
  cited: readonly Place[],
  quotes: readonly Quote[],
): Agreement {
  const unit = cited[index]?.unit;
  if (unit === null || unit === undefined) return 'none';
  const text = compared(wordsOf(unit));
  const others = cited.flatMap((one, at) =>
    at === index || one.unit === null ? [] : [compared(wordsOf(one.unit))],
  );
  const own = quotes.filter(({ citation }) => citation === index);
  const same = quotes.some(({ words }) => compared(words).length > 1 && stands(words, text));
  const wrong = own.some(
    ({ words }) =>
      compared(words).length >= shortest &&
      !stands(words, text) &&
      !others.some((other) => stands(words, other)),
  );
  if (wrong) return 'other';
  if (same) return 'same';
  return unquoted(sentence, cited, index, text);
}

/** A sentence without quotation marks: taken over word for word, or with another number in it. */
function unquoted(sentence: string, cited: readonly Place[], index: number, text: string): Agreement {
  if (cited.length !== 1) return 'none';
  const one = cited[index];
  if (one === undefined) return 'none';
  const around = `${sentence.slice(0, one.from)}${sentence.slice(one.end)}`
    .replace(/[〔（(［[][\s\u3000]*[〕）)］\]]/g, '')
    .replace(/^[\s\u3000*・\-#>〔（(]+|[\s\u3000〕）)]+$/g, '');
  const form = compared(around);
  if (form.length >= 12 && text.includes(form)) return 'same';
  const like = likeness(around, text);
  const isPasted = /^[\s\u3000*・\->]*〔/.test(sentence) && sentence.slice(one.end).startsWith('〕');
  if (isPasted && like >= 0.85) return 'other';
  const numbers = like >= 0.6 ? [...form.matchAll(amounts)].map(([number]) => number) : [];
  return numbers.some((number) => !new RegExp(`(?<![0-9])${number}(?![0-9])`).test(text)) ? 'other' : 'none';
}
