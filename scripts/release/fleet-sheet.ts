/** The collector's sheet (配布の状況), read over the Sheets API: each listed chamber with what it last said. */
import type { FleetRow } from '../../shared/release/fleet.ts';
import { fleetSheetName, readFleetRows } from '../../shared/release/fleet-table.ts';
import type { Session } from './session.ts';

/** Rows in the order of the list; a chamber that has not reported has no status. */
export async function readFleet({ google, caller, config }: Session): Promise<readonly FleetRow[]> {
  const { data } = await caller.call('sheets-read', () =>
    google.sheets.spreadsheets.values.get({
      spreadsheetId: config.fleet,
      range: `'${fleetSheetName}'`,
      valueRenderOption: 'UNFORMATTED_VALUE',
    }),
  );
  const values = (data.values ?? []).map((row: readonly unknown[]) => row.map((cell) => String(cell ?? '')));
  const found = new Map(readFleetRows(values).map((row) => [row.code, row]));
  return config.list.map((chamber) => {
    const row = found.get(chamber.code);
    return row === undefined
      ? { ...chamber, status: null, receivedAt: 0 }
      : { ...chamber, status: row.status, receivedAt: row.receivedAt };
  });
}
