/** Two states of the ledger → what changed, field by field, compared after normalisation. */
import { type Issue, issue } from '../issue/issue.ts';

export interface LedgerEntry {
  /** Data row of the file, from 1. */
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface DiffRow {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly businessNumber: string;
  /** Empty for `added` and `removed`. */
  readonly key: string;
  readonly before: string;
  readonly after: string;
}

export interface LedgerDiff {
  readonly rows: readonly DiffRow[];
  /**
   * `ledger.number-blank`, `ledger.number-twice` (errors: such rows are left out of the comparison) and
   * `ledger.number-lost-zero` (warning: an added number is a removed one without its leading zeros).
   */
  readonly issues: readonly {
    readonly file: 'before' | 'after';
    readonly row: number;
    readonly issue: Issue;
  }[];
}

/**
 * Compares two ledgers by 事業所番号, in the order of the later one, removed businesses last.
 * @param keys field keys to compare (those that both files hold)
 */
export function diffLedgers(
  before: readonly LedgerEntry[],
  after: readonly LedgerEntry[],
  keys: readonly string[],
): LedgerDiff {
  const issues: { file: 'before' | 'after'; row: number; issue: Issue }[] = [];
  const old = indexByNumber(before, (row, found) => issues.push({ file: 'before', row, issue: found }));
  const fresh = indexByNumber(after, (row, found) => issues.push({ file: 'after', row, issue: found }));
  const doubtful = new Set([...old.doubtful, ...fresh.doubtful]);
  const rows: DiffRow[] = [];
  for (const [businessNumber, entry] of fresh.entries) {
    if (doubtful.has(businessNumber)) continue;
    const former = old.entries.get(businessNumber);
    if (former === undefined) {
      rows.push({ kind: 'added', businessNumber, key: '', before: '', after: '' });
      continue;
    }
    for (const key of keys) {
      const was = former.values[key] ?? '';
      const is = entry.values[key] ?? '';
      if (was !== is) rows.push({ kind: 'changed', businessNumber, key, before: was, after: is });
    }
  }
  const removed = new Map<string, string>();
  for (const businessNumber of old.entries.keys()) {
    if (doubtful.has(businessNumber) || fresh.entries.has(businessNumber)) continue;
    rows.push({ kind: 'removed', businessNumber, key: '', before: '', after: '' });
    removed.set(withoutZeros(businessNumber), businessNumber);
  }
  for (const [value, { row }] of removed.size === 0 ? [] : fresh.entries) {
    const before = removed.get(value);
    if (before === undefined || before === value || doubtful.has(value) || old.entries.has(value)) continue;
    const lost = issue('ledger.number-lost-zero', 'warning', 'businessNumber', { params: { before }, value });
    issues.push({ file: 'after', row, issue: lost });
  }
  return { rows, issues };
}

/** What a spreadsheet makes of a number with leading zeros. */
function withoutZeros(businessNumber: string): string {
  return businessNumber.replace(/^0+(?=\d)/, '');
}

/** Rows of a file whose 事業所番号 is blank or stands twice, for a file that is not compared with another. */
export function doubtfulNumbers(
  entries: readonly LedgerEntry[],
): readonly { readonly row: number; readonly issue: Issue }[] {
  const issues: { row: number; issue: Issue }[] = [];
  indexByNumber(entries, (row, found) => issues.push({ row, issue: found }));
  return issues;
}

function indexByNumber(
  entries: readonly LedgerEntry[],
  report: (row: number, found: Issue) => void,
): { readonly entries: ReadonlyMap<string, LedgerEntry>; readonly doubtful: ReadonlySet<string> } {
  const first = new Map<string, LedgerEntry>();
  const doubtful = new Set<string>();
  for (const entry of entries) {
    const number = entry.values.businessNumber ?? '';
    if (number === '') {
      report(entry.row, issue('ledger.number-blank', 'error', 'businessNumber'));
      continue;
    }
    const known = first.get(number);
    if (known === undefined) {
      first.set(number, entry);
      continue;
    }
    doubtful.add(number);
    report(
      entry.row,
      issue('ledger.number-twice', 'error', 'businessNumber', {
        params: { first: known.row },
        value: number,
      }),
    );
  }
  return { entries: first, doubtful };
}
