/** A core system's file × the rows of 台帳 → what an import would do, as data: nothing is written here. */
import { ByteBuffer } from '../bytes/buffer.ts';
import { pureBytes } from '../bytes/port.ts';
import { appendUtf8 } from '../bytes/utf8.ts';
import type { HeaderDrift } from '../csv/header-order.ts';
import { type Issue, isHeld, issue, UnusableInput } from '../issue/issue.ts';
import { createImportAccount, type LeftOutRow, type LostZero, type UnreadKey } from './import-account.ts';
import { type LedgerBusiness, type LedgerFile, type LedgerOptions, scanLedgerFile } from './ledger.ts';
import { createLedgerCells, type LedgerCells, type TextByKey } from './ledger-cells.ts';

/** Most rows of 台帳: a spreadsheet holds ten million cells, and 台帳 has about sixty columns. */
export const mostLedgerRows = 150_000;

/** A row of 台帳 as it stands. */
export interface CurrentRow {
  readonly businessNumber: string;
  /** Canonical values by key (see `LedgerCells.ledgerValues`). */
  readonly values: TextByKey;
}

export interface ImportInput extends LedgerOptions {
  readonly ledger: LedgerFile;
  /** All rows of 台帳 in the order of the sheet, blank ones too: the index of a row is its place. */
  readonly current: readonly CurrentRow[];
  /** Default: `mostLedgerRows`. */
  readonly maxRows?: number;
  /** `fileHash` of the import before, '' for none. */
  readonly lastFileHash?: string;
}

/** A business of the file with its place in the sheet. */
export interface PlannedRow {
  readonly businessNumber: string;
  /** Data row of the file, from 1. */
  readonly row: number;
  /** Place in the sheet, from 0: a known business keeps its row, new ones follow in the order of the file. */
  readonly at: number;
  readonly kind: 'added' | 'changed' | 'unchanged';
  /**
   * Texts of the cells in the order of `ImportPlan.keys`; null where nothing changes. What the kinds read stands in the
   * form of `LedgerCells`, what they could not read as the core system wrote it.
   */
  readonly cells: readonly string[] | null;
}

export interface ImportSample {
  readonly businessNumber: string;
  readonly name: string;
  readonly kind: 'added' | 'changed';
  /** Texts of cells; for an added business `before` is ''. */
  readonly changes: readonly { readonly key: string; readonly before: string; readonly after: string }[];
}

export interface ImportPlan {
  readonly file: string;
  readonly fileHash: string;
  readonly profile: { readonly id: string; readonly name: string; readonly verified: boolean };
  /** Keys that the import writes; all others of a row stay. */
  readonly keys: readonly string[];
  /** Businesses in the order of the file, without those of `leftOut`. */
  readonly rows: readonly PlannedRow[];
  /** Businesses of 台帳 that the file does not hold: they stay and are marked, never deleted. */
  readonly missing: readonly { readonly businessNumber: string; readonly at: number }[];
  /** Rows of 台帳 after the import. */
  readonly sheetRows: number;
  readonly counts: {
    /** Data rows of the file. */
    readonly inFile: number;
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly missing: number;
    readonly leftOut: number;
  };
  /** How many known businesses change in each key. */
  readonly changedByKey: Readonly<Record<string, number>>;
  /** Columns of the file in its order; `key` '' where no field takes the column. */
  readonly columns: readonly { readonly header: string; readonly key: string }[];
  readonly drift: HeaderDrift;
  readonly unread: readonly UnreadKey[];
  readonly leftOut: readonly LeftOutRow[];
  readonly lostZeros: readonly LostZero[];
  /** The first businesses that are added or changed, at most 20. */
  readonly samples: readonly ImportSample[];
  readonly sameAsLast: boolean;
  /** All of it in order of weight; an error means that the import may not be done. */
  readonly issues: readonly Issue[];
  readonly blocked: boolean;
  /** Stands for exactly this plan: file, layout, places, and what each changed cell held before. */
  readonly hash: string;
}

