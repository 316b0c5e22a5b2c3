/** Duplicates within one file and against the ledger, decided in the order in which the answers were sent. */
import type { Issue } from '../issue/issue.ts';
import { createDuplicateIndex, duplicateIssues } from '../record/duplicates.ts';
import type { BusinessRecord } from '../record/record.ts';
import { momentOf } from '../response/from-rows.ts';
import type { LedgerRow } from './ledger.ts';

/** The few facts of a row by which it may meet another. */
export interface DuplicateFacts {
  readonly values: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  /** Moment of sending in seconds; null when unknown. */
  readonly at: number | null;
}

const keys = ['corporateNumber', 'phone', 'name', 'address'] as const;

function pick(from: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const picked: Record<string, string> = {};
  for (const key of keys) {
    const value = from[key];
    if (value !== undefined) picked[key] = value;
  }
  return picked;
}

/** What to keep of a record. */
export function duplicateFacts(record: BusinessRecord): DuplicateFacts {
  return { values: pick(record.values), typed: pick(record.typed), at: momentOf(record.submittedAt) };
}

/**
 * Issues by index of the row. The later of two is the one sent later; where any row has no readable time, the one
 * further down.
 */
export function duplicatesOf(
  rows: readonly { readonly row: number; readonly responseId: string; readonly facts: DuplicateFacts }[],
  ledger: readonly LedgerRow[],
): ReadonlyMap<number, readonly Issue[]> {
  const index = createDuplicateIndex();
  for (const { values, label } of ledger) {
    index.add(values, { kind: 'ledger', label, name: values.name ?? '', id: values.businessNumber ?? '' });
  }
  const order = rows.map((_row, at) => at);
  const times = rows.map((row) => row.facts.at);
  if (!times.includes(null)) order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  const found = new Map<number, readonly Issue[]>();
  for (const at of order) {
    const entry = rows[at];
    if (entry === undefined) continue;
    const { values, typed } = entry.facts;
    const known = index.find(values);
    if (known.length > 0) found.set(at, duplicateIssues({ typed }, known));
    index.add(values, {
      kind: 'application',
      label: `${entry.row} 行目`,
      name: values.name ?? '',
      id: entry.responseId,
    });
  }
  return found;
}
