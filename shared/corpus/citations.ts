/** The citations of an answer, each held against the bundle. */

import type { Shelf } from './blocks.ts';
import { findMentions, type Mention, type Part } from './mentions.ts';
import type { Unit } from './model.ts';
import type { DocumentNames } from './names.ts';
import { type Agreement, agreement, quotesOf } from './quotes.ts';
import { sentencesOf } from './sentences.ts';
import { type AddressBook, addressOfSpot, nowhere, type Spot, spotOf } from './spot.ts';

export type Verdict = '存在' | '本文一致' | '不一致' | '存在しない' | '未確認';

export interface Citation {
  /** Title of the document and address; the address alone where the document is not known. */
  readonly address: string;
  readonly verdict: Verdict;
  /** As it stands in the answer. */
  readonly words: string;
}

interface Cited {
  readonly at: number;
  readonly end: number;
  /** Of the name of the document, else of the address. */
  readonly from: number;
  readonly document: string;
  readonly address: string;
  /** In parts; what a later 同条 or 第2号 goes on from. */
  readonly spot: Spot;
  readonly unit: Unit | null;
  readonly known: boolean;
}

/** Additions of the bundle that were pasted with its text: 前条〔第6条〕. They are no citations of the answer. */
const pasted = /([条項号款節章]|附則)〔(?:附則|第[0-9]+[条項号])[^〔〕]*〕/g;

/**
 * Marks every citation of an answer: 存在 (the place is there), 本文一致 (the words quoted for it stand there), 不一致 (they
 * do not), 存在しない, 未確認 (the document is not in the bundle, or none is named).
 */
export function checkCitations(answer: string, shelf: Shelf): readonly Citation[] {
  const text = answer.replace(/\r\n?/g, '\n').replace(pasted, '$1');
  const found: Citation[] = [];
  let document = shelf.books.size === 1 ? ([...shelf.books.keys()][0] ?? '') : '';
  let spot = nowhere;
  for (const sentence of sentencesOf(text)) {
    const cited = citedIn(sentence, shelf, document, spot);
    const quotes = quotesOf(sentence, cited);
    document = [...cited].reverse().find(({ document: one }) => shelf.books.has(one))?.document ?? document;
    spot = cited[cited.length - 1]?.spot ?? spot;
    cited.forEach((one, at) => {
      const address = one.document === '' ? one.address : `${one.document} ${one.address}`;
      found.push({
        address,
        words: sentence.slice(one.from, one.end),
        verdict: verdictOf(one, agreement(sentence, at, cited, quotes)),
      });
    });
  }
  return found;
}

function verdictOf(one: Cited, words: Agreement): Verdict {
  if (!one.known) return '未確認';
  if (one.unit === null) return '存在しない';
  return words === 'same' ? '本文一致' : words === 'other' ? '不一致' : '存在';
}

function citedIn(sentence: string, shelf: Shelf, carried: string, spot: Spot): readonly Cited[] {
  const found: Cited[] = [...numberedIn(sentence, shelf, carried, spot), ...sectionsIn(sentence, shelf)];
  found.sort((a, b) => a.at - b.at);
  // A quotation has references of its own: 「前項の規定により第3条…」.
  const kept = found.filter((one) => {
    const open = Math.max(sentence.lastIndexOf('「', one.at), sentence.lastIndexOf('『', one.at));
    const close = Math.max(sentence.lastIndexOf('」', one.at), sentence.lastIndexOf('』', one.at));
    if (open <= close) return true;
    const end = sentence.slice(one.end).search(/[」』]/);
    return end >= 0 && end <= 2 && one.from - open <= 2;
  });
  return kept.filter((one, at) => at === 0 || one.at >= (kept[at - 1]?.end ?? 0));
}

const list =
  /^(?:[、，・,\s\u3000]|及び|並びに|又は|若しくは|または|もしくは|および|ならびに|と|や|から|まで|〜|～|-)*$/;

