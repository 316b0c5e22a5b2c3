/** Methods about CSV output, its batches and substitute characters: a part of its own (`scripts/build/parts.ts`). */
import { openBook } from '../../apps-script/jobs/book/book.ts';
import { exportCsv, markBatch, nextBatchId, remakeBatch } from '../../apps-script/jobs/export-csv.ts';
import { planExport } from '../../apps-script/jobs/export-plan.ts';
import { setSubstitute } from '../../apps-script/jobs/set-substitute.ts';
import { dayOf } from '../../apps-script/jobs/time.ts';
import { batchView, batchViews, exportPreview } from '../view/export.ts';
import type { MethodsOf } from './types.ts';

export const exportMethods: MethodsOf<
  'exportPreview' | 'exportCsv' | 'batches' | 'markBatch' | 'setSubstitute' | 'remakeBatch'
> = {
  exportPreview(services, input) {
    const book = openBook(services.workbook);
    const day = dayOf(services.clock.now());
    return exportPreview(planExport(book, input.kind, input.profileId), day, nextBatchId(book, day));
  },
  exportCsv: (services, input) => batchView(exportCsv(services, input)),
  batches: (services) => batchViews(openBook(services.workbook).batches()),
  markBatch: (services, input) => batchViews(markBatch(services, input)),
  setSubstitute: (services, input) => ({ lines: setSubstitute(services, input) }),
  remakeBatch(services, input) {
    const { fileUrl, receipt } = remakeBatch(services, input.batchId);
    return { fileName: receipt.file.name, fileUrl, sha256: receipt.file.sha256 };
  },
};
