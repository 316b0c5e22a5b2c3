/** A core system's file → businesses with canonical values, and an account of its columns; a damaged file is refused. */
import { type BytesPort, pureBytes } from '../bytes/port.ts';
import type { Profile } from '../csv/profile.ts';
import { openProfile } from '../csv/read.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, UnusableInput } from '../issue/issue.ts';
import { createNormaliser, type Normalised } from '../record/normalise.ts';
import type { Settings } from '../settings/settings.ts';

export interface LedgerFile {
  /** Name of the file, for messages only. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface LedgerBusiness extends Normalised {
  /** Data row of the file, from 1; blank rows do not count. */
  readonly row: number;
}

export interface Ledger {
  readonly businesses: readonly LedgerBusiness[];
  /** Keys of the profile's columns that the file has, in the order of the profile. */
  readonly keys: readonly string[];
  /** Headers as they stand in the file; the profile's own where the file has none. */
  readonly header: readonly string[];
  /** Headers of the profile that the file lacks, and headers of the file that the profile does not know. */
  readonly missingHeaders: readonly string[];
  readonly unknownHeaders: readonly string[];
  /** Warnings of the whole file (`file.gaiji` …). */
  readonly warnings: readonly Issue[];
  /** False when the last line has no newline: then a file cut off within its last cell looks whole. */
  readonly endsWithNewline: boolean;
}

export interface LedgerOptions {
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  readonly settings: Pick<Settings, 'divisions' | 'districts'>;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  /** Faster work on bytes where the platform has it. */
  readonly port?: BytesPort;
}

/** Codes of the reader in the words of a ledger: there a ragged row means a damaged file, not a row that waits. */
const ofLedger: Readonly<Record<string, string>> = {
  'row.ragged': 'ledger.row-ragged',
  'table.quote-open': 'ledger.quote-open',
};

/** What a file is besides its businesses. */
export type LedgerAccount = Omit<Ledger, 'businesses'>;

/**
 * Reads a ledger business by business, without keeping any. Throws `UnusableInput` when the file cannot be trusted: no
 * text, mixed encodings, no header, no column of 事業所番号 although the profile has one, a header twice, a row with too
 * few or too many cells (a download that broke off), a quote that never closes; businesses before the damage have then
 * been visited. A value that cannot be read stays as it is, named in `unread`.
 * @param begin told the keys of the file's columns before the first business; returns what visits each
 */
export function scanLedgerFile(
  input: LedgerFile,
  options: LedgerOptions,
  begin: (keys: readonly string[]) => (business: LedgerBusiness) => void,
): LedgerAccount {
  const { profile, catalogue, settings, port = pureBytes } = options;
  const { file, bytes } = input;
  const choices = { divisions: settings.divisions };
  const reader = openProfile(profile, catalogue, bytes, { file, choices, port });
  refuseBroken(file, reader.issues());
  const normalise = createNormaliser({ catalogue, today: options.today, settings });
  const missing = new Set(reader.missingHeaders);
  const keys = profile.columns.flatMap(({ key, header }) =>
    key === undefined || missing.has(header) ? [] : [key],
  );
  const visit = begin(keys);
  let row = 0;
  for (let read = reader.next(); read !== null; read = reader.next())
    visit({ row: ++row, ...normalise(read.values) });
  const issues = reader.issues();
  refuseBroken(file, issues);
  const last = bytes[bytes.length - 1];
  return {
    header: reader.header,
    keys,
    missingHeaders: reader.missingHeaders,
    unknownHeaders: [...new Set(reader.unknownHeaders)],
    warnings: issues,
    endsWithNewline: last === 10 || last === 13,
  };
}

function refuseBroken(file: string, issues: readonly Issue[]): void {
  const broken = issues.filter((i) => i.severity === 'error');
  if (broken.length === 0) return;
  throw new UnusableInput(
    broken.map((i) => ({ ...i, code: ofLedger[i.code] ?? i.code, params: { file, ...i.params } })),
  );
}

/** Reads a whole ledger; throws as `scanLedgerFile` does. */
export function readLedgerFile(input: LedgerFile, options: LedgerOptions): Ledger {
  const businesses: LedgerBusiness[] = [];
  const account = scanLedgerFile(input, options, () => (business) => {
    businesses.push(business);
  });
  return { businesses, ...account };
}
