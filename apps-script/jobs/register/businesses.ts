/** Every business of 台帳 by the few columns that sending and figures need: one narrow read, however large the ledger. */
import type { Candidate } from '../../../shared/register/recipients.ts';
import { assets } from '../assets.ts';
import type { Book } from '../book/book.ts';
import { ledgerCellsOf } from '../book/register-book.ts';
import {
  judgementWords,
  ledgerNotes,
  ledgerTable,
  overrideWords,
  sendingWords,
} from '../book/register-tables.ts';

export interface Business
  extends Pick<
    Candidate,
    | 'businessNumber'
    | 'name'
    | 'email'
    | 'postalCode'
    | 'postalAddress'
    | 'isMember'
    | 'tokusho'
    | 'divisions'
    | 'operatingStatus'
    | 'bouncedMail'
    | 'bouncedPost'
    | 'optedOut'
  > {
  /** 基準日 of the judgement, '' before the first. */
  readonly judgedOn: string;
  /** 負担金 as it was typed, '' for none. */
  readonly levy: string;
}

const keys = [
  'businessNumber',
  'memberNumber',
  'name',
  'postalCode',
  'address',
  'email',
  'mailingAddress',
  'operatingStatus',
  'divisions',
] as const;
type Key = (typeof keys)[number];

const notes = [
  ledgerNotes.judgement,
  ledgerNotes.judgedOn,
  ledgerNotes.override,
  ledgerNotes.sending,
  ledgerNotes.levy,
] as const;

/** What staff decided goes before what was calculated. */
function tokushoOf(judged: string, override: string): Candidate['tokusho'] {
  if (override === overrideWords.yes) return 'yes';
  if (override === overrideWords.no) return 'no';
  if (judged === judgementWords.yes) return 'yes';
  return judged === judgementWords.no ? 'no' : 'unknown';
}

const known = new WeakMap<Book, readonly Business[]>();

/** Businesses with a 事業所番号, in the order of 台帳; of two with one number the first. Read once for a book. */
export function readBusinesses(book: Book): readonly Business[] {
  const found = known.get(book) ?? businessesOf(book);
  known.set(book, found);
  return found;
}

function businessesOf(book: Book): readonly Business[] {
  const { catalogue } = assets();
  const label = (key: Key): string => catalogue.byKey.get(key)?.label ?? key;
  const cells = ledgerCellsOf(book);
  const found = new Map<string, Business>();
  for (const row of book.columns(ledgerTable(catalogue), [...keys.map(label), ...notes])) {
    const text = (key: Key): string => cells.toValue(key, row.cells[label(key)] ?? '');
    const note = (header: (typeof notes)[number]): string => row.cells[header] ?? '';
    const businessNumber = text('businessNumber');
    if (businessNumber === '' || found.has(businessNumber)) continue;
    const sending = note(ledgerNotes.sending);
    const mailing = text('mailingAddress');
    found.set(businessNumber, {
      businessNumber,
      name: text('name'),
      email: text('email'),
      // The ledger has no postal code of 書類送付先.
      postalCode: mailing === '' ? text('postalCode') : '',
      postalAddress: mailing === '' ? text('address') : mailing,
      isMember: text('memberNumber') !== '',
      tokusho: tokushoOf(note(ledgerNotes.judgement), note(ledgerNotes.override)),
      divisions: text('divisions')
        .split(';')
        .filter((one) => one !== ''),
      operatingStatus: text('operatingStatus'),
      bouncedMail: sending.includes(sendingWords.bouncedMail),
      bouncedPost: sending.includes(sendingWords.bouncedPost),
      optedOut: sending.includes(sendingWords.optedOut),
      judgedOn: note(ledgerNotes.judgedOn),
      levy: note(ledgerNotes.levy),
    });
  }
  return [...found.values()];
}

/** True when neither a mail nor a letter reaches it (宛先不明). */
export function isUnreachable(one: Business, isMailable: (address: string) => boolean): boolean {
  const byMail = !one.bouncedMail && isMailable(one.email);
  return !byMail && (one.bouncedPost || one.postalAddress.trim() === '');
}
