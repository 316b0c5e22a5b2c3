/** The bundle looked up without any service: search, reading in context, and what a citation says, over the sources themselves. */
import { withoutAnnotations } from './annotation.ts';
import { blocksOf, type Shelf, shelfOf } from './blocks.ts';
import { BlockSearch } from './findables.ts';
import { coverage, markedTerms } from './lookup-marks.ts';
import { type Group, groupsOf } from './lookup-reading.ts';
import { findMentions, numberedAddress } from './mentions.ts';
import type { Regulation } from './model.ts';
import { parseSource } from './parse.ts';
import { searchForm, termsOf } from './search.ts';
import { spotOf } from './spot.ts';
import { synonyms } from './synonyms-data.ts';
import { everydayWords } from './synonyms-everyday.ts';

export interface LookupSource {
  readonly title: string;
  readonly text: string;
}

export interface LookupDocument {
  readonly title: string;
  readonly shortTitle: string;
  readonly version: string;
  readonly dates: Regulation['dates'];
  /** What its reader could not read. */
  readonly unread: readonly string[];
}

export interface Hit {
  readonly document: string;
  readonly address: string;
  /** Headings above it and its own, outermost first. */
  readonly path: readonly string[];
  readonly text: string;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** What to mark in their texts (`markedPieces`). */
  readonly terms: ReadonlySet<string>;
  /**
   * `none`: what was asked for stands nowhere (規定なし). `unsure`: no block speaks of all of it. The hits are then what comes
   * nearest.
   */
  readonly cover: 'found' | 'unsure' | 'none';
  /** Words of the question that stand nowhere in the bundle. */
  readonly missing: readonly string[];
  /** A document that the question names and the bundle does not hold, else ''. */
  readonly outside: string;
}

/** Below this share of the question's words the best block does not speak of it. */
const leastCoverage = 0.5;
/** From this share on, the words of a question that stand nowhere are what it is about. */
const mostMissing = 0.6;
/** The first of the ranking are shown whatever they share. */
const alwaysShown = 3;
/** Most hits shown where no rule was found, and the least that they share with the question. */
const nearest = 8;
const leastNear = 0.2;

/** 定款12条 is meant as 定款第12条. */
const withOrdinals = (question: string): string =>
  question
    .normalize('NFKC')
    .replace(
      /(?<![第0-9〇一二三四五六七八九十百年月日の])([0-9]+|[〇一二三四五六七八九十百]+)(?=条(?![約例件文]))/g,
      '第$1',
    );

/** Readings of the words of the synonyms, longest first: そうかい is asked for as 総会. */
const readings = synonyms
  .flatMap((group) => group.map((word) => [word, group[0] ?? word] as const))
  .filter(([word]) => /^[\u3041-\u309fー]{3,}$/.test(word))
  .sort(([a], [b]) => b.length - a.length);

function withKanji(question: string): string {
  const typed = question.replace(/[\u30a1-\u30f6]/g, (kana) =>
    String.fromCharCode(kana.charCodeAt(0) - 0x60),
  );
  let done = question;
  // Katakana words are words of their own; only what is kana altogether is a reading.
  if (!/^[\u3041-\u3096\u30a1-\u30f6ー\s？?。、]+$/.test(question)) return done;
  done = typed;
  for (const [word, kanji] of readings) done = done.split(word).join(kanji);
  return done;
}

/** A question without the numbers of its places: 会社法第5条 asks about 会社法. */
function withoutPlaces(question: string): string {
  let rest = question;
  for (const { words } of findMentions(question)) rest = rest.replace(words, ' ');
  return rest;
}

/** Runs of kanji, katakana or letters: what a question is about, without the words it asks with. */
const contentWords = (question: string): readonly string[] =>
  (
    withoutPlaces(question).match(
      /[\u4e00-\u9fff々]{2,}|[\u30a1-\u30fa\u30fc]{2,}|[A-Za-zＡ-Ｚａ-ｚ]{2,}/g,
    ) ?? []
  ).filter((word) => !/^[何誰]/.test(word));

/** Parts of a split document are read as one, as `checkBundle` does. */
function joined(sources: readonly LookupSource[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { title, text } of sources) {
    const earlier = texts.get(title);
    const more = text.slice(Math.max(0, text.indexOf('\n〔')));
    texts.set(title, earlier === undefined ? text : `${earlier}\n${more}`);
  }
  return texts;
}

