/** 操作記録: who asked what of the program and how it ended. Never what was typed: no input, no name, no message. */
import type { Services, Table } from '../port.ts';
import { isoOf, shownTime } from '../time.ts';

export const operationsTable: Table = {
  name: '操作記録',
  guarded: true,
  frozenColumns: 2,
  columns: [
    { header: '日時', width: 130 },
    { header: '担当者', width: 200 },
    { header: '操作', width: 240 },
    { header: '結果', width: 90 },
    { header: '理由コード', width: 220 },
    { header: '操作ID', width: 140 },
  ],
};

export interface Operation {
  /** Name of the method; one of our own. */
  readonly method: string;
  /** In words. */
  readonly label: string;
  /** Codes of the issues that it was refused with; empty when it was done. */
  readonly codes: readonly string[];
}

/** Adds one row in one atomic call, so that two people at once both leave theirs. A log that cannot be written stops nobody. */
export function logOperation(services: Services, { method, label, codes }: Operation): void {
  try {
    services.workbook.addRow(operationsTable, {
      日時: shownTime(isoOf(services.clock.now())),
      担当者: services.session.user(),
      操作: label,
      結果: codes.length === 0 ? '実行' : codes.includes('access.denied') ? '権限なし' : '断り',
      理由コード: [...new Set(codes)].join(' '),
      操作ID: method,
    });
  } catch {
    services.log(`operation not logged: ${method}`);
  }
}