function numberedIn(sentence: string, shelf: Shelf, carried: string, before: Spot): readonly Cited[] {
  const found: Cited[] = [];
  let last: { document: string; spot: Spot; end: number } | null =
    before === nowhere ? null : { document: carried, spot: before, end: -1 };
  for (const mention of findMentions(sentence)) {
    const named = startsDocument(mention) ? nameBefore(shelf.names, sentence, mention.at) : null;
    const chained: boolean =
      last !== null && last.end >= 0 && list.test(sentence.slice(last.end, mention.at));
    const same = first(mention)?.kind === 'same';
    if (!same && first(mention) !== null && first(mention)?.kind !== 'number') continue;
    if ((same || !startsDocument(mention)) && last === null) continue;
    const document: string =
      named?.title ?? (last !== null && (chained || same) ? last.document : (last?.document ?? carried));
    const known = shelf.books.has(document);
    const spot = spotOfMention(
      mention,
      chained || same || !startsDocument(mention) ? (last?.spot ?? nowhere) : nowhere,
    );
    if (spot === null) continue;
    const address = addressOfSpot(spot);
    found.push({
      at: mention.at,
      from: named?.from ?? mention.at,
      end: mention.end,
      document,
      address,
      spot,
      unit: known ? (shelf.books.get(document)?.find(address) ?? null) : null,
      known,
    });
    last = { document, spot, end: mention.end };
  }
  return found;
}

const first = (mention: Mention): Part | null => mention.article ?? mention.paragraph ?? mention.item;
const startsDocument = (mention: Mention): boolean =>
  mention.article !== null || mention.supplement || mention.other !== '';

function nameBefore(
  names: DocumentNames,
  sentence: string,
  at: number,
): { title: string; from: number } | null {
  const before = sentence.slice(0, at);
  const named = names.before(before, '', new Map());
  if (named === null || named.kind === 'same') return null;
  const title = named.kind === 'known' || named.kind === 'outside' ? named.title : '';
  if (title === '') return null;
  return { title, from: Math.max(0, before.lastIndexOf(named.words)) };
}

/** A printed address, going on from the one before in a list: 第45条第1項・第6項. */
function spotOfMention(mention: Mention, last: Spot): Spot | null {
  if (mention.other !== '') return { ...nowhere, other: mention.other };
  const number = (part: Part | null, unit: string): string | null => {
    if (part?.kind !== 'number') return null;
    const [main = '', ...branches] = part.number.split('の');
    return `第${main}${unit}${branches.map((one) => `の${one}`).join('')}`;
  };
  const article = number(mention.article, '条');
  const paragraph = number(mention.paragraph, '項');
  const item = number(mention.item, '号');
  const base: Spot =
    article !== null || (mention.supplement && mention.article === null)
      ? {
          ...nowhere,
          supplement: mention.supplement ? '附則' : last.article === '' ? last.supplement : '',
          article: article ?? '',
        }
      : { ...nowhere, supplement: last.supplement, article: last.article };
  const withParagraph =
    paragraph ?? (article === null && !mention.supplement && item !== null ? last.paragraph : '');
  if (base.article + base.supplement === '') return null;
  return { ...base, paragraph: withParagraph, item: item ?? '', sub: mention.sub };
}

const sectionAddress =
  /^(?:(?:問|Q)[0-9]+(?:-[0-9]+)?|[0-9]+(?:[-.][0-9]+)+|[0-9]+(?:ページ)?(?![0-9年月日条項号人円]))/;

/** Addresses of guides: 事務の手引 2-1-3, 会計Q&A 問3, or a heading. */
function sectionsIn(sentence: string, shelf: Shelf): readonly Cited[] {
  const found: Cited[] = [];
  for (const { name, title } of shelf.names.all) {
    const book = shelf.books.get(title);
    if (book === undefined) continue;
    for (let at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
      const gap = /^[」』\s\u3000の]*/.exec(sentence.slice(at + name.length))?.[0].length ?? 0;
      const from = at + name.length + gap;
      const rest = sentence.slice(from);
      const address = sectionOf(rest, book);
      if (address === null || found.some((one) => one.at === from)) continue;
      found.push({
        at: from,
        from: at,
        end: from + address.length,
        document: title,
        address,
        spot: { ...nowhere, other: address },
        unit: book.find(address),
        known: true,
      });
    }
  }
  return found;
}

function sectionOf(rest: string, book: AddressBook): string | null {
  const headed = [...book.all()]
    .filter(
      ({ kind, address }) =>
        (kind === 'section' || /^附則（/.test(address) || spotOf(address).other === address) &&
        rest.startsWith(address),
    )
    .map(({ address }) => address)
    .sort((a, b) => b.length - a.length)[0];
  if (headed !== undefined && !/^[-.][0-9]|^[0-9]/.test(rest.slice(headed.length))) return headed;
  // A number that is not there counts only for a document of numbered sections.
  return book.hasArticles ? null : (sectionAddress.exec(rest)?.[0] ?? null);
}

export type { Cited };
