import { describe, expect, it } from 'vitest';
import type { FleetRow } from './fleet.ts';
import { fleetCells, fleetHeaders, readFleetRow, readFleetRows } from './fleet-table.ts';
import { begin } from './testing.ts';

const row: FleetRow = {
  code: 'r0-1',
  name: '見本商工会議所',
  prefecture: '01',
  receivedAt: begin,
  status: {
    schema: 1,
    chamber: 'r0-1',
    counter: 3,
    nonce: '0'.repeat(32),
    at: begin,
    addon: '0.1.0',
    version: '',
    release: { version: '1.2.0', outcome: 'deferred', error: '' },
    seq: 1,
    deferredUntil: '2026-12-20',
    forms: [{ template: 'mihon', version: '1.1.0', count: 2 }],
    own: 1,
    conflicts: 0,
    waiting: 0,
    health: { ok: 1, warn: 2, bad: 3 },
  },
};

describe('fleet row in the sheet', () => {
  it('drawn_and_read_back__the_same', () => {
    const cells = fleetCells(row);
    expect(cells).toMatchObject({
      状態: '見送り',
      見送り: '見送り〜2026-12-20',
      版: '同梱の版',
      フォーム: '2',
      受信: '2026-12-01 09:00',
    });
    expect(readFleetRow(cells)).toEqual(row);
    const values = [fleetHeaders, fleetHeaders.map((header) => cells[header] ?? '')];
    // A number typed by the sheet loses its zero.
    expect(readFleetRows(values.map((line) => line.map((text) => (text === '01' ? '1' : text))))).toEqual([
      row,
    ]);
  });
  it('chamber_that_never_reported__or_data_changed_by_hand__counts_as_never_received', () => {
    const fresh = { ...row, status: null, receivedAt: 0 };
    expect(readFleetRow(fleetCells(fresh))).toEqual(fresh);
    expect(readFleetRow({ ...fleetCells(row), データ: 'x' })).toEqual(fresh);
    expect(readFleetRow({})).toBeNull();
  });
});