const mostSamples = 20;
/** Parts of a telephone cell go here where the file has no column of its own; then a blank one says nothing. */
const splitKey = 'extension';

/** A business as read; whether it stands is known only after the whole file. */
interface Read {
  readonly businessNumber: string;
  readonly row: number;
  readonly known: CurrentRow | undefined;
  /** Null where 台帳 holds the same. */
  readonly cells: readonly string[] | null;
}

/**
 * Plans an import. Linear in the rows of the file and of 台帳. Throws `UnusableInput` where the file cannot be trusted
 * (see `scanLedgerFile`), where the profile has no column of 事業所番号, and with `ledger.too-many-rows` or
 * `ledger.sheet-full`; what else stands against it is in `issues`, with `blocked`.
 */
export function planImport(input: ImportInput): ImportPlan {
  const { profile, catalogue, current, ledger } = input;
  const { maxRows = mostLedgerRows, lastFileHash = '', port = pureBytes } = input;
  if (!profile.columns.some((c) => c.key === 'businessNumber')) {
    const params = { profile: profile.name };
    throw new UnusableInput([issue('ledger.no-number-column', 'error', 'businessNumber', { params })]);
  }
  const cells = createLedgerCells(catalogue, input.settings);
  const inSheet = indexCurrent(current);
  const account = createImportAccount(input);
  let keys: readonly string[] = [];
  const read: Read[] = [];
  const visit = (business: LedgerBusiness): void => {
    if (business.row > maxRows) {
      const params = { file: ledger.file, limit: maxRows };
      throw new UnusableInput([issue('ledger.too-many-rows', 'error', '', { params })]);
    }
    account.see(business);
    const { values, row } = business;
    const businessNumber = values.businessNumber ?? '';
    const at = inSheet.places.get(businessNumber);
    const known = at === undefined ? undefined : current[at];
    const isSame = known !== undefined && !keys.some((key) => differs(cells, key, known.values, values));
    const made = isSame ? null : keys.map((key) => cells.toCell(key, wanted(key, known?.values, values)));
    read.push({ businessNumber, row, known, cells: made });
  };
  const scanned = scanLedgerFile(ledger, input, (inFile) => {
    keys = plannedKeys(inFile, input);
    return visit;
  });
  const doubtful = account.doubtful(inSheet.twice);
  const counts = { inFile: read.length, added: 0, changed: 0, unchanged: 0, missing: 0, leftOut: 0 };
  const rows: PlannedRow[] = [];
  const seen = new Set<string>();
  const leftOut: LeftOutRow[] = [];
  for (const { businessNumber, row, known, cells: made } of read) {
    seen.add(businessNumber);
    const reason = businessNumber === '' ? 'blank' : doubtful.get(businessNumber);
    if (reason !== undefined) {
      leftOut.push({ row, businessNumber, reason });
      continue;
    }
    const place = inSheet.places.get(businessNumber) ?? current.length + counts.added;
    const kind = known === undefined ? 'added' : made === null ? 'unchanged' : 'changed';
    counts[kind]++;
    rows.push({ businessNumber, row, at: place, kind, cells: made });
  }
  const missing = [...inSheet.places]
    .filter(([businessNumber]) => !seen.has(businessNumber))
    .map(([businessNumber, at]) => ({ businessNumber, at }));
  const sheetRows = current.length + counts.added;
  if (sheetRows > maxRows) {
    const params = { file: ledger.file, rows: sheetRows, limit: maxRows };
    throw new UnusableInput([issue('ledger.sheet-full', 'error', '', { params })]);
  }
  const filled = { ...counts, missing: missing.length, leftOut: leftOut.length };
  const fileHash = port.sha256Hex(ledger.bytes);
  const outcome = changesOf(rows, current, keys, cells, catalogue.byKey.has('name'));
  const sameAsLast = fileHash === lastFileHash;
  const report = account.report(scanned, {
    counts: filled,
    leftOut,
    missing,
    added: rows.filter((r) => r.kind === 'added'),
    numbers: inSheet.places,
    sameAsLast,
  });
  const text = new ByteBuffer(1 << 16);
  const head = [fileHash, JSON.stringify(profile), JSON.stringify(input.settings.divisions), sheetRows];
  appendUtf8(text, `${head.join('\n')}\n`);
  for (const line of outcome.lines) appendUtf8(text, line);
  for (const { at } of missing) appendUtf8(text, `missing ${at}\n`);
  const { id, name, verified } = profile;
  return {
    file: ledger.file,
    fileHash,
    profile: { id, name, verified },
    keys,
    rows,
    missing,
    sheetRows,
    counts: filled,
    changedByKey: outcome.byKey,
    columns: report.columns,
    drift: report.drift,
    unread: report.unread,
    leftOut,
    lostZeros: report.lostZeros,
    samples: outcome.samples,
    sameAsLast,
    issues: report.issues,
    blocked: isHeld(report.issues),
    hash: port.sha256Hex(text.finish()),
  };
}

