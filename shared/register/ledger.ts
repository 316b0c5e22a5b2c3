/** A core system's file → businesses with canonical values, and an account of its columns; a damaged file is refused. */
import type { Profile } from '../csv/profile.ts';
import { readProfile } from '../csv/read.ts';
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
}

/** Codes of the reader in the words of a ledger: there a ragged row means a damaged file, not a row that waits. */
const ofLedger: Readonly<Record<string, string>> = {
  'row.ragged': 'ledger.row-ragged',
  'table.quote-open': 'ledger.quote-open',
};

/**
 * Reads a whole ledger. Throws `UnusableInput` when the file cannot be trusted: no text, mixed encodings, no header,
 * no column of 事業所番号 although the profile has one, a header twice, a row with too few or too many cells (a download
 * that broke off), a quote that never closes. A value that cannot be read stays as it is, named in `unread`.
 */
export function readLedgerFile(input: LedgerFile, options: LedgerOptions): Ledger {
  const { profile, catalogue, settings } = options;
  const { file, bytes } = input;
  const choices = { divisions: settings.divisions };
  const read = readProfile(profile, catalogue, bytes, { file, choices });
  const broken = read.issues.filter((i) => i.severity === 'error');
  if (broken.length > 0) {
    throw new UnusableInput(
      broken.map((i) => ({ ...i, code: ofLedger[i.code] ?? i.code, params: { file, ...i.params } })),
    );
  }
  const normalise = createNormaliser({ catalogue, today: options.today, settings });
  const missing = new Set(read.missingHeaders);
  const last = bytes[bytes.length - 1];
  return {
    businesses: read.rows.map(({ values }, index) => ({ row: index + 1, ...normalise(values) })),
    keys: profile.columns.flatMap(({ key, header }) =>
      key === undefined || missing.has(header) ? [] : [key],
    ),
    missingHeaders: read.missingHeaders,
    unknownHeaders: [...new Set(read.unknownHeaders)],
    warnings: read.issues,
    endsWithNewline: last === 10 || last === 13,
  };
}
