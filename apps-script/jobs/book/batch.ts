/**
 * A batch of 出力履歴: which applications went into which file. It alone says what has been exported: an application
 * waits when no batch that stands holds it, so marking a batch 取込失敗 is one write and returns each row once.
 */
import * as z from 'zod/mini';
import { isExportable } from '../../../shared/change/decide.ts';
import { type ExportKind, exportKinds } from '../../../shared/csv/export-kind.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { Cells, Row } from '../port.ts';
import { shownTime } from '../time.ts';
import { fromJsonCells, toJsonCells } from './json-cells.ts';
import type { Settings } from './settings.ts';
import { batchMemberHeaders, batchReceiptHeaders } from './tables.ts';

export const batchStates = {
  /** Planned; the file may not exist yet. A run that finds it finishes it. */
  making: '作成中',
  made: '出力済み（取込待ち）',
  imported: '取込済',
  failed: '取込失敗',
  /** Given up before the file was made, because the applications changed. */
  cancelled: '中止',
} as const;
export type BatchStateId = keyof typeof batchStates;

const receiptSchema = lazy(() =>
  z.strictObject({
    version: z.literal(2),
    /** Since version 2. */
    kind: z.enum(exportKinds),
    /** Choices for characters that the file was written with; null when an older program wrote it. Since version 2. */
    substitutes: z.nullable(z.record(z.string(), z.string())),
    batchId: z.string(),
    profile: z.string(),
    profileName: z.string(),
    profileVerified: z.boolean(),
    rows: z.strictObject({ in: z.number(), exported: z.number(), held: z.number() }),
    file: z.strictObject({ name: z.string(), bytes: z.number(), sha256: z.string() }),
    by: z.string(),
    at: z.string(),
    /** What the preview's hash was: the same request is known again by it. */
    hash: z.string(),
    checked: z.array(z.string()),
    notChecked: z.array(z.string()),
  }),
);
export type BatchReceipt = z.infer<ReturnType<typeof receiptSchema>>;

const membersSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    /** 受付番号 of what went out, in the order of the file. */
    receipts: z.array(z.string()),
  }),
);

/** Brings what an older program wrote to the present version; anything else comes back as it is. */
function upgraded(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) return stored;
  return stored.version === 1 ? { ...stored, version: 2, kind: 'applications', substitutes: null } : stored;
}

export const kindLabels: Readonly<Record<ExportKind, string>> = {
  applications: '入会申込',
  updates: '台帳の変更',
  full: '台帳の全件',
};

export interface Batch {
  readonly at: number;
  readonly id: string;
  readonly state: BatchStateId;
  readonly stateAt: string;
  readonly note: string;
  readonly fileUrl: string;
  readonly receipt: BatchReceipt;
  readonly members: readonly string[];
}

/** Most applications in one file: what the member cells carry, and far beyond a chamber's year. */
export const batchLimit = 10_000;

export function batchCells(batch: Omit<Batch, 'at'>): Cells {
  const { receipt } = batch;
  return {
    出力番号: batch.id,
    出力日時: shownTime(receipt.at),
    担当者: receipt.by,
    対象の種類: kindLabels[receipt.kind],
    配置: receipt.profileName,
    配置の確認: receipt.profileVerified ? '確認済み' : '仮の配置',
    件数: String(receipt.rows.exported),
    保留: String(receipt.rows.held),
    状態: batchStates[batch.state],
    状態の日時: shownTime(batch.stateAt),
    メモ: batch.note,
    ファイル名: receipt.file.name,
    ファイル: batch.fileUrl,
    'SHA-256': receipt.file.sha256,
    ...toJsonCells(batchReceiptHeaders, receipt),
    ...toJsonCells(batchMemberHeaders, { version: 1, receipts: batch.members }),
  };
}

const stateIds: ReadonlyMap<string, BatchStateId> = new Map(
  (['making', 'made', 'imported', 'failed', 'cancelled'] as const).map((id) => [batchStates[id], id]),
);

export function readBatch(row: Row): Batch {
  const receipt = receiptSchema().safeParse(upgraded(fromJsonCells(batchReceiptHeaders, row.cells)));
  const members = membersSchema().safeParse(fromJsonCells(batchMemberHeaders, row.cells));
  const state = stateIds.get(row.cells.状態 ?? '');
  if (!receipt.success || !members.success || state === undefined) {
    throw new UnusableInput([issue('workbook.version', 'error', '', { params: { row: row.at } })]);
  }
  return {
    at: row.at,
    id: receipt.data.batchId,
    state,
    stateAt: row.cells.状態の日時 ?? '',
    note: row.cells.メモ ?? '',
    fileUrl: row.cells.ファイル ?? '',
    receipt: receipt.data,
    members: members.data.receipts,
  };
}

/** The batch that holds each application (by 受付番号), the last one first to count; cancelled ones hold none. */
export function batchByReceipt(batches: readonly Batch[]): ReadonlyMap<string, Batch> {
  const found = new Map<string, Batch>();
  for (const batch of batches) {
    if (batch.state === 'cancelled') continue;
    for (const receipt of batch.members) found.set(receipt, batch);
  }
  return found;
}

/**
 * True when the application has to go out (again): never exported, its last batch failed, or it was written down by a
 * run that died before the file was made (an export finishes that batch first).
 */
export function awaitsExport(batch: Batch | undefined): boolean {
  return batch === undefined || batch.state === 'failed' || batch.state === 'making';
}

/** What 受付 and the sidebar show about export, by the state of the application. */
export function exportLabel(batch: Batch | undefined, state: string, settings: Settings): string {
  if (batch !== undefined && !awaitsExport(batch)) return `${batchStates[batch.state]} ${batch.id}`;
  if (!isExportable(settings.states, state)) return '';
  return batch?.state === 'failed' ? `出力待ち（${batch.id} は取込失敗）` : '出力待ち';
}
