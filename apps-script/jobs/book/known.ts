/** Who is already here, by the workbook: the businesses of the ledger and of the applications that still run. */
import { createDuplicateIndex, type DuplicateIndex } from '../../../shared/record/duplicates.ts';
import type { BusinessRecord } from '../../../shared/record/record.ts';
import { assets } from '../assets.ts';
import type { Row } from '../port.ts';
import type { Application } from './application.ts';
import type { Book } from './book.ts';
import { ledgerTable } from './register-tables.ts';

/** By these a business is known again; a ledger has fifty columns more. */
const knownBy = ['businessNumber', 'name', 'corporateNumber', 'phone', 'address'] as const;

function ledgerValues(row: Row, labels: ReadonlyMap<string, string>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [key, label] of labels) {
    const text = row.cells[label] ?? '';
    if (text !== '') values[key] = text;
  }
  return values;
}

/**
 * Businesses that are already here: the ledger's, and those of applications that still run.
 * @param except id of an application that is left out, so that it is not found as its own duplicate
 */
export function knownBusinesses(book: Book, except = ''): DuplicateIndex {
  const index = createDuplicateIndex();
  const { catalogue } = assets();
  const labels = new Map(knownBy.map((key) => [key as string, catalogue.byKey.get(key)?.label ?? key]));
  for (const row of book.columns(ledgerTable(catalogue), [...labels.values()])) {
    const values = ledgerValues(row, labels);
    const id = values.businessNumber ?? '';
    index.add(values, {
      kind: 'ledger',
      label: id === '' ? `${row.at}行目` : id,
      name: values.name ?? '',
      id,
    });
  }
  for (const application of book.applications()) {
    if (application.state.state === 'withdrawn' || application.id === except) continue;
    remember(index, application.record, application);
  }
  return index;
}

/** Adds an application to those that later ones are compared with. */
export function remember(
  index: DuplicateIndex,
  record: BusinessRecord,
  of: Pick<Application, 'id' | 'receipt'>,
): void {
  index.add(record.values, {
    kind: 'application',
    label: of.receipt,
    name: record.values.name ?? '',
    id: of.id,
  });
}
