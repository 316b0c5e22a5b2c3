/** Two states of a ledger in, what changed out: diff.csv, doubtful numbers (issues.csv), and a receipt. */
import { type BytesPort, pureBytes } from '../bytes/port.ts';
import type { Profile } from '../csv/profile.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, issue, UnusableInput } from '../issue/issue.ts';
import { diffLedgers } from '../register/diff.ts';
import { type Ledger, type LedgerFile, readLedgerFile } from '../register/ledger.ts';
import { peopleTable } from '../register/people-table.ts';
import { defaultSettings } from '../settings/settings.ts';
import type { OutputFile } from './convert.ts';
import { bareName, notCheckedOf } from './judge-ledger.ts';
import { issuesFile, type RowIssue } from './people-files.ts';
import { refuseEmptyLedger } from './refuse.ts';

export interface CompareLedgersInput {
  readonly before: LedgerFile;
  readonly after: LedgerFile;
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  /** Today in Japan, `YYYY-MM-DD`. */
  readonly today: string;
  readonly port?: BytesPort;
}

export interface CompareLedgersReceipt {
  readonly command: 'ledger diff';
  readonly profile: string;
  readonly profileVerified: boolean;
  readonly rows: {
    readonly before: number;
    readonly after: number;
    /** Businesses, not lines of diff.csv. */
    readonly changed: number;
    readonly added: number;
    readonly removed: number;
  };
  readonly issues: number;
  readonly columns: {
    /** Keys compared. */
    readonly compared: readonly string[];
    /** Headers that only one of the files has: nothing in them was compared. */
    readonly onlyBefore: readonly string[];
    readonly onlyAfter: readonly string[];
    /** Headers of both files that the profile does not know. */
    readonly notRead: readonly string[];
  };
  readonly inputs: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
}

function compareColumns(before: Ledger, after: Ledger, profile: Profile): CompareLedgersReceipt['columns'] {
  const compared = before.keys.filter((key) => key !== 'businessNumber' && after.keys.includes(key));
  // 内線 is split off 電話番号 in both files where neither has a column of its own.
  const splits = !before.keys.includes('extension') && !after.keys.includes('extension');
  const headersOf = (ledger: Ledger): readonly string[] => {
    const missing = new Set(ledger.missingHeaders);
    const known = profile.columns.filter((c) => c.key !== undefined && !missing.has(c.header));
    return [...known.map((c) => c.header), ...ledger.unknownHeaders];
  };
  const [old, fresh] = [headersOf(before), headersOf(after)];
  return {
    compared: splits && compared.includes('phone') ? [...compared, 'extension'] : compared,
    onlyBefore: old.filter((header) => !fresh.includes(header)),
    onlyAfter: fresh.filter((header) => !old.includes(header)),
    notRead: before.unknownHeaders.filter((header) => after.unknownHeaders.includes(header)),
  };
}

/**
 * Compares two ledgers after normalisation, by 事業所番号. Throws `UnusableInput` when a file is damaged (see
 * `readLedgerFile`) or the profile has no column of 事業所番号.
 * @returns diff.csv, issues.csv and receipt.json, in this order
 */
export function compareLedgers(input: CompareLedgersInput): {
  readonly files: readonly OutputFile[];
  readonly receipt: CompareLedgersReceipt;
  /** Doubts about a whole file (`file.gaiji` …). */
  readonly warnings: readonly Issue[];
} {
  const { profile, catalogue, today, port = pureBytes } = input;
  if (!profile.columns.some((c) => c.key === 'businessNumber')) {
    const params = { profile: profile.id };
    throw new UnusableInput([issue('ledger.no-number-column', 'error', 'businessNumber', { params })]);
  }
  const options = { profile, catalogue, settings: defaultSettings, today };
  const before = readLedgerFile(input.before, options);
  const after = readLedgerFile(input.after, options);
  refuseEmptyLedger(after.businesses.length, input.after.file);
  const columns = compareColumns(before, after, profile);
  const { rows, issues } = diffLedgers(before.businesses, after.businesses, columns.compared);

  const found = issues.map(({ file, row, issue: of }): RowIssue => {
    const params = { file: input[file].file, row, ...of.params };
    return { row, responseId: `${file}-${row}`, issue: { ...of, params } };
  });
  const labelOf = (key: string): string => catalogue.byKey.get(key)?.label ?? key;
  const lines = rows.map((r) => [r.kind, r.businessNumber, r.key, r.before, r.after]);
  const files: OutputFile[] = [
    {
      name: 'diff.csv',
      bytes: peopleTable(['kind', 'businessNumber', 'key', 'before', 'after'], lines, port),
    },
    { name: 'issues.csv', bytes: issuesFile(found, labelOf) },
  ];
  const sum = ({ name, bytes }: OutputFile) => ({ name, bytes: bytes.length, sha256: port.sha256Hex(bytes) });
  const count = (kind: string): number =>
    new Set(rows.filter((r) => r.kind === kind).map((r) => r.businessNumber)).size;
  const receipt: CompareLedgersReceipt = {
    command: 'ledger diff',
    profile: profile.id,
    profileVerified: profile.verified,
    rows: {
      before: before.businesses.length,
      after: after.businesses.length,
      changed: count('changed'),
      added: count('added'),
      removed: count('removed'),
    },
    issues: found.length,
    columns,
    inputs: [input.before, input.after].map(({ file, bytes }) => sum({ name: bareName(file), bytes })),
    files: files.map(sum),
    checked: ['事業所番号の空欄と重複', '両方のファイルにある項目の、整えたあとの値'],
    notChecked: [
      ...columns.onlyBefore.map(
        (header) => `列「${header}」（「${bareName(input.before.file)}」にだけあります）`,
      ),
      ...columns.onlyAfter.map(
        (header) => `列「${header}」（「${bareName(input.after.file)}」にだけあります）`,
      ),
      ...columns.notRead.map((header) => `列「${header}」（配置にありません）`),
      ...notCheckedOf(profile, before.endsWithNewline, input.before.file).slice(
        0,
        before.endsWithNewline ? 0 : 1,
      ),
      ...notCheckedOf(profile, after.endsWithNewline, input.after.file),
    ],
  };
  files.push({ name: 'receipt.json', bytes: port.encodeUtf8(`${JSON.stringify(receipt, null, 2)}\n`) });
  const warningsOf = (ledger: Ledger, { file }: LedgerFile): readonly Issue[] =>
    ledger.warnings.map((found) => ({ ...found, params: { file, ...found.params } }));
  const warnings = [...warningsOf(before, input.before), ...warningsOf(after, input.after)];
  return { files, receipt, warnings };
}
