/** References of a text resolved against the tree: 前条, 同条第二項, 第三条から前条まで, 定款第五条. */

import { foldAscii } from '../text/width.ts';
import { isAmendingAct } from './endings.ts';
import { findMentions, type Mention, type Part } from './mentions.ts';
import type { Reference, Unit } from './model.ts';
import type { DocumentNames } from './names.ts';
import { joinRanges } from './ranges.ts';
import { type AddressBook, addressOfSpot, isDeleted, nowhere, type Spot, spotOf } from './spot.ts';

export interface Resolved {
  readonly mention: Mention;
  /** Title of the document it leads into, '' for the document itself. */
  readonly document: string;
  readonly targets: readonly {
    readonly address: string;
    readonly resolved: Reference['resolved'];
    readonly deleted: boolean;
  }[];
  /** Its words are not the address itself: it is shown in brackets. */
  readonly pointing: boolean;
  /** Where the brackets stand. */
  readonly end: number;
  /** Of a range (第三条から前条まで): the address it begins with, else ''. */
  readonly from: string;
}

/** What a resolver carries from one text to the next of the same article. */
interface Last {
  readonly document: string;
  readonly outside: boolean;
  readonly spot: Spot;
}

/** Words that keep a list together: what comes after goes on from what stood before. */
const connectors =
  /^(?:[、，・\s\u3000]|及び|並びに|又は|若しくは|または|もしくは|および|ならびに|から|まで|と|本文|ただし書|但書|前段|後段|各号列記以外の部分|中|〜|～)*$/;

export class Resolver {
  private readonly books: ReadonlyMap<string, AddressBook>;
  private readonly names: DocumentNames;
  private readonly own: AddressBook;
  private readonly aliases: ReadonlyMap<string, string>;
  private last: Last | null = null;
  private lastArticle = '';

  constructor(
    books: ReadonlyMap<string, AddressBook>,
    names: DocumentNames,
    own: AddressBook,
    aliases: ReadonlyMap<string, string>,
  ) {
    this.books = books;
    this.names = names;
    this.own = own;
    this.aliases = aliases;
  }

  /** Resolves all references of a unit's own text; call in reading order, 同条 looks back. */
  resolve(unit: Unit): readonly Resolved[] {
    const here = spotOf(unit.address);
    const scope = here.supplement + here.article + here.other;
    if (scope !== this.lastArticle) this.last = null;
    this.lastArticle = scope;
    const found: Resolved[] = [];
    const { text } = unit;
    const outer: (Last | null)[] = [];
    let chain: Last | null = null;
    let from = 0;
    for (const mention of findMentions(text)) {
      // Brackets between this mention and the one before: what stands in them goes on from what they follow.
      for (let at = from; at < mention.at; at += 1) {
        if (text[at] === '（') {
          if (!connectors.test(text.slice(from, at))) chain = null;
          outer.push(chain);
          from = at + 1;
        } else if (text[at] === '）') {
          chain = outer.pop() ?? null;
          from = at + 1;
        }
      }
      if (!connectors.test(text.slice(from, mention.at))) chain = null;
      const one = this.one(mention, text, unit, here, chain);
      if (one === null) continue;
      chain = one.last;
      this.last = one.last;
      from = mention.end;
      found.push(one.resolved);
    }
    return joinRanges(found, text, (document) => this.books.get(document) ?? this.own);
  }

