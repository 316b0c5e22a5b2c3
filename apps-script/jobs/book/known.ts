/** Who is already here, by the workbook: the businesses of the ledger and of the applications that still run. */
import { createDuplicateIndex, type DuplicateIndex } from '../../../shared/record/duplicates.ts';
import type { BusinessRecord } from '../../../shared/record/record.ts';
import { assets } from '../assets.ts';
import type { Row } from '../port.ts';
import type { Application } from './application.ts';
import type { Book } from './book.ts';
import { ledgerTable } from './tables.ts';

function ledgerValues(row: Row): Record<string, string> {
  const values: Record<string, string> = {};
  for (const field of assets().catalogue.fields) {
    const text = row.cells[field.label] ?? '';
    if (text !== '') values[field.key] = text;
  }
  return values;
}

/**
 * Businesses that are already here: the ledger's, and those of applications that still run.
 * @param except id of an application that is left out, so that it is not found as its own duplicate
 */
export function knownBusinesses(book: Book, except = ''): DuplicateIndex {
  const index = createDuplicateIndex();
  for (const row of book.rows(ledgerTable(assets().catalogue))) {
    const values = ledgerValues(row);
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
