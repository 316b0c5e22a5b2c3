/** What an import has to tell people: columns, values that could not be read, doubtful numbers, signs of a wrong file. */
import { bareHeader, compareHeaders, type HeaderDrift } from '../csv/header-order.ts';
import { createHeaderMatcher, freeKinds } from '../csv/learn/headers.ts';
import { type Issue, issue } from '../issue/issue.ts';
import type { LedgerAccount, LedgerBusiness, LedgerFile, LedgerOptions } from './ledger.ts';

export interface UnreadKey {
  readonly key: string;
  readonly count: number;
  /** The first of them, at most 20. */
  readonly examples: readonly { readonly row: number; readonly value: string }[];
}

export interface LeftOutRow {
  readonly row: number;
  readonly businessNumber: string;
  /** No number; a number that stands twice in the file; one that stands twice in 台帳. */
  readonly reason: 'blank' | 'twice' | 'sheet-twice';
}

/** A new number that is one of 台帳 without its leading zeros. */
export interface LostZero {
  readonly row: number;
  readonly businessNumber: string;
  readonly before: string;
}

export interface ImportFacts {
  readonly counts: { readonly inFile: number; readonly missing: number; readonly leftOut: number };
  readonly leftOut: readonly LeftOutRow[];
  readonly missing: readonly { readonly businessNumber: string }[];
  readonly added: readonly { readonly businessNumber: string; readonly row: number }[];
  /** Numbers of 台帳. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly sameAsLast: boolean;
}

export interface ImportReport {
  readonly columns: readonly { readonly header: string; readonly key: string }[];
  readonly drift: HeaderDrift;
  readonly unread: readonly UnreadKey[];
  readonly lostZeros: readonly LostZero[];
  readonly issues: readonly Issue[];
}

export interface ImportAccount {
  /** Takes note of a business of the file, in its order. */
  see(business: LedgerBusiness): void;
  /** Numbers whose rows are left out, and why. */
  doubtful(twiceInSheet: ReadonlySet<string>): ReadonlyMap<string, 'twice' | 'sheet-twice'>;
  report(scanned: LedgerAccount, facts: ImportFacts): ImportReport;
}

const mostExamples = 20;
/** A file that lacks more than this share of 台帳, in per cent, is doubtful: cut off, or only a part. */
const manyMissing = 10;
const fewMissing = 5;

/** What a spreadsheet makes of a number with zeros in front. */
const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, '');
const hasZeros = (number: string): boolean => /^0+\d/.test(number);

/** `3、5、8 ほか 12 行`-like lists are made by the words; here only the first few, as text. */
const firstFew = (rows: readonly number[]): string => rows.slice(0, mostExamples).join('、');