  private one(mention: Mention, text: string, unit: Unit, here: Spot, chain: Last | null) {
    const startsHigh = mention.article !== null || mention.supplement || mention.other !== '';
    const named =
      startsHigh || !this.own.hasArticles
        ? this.names.before(text.slice(0, mention.at), this.own.regulation.title, this.aliases)
        : null;
    const { document, outside } = this.documentOf(named, mention, chain);
    const isOwn = document === '';
    const book = isOwn ? this.own : this.books.get(document);
    // A guide speaks of 第7条 of the rule that it named before; without one it is no reference.
    if (isOwn && !this.own.hasArticles && mention.other === '') return null;
    const spots = this.spots(mention, unit, here, { document, outside, chain, named: named !== null });
    if (spots === null) return null;
    const amends = isOwn && !outside && named === null && this.isOfAmendingAct(mention, here, chain);
    const targets = spots.map((spot) => {
      const target = outside || amends || book === undefined ? null : book.find(addressOfSpot(spot));
      if (target !== null && !isDeleted(target))
        return { address: target.address, resolved: 'yes' as const, deleted: false };
      const leftOut = outside || amends || (book?.isLeftOut(spot) ?? true);
      return {
        address: addressOfSpot(spot),
        resolved: leftOut ? ('outside' as const) : ('no' as const),
        deleted: target !== null,
      };
    });
    const [spot] = spots.slice(-1);
    const title = amends ? here.supplement.replace(/^附則（(.*)）$/, '$1') : document;
    const last: Last = {
      document: amends ? title : document,
      outside: outside || amends,
      spot: spot ?? nowhere,
    };
    const isInside = !outside && targets.some(({ resolved }) => resolved === 'yes');
    const pointing = isInside && !saysItself(mention, targets, named, document);
    const resolved: Resolved = { mention, end: mention.end, document: title, targets, pointing, from: '' };
    return { resolved, last };
  }

  private documentOf(
    named: ReturnType<DocumentNames['before']>,
    mention: Mention,
    chain: Last | null,
  ): { document: string; outside: boolean } {
    if (named?.kind === 'own') return { document: '', outside: false };
    if (named?.kind === 'known') return { document: named.title, outside: false };
    if (named?.kind === 'outside') return { document: named.title, outside: true };
    const points = [mention.article, mention.paragraph, mention.item].find((one) => one !== null);
    const isSame = points?.kind === 'same' || named?.kind === 'same';
    const carried = isSame
      ? this.last
      : points?.kind === 'number' || points?.kind === 'each' || points === undefined
        ? chain
        : null;
    // In a guide a bare 第7条 goes on from the rule that was named last.
    const guide = !this.own.hasArticles && mention.other === '' ? this.last : null;
    const from = carried ?? guide;
    return from === null
      ? { document: '', outside: false }
      : { document: from.document, outside: from.outside };
  }

  /** Bare article numbers in the 附則 of an amending act are those of that act. */
  private isOfAmendingAct(mention: Mention, here: Spot, chain: Last | null): boolean {
    if (mention.supplement || !isAmendingAct(here.supplement)) return false;
    if (mention.article?.kind !== 'number') return false;
    return chain === null || chain.spot.supplement === '';
  }

  /** The places a mention leads to; null where it is no reference after all. */
  private spots(
    mention: Mention,
    unit: Unit,
    here: Spot,
    at: { document: string; outside: boolean; chain: Last | null; named: boolean },
  ): readonly Spot[] | null {
    if (mention.other !== '') return this.otherSpots(mention.other, unit, at.document);
    const isOwn = at.document === '';
    const chained =
      !at.named && at.chain !== null && at.chain.document === at.document ? at.chain.spot : null;
    const supplement = this.supplementOf(mention, here, isOwn, chained);
    const isBarePointer =
      mention.article === null && mention.item === null && mention.paragraph?.kind === 'this';
    if (isBarePointer) return null;
    if (mention.article === null && mention.paragraph === null && mention.item === null)
      return mention.supplement ? [{ ...nowhere, supplement }] : null;
    const same = this.last !== null && this.last.document === at.document ? this.last.spot : null;
    const articles = this.articleSpots(mention, here, supplement, chained, same, isOwn);
    if (articles === null) return null;
    return this.below(mention, articles, here, chained, same, isOwn);
  }