/** Keys of the file's columns, and the one that telephone cells split into. */
function plannedKeys(inFile: readonly string[], { catalogue }: ImportInput): readonly string[] {
  const splits = inFile.includes('phone') && !inFile.includes(splitKey) && catalogue.byKey.has(splitKey);
  return splits ? [...inFile, splitKey] : inFile;
}

/** Places by number; of numbers that stand twice in 台帳 nobody knows which row is meant. */
function indexCurrent(current: readonly CurrentRow[]): {
  readonly places: ReadonlyMap<string, number>;
  readonly twice: ReadonlySet<string>;
} {
  const places = new Map<string, number>();
  const twice = new Set<string>();
  current.forEach(({ businessNumber }, at) => {
    if (businessNumber === '') return;
    if (places.has(businessNumber)) twice.add(businessNumber);
    else places.set(businessNumber, at);
  });
  return { places, twice };
}

function wanted(key: string, known: TextByKey | undefined, values: TextByKey): string {
  return values[key] ?? (key === splitKey ? known?.[key] : undefined) ?? '';
}

/** True where the cell would change; two spellings that show the same cell are the same. */
function differs(cells: LedgerCells, key: string, known: TextByKey, values: TextByKey): boolean {
  const before = known[key] ?? '';
  const after = wanted(key, known, values);
  return before !== after && cells.toCell(key, before) !== cells.toCell(key, after);
}

interface Outcome {
  readonly byKey: Record<string, number>;
  readonly samples: ImportSample[];
  /** What the hash of the plan is made of: one line a row. */
  readonly lines: string[];
}

function changesOf(
  rows: readonly PlannedRow[],
  current: readonly CurrentRow[],
  keys: readonly string[],
  cells: LedgerCells,
  hasName: boolean,
): Outcome {
  const byKey: Record<string, number> = {};
  const samples: ImportSample[] = [];
  const lines: string[] = [];
  const nameAt = hasName ? keys.indexOf('name') : -1;
  for (const { businessNumber, at, kind, cells: after } of rows) {
    const known = kind === 'added' ? undefined : current[at];
    const changes: { key: string; before: string; after: string }[] = [];
    if (after !== null && (kind === 'changed' || samples.length < mostSamples)) {
      keys.forEach((key, k) => {
        const before = cells.toCell(key, known?.values[key] ?? '');
        const text = after[k] ?? '';
        if (before === text) return;
        changes.push({ key, before, after: text });
        if (kind === 'changed') byKey[key] = (byKey[key] ?? 0) + 1;
      });
      if (kind !== 'unchanged' && samples.length < mostSamples) {
        const name = after[nameAt] || (known?.values.name ?? '');
        samples.push({ businessNumber, name, kind, changes });
      }
    }
    lines.push(`${kind} ${at}${kind === 'changed' ? JSON.stringify(changes) : ''}\n`);
  }
  return { byKey, samples, lines };
}
