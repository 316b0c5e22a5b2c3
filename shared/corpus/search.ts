/** Look-up over texts without any service: short runs of characters, weighed by BM25, with synonyms and readings. */
import { subjectOf } from './question-words.ts';
import { gramsOf, searchForm, weighedGrams } from './search-terms.ts';
import { synonyms } from './synonyms-data.ts';
import { everydayWords } from './synonyms-everyday.ts';

export { searchForm, termsOf } from './search-terms.ts';

/** A text to be found, under the name it is found by. */
export interface Findable {
  readonly document: string;
  readonly address: string;
  readonly text: string;
  /** Words that lead to it: title, headings above. They count less than the text. */
  readonly context: string;
  /** Its own heading and that of its article: they count more. */
  readonly heading?: string;
}

export interface Found {
  readonly at: number;
  readonly score: number;
}

/** A verb without its ending is found in all its forms: やめ in やめたい and やめた. */
const stemOf = (form: string): string =>
  /^.{2,}[うくぐすつぬぶむる]$/.test(form) ? form.slice(0, -1) : form;
const groups = [...synonyms, ...everydayWords].map((group) =>
  group.map((word) => ({ word, stem: stemOf(searchForm(word)) })),
);

/** What counts how much; all stand on a plateau: the halves and doubles of each find about as much. */
const synonymWeight = 0.7;
const headingWeight = 2;
const contextWeight = 0.2;
/** BM25: how soon more of the same word adds nothing, and how much a long text is held back. */
const k1 = 1;
const b = 0.6;

/** Weighted terms of a question: its own count 1, those of synonyms less. */
export function queryTerms(question: string): ReadonlyMap<string, number> {
  const weights = new Map(weighedGrams(subjectOf(question)));
  const form = searchForm(question);
  for (const group of groups) {
    if (!group.some(({ stem }) => form.includes(stem))) continue;
    for (const { word, stem } of group) {
      if (form.includes(stem)) continue;
      for (const [term, weight] of weighedGrams(word))
        weights.set(term, Math.max(weights.get(term) ?? 0, weight * synonymWeight));
    }
  }
  return weights;
}

export class SearchIndex {
  /** By term: item, count, item, count …, items in rising order. */
  private readonly postings = new Map<string, number[]>();
  private readonly lengths: number[] = [];
  private readonly average: number;

  constructor(items: readonly Pick<Findable, 'text' | 'context' | 'heading'>[]) {
    let total = 0;
    items.forEach(({ text, context, heading = '' }, at) => {
      const length =
        this.enter(text, at, 1) +
        this.enter(heading, at, headingWeight) +
        this.enter(context, at, contextWeight);
      this.lengths.push(length);
      total += length;
    });
    this.average = items.length === 0 ? 1 : Math.max(1, total / items.length);
  }

  /** Enters the words of one field; returns how much they add to the length of the item. */
  private enter(words: string, at: number, weight: number): number {
    if (words === '') return 0;
    const terms = gramsOf(searchForm(words));
    for (const term of terms) {
      const list = this.postings.get(term);
      if (list === undefined) this.postings.set(term, [at, weight]);
      else if (list[list.length - 2] === at) list[list.length - 1] = (list[list.length - 1] ?? 0) + weight;
      else list.push(at, weight);
    }
    return terms.length * weight;
  }

  /** The best items for a question, the best first; items of one score in their own order. */
  search(question: string, most: number): readonly Found[] {
    const scores = new Map<number, number>();
    const size = this.lengths.length;
    for (const [term, weight] of queryTerms(question)) {
      const list = this.postings.get(term);
      if (list === undefined) continue;
      const holders = list.length / 2;
      const rarity = Math.log(1 + (size - holders + 0.5) / (holders + 0.5));
      for (let place = 0; place < list.length; place += 2) {
        const at = list[place] ?? 0;
        const count = list[place + 1] ?? 0;
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
