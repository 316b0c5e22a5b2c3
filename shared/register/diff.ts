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
  /** `ledger.number-blank`, `ledger.number-twice`; such rows are left out of the comparison. */
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
  for (const businessNumber of old.entries.keys()) {
    if (doubtful.has(businessNumber) || fresh.entries.has(businessNumber)) continue;
    rows.push({ kind: 'removed', businessNumber, key: '', before: '', after: '' });
  }
  return { rows, issues };
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
