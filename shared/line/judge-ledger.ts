/** A ledger in, 特定商工業者 judged: judgement.csv, what was doubtful (issues.csv), and a receipt. */
import { type BytesPort, pureBytes } from '../bytes/port.ts';
import type { Profile } from '../csv/profile.ts';
import type { Catalogue } from '../fields/catalogue.ts';
import { type Issue, UnusableInput } from '../issue/issue.ts';
import { renamedColumns } from '../register/columns.ts';
import { doubtfulNumbers } from '../register/diff.ts';
import { decidingKeys, fiscalYearDay, judge } from '../register/judge.ts';
import { type LedgerFile, readLedgerFile } from '../register/ledger.ts';
import { peopleTable } from '../register/people-table.ts';
import type { Settings } from '../settings/settings.ts';
import type { OutputFile } from './convert.ts';
import { issuesFile, type RowIssue } from './people-files.ts';
import { refuseEmptyLedger } from './refuse.ts';

export interface JudgeLedgerInput {
  readonly ledger: LedgerFile;
  readonly profile: Profile;
  readonly catalogue: Catalogue;
  readonly settings: Settings;
  /** Today in Japan, `YYYY-MM-DD`; without a 基準日 in the settings it says which fiscal year runs. */
  readonly today: string;
  readonly port?: BytesPort;
}

export interface JudgeLedgerReceipt {
  readonly command: 'ledger judge';
  readonly profile: string;
  readonly profileVerified: boolean;
  readonly baseDate: string;
  readonly thresholds: Settings['thresholds'];
  /** The chamber's own list of 商業・サービス業, null for the built-in table. */
  readonly commerceServiceIndustries: readonly string[] | null;
  readonly rows: { readonly in: number; readonly yes: number; readonly no: number; readonly unknown: number };
  readonly issues: number;
  /** Columns that the judgement asks: headers the file has not; and headers of the file that were not read. */
  readonly columns: { readonly missing: readonly string[]; readonly notRead: readonly string[] };
  readonly inputs: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
}

/**
 * Judges every business of a ledger, row by row, in the order of the file. Throws `UnusableInput` when the file is
 * damaged (see `readLedgerFile`) or a column that the judgement asks was renamed.
 * @returns judgement.csv, issues.csv and receipt.json, in this order
 */
export function judgeLedger(input: JudgeLedgerInput): {
  readonly files: readonly OutputFile[];
  readonly receipt: JudgeLedgerReceipt;
  /** Doubts about the whole file (`file.gaiji` …). */
  readonly warnings: readonly Issue[];
} {
  const { ledger: source, profile, catalogue, settings, today, port = pureBytes } = input;
  const ledger = readLedgerFile(source, { profile, catalogue, settings, today });
  const renamed = renamedColumns(ledger, profile, catalogue, decidingKeys);
  if (renamed.length > 0)
    throw new UnusableInput(renamed.map((i) => ({ ...i, params: { file: source.file, ...i.params } })));

  refuseEmptyLedger(ledger.businesses.length, source.file);

  const baseDate = settings.baseDate ?? fiscalYearDay(settings.fiscalYearStart, today);
  const options = { ...settings, baseDate };
  const rows = { in: ledger.businesses.length, yes: 0, no: 0, unknown: 0 };
  const lines = ledger.businesses.map(({ values, unread }) => {
    const { result, ground, missing } = judge(values, options, unread);
    rows[result]++;
    return [values.businessNumber ?? '', values.name ?? '', result, ground, missing.join(';')];
  });

  const found: RowIssue[] = [];
  const numbers = ledger.keys.includes('businessNumber') ? doubtfulNumbers(ledger.businesses) : [];
  const ofNumber = new Map(numbers.map(({ row, issue }) => [row, issue]));
  for (const { row, values, issues } of ledger.businesses) {
    const responseId = values.businessNumber ?? `row-${row}`;
    const number = ofNumber.get(row);
    if (number !== undefined) {
      const params = { file: source.file, row, ...number.params };
      found.push({ row, responseId, issue: { ...number, params } });
    }
    for (const issue of issues) found.push({ row, responseId, issue });
  }
  const labelOf = (key: string): string => catalogue.byKey.get(key)?.label ?? key;
  const files: OutputFile[] = [
    {
      name: 'judgement.csv',
      bytes: peopleTable(['businessNumber', 'name', 'result', 'ground', 'missing'], lines, port),
    },
    { name: 'issues.csv', bytes: issuesFile(found, labelOf) },
  ];
  const sum = ({ name, bytes }: OutputFile) => ({
    name,
    bytes: bytes.length,
    sha256: port.sha256Hex(bytes),
  });
  const missing = new Set(ledger.missingHeaders);
  const receipt: JudgeLedgerReceipt = {
    command: 'ledger judge',
    profile: profile.id,
    profileVerified: profile.verified,
    baseDate,
    thresholds: settings.thresholds,
    commerceServiceIndustries: settings.commerceServiceIndustries,
    rows,
    issues: found.length,
    columns: {
      missing: decidingKeys.flatMap((key) => {
        const column = profile.columns.find((c) => c.key === key);
        return column === undefined ? [labelOf(key)] : missing.has(column.header) ? [column.header] : [];
      }),
      notRead: ledger.unknownHeaders,
    },
    inputs: [sum({ name: bareName(source.file), bytes: source.bytes })],
    files: files.map(sum),
    checked: [
      '資本金・従業員数・業種・事業開始年月・組織区分・営業状況の読み取り',
      '商工会議所法第7条第2項の基準',
      '事業所番号の空欄と重複',
    ],
    notChecked: [
      '商工業者に当たるかどうか（医療法人・学校法人など。商工会議所法第7条第1項）',
      '従業員数が地区内で常時使用する人数かどうか',
      '事業を始めてから途切れずに続いているかどうか',
      ...notCheckedOf(profile, ledger.endsWithNewline, source.file),
    ],
  };
  files.push({ name: 'receipt.json', bytes: port.encodeUtf8(`${JSON.stringify(receipt, null, 2)}\n`) });
  return {
    files,
    receipt,
    warnings: ledger.warnings.map((found) => ({ ...found, params: { file: source.file, ...found.params } })),
  };
}

/** A file's name without its folders: a receipt goes to others. */
export function bareName(file: string): string {
  return file.replace(/^.*[\\/]/, '');
}

/** What no ledger command can know about its file. */
export function notCheckedOf(profile: Profile, endsWithNewline: boolean, file: string): readonly string[] {
  const found: string[] = [];
  if (!endsWithNewline)
    found.push(`「${bareName(file)}」の末尾に改行がないため、最後の行が途中で切れていないかどうか`);
  if (!profile.verified) found.push('CSV の配置（仮の配置です。基幹システムで確かめられていません）');
  return found;
}
