/** Brings what the core system has taken in into 台帳: from there on the ledger itself says it. */
import { assets } from '../assets.ts';
import { batchByReceipt } from '../book/batch.ts';
import type { Book } from '../book/book.ts';
import { ledgerCellsOf, registerBook } from '../book/register-book.ts';
import { ledgerTable } from '../book/register-tables.ts';
import { approvedAnswers } from '../export-rows.ts';
import type { Cells } from '../port.ts';

/**
 * Writes the approved values of batches marked 取込済 into their rows, then notes it with the answers: a run that died in
 * between writes the same cells again. A business that 台帳 does not hold any more keeps its answer as it is.
 */
export function applyImported(book: Book): void {
  const register = registerBook(book);
  const batches = batchByReceipt(book.batches());
  const imported = approvedAnswers(register.answers()).filter(
    (answer) => batches.get(answer.receipt)?.state === 'imported',
  );
  if (imported.length === 0) return;
  const { catalogue } = assets();
  const ledger = register.ledgerRows(new Set(imported.map((answer) => answer.businessNumber)));
  const cells = ledgerCellsOf(book);
  const changed = new Map<number, Cells>();
  for (const answer of imported) {
    const row = ledger.get(answer.businessNumber);
    if (row === undefined) continue;
    const written: Record<string, string> = { ...(changed.get(row.at) ?? row.cells) };
    for (const [key, text] of Object.entries(cells.ledgerCells(answer.approved))) {
      const label = catalogue.byKey.get(key)?.label;
      if (label !== undefined) written[label] = text;
    }
    changed.set(row.at, written);
  }
  book.put(ledgerTable(catalogue), changed);
  register.changeAnswers(
    imported
      .filter((answer) => ledger.has(answer.businessNumber))
      .map((answer) => ({ ...answer, appliedBy: batches.get(answer.receipt)?.id ?? '' })),
  );
}
