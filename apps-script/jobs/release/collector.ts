/**
 * JCCI's side: takes the messages of chambers in. Deployed at JCCI only: a copy without JCCI's properties answers nobody. A message is
 * opened before anything is read, so what is forged costs no sheet and no lock; what is accepted changes one row, under the lock.
 */
import { UnusableInput } from '../../../shared/issue/issue.ts';
import { type FleetRow, receive } from '../../../shared/release/fleet.ts';
import { fleetCells, historyCells, isNoteworthy, readFleetRow } from '../../../shared/release/fleet-table.ts';
import { isSecret } from '../../../shared/release/hmac.ts';
import { type MessageFault, openMessage } from '../../../shared/release/status.ts';
import { workbookTitle } from '../book/tables.ts';
import type { Properties, Services } from '../port.ts';
import { fleetHistoryTable, fleetTable } from './fleet-book.ts';

export const fleetKeys = {
  /** Id of the workbook of the fleet. */
  book: 'cci.fleet.book',
  /** Id of the Drive folder with `rollout.json` and the releases. */
  folder: 'cci.fleet.folder',
  /** JCCI's secret: 64 hexadecimal digits. */
  master: 'cci.fleet.master',
  /** Codes whose key no longer counts, apart by blanks. */
  revoked: 'cci.fleet.revoked',
} as const;

export interface FleetOffice {
  readonly book: string;
  readonly folder: string;
  readonly master: string;
  readonly revoked: ReadonlySet<string>;
}

/** JCCI's properties; null in a copy that is not JCCI's, or where they are not whole. */
export function fleetOffice(secrets: Pick<Properties, 'get'>): FleetOffice | null {
  const text = (key: string): string => (secrets.get(key) ?? '').trim();
  const [book, folder, master] = [text(fleetKeys.book), text(fleetKeys.folder), text(fleetKeys.master)];
  if (book === '' || folder === '' || !isSecret(master)) return null;
  return { book, folder, master, revoked: new Set(text(fleetKeys.revoked).split(/[\s,]+/)) };
}

export type CollectorReply =
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly fault: MessageFault | 'closed' | 'busy' };

type Needed = Pick<Services, 'workbook' | 'clock' | 'withLock'>;

/** Makes the sheets where they are missing; what people added stays. */
export function prepareFleet({ workbook }: Pick<Services, 'workbook'>): void {
  // Both are made at once, so one is looked for: this is done for every message.
  if (!workbook.has([fleetTable])) workbook.prepare(workbookTitle, [fleetHistoryTable, fleetTable]);
}

/** The row of a chamber and its place; `at` is 0 for one that is not there. */
function rowOf({ workbook }: Needed, code: string): { readonly at: number; readonly row: FleetRow } {
  const fresh: FleetRow = { code, name: '', prefecture: '', status: null, receivedAt: 0 };
  const at = workbook.readColumns(fleetTable, ['コード']).find(({ cells }) => cells.コード === code)?.at ?? 0;
  const [read] = at === 0 ? [] : workbook.readRows(fleetTable, [at]);
  return { at, row: (read === undefined ? null : readFleetRow(read.cells)) ?? fresh };
}

/**
 * Takes a message in. A chamber that JCCI gave a key and that stands in no row yet gets one; JCCI's list of names is looked up
 * where the sheet is read.
 */
export function collectMessage(
  services: (book: string) => Needed,
  office: FleetOffice | null,
  text: string,
  time: number,
): CollectorReply {
  const now = Math.floor(time);
  if (office === null) return { ok: false, fault: 'closed' };
  const opened = openMessage(text, office.master, now);
  if (!opened.ok) return opened;
  const { status } = opened;
  if (office.revoked.has(status.chamber)) return { ok: false, fault: 'foreign' };
  const fleet = services(office.book);
  try {
    return fleet.withLock((): CollectorReply => {
      prepareFleet(fleet);
      const { at, row } = rowOf(fleet, status.chamber);
      const received = receive(row, status, now);
      if (!received.ok) return received;
      if (received.isNew) {
        // The record first: a run that dies between the two writes it once more, and loses nothing.
        if (isNoteworthy(row.status, status))
          fleet.workbook.addRow(fleetHistoryTable, historyCells(status, now));
        const cells = fleetCells(received.row);
        if (at === 0) fleet.workbook.append(fleetTable, [cells]);
        else fleet.workbook.put(fleetTable, new Map([[at, cells]]));
      }
      return { ok: true, isNew: received.isNew };
    });
  } catch (error) {
    if (error instanceof UnusableInput && error.issues.some(({ code }) => code === 'lock.busy')) {
      return { ok: false, fault: 'busy' };
    }
    throw error;
  }
}

/** Name of the file that `?page=` asks for, '' for none. */
export function fileOf(page: string, version: string): string {
  if (page === 'rollout') return 'rollout.json';
  return page === 'release' && /^\d{1,4}\.\d{1,4}\.\d{1,4}$/.test(version) ? `release-${version}.json` : '';
}
