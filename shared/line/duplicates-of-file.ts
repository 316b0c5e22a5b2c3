/** Duplicates within one file and against the ledger, decided in the order in which the answers were sent. */
import type { Issue } from '../issue/issue.ts';
import { createDuplicateIndex, duplicateIssues } from '../record/duplicates.ts';
import type { LedgerRow } from './ledger.ts';

/** The few facts of a row by which it may meet another; one flat object a row, since a file has many. */
export interface DuplicateFacts {
  readonly corporateNumber: string | undefined;
  readonly phone: string | undefined;
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly typedNumber: string;
  readonly typedPhone: string;
  readonly typedName: string;
  /** Moment of sending in seconds; null when unknown. */
  readonly at: number | null;
}

/**
 * Issues by index of the row. The later of two is the one sent later; where any row has no readable time, the one
 * further down.
 */
export function duplicatesOf(
  rows: readonly (DuplicateFacts & { readonly row: number; readonly responseId: string })[],
  ledger: readonly LedgerRow[],
): ReadonlyMap<number, readonly Issue[]> {
  const index = createDuplicateIndex();
  for (const { values, label } of ledger) {
    index.add(values, { kind: 'ledger', label, name: values.name ?? '', id: values.businessNumber ?? '' });
  }
  const order = rows.map((_row, at) => at);
  const times = rows.map((row) => row.at);
  if (!times.includes(null)) order.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
  const found = new Map<number, readonly Issue[]>();
  for (const at of order) {
    const entry = rows[at];
    if (entry === undefined) continue;
    const known = index.find(entry);
    if (known.length > 0) {
      const typed = { corporateNumber: entry.typedNumber, phone: entry.typedPhone, name: entry.typedName };
      found.set(at, duplicateIssues({ typed }, known));
    }
    index.add(entry, {
      kind: 'application',
      label: `${entry.row} 行目`,
      name: entry.name ?? '',
      id: entry.responseId,
    });
  }
  return found;
}
