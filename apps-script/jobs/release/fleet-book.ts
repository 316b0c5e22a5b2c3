/** JCCI's workbook of the fleet: the sheet 配布の状況 and its record. Only the collector writes it. */
import {
  fleetHeaders,
  fleetHistoryHeaders,
  fleetHistoryName,
  fleetSheetName,
} from '../../../shared/release/fleet-table.ts';
import { offerHeaders, offerSheetName } from '../../../shared/release/offer-table.ts';
import type { Table } from '../port.ts';

const widths: Readonly<Record<string, number>> = {
  商工会議所: 200,
  理由: 200,
  点検: 200,
  見送り: 140,
  受信: 140,
};

const column = (header: string) => ({
  header,
  width: widths[header] ?? 90,
  ...(header === 'データ' ? { hidden: true } : {}),
});

export const fleetTable: Table = {
  name: fleetSheetName,
  guarded: true,
  frozenColumns: 2,
  columns: fleetHeaders.map(column),
};

/** A line where the state of a chamber has become another. */
export const fleetHistoryTable: Table = {
  name: fleetHistoryName,
  guarded: true,
  columns: fleetHistoryHeaders.map(column),
};

/** A row an offer of a chamber; 状態 is for people to write into. */
export const fleetOffersTable: Table = {
  name: offerSheetName,
  frozenColumns: 2,
  columns: offerHeaders.map((header) => ({
    header,
    width: { 題: 240, 説明: 320, 商工会議所: 200, 受信: 140 }[header] ?? 100,
    ...(header.startsWith('データ') ? { hidden: true } : {}),
  })),
};
