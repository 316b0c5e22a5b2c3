/** JCCI's workbook of the fleet: the sheet 配布の状況 and its record. Only the collector writes it. */
import {
  fleetHeaders,
  fleetHistoryHeaders,
  fleetHistoryName,
  fleetSheetName,
} from '../../../shared/release/fleet-table.ts';
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