export class Lookup {
  readonly documents: readonly LookupDocument[];
  readonly shelf: Shelf;
  private readonly regulations: readonly Regulation[];
  private readonly index: BlockSearch;
  private readonly forms: readonly string[];
  private readonly whole: string;
  private readonly groupsByTitle = new Map<string, readonly Group[]>();
  private readonly synonymForms = [...synonyms, ...everydayWords].map((group) => group.map(searchForm));

  constructor(sources: readonly LookupSource[]) {
    const parsed = [...joined(sources).values()].flatMap((text) => parseSource(text) ?? []);
    this.regulations = parsed.map(({ regulation }) => regulation);
    this.documents = parsed.map(({ regulation, version, unread }) => ({
      title: regulation.title,
      shortTitle: regulation.shortTitle,
      version,
      dates: regulation.dates,
      unread,
    }));
    this.shelf = shelfOf(this.regulations);
    this.index = new BlockSearch(this.regulations);
    this.forms = this.index.items.map(({ text, context, heading = '' }) =>
      searchForm(`${context}\n${heading}\n${text}`),
    );
    this.whole = this.forms.join('\n');
  }

  /** `document`: a title, '' for all. */
  search(question: string, document: string, most: number): Found {
    const asked = withKanji(withOrdinals(question.trim()));
    if (asked === '') return { hits: [], terms: new Set(), cover: 'found', missing: [], outside: '' };
    const { title, outside } = this.namedIn(asked);
    const numbered = outside === '' ? this.byNumber(asked, title === '' ? document : title) : [];
    const items = this.index.items;
    const ranked = this.index
      .search(asked, items.length)
      .map(({ at }) => at)
      .filter((at) => document === '' || items[at]?.document === document);
    const missing = this.missingWords(asked);
    const rarity = this.rarityIn();
    const shares = new Map(
      ranked
        .slice(0, most)
        .map((at) => [at, coverage(asked, this.forms[at] ?? '', this.synonymForms, rarity)]),
    );
    const best = [...shares.values()].slice(0, 10).reduce((top, share) => Math.max(top, share), 0);
    const cover = this.coverOf(asked, missing, outside, numbered.length > 0 ? 1 : best, rarity);
    const isCovered = cover === 'found';
    // What shares less than half of what the best one shares is about something else.
    const near = ranked
      .slice(0, most)
      .filter((at, rank) =>
        isCovered
          ? (numbered.length === 0 && rank < alwaysShown) || (shares.get(at) ?? 0) >= best / 2
          : (shares.get(at) ?? 0) >= leastNear,
      );
    const order = this.byArticle([...new Set([...numbered, ...near])]).slice(0, isCovered ? most : nearest);
    return {
      hits: order.flatMap((at) => this.hitOf(at)),
      terms: markedTerms(asked),
      cover,
      missing,
      outside,
    };
  }

  /** The best paragraph of an article brings the next best of it along; the others keep their rank. */
  private byArticle(ranked: readonly number[]): readonly number[] {
    const articleOf = (at: number): string => {
      const { document = '', address = '' } = this.index.items[at] ?? {};
      const { supplement, article, other } = spotOf(address);
      return `${document}\n${supplement}${article}${other}`;
    };
    const order = new Set<number>();
    const seen = new Set<string>();
    for (const at of ranked) {
      order.add(at);
      const article = articleOf(at);
      if (seen.has(article)) continue;
      seen.add(article);
      const next = ranked.find((other) => !order.has(other) && articleOf(other) === article);
      if (next !== undefined) order.add(next);
    }
    return [...order];
  }

  /** The document that a question names before a number: one of the bundle, one that is not, or none. */
  private namedIn(question: string): { readonly title: string; readonly outside: string } {
    const [mention] = findMentions(question);
    if (mention === undefined) return { title: '', outside: '' };
    const before = question.slice(0, mention.at).replace(/の$/, '');
    const named = this.shelf.names.before(before, '', new Map());
    if (named?.kind === 'known') return { title: named.title, outside: '' };
    if (named?.kind !== 'outside') return { title: '', outside: '' };
    // 定款 names 見本定款 where that is the only one.
    const [only, second] = this.documents.filter(({ title }) => title.endsWith(named.title));
    return only !== undefined && second === undefined
      ? { title: only.title, outside: '' }
      : { title: '', outside: named.title };
  }

