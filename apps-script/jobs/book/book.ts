/**
 * What a job knows of the workbook in one execution: each sheet is read at most once, and what is written is kept
 * in memory too, so that reads and writes do not alternate.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { Cells, Row, Table, Workbook } from '../port.ts';
import {
  type Application,
  applicationCells,
  readApplication,
  type StoredApplication,
} from './application.ts';
import { type Batch, batchCells, readBatch } from './batch.ts';
import { readSettings, type Settings, settingsVersion } from './settings.ts';
import { batchTable, recordsTable, settingsTable } from './tables.ts';

export interface Book {
  settings(): Settings;
  applications(): readonly StoredApplication[];
  batches(): readonly Batch[];
  rows(table: Table): readonly Row[];
  /** Only these columns of a large table; read anew each time. See `Workbook.readColumns`. */
  columns(table: Table, headers: readonly string[]): readonly Row[];
  /** All rows of a large table, blank ones too, without keeping any. See `Workbook.scan`. */
  scan: Workbook['scan'];
  /** Only these rows of a large table; read anew each time. */
  rowsAt(table: Table, numbers: readonly number[]): readonly Row[];
  /** Whole rows of a large table, or these columns of them; what `rows` read before does not know of them. */
  put(table: Table, rows: ReadonlyMap<number, Cells>, headers?: readonly string[]): void;
  /** Draws the rows of a table that only the program writes. */
  replace(table: Table, cells: readonly Cells[]): void;
  append(table: Table, cells: readonly Cells[]): void;
  update(table: Table, changed: ReadonlyMap<number, Cells>): void;
  addApplications(applications: readonly Application[]): void;
  changeApplication(application: StoredApplication): void;
  addBatch(batch: Omit<Batch, 'at'>): Batch;
  changeBatch(batch: Batch): void;
}

export function openBook(workbook: Workbook): Book {
  const tables = new Map<string, readonly Row[]>();
  let settings: Settings | null = null;
  let applications: StoredApplication[] | null = null;
  let batches: Batch[] | null = null;

  const rows = (table: Table): readonly Row[] => {
    const known = tables.get(table.name);
    if (known !== undefined) return known;
    const read = workbook.read(table);
    tables.set(table.name, read);
    return read;
  };
  const nextAt = (table: Table): number => rows(table).reduce((last, row) => Math.max(last, row.at), 1) + 1;
  const append = (table: Table, cells: readonly Cells[]): void => {
    if (cells.length === 0) return;
    const first = nextAt(table);
    workbook.append(table, cells);
    tables.set(table.name, [...rows(table), ...cells.map((c, index) => ({ at: first + index, cells: c }))]);
  };
  const update = (table: Table, changed: ReadonlyMap<number, Cells>): void => {
    if (changed.size === 0) return;
    workbook.update(table, rows(table), changed);
    tables.set(
      table.name,
      rows(table).map((row) => {
        const cells = changed.get(row.at);
        return cells === undefined ? row : { at: row.at, cells };
      }),
    );
  };
  const readApplications = (): StoredApplication[] => {
    applications ??= rows(recordsTable).map(readApplication);
    return applications;
  };
  const readBatches = (): Batch[] => {
    batches ??= rows(batchTable).map(readBatch);
    return batches;
  };

  return {
    settings() {
      settings ??= readSettings(rows(settingsTable));
      if (settings.version > settingsVersion) {
        throw new UnusableInput([issue('workbook.version', 'error', '')]);
      }
      return settings;
    },
    applications: readApplications,
    batches: readBatches,
    rows,
    columns: (table, headers) => workbook.readColumns(table, headers),
    rowsAt: (table, numbers) => workbook.readRows(table, numbers),
    scan: (table, headers, visit) => workbook.scan(table, headers, visit),
    put(table, changed, headers) {
      tables.delete(table.name);
      workbook.put(table, changed, headers);
    },
    replace(table, cells) {
      workbook.replace(table, cells);
      tables.set(
        table.name,
        cells.map((one, index) => ({ at: index + 2, cells: one })),
      );
    },
    append,
    update,
    addApplications(added) {
      const known = readApplications();
      const first = nextAt(recordsTable);
      append(recordsTable, added.map(applicationCells));
      added.forEach((application, index) => {
        known.push({ ...application, at: first + index });
      });
    },
    changeApplication(changed) {
      update(recordsTable, new Map([[changed.at, applicationCells(changed)]]));
      applications = readApplications().map((one) => (one.id === changed.id ? changed : one));
    },
    addBatch(batch) {
      const known = readBatches();
      const stored = { ...batch, at: nextAt(batchTable) };
      append(batchTable, [batchCells(batch)]);
      known.push(stored);
      return stored;
    },
    changeBatch(changed) {
      update(batchTable, new Map([[changed.at, batchCells(changed)]]));
      batches = readBatches().map((one) => (one.id === changed.id ? changed : one));
    },
  };
}
