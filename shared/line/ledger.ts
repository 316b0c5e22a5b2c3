/** What the core system holds, read through a profile, as normalised values. */
import type { Profile } from '../csv/profile.ts';
import { readProfile } from '../csv/read.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import type { BusinessRecord } from '../record/record.ts';
import type { FormAnswer } from '../response/response.ts';
import { refuseBroken } from './refuse.ts';

/** A file as it came: its name is for messages only. */
export interface InputFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface LedgerRow {
  readonly values: Readonly<Record<string, string>>;
  /** For people: 事業所番号, else the line of the file. */
  readonly label: string;
}

/** Reads a ledger file. A file that cannot be read makes the run unusable; a doubtful value stays as typed. */
export function readLedger(
  input: InputFile,
  profile: Profile,
  catalogue: Catalogue,
  check: (answer: FormAnswer) => BusinessRecord,
): readonly LedgerRow[] {
  const { rows, issues } = readProfile(profile, catalogue, input.bytes, { file: input.file });
  refuseBroken(issues, input.file);
  return rows.map(({ line, values: typed }) => {
    const { values } = check({ responseId: `ledger-${line}`, submittedAt: '', source: 'file', typed });
    return { values, label: values.businessNumber ?? `${line} 行目` };
  });
}