  private supplementOf(mention: Mention, here: Spot, isOwn: boolean, chained: Spot | null): string {
    if (mention.supplement) return isOwn && here.supplement !== '' ? here.supplement : '附則';
    const points = mention.article ?? mention.paragraph ?? mention.item;
    if (chained !== null && points?.kind === 'number') return chained.supplement;
    if (points?.kind === 'same') return this.last?.spot.supplement ?? '';
    if (!isOwn) return '';
    return mention.article?.kind === 'number' ? '' : here.supplement;
  }

  private articleSpots(
    mention: Mention,
    here: Spot,
    supplement: string,
    chained: Spot | null,
    same: Spot | null,
    isOwn: boolean,
  ): readonly Spot[] | null {
    const { article } = mention;
    const own = { ...nowhere, supplement, article: here.article };
    if (article === null) {
      const points = mention.paragraph ?? mention.item;
      if (mention.supplement) return [{ ...nowhere, supplement }];
      if (points?.kind === 'same')
        return same === null ? [own] : [{ ...nowhere, supplement: same.supplement, article: same.article }];
      if (points?.kind === 'number' && chained !== null)
        return [{ ...nowhere, supplement: chained.supplement, article: chained.article }];
      return isOwn ? [own] : null;
    }
    const at = (address: string): Spot => ({ ...nowhere, supplement, article: address });
    switch (article.kind) {
      case 'number': {
        const [first = '', ...branches] = article.number.split('の');
        return [at(`第${first}条${branches.map((one) => `の${one}`).join('')}`)];
      }
      case 'same':
        return same === null || same.article === ''
          ? here.article === ''
            ? null
            : [own]
          : [{ ...nowhere, supplement: same.supplement, article: same.article }];
      case 'this':
        return mention.paragraph === null && mention.item === null ? null : [own];
      case 'after':
        return [this.beside(here, 1)];
      case 'before':
        return Array.from({ length: article.count }, (_all, index) =>
          this.beside(here, index - article.count),
        );
      default:
        return null;
    }
  }

  /** The article before or after, by the printed number where the source leaves articles out. */
  private beside(here: Spot, steps: number): Spot {
    const number = Number(/^第([0-9]+)条/.exec(here.article)?.[1] ?? Number.NaN);
    const printed: Spot = { ...nowhere, supplement: here.supplement, article: `第${number + steps}条` };
    const unit = this.own.articleBeside(here, steps);
    if (unit === null || (this.own.isLeftOut(here) && this.own.find(addressOfSpot(printed)) === null))
      return printed;
    const spot = spotOf(unit.address);
    const range = /から(第[0-9]+条(?:の[0-9]+)*)まで$/.exec(spot.article);
    return range === null ? spot : { ...spot, article: steps < 0 ? (range[1] ?? '') : spot.article };
  }

  private below(
    mention: Mention,
    articles: readonly Spot[],
    here: Spot,
    chained: Spot | null,
    same: Spot | null,
    isOwn: boolean,
  ): readonly Spot[] | null {
    const { paragraph, item } = mention;
    if (paragraph === null && item === null) return articles;
    const paragraphs = articles.flatMap((spot): readonly Spot[] => {
      if (paragraph === null) {
        if (mention.article !== null || mention.supplement) return [spot];
        if (item?.kind === 'number' && chained !== null) return [{ ...spot, paragraph: chained.paragraph }];
        if (item?.kind === 'same') return [{ ...spot, paragraph: same?.paragraph ?? here.paragraph }];
        return [{ ...spot, paragraph: here.paragraph }];
      }
      return numbersOf(paragraph, here.paragraph, same?.paragraph ?? here.paragraph).map((number) => ({
        ...spot,
        paragraph: number === '' ? '' : `第${number}項`,
      }));
    });
    if (item === null) return paragraphs;
    return this.items(mention, item, paragraphs, here, same, isOwn);
  }

