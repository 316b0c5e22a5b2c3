/** Brings what the core system has taken in into 台帳: from there on the ledger itself says it. */
import { changedRows } from '../../../shared/register/changed-rows.ts';
import { assets } from '../assets.ts';
import { batchByReceipt } from '../book/batch.ts';
import type { Book } from '../book/book.ts';
import { ledgerCellsOf, registerBook } from '../book/register-book.ts';
import { ledgerTable } from '../book/register-tables.ts';
import { approvedAnswers, coreAnswer } from '../export-rows.ts';
import type { Cells } from '../port.ts';

/** Noted as the batch of an answer that never had to go out, because 台帳 came to say the same by itself. */
const byLedger = '台帳';

/**
 * Writes the approved values of batches marked 取込済 into their rows, then notes it with the answers: a run that died in
 * between writes the same cells again. An answer that 台帳 says already is noted too. A business that 台帳 does not hold
 * any more keeps its answer as it is.
 */
export function applyImported(book: Book): void {
  const register = registerBook(book);
  const batches = batchByReceipt(book.batches());
  const approved = approvedAnswers(register.answers());
  if (approved.length === 0) return;
  const { catalogue } = assets();
  const ledger = register.ledgerRows(new Set(approved.map((answer) => answer.businessNumber)));
  const imported = approved.filter((answer) => batches.get(answer.receipt)?.state === 'imported');
  const { alreadyThere } = changedRows(
    approved.map((answer) => coreAnswer(answer, batches.get(answer.receipt))),
    new Map([...ledger].map(([number, row]) => [number, row.values])),
  );
  const there = new Set(alreadyThere);
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
  if (changed.size > 0) book.put(ledgerTable(catalogue), changed);
  register.changeAnswers([
    ...imported
      .filter((answer) => ledger.has(answer.businessNumber))
      .map((answer) => ({ ...answer, appliedBy: batches.get(answer.receipt)?.id ?? '' })),
    ...approved
      .filter((answer) => there.has(answer.receipt))
      .map((answer) => ({ ...answer, appliedBy: byLedger })),
  ]);
}