  private hitOf(at: number): readonly Hit[] {
    const item = this.index.items[at];
    if (item === undefined) return [];
    const { document, address } = item;
    const unit = this.shelf.books.get(document)?.find(address);
    const text = unit?.text ?? item.text;
    return [{ document, address, path: this.pathOf(document, address), text }];
  }

  /** Headings of the units around one and its own. */
  pathOf(document: string, address: string): readonly string[] {
    const book = this.shelf.books.get(document);
    const path: string[] = [];
    for (let unit = book?.find(address) ?? null; unit !== null; unit = book?.parent(unit) ?? null)
      if (unit.heading !== '') path.unshift(unit.heading);
    return path;
  }

  /** Words of a place without what the bundle added to them; `shown` where the place has none of its own. */
  textAt(document: string, address: string, shown: string): string {
    return this.shelf.books.get(document)?.find(address)?.text ?? withoutAnnotations(shown);
  }

  private coverOf(
    question: string,
    missing: readonly string[],
    outside: string,
    best: number,
    rarity: (term: string) => number,
  ): Found['cover'] {
    if (outside !== '') return 'none';
    const weigh = (words: readonly string[]): number =>
      [...new Set(words.flatMap((word) => termsOf(searchForm(word))))].reduce(
        (sum, term) => sum + rarity(term),
        0,
      );
    const lost = missing.length === 0 ? 0 : weigh(missing) / weigh(contentWords(question));
    if (lost >= mostMissing) return 'none';
    return best >= leastCoverage ? 'found' : 'unsure';
  }

  /** How rare a term is among the blocks; each is counted once. */
  private rarityIn(): (term: string) => number {
    const known = new Map<string, number>();
    const size = this.forms.length;
    return (term) => {
      const holders =
        known.get(term) ?? this.forms.reduce((sum, form) => sum + (form.includes(term) ? 1 : 0), 0);
      known.set(term, holders);
      return Math.log(1 + size / Math.max(1, holders));
    };
  }

  /** Blocks that a question names by number: of one document, or (`''`) of every one. */
  private byNumber(question: string, wanted: string): readonly number[] {
    const [mention] = findMentions(question);
    const address = mention === undefined ? '' : numberedAddress(mention);
    if (address === '') return [];
    const found: number[] = [];
    for (const [title, book] of this.shelf.books) {
      if (wanted !== '' && title !== wanted) continue;
      const unit = book.find(address);
      if (unit === null) continue;
      this.index.items.forEach((item, at) => {
        const isFirst = item.address === unit.address || item.address.startsWith(`${unit.address}第`);
        if (item.document === title && isFirst) found.push(at);
      });
    }
    return found;
  }

  /** Runs of kanji, katakana or letters that no block holds, nor a word of the same meaning. */
  private missingWords(question: string): readonly string[] {
    const words = contentWords(question);
    return [...new Set(words)].filter((word) => {
      const form = searchForm(word);
      const pairs = termsOf(form);
      const isKnown = pairs.every((pair) => this.whole.includes(pair));
      const stands = this.synonymForms.some(
        (group) => group.includes(form) && group.some((one) => this.whole.includes(one)),
      );
      return (
        !isKnown && !stands && pairs.filter((pair) => this.whole.includes(pair)).length * 2 < pairs.length + 1
      );
    });
  }

  /** A document in reading order: an article (or a section, a heading of a chapter) a group. */
  groups(document: string): readonly Group[] {
    const known = this.groupsByTitle.get(document);
    if (known !== undefined) return known;
    const regulation = this.regulations.find(({ title }) => title === document);
    const groups = regulation === undefined ? [] : groupsOf(blocksOf(regulation, this.shelf).blocks);
    this.groupsByTitle.set(document, groups);
    return groups;
  }

  /** Where a reference in 〔〕 leads from a document; null where it is no place of the bundle. */
  placeOf(words: string, from: string): { readonly document: string; readonly address: string } | null {
    for (const { name, title } of this.shelf.names.all) {
      if (!words.startsWith(`${name} `) && !words.startsWith(`${name}第`)) continue;
      const unit = this.shelf.books.get(title)?.find(words.slice(name.length).trim()) ?? null;
      if (unit !== null) return { document: title, address: unit.address };
    }
    const own = this.shelf.books.get(from)?.find(words) ?? null;
    return own === null ? null : { document: from, address: own.address };
  }
}