  private items(
    mention: Mention,
    item: Part,
    paragraphs: readonly Spot[],
    here: Spot,
    same: Spot | null,
    isOwn: boolean,
  ): readonly Spot[] | null {
    const isBare = mention.article === null && mention.paragraph === null;
    const book = this.own;
    const below = (spot: Spot): readonly Unit[] =>
      (book.find(addressOfSpot(spot))?.children ?? []).filter(({ kind }) => kind === 'item');
    const found = paragraphs.flatMap((spot): readonly Spot[] => {
      if (item.kind === 'each') {
        const all = isOwn ? below(spot) : [];
        const until = item.before ? all.findIndex(({ address }) => spotOf(address).item === here.item) : -1;
        const taken = until < 0 ? all : all.slice(0, until);
        return taken.length === 0 ? [spot] : taken.map(({ address }) => spotOf(address));
      }
      if (item.kind === 'before' || item.kind === 'after') {
        const all = below(spot);
        const at = all.findIndex(({ address }) => spotOf(address).item === here.item);
        const steps =
          item.kind === 'after'
            ? [1]
            : Array.from({ length: item.count }, (_all, index) => index - item.count);
        return steps.map((step) => {
          const unit = all[(at < 0 ? all.length : at) + step];
          return unit === undefined ? { ...spot, item: '第0号' } : spotOf(unit.address);
        });
      }
      return numbersOf(item, here.item, same?.item ?? here.item).map((number) => {
        const [first = '', ...branches] = number.split('の');
        return {
          ...spot,
          item: `第${first}号${branches.map((one) => `の${one}`).join('')}`,
          sub: mention.sub,
        };
      });
    });
    // 「第一号」 where nothing is itemised names a thing, not a place.
    if (
      isBare &&
      item.kind === 'number' &&
      isOwn &&
      !found.some((spot) => below({ ...spot, item: '', sub: '' }).length > 0)
    )
      return null;
    // イ that is no unit of its own stays with its 号.
    return found.map((spot) =>
      spot.sub !== '' &&
      isOwn &&
      book.find(addressOfSpot(spot)) === null &&
      book.find(addressOfSpot({ ...spot, sub: '' })) !== null
        ? { ...spot, sub: '' }
        : spot,
    );
  }

  private otherSpots(other: string, unit: Unit, document: string): readonly Spot[] | null {
    const spot = (address: string): readonly Spot[] => [{ ...nowhere, other: address }];
    if (document !== '' || !/^(?:第[0-9]+節|前[章節]|次[章節])/.test(other)) return spot(other);
    const division = this.own.divisionOf(unit);
    if (division === null) return null;
    const step = other.startsWith('前') ? -1 : 1;
    const mark = other.slice(-1);
    if (/^[前次]/.test(other))
      return spot(
        division.address.replace(
          new RegExp(`第([0-9]+)${mark}.*$`),
          (_all, number: string) => `第${Number(number) + step}${mark}`,
        ),
      );
    return spot(`${division.address.replace(/第[0-9]+節.*$/, '')}${other}`);
  }
}

/** True where the words are the whole address as a citation writes it: nothing has to be added. */
function saysItself(
  mention: Mention,
  targets: Resolved['targets'],
  named: ReturnType<DocumentNames['before']>,
  document: string,
): boolean {
  const [only, second] = targets;
  if (second !== undefined || only?.address !== foldAscii(mention.words)) return false;
  return document === '' || (named?.kind === 'known' && named.words === document);
}

/** Printed numbers a part means: 前三項 in 第4項 → 1, 2, 3. */
function numbersOf(part: Part, here: string, same: string): readonly string[] {
  const number = Number(/([0-9]+)/.exec(here)?.[1] ?? Number.NaN);
  switch (part.kind) {
    case 'number':
      return [part.number];
    case 'before':
      return Number.isNaN(number)
        ? ['0']
        : Array.from({ length: part.count }, (_all, index) => String(number - part.count + index));
    case 'after':
      return [String((Number.isNaN(number) ? 1 : number) + 1)];
    case 'same':
      return [/([0-9]+(?:の[0-9]+)*)/.exec(same)?.[1] ?? ''];
    default:
      return [/([0-9]+(?:の[0-9]+)*)/.exec(here)?.[1] ?? ''];
  }
}
