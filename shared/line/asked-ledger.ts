/** Reads a ledger for the answers that ask it: whole rows of the businesses asked for, the few facts of all others. */
import type { BytesPort } from '../bytes/port.ts';
import type { Profile } from '../csv/profile.ts';
import type { Catalogue, Field } from '../fields/catalogue.ts';
import { type Issue, issue, UnusableInput } from '../issue/issue.ts';
import { createDuplicateIndex, type DuplicateIndex, type KnownPlace } from '../record/duplicates.ts';
import { renamedColumns } from '../register/columns.ts';
import { type LedgerBusiness, scanLedgerFile } from '../register/ledger.ts';
import type { Settings } from '../settings/settings.ts';
import type { InputFile } from './ledger.ts';
import { refuseEmptyLedger } from './refuse.ts';

/** A place of a business, and whose it is. */
export interface NumberedPlace extends KnownPlace {
  readonly businessNumber: string;
}

export interface AskedLedger {
  /** A business asked for, or an issue that says why it cannot be told which one is meant. */
  find(businessNumber: string): LedgerBusiness | Issue;
  readonly index: DuplicateIndex<NumberedPlace>;
  /** The layout with a key in every column that a ledger row can fill, so that nothing of a row is lost on the way. */
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  /** Headers of the layout that the file does not have. */
  readonly missingHeaders: readonly string[];
  /** Rows without 事業所番号. */
  readonly blankNumbers: number;
  readonly endsWithNewline: boolean;
}

/**
 * Columns that the layout names without a field, or with a chamber's own question, become text: their cells pass through
 * as they are in the ledger.
 */
function carryAll(
  profile: Profile,
  catalogue: Catalogue,
): { readonly profile: Profile; readonly catalogue: Catalogue } {
  const own: Field[] = [];
  const headers = profile.columns.map(({ header }) => header.trim());
  const columns = profile.columns.map((column, index) => {
    const { key, fixed, header } = column;
    const isPassing = key === undefined && fixed === undefined && profile.header;
    if (isPassing && headers[index] !== '' && headers.indexOf(headers[index] ?? '') === index) {
      const carried = `local.column-${index}`;
      own.push({ key: carried, label: header, kind: 'text', multiline: true });
      return { ...column, key: carried };
    }
    if (key !== undefined && !catalogue.byKey.has(key))
      own.push({ key, label: header, kind: 'text', multiline: true });
    return column;
  });
  if (own.length === 0) return { profile, catalogue };
  const fields = [...catalogue.fields, ...own];
  return {
    profile: { ...profile, columns },
    catalogue: { ...catalogue, fields, byKey: new Map(fields.map((field) => [field.key, field])) },
  };
}

/** What a spreadsheet makes of a number with leading zeros. */
const withoutZeros = (number: string): string => number.replace(/^0+(?=\d)/, '');

/**
 * Reads the ledger once. Throws `UnusableInput` as `scanLedgerFile` does, and where the layout has no column of
 * 事業所番号 (`ledger.no-number-column`) or a column was renamed (`ledger.column-renamed`): its values would go out blank.
 * @param asked 事業所番号 of the answers
 */
export function readAskedLedger(
  input: InputFile,
  asked: ReadonlySet<string>,
  given: {
    readonly profile: Profile;
    readonly catalogue: Catalogue;
    readonly settings: Settings;
    readonly today: string;
    readonly port: BytesPort;
  },
): AskedLedger {
  const { file } = input;
  if (!given.profile.columns.some(({ key }) => key === 'businessNumber')) {
    const params = { profile: given.profile.id };
    throw new UnusableInput([issue('ledger.no-number-column', 'error', 'businessNumber', { params })]);
  }
  const { profile, catalogue } = carryAll(given.profile, given.catalogue);
  const rows = new Map<string, LedgerBusiness>();
  const twice = new Map<string, Issue>();
  const bare = new Map([...asked].map((number) => [withoutZeros(number), new Set<string>()]));
  const index = createDuplicateIndex<NumberedPlace>();
  let blankNumbers = 0;
  let businesses = 0;
  const account = scanLedgerFile(input, { ...given, profile, catalogue }, () => (business) => {
    const { row, values } = business;
    businesses = row;
    const { businessNumber: value = '', corporateNumber, phone, name, address } = values;
    const place: NumberedPlace = {
      kind: 'ledger',
      label: value === '' ? `${row} 行目` : value,
      name: name ?? '',
      id: value,
      businessNumber: value,
    };
    index.add({ corporateNumber, phone, name, address }, place);
    if (value === '') blankNumbers++;
    bare.get(withoutZeros(value))?.add(value);
    if (!asked.has(value)) return;
    const first = rows.get(value);
    if (first === undefined) rows.set(value, business);
    else if (!twice.has(value)) {
      const params = { file, row, first: first.row };
      twice.set(value, issue('ledger.number-twice', 'error', 'businessNumber', { params, value }));
    }
  });
  refuseEmptyLedger(businesses, file);
  const keys = given.profile.columns.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const renamed = renamedColumns({ businesses: [], ...account }, profile, given.catalogue, keys);
  if (renamed.length > 0)
    throw new UnusableInput(renamed.map((found) => ({ ...found, params: { file, ...found.params } })));
  return {
    find(number) {
      const doubt = twice.get(number);
      if (doubt !== undefined) return doubt;
      const business = rows.get(number);
      if (business !== undefined) return business;
      if (number === '')
        return issue('ledger.number-unknown', 'error', 'businessNumber', {
          params: { file, reason: 'blank' },
        });
      const near = [...(bare.get(withoutZeros(number)) ?? [])];
      const suggestion = near.length === 1 ? (near[0] ?? '') : '';
      const params = suggestion === '' ? { file } : { file, reason: 'zeros', found: suggestion };
      return issue('ledger.number-unknown', 'error', 'businessNumber', { params, value: number, suggestion });
    },
    index,
    profile,
    catalogue,
    missingHeaders: account.missingHeaders,
    blankNumbers,
    endsWithNewline: account.endsWithNewline,
  };
}
