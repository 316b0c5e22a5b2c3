/**
 * Which waves a store holds. The record of a wave is the moment it counts: data files are written beside the old ones under names
 * of their own, then the record is put in place in one step, then what it no longer names is removed. A run that dies before
 * leaves the old wave whole, one that dies after leaves files that the next run removes.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import { isFolder, writeAll } from '../../files.ts';
import { type StoredTable, storedTableNames } from './rows.ts';

const recordSchema = lazy(() =>
  z.strictObject({
    schema: z.literal(1),
    survey: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
    title: z.string(),
    wave: z.string().check(z.regex(/^\d{4}(-\d{2})?$/)),
    /** Hash of what was loaded: the name of its files. */
    loadId: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
    businesses: z.number(),
    /** Cells that the wave would take as a sheet: rows × columns of the file of answers. */
    sheetCells: z.number(),
    loadedAt: z.string(),
  }),
);
export type WaveRecord = z.infer<ReturnType<typeof recordSchema>>;

type WaveName = Pick<WaveRecord, 'survey' | 'wave'>;

/** Folder of the data of a wave; readers that know Hive partitions find survey and wave in the path. */
export const partitionOf = (store: string, table: StoredTable, { survey, wave }: WaveName): string =>
  join(store, table, `survey=${survey}`, `wave=${wave}`);

export const dataFile = (store: string, table: StoredTable, record: WaveRecord): string =>
  join(partitionOf(store, table, record), `${record.loadId}.parquet`);

const recordFolder = (store: string): string => join(store, 'waves');
const recordName = ({ survey, wave }: WaveName): string => `${survey}_${wave}.json`;

export interface WavesFound {
  readonly waves: readonly WaveRecord[];
  readonly issues: readonly Issue[];
}

/** All waves of a store whose record and data are there, oldest first; the others as issues. */
export function readWaves(store: string): WavesFound {
  const folder = recordFolder(store);
  if (!isFolder(folder))
    return {
      waves: [],
      issues: [issue('survey.store.not-a-store', 'error', '', { params: { folder: store } })],
    };
  const waves: WaveRecord[] = [];
  const issues: Issue[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue;
    const file = join(folder, name);
    const record = readRecord(file);
    if (record === null || recordName(record) !== name) {
      issues.push(issue('survey.store.damaged', 'warning', '', { params: { file } }));
      continue;
    }
    const missing = storedTableNames
      .map((table) => dataFile(store, table, record))
      .find((data) => !existsSync(data));
    if (missing === undefined) waves.push(record);
    else
      issues.push(
        issue('survey.store.file-missing', 'warning', '', {
          params: { survey: record.survey, wave: record.wave, file: missing },
        }),
      );
  }
  return { waves, issues };
}

function readRecord(file: string): WaveRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
  const read = z.safeParse(recordSchema(), value);
  return read.success ? read.data : null;
}

/** The record of one wave, null where the store does not hold it. */
export const recordOf = (store: string, wave: WaveName): WaveRecord | null =>
  readRecord(join(recordFolder(store), recordName(wave)));

/** Puts a record in place: from now on the wave is what it names. */
export function writeRecord(store: string, record: WaveRecord): void {
  const bytes = Buffer.from(`${JSON.stringify(record, null, 2)}\n`, 'utf8');
  writeAll(recordFolder(store), [{ name: recordName(record), bytes }]);
}

/** Removes data files of a wave that its record does not name: of loads before, and of those that died. */
export function sweep(store: string, record: WaveRecord): void {
  for (const table of storedTableNames) {
    const folder = partitionOf(store, table, record);
    if (!isFolder(folder)) continue;
    for (const name of readdirSync(folder))
      if (name !== `${record.loadId}.parquet`) rmSync(join(folder, name), { force: true });
  }
}
