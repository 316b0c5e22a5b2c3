/** Finds businesses of 台帳 for people: by words, or by likeness to an answer. One narrow read, however large it is. */
import { duplicateReasonWords } from '../../../shared/issue/ja/duplicates.ts';
import { scoreDuplicate } from '../../../shared/record/duplicate-score.ts';
import { matchName, matchPhone } from '../../../shared/record/match.ts';
import { assets } from '../assets.ts';
import type { Answer } from '../book/answer.ts';
import type { Book } from '../book/book.ts';
import { ledgerCellsOf } from '../book/register-book.ts';
import { ledgerTable } from '../book/register-tables.ts';

const keys = [
  'businessNumber',
  'name',
  'nameKana',
  'corporateNumber',
  'phone',
  'postalCode',
  'address',
  'building',
  'representativeName',
] as const;

/** Canonical values of a business, '' where it has none. */
export type FoundBusiness = Readonly<Record<(typeof keys)[number], string>>;

/** Every business with a number, by the columns that people know it by. */
function readAll(book: Book): readonly FoundBusiness[] {
  const { catalogue } = assets();
  const labels = keys.map((key) => catalogue.byKey.get(key)?.label ?? key);
  const cells = ledgerCellsOf(book);
  return book.columns(ledgerTable(catalogue), labels).flatMap((row) => {
    const texts = keys.map((key, at) => [key, cells.toValue(key, row.cells[labels[at] ?? ''] ?? '')]);
    const business = Object.fromEntries(texts) as FoundBusiness;
    return business.businessNumber === '' ? [] : [business];
  });
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u3041-\u3096]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
const digitsOnly = (text: string): string => text.replace(/\D/g, '');

/**
 * Businesses whose number, name, kana, representative, address or telephone hold every word; those whose number is the
 * search first.
 */
export function searchBusinesses(book: Book, search: string, most: number): readonly FoundBusiness[] {
  const words = folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const found = readAll(book).filter((one) => {
    const text = folded(
      [one.businessNumber, one.name, one.nameKana, one.representativeName, one.address].join('\n'),
    );
    const phone = digitsOnly(one.phone);
    return words.every((word) => {
      const digits = digitsOnly(word);
      // 03-1234 and 031234 are the same; a word of a name is none of a telephone.
      const isPhone = digits.length >= 4 && /^[\d\-()+]+$/.test(word) && phone.includes(digits);
      return isPhone || text.includes(word);
    });
  });
  const isIt = (one: FoundBusiness): number => (one.businessNumber === search.trim() ? 0 : 1);
  return [...found].sort((a, b) => isIt(a) - isIt(b)).slice(0, most);
}

export interface Candidate {
  readonly business: FoundBusiness;
  /** 0–100. */
  readonly score: number;
  readonly reason: string;
}

/** A number that was typed is a strong hint and no proof. */
const typedNumberScore = 50;
const leastScore = 30;

/** Whose answer it may be, best first. */
export function candidatesFor(book: Book, answer: Answer, most: number): readonly Candidate[] {
  const { values } = answer.record;
  const typed = values.businessNumber ?? '';
  const phone = matchPhone(values.phone ?? '');
  const name = matchName(values.name ?? '');
  const number = values.corporateNumber ?? '';
  const found: Candidate[] = [];
  for (const business of readAll(book)) {
    const isHolder = business.businessNumber === answer.businessNumber;
    const isTyped = business.businessNumber === typed;
    const isAlike =
      (number !== '' && business.corporateNumber === number) ||
      (phone !== '' && matchPhone(business.phone) === phone) ||
      (name !== '' && matchName(business.name) === name);
    if (!isHolder && !isTyped && !isAlike) continue;
    const { score, reasons } = scoreDuplicate(values, business);
    const words = reasons
      .filter(({ weight }) => weight > 0)
      .map(({ code }) => duplicateReasonWords[code] ?? '');
    if (isTyped) words.unshift('事業所番号が同じ');
    if (isHolder) words.unshift('照会番号の宛先');
    const total = isHolder ? 100 : Math.min(100, score + (isTyped ? typedNumberScore : 0));
    if (total >= leastScore) found.push({ business, score: total, reason: words.join('、') });
  }
  return found.sort((a, b) => b.score - a.score).slice(0, most);
}
