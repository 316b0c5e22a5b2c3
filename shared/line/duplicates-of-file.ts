/** Duplicates within one file and against the ledger, decided in the order in which the answers were sent. */
import type { Issue } from '../issue/issue.ts';
import { createDuplicateIndex, duplicateIssues, type KnownPlace } from '../record/duplicates.ts';
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

interface RowFacts extends DuplicateFacts {
  readonly row: number;
  readonly responseId: string;
}

/** A place as people are told it. Made only for rows that somebody met. */
function placeOf(known: KnownPlace | RowFacts): KnownPlace {
  if ('kind' in known) return known;
  const { row, name = '', responseId } = known;
  return { kind: 'application', label: `${row} 行目`, name, id: responseId };
}

/**
 * Issues by index of the row. The later of two is the one sent later; where any row has no readable time, the one
 * further down.
 */
export function duplicatesOf(
  rows: readonly RowFacts[],
  ledger: readonly LedgerRow[],
): ReadonlyMap<number, readonly Issue[]> {
  const index = createDuplicateIndex<KnownPlace | RowFacts>();
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
      const places = known.map(({ place, by }) => ({ place: placeOf(place), by }));
      const typed = { corporateNumber: entry.typedNumber, phone: entry.typedPhone, name: entry.typedName };
      found.set(at, duplicateIssues({ typed }, places));
    }
    index.add(entry, entry);
  }
  return found;
}
