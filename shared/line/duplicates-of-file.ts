/** Duplicates within one file and against the ledger, decided in the order in which the answers were sent. */
import type { Issue } from '../issue/issue.ts';
import { createDuplicateIndex, duplicateIssues, type KnownPlace } from '../record/duplicates.ts';
import { hashName, hashPhone, hashText } from '../record/match-hash.ts';
import type { LedgerRow } from './ledger.ts';
import type { PassedRows } from './passed-rows.ts';

/** The few facts of a row by which it may meet another. */
export interface DuplicateFacts {
  readonly corporateNumber: string | undefined;
  readonly phone: string | undefined;
  readonly name: string | undefined;
  readonly address: string | undefined;
  readonly typedNumber: string;
  readonly typedPhone: string;
  readonly typedName: string;
}

interface RowFacts extends DuplicateFacts {
  readonly row: number;
  readonly responseId: string;
}

/** Which numbers of a list stand in it more than once, 0 apart. */
function repeated(numbers: Int32Array): ReadonlySet<number> {
  const sorted = numbers.slice().sort();
  const found = new Set<number>();
  for (let i = 1; i < sorted.length; i++) {
    const number = sorted[i] as number;
    if (number !== 0 && number === sorted[i - 1]) found.add(number);
  }
  return found;
}

/**
 * Three numbers a row, taken while its texts are at hand (see `match-hash.ts`). Only rows that share one with another
 * row can be duplicates; of a large file those are few.
 */
export class MatchHashes {
  private hashes = new Int32Array(3 * 1024);
  private rows = 0;

  add(
    corporateNumber: string | undefined,
    phone: string | undefined,
    name: string | undefined,
    address: string | undefined,
  ): void {
    const at = this.rows++ * 3;
    if (at === this.hashes.length) {
      const larger = new Int32Array(at * 2);
      larger.set(this.hashes);
      this.hashes = larger;
    }
    this.hashes[at] = corporateNumber === undefined ? 0 : hashText(corporateNumber);
    this.hashes[at + 1] = phone === undefined ? 0 : hashPhone(phone);
    this.hashes[at + 2] = name === undefined || address === undefined ? 0 : hashName(name);
  }

  /** Rows, from 0 and in the order added, that share a number with another. */
  shared(): readonly number[] {
    const { hashes, rows } = this;
    const columns = [0, 1, 2].map((column) => {
      const numbers = new Int32Array(rows);
      for (let row = 0; row < rows; row++) numbers[row] = hashes[row * 3 + column] as number;
      return { numbers, again: repeated(numbers) };
    });
    const found: number[] = [];
    for (let row = 0; row < rows; row++) {
      if (columns.some(({ numbers, again }) => again.has(numbers[row] as number))) found.push(row);
    }
    return found;
  }
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
 * @param factsOf reads a row again; asked only of rows that may meet another
 */
export function duplicatesOf(
  rows: PassedRows,
  factsOf: (index: number) => DuplicateFacts,
  hashes: MatchHashes,
  ledger: readonly LedgerRow[],
): ReadonlyMap<number, readonly Issue[]> {
  const index = createDuplicateIndex<KnownPlace | RowFacts>();
  for (const { values, label } of ledger) {
    index.add(values, { kind: 'ledger', label, name: values.name ?? '', id: values.businessNumber ?? '' });
  }
  for (const { values } of ledger)
    hashes.add(values.corporateNumber, values.phone, values.name, values.address);
  const order = hashes.shared().filter((at) => at < rows.count);
  if (rows.allTimed) order.sort((a, b) => rows.moment(a) - rows.moment(b) || a - b);
  const found = new Map<number, readonly Issue[]>();
  for (const at of order) {
    const entry: RowFacts = { ...factsOf(at), row: at + 1, responseId: rows.responseId(at) };
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
