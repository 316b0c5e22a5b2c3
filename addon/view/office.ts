/** View models of the page 点検と設定 that are nobody else's: what 今日 points to, recent operations, destructions, settings. */
import { refusalOf } from '../../apps-script/jobs/access/check.ts';
import { operationsTable } from '../../apps-script/jobs/access/log.ts';
import { openBook } from '../../apps-script/jobs/book/book.ts';
import { layouts } from '../../apps-script/jobs/book/profiles.ts';
import { checkHealth } from '../../apps-script/jobs/health/health.ts';
import type { Services } from '../../apps-script/jobs/port.ts';
import { destructionTable } from '../../apps-script/jobs/retention/table.ts';
import { chamberSettings, mostMails, settingsHash } from '../../apps-script/jobs/save-settings.ts';
import type { AttentionView, DestructionRecords, OfficeSettings, OperationsView } from './office-protocol.ts';
import { profileView } from './profile.ts';

/** Rows of 操作記録 that the page shows; the sheet holds them all. */
const shownOperations = 50;

export function attentionView(services: Services): AttentionView {
  const { seen, lines } = checkHealth(services, 'today');
  const counts = { updates: 0, toMend: 0 };
  let isPaused = false;
  for (const { check, state } of lines) {
    const isOpen = state === 'warn' || state === 'bad';
    if (check === 'update' && state !== 'ok') counts.updates++;
    else if (check === 'sending') isPaused = isOpen;
    else if (isOpen && check !== 'retention') counts.toMend++;
  }
  return {
    ...counts,
    sendingPaused: isPaused ? (seen.book?.waiting ?? 0) : 0,
    retentionDue: seen.book?.destruction.due.length ?? 0,
  };
}

export function operationsView({ workbook }: Services): OperationsView {
  const rows = workbook.has([operationsTable]) ? workbook.read(operationsTable) : [];
  return {
    rows: rows
      .slice(-shownOperations)
      .reverse()
      .map(({ cells }) => ({
        at: cells.日時 ?? '',
        by: cells.担当者 ?? '',
        what: cells.操作 ?? '',
        result: cells.結果 ?? '',
      })),
    total: rows.length,
    sheet: operationsTable.name,
  };
}

export function destructionRecords({ workbook }: Services): DestructionRecords {
  const rows = workbook.has([destructionTable]) ? workbook.read(destructionTable) : [];
  return {
    rows: [...rows].reverse().map(({ cells }) => ({
      recordId: cells.廃棄番号 ?? '',
      at: cells.日時 ?? '',
      by: cells.担当者 ?? '',
      form: cells.フォーム ?? '',
      rule: cells.規則 ?? '',
      count: Number(cells.件数 ?? 0),
      oldest: cells.最も古い受付日 ?? '',
      state: cells.状態 ?? '',
    })),
    sheet: destructionTable.name,
  };
}

export function officeSettings(services: Services): OfficeSettings {
  const book = openBook(services.workbook);
  const values = chamberSettings(book);
  return {
    values,
    profiles: layouts(book).map(profileView),
    mostMails,
    mailsLeft: services.mail.remaining(),
    mayChange: refusalOf(services, 'settings') === null,
    hash: settingsHash(values),
  };
}
