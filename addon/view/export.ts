/** View models of CSV output: the preview before it, the batches after it. */
import { type Batch, batchStates } from '../../apps-script/jobs/book/batch.ts';
import { fileNameOf } from '../../apps-script/jobs/export-csv.ts';
import type { ExportPlan } from '../../apps-script/jobs/export-plan.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import { issueView } from './issues.ts';
import type { BatchView, ExportPreview } from './protocol.ts';

const sampleRows = 20;

export function exportPreview(plan: ExportPlan, day: string, nextBatchId: string): ExportPreview {
  return {
    profile: { id: plan.profile.id, name: plan.profile.name, verified: plan.profile.verified },
    fileName: fileNameOf(plan.profile.id, day, nextBatchId),
    header: plan.header,
    sample: plan.lines.slice(0, sampleRows),
    rows: plan.members.length,
    held: plan.held.map(({ application, issues }) => ({
      applicationId: application.id,
      receiptNumber: application.receipt,
      name: application.record.values.name ?? application.record.typed.name ?? '',
      reasons: issues.map((found) => {
        const { message, remedy } = issueView(found);
        return message + remedy;
      }),
      substitutes: [],
    })),
    waiting: plan.waiting,
    hash: plan.hash,
  };
}

const shownStates = { made: 'made', making: 'made', imported: 'imported', failed: 'failed' } as const;

export function batchView(batch: Batch): BatchView {
  const { receipt } = batch;
  return {
    batchId: batch.id,
    kind: 'applications',
    kindLabel: '入会申込',
    madeAt: shownTime(receipt.at),
    by: receipt.by,
    rows: receipt.rows.exported,
    fileName: receipt.file.name,
    fileUrl: batch.fileUrl,
    profileName: receipt.profileName,
    profileVerified: receipt.profileVerified,
    state: batch.state === 'cancelled' ? 'failed' : shownStates[batch.state],
    stateLabel: batchStates[batch.state],
    sha256: receipt.file.sha256,
  };
}

/** Newest first; batches that never became a file are not shown. */
export function batchViews(batches: readonly Batch[]): readonly BatchView[] {
  return batches
    .filter((batch) => batch.state !== 'cancelled' && batch.state !== 'making')
    .map(batchView)
    .reverse();
}
