/** How likely two records are one business: a score with its reasons. Merging is a person's decision. */
import { editDistance } from '../text/distance.ts';
import { type DuplicateReasonCode, duplicateWeights } from './duplicate-weights.ts';
import { fold, matchAddress, matchName, matchPhone, writeOutForms } from './match.ts';

/** Canonical values by field key; other keys do not count. */
export interface Likeness {
  readonly corporateNumber?: string | undefined;
  readonly phone?: string | undefined;
  readonly name?: string | undefined;
  readonly nameKana?: string | undefined;
  readonly postalCode?: string | undefined;
  readonly address?: string | undefined;
  readonly building?: string | undefined;
  readonly representativeName?: string | undefined;
}

export interface DuplicateReason {
  readonly code: DuplicateReasonCode;
  readonly weight: number;
}

export interface DuplicateScore {
  /** 0–100. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** A record folded once, for many comparisons. Blank where there is nothing to compare. */
export interface FoldedRecord {
  readonly corporateNumber: string;
  readonly phone: string;
  readonly name: string;
  /** `matchName` of it. */
  readonly bareName: string;
  readonly form: string;
  readonly formPlace: 'before' | 'after' | 'none';
  readonly kana: string;
  readonly postalCode: string;
  readonly prefecture: string;
  /** Address without its prefecture up to 番地 ('' where it has none), and what stands behind it with the building. */
  readonly block: string;
  readonly building: string;
  readonly representative: string;
}

const form =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|医療法人/;
const kanaForms =
  /カブシキ[ガカ]イシャ|ユウゲン[ガカ]イシャ|ゴウドウ[ガカ]イシャ|ゴウシ[ガカ]イシャ|ゴウメイ[ガカ]イシャ|^[(]?[カユド][)]|[(][カユド][)]?$/g;
const prefecturePattern = /^(?:東京都|北海道|(?:京都|大阪)府|[^市区町村郡0-9]{2,3}県)/;
/** `1-2-3` where there is one, else the first number that counts no streets (北1条). */
const blockPattern = /^.*?\d+(?:-\d+)+|^.*?\d+(?![\d条線])/;
const numerals = /[^0-9一二三四五六七八九十百]/g;
const placeholder = /^(\d)\1*$/;

function plain(text: string | undefined): string {
  return text === undefined || text === '' ? '' : matchName(text);
}

/** A number nobody has (0000000000), or too short to tell of one subscriber, is none. */
function realPhone(phone: string): string {
  const digits = matchPhone(phone);
  return digits.length < 9 || placeholder.test(digits) ? '' : digits;
}

export function foldRecord(record: Likeness): FoldedRecord {
  const name = record.name ?? '';
  const written = writeOutForms(fold(name)).trim();
  const found = form.exec(written);
  const address = matchAddress(record.address ?? '');
  const prefecture = prefecturePattern.exec(address)?.[0] ?? '';
  const local = address.slice(prefecture.length);
  const block = blockPattern.exec(local)?.[0] ?? '';
  return {
    corporateNumber: record.corporateNumber ?? '',
    phone: realPhone(record.phone ?? ''),
    name,
    bareName: plain(name),
    form: found?.[0] ?? '',
    formPlace: found === null ? 'none' : found.index === 0 ? 'before' : 'after',
    kana: plain(record.nameKana?.normalize('NFKC').replace(kanaForms, '')),
    postalCode: record.postalCode ?? '',
    prefecture,
    block,
    building: plain(local.slice(block.length) + (record.building ?? '')),
    representative: plain(record.representativeName),
  };
}

function isNear(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length);
  if (length < 4) return false;
  const limit = Math.max(1, Math.floor(length / 5));
  return editDistance(a, b, limit) <= limit && a.replace(numerals, '') === b.replace(numerals, '');
}

type Codes = DuplicateReasonCode[];

/** Both are there, and they are equal, or they are not. */
function compare(
  a: string,
  b: string,
  same: DuplicateReasonCode,
  different: DuplicateReasonCode,
  codes: Codes,
): void {
  if (a !== '' && b !== '') codes.push(a === b ? same : different);
}

function compareNames(a: FoldedRecord, b: FoldedRecord, codes: Codes): void {
  if (a.bareName === '' || b.bareName === '') return;
  const readAlike = a.kana !== '' && a.kana === b.kana;
  if (a.bareName !== b.bareName) {
    if (isNear(a.bareName, b.bareName)) codes.push('name.near');
    else codes.push(readAlike ? 'kana.same' : 'name.different');
    return;
  }
  codes.push(a.name === b.name ? 'name.same' : 'name.folded');
  if (a.form !== b.form)
    codes.push(a.form === '' || b.form === '' ? 'name.form-missing' : 'name.form-different');
  if (a.formPlace !== b.formPlace && a.form !== '' && b.form !== '') codes.push('name.form-position');
  if (!readAlike && a.kana !== '' && b.kana !== '') codes.push('kana.different');
}

function compareAddresses(a: FoldedRecord, b: FoldedRecord, codes: Codes): void {
  const samePostalCode = a.postalCode !== '' && a.postalCode === b.postalCode;
  const elsewhere = a.prefecture !== '' && b.prefecture !== '' && a.prefecture !== b.prefecture;
  if (a.block !== '' && a.block === b.block && !elsewhere) {
    codes.push(a.building === b.building ? 'address.same' : 'address.same-block');
  } else if (samePostalCode) codes.push('postal-code.same');
  else if (a.block !== '' && b.block !== '') codes.push('address.different');
}

/** The score of two folded records. */
export function scoreFolded(a: FoldedRecord, b: FoldedRecord): DuplicateScore {
  const codes: Codes = [];
  compare(a.corporateNumber, b.corporateNumber, 'corporate-number.same', 'corporate-number.different', codes);
  if (a.phone !== '' && a.phone === b.phone) codes.push('phone.same');
  compareNames(a, b, codes);
  compareAddresses(a, b, codes);
  compare(a.representative, b.representative, 'representative.same', 'representative.different', codes);
  let sum = 0;
  const reasons = codes.map((code) => {
    const weight = duplicateWeights[code];
    sum += weight;
    return { code, weight };
  });
  const score = codes[0] === 'corporate-number.same' ? 100 : Math.max(0, Math.min(100, sum));
  return { score, reasons };
}

/** How likely two records are one business. The order of the two does not matter. */
export function scoreDuplicate(a: Likeness, b: Likeness): DuplicateScore {
  return scoreFolded(foldRecord(a), foldRecord(b));
}
