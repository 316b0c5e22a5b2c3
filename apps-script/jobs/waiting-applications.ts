/** Which applications the next export takes. */
import { isExportable } from '../../shared/change/decide.ts';
import type { StoredApplication } from './book/application.ts';
import { awaitsExport, batchByReceipt, batchLimit } from './book/batch.ts';
import type { Book } from './book/book.ts';

/** Applications that wait for export, in the order of their 受付番号. */
export function waitingApplications(book: Book): readonly StoredApplication[] {
  const batches = batchByReceipt(book.batches());
  const { states } = book.settings();
  return book
    .applications()
    .filter(
      (application) =>
        isExportable(states, application.state.state) && awaitsExport(batches.get(application.receipt)),
    )
    .slice(0, batchLimit);
}
