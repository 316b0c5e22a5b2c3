/** What a look-up finds: units, each with its headings, the lead above it and what points at it. */
import { definitionsOf } from './definitions.ts';
import { findMentions, numberedAddress } from './mentions.ts';
import type { Regulation, Unit } from './model.ts';
import { DocumentNames } from './names.ts';
import { foldKanjiNumbers } from './numerals.ts';
import { answersWanted } from './question-words.ts';
import { type Findable, type Found, SearchIndex } from './search.ts';
import { sectionOfItem } from './section-lists.ts';
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

/** 会員とは, 会員の定義: words that ask for a unit that defines a term. */
function definedIn(regulation: Regulation): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { term, address } of definitionsOf(regulation))
    found.set(address, `${found.get(address) ?? ''}\n${term}とは\n${term}の定義`);
  return found;
}

const lines = (...words: readonly string[]): string => words.filter((one) => one !== '').join('\n');

/** Units with a text of their own; the lead of an itemised sentence and the headings above are their context. */
export function findablesOf(regulation: Regulation): readonly Findable[] {
  const found: Findable[] = [];
  const terms = definedIn(regulation);
  const pointers = pointersOf(regulation);
  /** `heading`: that of the article a paragraph or item belongs to. */
  const visit = (unit: Unit, above: readonly string[], lead: string, heading: string) => {
    const isSection = unit.kind === 'section';
    const own = isSection && unit.heading === '' ? lines(unit.address, unit.text) : unit.text;
    const headed = isSection ? '' : lines(heading, unit.heading);
    if (unit.address !== '目次' && (unit.text !== '' || isSection))
      found.push({
        document: regulation.title,
        address: unit.address,
        text: isSection ? lines(unit.heading, own) : own,
        heading: headed,
        context: lines(
          regulation.title,
          ...above,
          lead,
          terms.get(unit.address) ?? '',
          pointers.get(unit.address) ?? '',
        ),
      });
    const isOfArticle = ['article', 'paragraph', 'item', 'subitem'].includes(unit.kind);
    const inside = isOfArticle || unit.heading === '' ? above : [...above, unit.heading];
    for (const child of unit.children)
      visit(child, inside, unit.text, isSection ? unit.heading : isOfArticle ? headed : '');
  };
  for (const unit of regulation.units) visit(unit, [], '', '');
  return found;
}

const noAliases: ReadonlyMap<string, string> = new Map();

/** How much the whole article (or section) counts beside the block itself. */
const groupWeight = 0.3;
/** How much the articles around it count, each step away half as much; no more than so many steps. */
const besideWeight = 0.2;
const mostSteps = 3;
/** How much more a block counts that has the kind of answer a question asks for (a day, an amount, an office). */
const answerWeight = 0.5;
/** A block that the question asks for by its number or its term comes first. */
const certain = 1000;

/** Search over blocks: a block ranks higher when the article around it speaks of the question too. */
export class BlockSearch {
  readonly items: readonly Findable[];
  private readonly index: SearchIndex;
  private readonly groups: SearchIndex;
  /** Article, section or 別表 by item; counted in reading order. */
  readonly groupOf: readonly number[];
  private readonly documentOf: readonly string[];
  private readonly answerTexts: readonly string[];
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
    const headings: string[] = [];
    const documents: string[] = [];
    this.groupOf = this.items.map(({ document, address, text, context, heading = '' }) => {
      const spot = spotOf(address);
      const name = `${document}\n${spot.supplement}${spot.article}${sectionOfItem(spot.other)}`;
      const at = numbers.get(name) ?? texts.length;
      numbers.set(name, at);
      texts[at] = `${texts[at] ?? ''}\n${text}`;
      contexts[at] ??= context;
      headings[at] ??= heading;
      documents[at] = document;
      return at;
    });
    this.index = new SearchIndex(this.items);
    this.documentOf = documents;
    this.answerTexts = this.items.map(({ text }) => foldKanjiNumbers(text.normalize('NFKC')));
    this.groups = new SearchIndex(
      texts.map((text, at) => ({ text, heading: headings[at] ?? '', context: contexts[at] ?? '' })),
    );
  }

  /** The best blocks for a question, the best first. */
  search(question: string, most: number): readonly Found[] {
    const around = this.around(question);
    const asked = this.askedFor(question);
    const wanted = answersWanted(question);
    return this.index
      .search(question, this.items.length)
      .map(({ at, score }) => {
        const answers = wanted.some((one) => one.test(this.answerTexts[at] ?? ''));
        const whole = score + (around.get(this.groupOf[at] ?? -1) ?? 0);
        return { at, score: whole * (answers ? 1 + answerWeight : 1) + (asked.has(at) ? certain : 0) };
      })
      .sort((x, y) => y.score - x.score || x.at - y.at)
      .slice(0, most);
  }

  /** The best articles (sections, 別表) for a question, each as its best block. */
  passages(question: string, most: number): readonly Found[] {
    const seen = new Set<number>();
    return this.search(question, this.items.length)
      .filter(({ at }) => {
        const group = this.groupOf[at] ?? -1;
        const isFirst = !seen.has(group);
        seen.add(group);
        return isFirst;
      })
      .slice(0, most);
  }

  /** What an article and those beside it add to their blocks. */
  private around(question: string): ReadonlyMap<number, number> {
    const added = new Map<number, number>();
    const add = (group: number, score: number) => added.set(group, (added.get(group) ?? 0) + score);
    for (const { at, score } of this.groups.search(question, this.items.length)) {
      add(at, groupWeight * score);
      for (let step = -mostSteps; step <= mostSteps; step += 1)
        if (this.documentOf[at + step] === this.documentOf[at])
          add(at + step, besideWeight * score * 0.5 ** Math.abs(step));
    }
    return added;
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
