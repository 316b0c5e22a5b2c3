/** JCCI's side: takes what chambers offer in. Opened before anything is read, and one row under the lock, as with their status. */
import { UnusableInput } from '../../../shared/issue/issue.ts';
import { type OfferFault, offerId, openOffer } from '../../../shared/release/offer.ts';
import { offerCells, offerWaiting } from '../../../shared/release/offer-table.ts';
import { workbookTitle } from '../book/tables.ts';
import type { Services } from '../port.ts';
import type { FleetOffice } from './collector.ts';
import { fleetOffersTable } from './fleet-book.ts';

export type OfferReply =
  | { readonly ok: true; readonly isNew: boolean }
  | { readonly ok: false; readonly fault: OfferFault | 'closed' | 'busy' };

/** Most offers of one chamber that may wait for JCCI. */
const mostWaiting = 20;

/** The same offer again is confirmed and changes nothing; what somebody wrote into 状態 stays. */
export function collectOffer(
  services: (book: string) => Pick<Services, 'workbook' | 'withLock'>,
  office: FleetOffice | null,
  text: string,
  time: number,
): OfferReply {
  const now = Math.floor(time);
  if (office === null) return { ok: false, fault: 'closed' };
  const opened = openOffer(text, office.master, now);
  if (!opened.ok) return opened;
  const { offer } = opened;
  if (office.revoked.has(offer.chamber)) return { ok: false, fault: 'foreign' };
  const cells = offerCells(offer, now);
  if (cells === null) return { ok: false, fault: 'malformed' };
  const { workbook, withLock } = services(office.book);
  try {
    return withLock((): OfferReply => {
      if (!workbook.has([fleetOffersTable])) workbook.prepare(workbookTitle, [fleetOffersTable]);
      const rows = workbook.readColumns(fleetOffersTable, ['番号', 'コード', '状態']).map((row) => row.cells);
      if (rows.some(({ 番号 }) => 番号 === offerId(offer))) return { ok: true, isNew: false };
      const waiting = rows.filter(({ コード, 状態 }) => コード === offer.chamber && 状態 === offerWaiting);
      if (waiting.length >= mostWaiting) return { ok: false, fault: 'too-many' };
      workbook.append(fleetOffersTable, [cells]);
      return { ok: true, isNew: true };
    });
  } catch (error) {
    const isBusy = error instanceof UnusableInput && error.issues.some(({ code }) => code === 'lock.busy');
    if (!isBusy) throw error;
    return { ok: false, fault: 'busy' };
  }
}
