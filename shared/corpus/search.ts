/** Look-up over blocks without any service: pairs of characters, weighed by BM25, with synonyms and readings. */
import { foldKanjiNumbers } from './numerals.ts';
import { synonyms } from './synonyms-data.ts';

/** A text to be found, under the name it is found by. */
export interface Findable {
  readonly document: string;
  readonly address: string;
  readonly text: string;
  /** Words that lead to it: title, headings above. They count less than the text. */
  readonly context: string;
}

export interface Found {
  readonly at: number;
  readonly score: number;
}

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

/** One spelling for all: widths, case, katakana, small kana of the old spelling (もつて), numbers. */
export function searchForm(text: string): string {
  return foldKanjiNumbers(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[っゃゅょぁぃぅぇぉ]/g, (kana) => smallKana[kana] ?? kana)
    .replace(/[\s。、，．,.・「」『』（）()〔〕［］[\]〘〙：:；;？?！!|]+/g, ' ')
    .trim();
}

/** Pairs of neighbouring characters, and single ones that stand alone. */
export function termsOf(form: string): readonly string[] {
  const terms: string[] = [];
  for (const word of form.split(' ')) {
    if (word.length === 1) terms.push(word);
    for (let at = 0; at + 1 < word.length; at += 1) terms.push(word.slice(at, at + 2));
  }
  return terms;
}

/** Pairs that every question has and no rule is found by. */
const idle = new Set([
  'です',
  'ます',
  'すか',
  'ですか',
  'でしよ',
  'しよう',
  'どこ',
  'こに',
  'いつ',
  '教え',
  'えて',
  'くだ',
  'ださ',
  'さい',
  'です',
  'のか',
  'るか',
  'ある',
  'する',
  'した',
  'て下',
  '下さ',
  'につ',
  'つい',
  'いて',
  'ょう',
  'なに',
  '何で',
  'どう',
  'うす',
  'すれ',
  'れば',
  'ばよ',
  'よい',
  'いで',
  'でき',
  'きま',
  'しま',
  'こと',
  'もの',
  '場合',
  '合は',
  'とき',
  'きは',
  'なけ',
  'けれ',
  'らな',
  'ない',
  'ばな',
]);

const forms = synonyms.map((group) => group.map(searchForm));

/** Weighted terms of a question: its own count 1, those of synonyms less. */
export function queryTerms(question: string): ReadonlyMap<string, number> {
  const form = searchForm(question);
  const weights = new Map<string, number>();
  const put = (terms: readonly string[], weight: number) => {
    for (const term of terms)
      if (!idle.has(term)) weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  put(termsOf(form), 1);
  for (const group of forms) {
    const said = group.filter((word) => form.includes(word));
    if (said.length === 0) continue;
    for (const word of group) if (!said.includes(word)) put(termsOf(word), 0.35);
  }
  return weights;
}

const k1 = 1.2;
const b = 0.6;
const contextWeight = 0.4;

interface Posting {
  readonly at: number;
  count: number;
}

export class SearchIndex {
  private readonly postings = new Map<string, Posting[]>();
  private readonly lengths: number[] = [];
  private readonly average: number;

  constructor(items: readonly Pick<Findable, 'text' | 'context'>[]) {
    let total = 0;
    items.forEach(({ text, context }, at) => {
      const own = termsOf(searchForm(text));
      const around = termsOf(searchForm(context));
      for (const term of own) this.put(term, at, 1);
      for (const term of around) this.put(term, at, contextWeight);
      const length = own.length + around.length * contextWeight;
      this.lengths.push(length);
      total += length;
    });
    this.average = items.length === 0 ? 1 : Math.max(1, total / items.length);
  }

  private put(term: string, at: number, count: number): void {
    const list = this.postings.get(term);
    if (list === undefined) {
      this.postings.set(term, [{ at, count }]);
      return;
    }
    const last = list[list.length - 1];
    if (last !== undefined && last.at === at) last.count += count;
    else list.push({ at, count });
  }

  /** The best items for a question, the best first; items of one score in their own order. */
  search(question: string, most: number): readonly Found[] {
    const scores = new Map<number, number>();
    const size = this.lengths.length;
    for (const [term, weight] of queryTerms(question)) {
      const list = this.postings.get(term) ?? [];
      const rarity = Math.log(1 + (size - list.length + 0.5) / (list.length + 0.5));
      for (const { at, count } of list) {
        const norm = k1 * (1 - b + (b * (this.lengths[at] ?? 0)) / this.average);
        scores.set(at, (scores.get(at) ?? 0) + weight * rarity * ((count * (k1 + 1)) / (count + norm)));
      }
    }
    return [...scores]
      .map(([at, score]) => ({ at, score }))
      .sort((x, y) => y.score - x.score || x.at - y.at)
      .slice(0, most);
  }
}
