/** What a look-up finds: units with their headings, or plain windows of the same text for comparison. */
import { definitionsOf } from './definitions.ts';
import { walk } from './draft.ts';
import { findMentions, numberedAddress } from './mentions.ts';
import type { Regulation, Unit } from './model.ts';
import { DocumentNames } from './names.ts';
import { type Findable, type Found, SearchIndex } from './search.ts';
import { AddressBook, spotOf } from './spot.ts';

/** What the articles that lead to a 別表 or 様式 say: a table rarely names what it is for. */
function pointersOf(regulation: Regulation): ReadonlyMap<string, string> {
  const book = new AddressBook(regulation);
  const found = new Map<string, string>();
  for (const unit of book.all())
    for (const { other } of findMentions(unit.text)) {
      const target = other === '' ? null : book.find(other);
      if (target === null || (target.kind !== 'appendix' && target.kind !== 'form')) continue;
      const heading = unit.heading === '' ? (book.parent(unit)?.heading ?? '') : unit.heading;
      found.set(target.address, `${found.get(target.address) ?? ''}\n${heading}\n${unit.text}`);
    }
  return found;
}

/** Units with a text of their own; the lead of an itemised sentence and the headings above are their context. */
export function findablesOf(regulation: Regulation): readonly Findable[] {
  const found: Findable[] = [];
  const terms = new Map<string, string>();
  for (const { term, address } of definitionsOf(regulation))
    terms.set(address, `${terms.get(address) ?? ''}\n${term}とは\n${term}の定義`);
  const pointers = pointersOf(regulation);
  const visit = (unit: Unit, above: readonly string[], lead: string) => {
    const context = [...above, ...(unit.heading === '' ? [] : [unit.heading])];
    const own = unit.kind === 'section' && unit.heading === '' ? `${unit.address}\n${unit.text}` : unit.text;
    const words = unit.kind === 'section' ? `${unit.heading}\n${own}` : own;
    if (unit.address !== '目次' && (unit.text !== '' || unit.kind === 'section'))
      found.push({
        document: regulation.title,
        address: unit.address,
        text: words,
        context: [
          regulation.title,
          ...context,
          lead,
          terms.get(unit.address) ?? '',
          pointers.get(unit.address) ?? '',
        ].join('\n'),
      });
    for (const child of unit.children) visit(child, context, unit.text);
  };
  for (const unit of regulation.units) visit(unit, [], '');
  return found;
}

const noAliases: ReadonlyMap<string, string> = new Map();

/** How much the whole article (or section) counts beside the block itself. */
const groupWeight = 0.6;
/** A block that the question asks for by its number or its term comes first. */
const certain = 1000;

/** Search over blocks: a block ranks higher when the article around it speaks of the question too. */
export class BlockSearch {
  readonly items: readonly Findable[];
  private readonly index: SearchIndex;
  private readonly groups: SearchIndex;
  private readonly groupOf: readonly number[];
  private readonly places = new Map<string, number>();
  private readonly definitions: readonly { readonly term: string; readonly place: string }[];
  private readonly names: DocumentNames;

  constructor(regulations: readonly Regulation[]) {
    this.items = regulations.flatMap((regulation) => findablesOf(regulation));
    this.items.forEach(({ document, address }, at) => {
      this.places.set(placeOf(document, address), at);
    });
    this.names = new DocumentNames(regulations);
    this.definitions = regulations.flatMap((regulation) =>
      definitionsOf(regulation).map(({ term, address }) => ({
        term,
        place: placeOf(regulation.title, address),
      })),
    );
    const numbers = new Map<string, number>();
    const texts: string[] = [];
    const contexts: string[] = [];
    this.groupOf = this.items.map(({ document, address, text, context }) => {
      const spot = spotOf(address);
      const name = `${document}\n${spot.supplement}${spot.article}${spot.other}`;
      const at = numbers.get(name) ?? texts.length;
      numbers.set(name, at);
      texts[at] = `${texts[at] ?? ''}\n${text}`;
      contexts[at] ??= context;
      return at;
    });
    this.index = new SearchIndex(this.items);
    this.groups = new SearchIndex(texts.map((text, at) => ({ text, context: contexts[at] ?? '' })));
  }

  /** The best blocks for a question, the best first. */
  search(question: string, most: number): readonly Found[] {
    const around = new Map(
      this.groups.search(question, this.items.length).map(({ at, score }) => [at, score]),
    );
    const asked = this.askedFor(question);
    return this.index
      .search(question, this.items.length)
      .map(({ at, score }) => ({
        at,
        score:
          score + groupWeight * (around.get(this.groupOf[at] ?? -1) ?? 0) + (asked.has(at) ? certain : 0),
      }))
      .sort((x, y) => y.score - x.score || x.at - y.at)
      .slice(0, most);
  }

  /** Blocks asked for by number (定款第5条) or by what they define (会員とは). */
  private askedFor(question: string): ReadonlySet<number> {
    const asked = new Set<number>();
    const add = (place: string) => {
      const at = this.places.get(place);
      if (at !== undefined) asked.add(at);
    };
    for (const { term, place } of this.definitions)
      if ([`${term}とは`, `${term}の定義`, `${term}の意味`].some((words) => asksFor(question, words)))
        add(place);
    for (const mention of findMentions(question)) {
      const named = this.names.before(question.slice(0, mention.at), '', noAliases);
      if (named?.kind !== 'known') continue;
      const address = numberedAddress(mention);
      if (address === '') continue;
      this.items.forEach((item, at) => {
        if (item.document === named.title && (item.address === address || item.address === `${address}第1項`))
          asked.add(at);
      });
    }
    return asked;
  }
}

/** A longer word that ends alike is another term: 特定商工業者とは does not ask for 商工業者. */
function asksFor(question: string, words: string): boolean {
  const at = question.indexOf(words);
  return at >= 0 && !/[\u4E00-\u9FFFァ-ヶー]/.test(question[at - 1] ?? '');
}

const placeOf = (document: string, address: string): string => `${document}\n${address}`;

export interface Window extends Findable {
  /** Addresses of the units of which it holds at least the half. */
  readonly holds: readonly string[];
}

/** The text of a document without addresses, cut every so many characters. */
export function windowsOf(regulation: Regulation, size: number): readonly Window[] {
  const spans: { readonly address: string; readonly from: number; readonly to: number }[] = [];
  let text = '';
  for (const unit of walk(regulation.units)) {
    if (unit.address === '目次') continue;
    const from = text.length;
    text += `${unit.heading === '' ? '' : `（${unit.heading}）`}${unit.text}\n`;
    spans.push({ address: unit.address, from, to: text.length });
  }
  const windows: Window[] = [];
  for (let at = 0; at < text.length; at += size) {
    const end = Math.min(text.length, at + size);
    const holds = spans
      .filter(({ from, to }) => Math.min(end, to) - Math.max(at, from) >= (to - from) / 2 && to - from > 1)
      .map(({ address }) => address);
    windows.push({ document: regulation.title, address: '', text: text.slice(at, end), context: '', holds });
  }
  return windows;
}
