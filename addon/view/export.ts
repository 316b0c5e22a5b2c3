/** View models of CSV output: the preview before it, the batches after it. */
import { type Batch, batchStates, kindLabels } from '../../apps-script/jobs/book/batch.ts';
import { fileNameOf } from '../../apps-script/jobs/export-csv.ts';
import type { ExportPlan } from '../../apps-script/jobs/export-plan.ts';
import { shownTime } from '../../apps-script/jobs/time.ts';
import type { Issue } from '../../shared/issue/issue.ts';
import { issueView } from './issues.ts';
import type { BatchView, ExportPreview, HeldRowView } from './protocol.ts';

/** Proposals for characters that the file cannot hold, each character once. */
function substitutesOf(issues: readonly Issue[]): HeldRowView['substitutes'] {
  const found = new Map<string, string>();
  for (const { code, params } of issues) {
    if (code === 'character.unmappable') found.set(String(params.character), String(params.substitute));
  }
  return [...found].map(([from, to]) => ({ from, to }));
}

export function exportPreview(plan: ExportPlan, day: string, nextBatchId: string): ExportPreview {
  return {
    profile: { id: plan.profile.id, name: plan.profile.name, verified: plan.profile.verified },
    fileName: fileNameOf(plan.profile.id, day, nextBatchId),
    header: plan.header,
    sample: plan.lines,
    rows: plan.written.length,
    held: plan.held.map(({ row, issues }) => ({
      applicationId: row.id,
      receiptNumber: row.label,
      name: row.name,
      reasons: issues.map((found) => {
        const { message, remedy } = issueView(found);
        return message + remedy;
      }),
      substitutes: substitutesOf(issues),
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
    kind: receipt.kind,
    kindLabel: kindLabels[receipt.kind],
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
    held: receipt.rows.held,
    substitutes: Object.entries(receipt.substitutes ?? {}).map(([from, to]) => `${from}→${to}`),
    checked: receipt.checked,
    notChecked: receipt.notChecked,
  };
}

/** Newest first; batches that never became a file are not shown. */
export function batchViews(batches: readonly Batch[]): readonly BatchView[] {
  return batches
    .filter((batch) => batch.state !== 'cancelled' && batch.state !== 'making')
    .map(batchView)
    .reverse();
}