export function createImportAccount(options: LedgerOptions & { readonly ledger: LedgerFile }): ImportAccount {
  const { profile, catalogue, ledger } = options;
  const filled = new Map<string, number>();
  const unread = new Map<
    string,
    { key: string; count: number; examples: { row: number; value: string }[] }
  >();
  const seen = new Set<string>();
  const twice = new Set<string>();
  let firstNumber = '';

  const see: ImportAccount['see'] = ({ row, values, unread: wrong }) => {
    const number = values.businessNumber ?? '';
    if (row === 1) firstNumber = number;
    if (number !== '') {
      if (seen.has(number)) twice.add(number);
      else seen.add(number);
    }
    if (!profile.header) for (const key of Object.keys(values)) filled.set(key, (filled.get(key) ?? 0) + 1);
    for (const key of wrong) {
      const found = unread.get(key) ?? { key, count: 0, examples: [] };
      unread.set(key, found);
      found.count++;
      if (found.examples.length < mostExamples) found.examples.push({ row, value: values[key] ?? '' });
    }
  };

  const doubtful: ImportAccount['doubtful'] = (twiceInSheet) => {
    const found = new Map<string, 'twice' | 'sheet-twice'>();
    for (const number of twiceInSheet) found.set(number, 'sheet-twice');
    for (const number of twice) found.set(number, 'twice');
    return found;
  };

  const report: ImportAccount['report'] = (scanned, facts) => {
    const { file } = ledger;
    const issues: Issue[] = [];
    const say = (
      code: string,
      severity: Issue['severity'],
      key: string,
      params: Readonly<Record<string, string | number>> = {},
    ): void => {
      issues.push(issue(code, severity, key, { params: { file, ...params } }));
    };
    const keyOf = (header: string): string =>
      profile.columns.find((c) => bareHeader(c.header) === bareHeader(header))?.key ?? '';
    const expected = profile.columns.map((c) => c.header);
    const drift = compareHeaders(expected, scanned.header, keyOf, catalogue);

    if (facts.counts.inFile === 0) say('ledger.no-rows', 'error', '');
    for (const { before, after, key } of drift.renamed) {
      if (key !== '') say('ledger.column-renamed', 'error', key, { header: before, found: after });
    }
    if (!profile.header) {
      const match = createHeaderMatcher(catalogue);
      const isHeader = match(firstNumber).some(({ by }) => by !== 'likeness');
      if (isHeader) say('ledger.header-found', 'error', '', { header: firstNumber });
      for (const { key, count, examples } of unread.values()) {
        const field = catalogue.byKey.get(key);
        if (field === undefined || freeKinds.has(field.kind) || count * 2 <= (filled.get(key) ?? 0)) continue;
        const column = profile.columns.findIndex((c) => c.key === key) + 1;
        say('ledger.shape', 'error', key, { column, example: examples[0]?.value ?? '' });
      }
    }
    if (facts.counts.leftOut * 2 > facts.counts.inFile)
      say('ledger.numbers-doubtful', 'error', 'businessNumber', {
        count: facts.counts.leftOut,
        rows: facts.counts.inFile,
      });
    const lostZeros = lostZerosOf(facts);
    const zeros = [...facts.numbers.keys()].filter(hasZeros).length;
    const [lost] = lostZeros;
    if (lost !== undefined) {
      const most = lostZeros.length > 1 && lostZeros.length * 2 > zeros;
      const params = { count: lostZeros.length, found: lost.businessNumber, before: lost.before };
      say(
        most ? 'ledger.zeros-lost-most' : 'ledger.zeros-lost',
        most ? 'error' : 'warning',
        'businessNumber',
        params,
      );
    }

    for (const [reason, code] of leftOutCodes) {
      const rows = facts.leftOut.filter((r) => r.reason === reason).map((r) => r.row);
      if (rows.length > 0)
        say(code, 'warning', 'businessNumber', { count: rows.length, rows: firstFew(rows) });
    }
    const share = facts.counts.missing * 100 > facts.numbers.size * manyMissing;
    if (facts.counts.inFile > 0 && share && facts.counts.missing >= fewMissing)
      say('ledger.many-missing', 'warning', '', { count: facts.counts.missing, rows: facts.numbers.size });
    if (!scanned.endsWithNewline) say('ledger.no-newline', 'warning', '');
    issues.push(...scanned.warnings);
    for (const header of drift.disappeared) {
      const key = keyOf(header);
      if (key !== '') say('ledger.column-missing', 'warning', key, { header });
    }
    for (const { key, count, examples } of unread.values()) {
      const [first] = examples;
      const params = { count, row: first?.row ?? 0, example: first?.value ?? '' };
      say('ledger.unread', 'warning', key, params);
    }
    if (drift.appeared.length > 0)
      say('ledger.column-unknown', 'info', '', {
        count: drift.appeared.length,
        list: drift.appeared.join('、'),
      });
    if (drift.moved.length > 0)
      say('ledger.column-moved', 'info', '', { list: drift.moved.map(({ header }) => header).join('、') });
    if (facts.sameAsLast) say('ledger.same-file', 'info', '');

    const columns = scanned.header.map((header, at) => ({
      header: bareHeader(header),
      key: profile.header ? keyOf(header) : (profile.columns[at]?.key ?? ''),
    }));
    return { columns, drift, unread: [...unread.values()], lostZeros, issues };
  };
  return { see, doubtful, report };
}

const leftOutCodes: readonly (readonly [LeftOutRow['reason'], string])[] = [
  ['blank', 'ledger.left-out-blank'],
  ['twice', 'ledger.left-out-twice'],
  ['sheet-twice', 'ledger.left-out-sheet'],
];

/** New numbers that a business of 台帳 had with zeros in front, while its own number is not in the file. */
function lostZerosOf({ missing, added }: ImportFacts): LostZero[] {
  const bare = new Map<string, string>();
  for (const { businessNumber } of missing)
    if (hasZeros(businessNumber)) bare.set(withoutZeros(businessNumber), businessNumber);
  if (bare.size === 0) return [];
  return added.flatMap(({ businessNumber, row }) => {
    const before = bare.get(businessNumber);
    return before === undefined ? [] : [{ row, businessNumber, before }];
  });
}
