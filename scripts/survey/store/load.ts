/** One wave into the store: read as a report reads it, written in Parquet, put in place of what was there before. */
import { createHash } from 'node:crypto';
import type { CodeList } from '../../../shared/fields/catalogue.ts';
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { SurveyDefinition } from '../../../shared/survey/definition/schema.ts';
import { readWave } from '../../../shared/survey/definition/waves.ts';
import { openAnswers, type ReadAnswers, readAnswers } from '../../../shared/survey/read/read-answers.ts';
import { nativeBytes } from '../../native-bytes.ts';
import { withDuckDb, writeParquet } from './parquet.ts';
import { storedRows, storedTableNames } from './rows.ts';
import { sheetIssues } from './sheets-limit.ts';
import { dataFile, readWaves, recordOf, sweep, type WaveRecord, writeRecord } from './waves.ts';

export interface LoadInput {
  readonly store: string;
  readonly definition: SurveyDefinition;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly wave: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Moment of the load, for the record. */
  readonly now: string;
  /** Called before each thing that is done to the disk; a test lets the run die there. */
  readonly step?: (name: string) => void;
}

export interface Loaded {
  readonly record: WaveRecord;
  readonly read: ReadAnswers;
  /** `same`: the store held exactly this already. */
  readonly change: 'new' | 'replaced' | 'same';
  readonly issues: readonly Issue[];
}

/** Version of the stored shape: a new one makes every wave a new load. */
const shape = 1;

/** Loads a wave; the same wave again takes the place of the old one. Throws `UnusableInput` before anything is written. */
export async function loadWave(input: LoadInput): Promise<Loaded> {
  const { store, definition, lists, file, bytes } = input;
  const wave = readWave(definition.wave, input.wave);
  if (wave === null)
    throw new UnusableInput([issue('survey.store.wave', 'error', '', { params: { wave: input.wave } })]);
  const read = readAnswers({ definition, wave, file, bytes, lists, port: nativeBytes });
  const { header } = openAnswers(bytes, file, nativeBytes);

  const loadId = createHash('sha256')
    .update(JSON.stringify([shape, wave, definition]))
    .update(bytes)
    .digest('hex')
    .slice(0, 16);
  const record: WaveRecord = {
    schema: 1,
    survey: definition.id,
    title: definition.title,
    wave,
    loadId,
    businesses: read.columns.rows,
    sheetCells: (read.columns.rows + 1) * header.length,
    loadedAt: input.now,
  };
  const before = recordOf(store, record);
  const known = readWaves(store).waves;
  const stands = known.some(
    (one) => one.survey === record.survey && one.wave === wave && one.loadId === loadId,
  );
  if (!stands) {
    const rows = storedRows(definition, read, loadId);
    await withDuckDb(async (connection) => {
      for (const table of storedTableNames) {
        input.step?.(table);
        await writeParquet(connection, dataFile(store, table, record), table, rows[table]());
      }
    });
    input.step?.('record');
    writeRecord(store, record);
  }
  input.step?.('sweep');
  sweep(store, record);
  const others = known.filter((one) => one.survey === record.survey && one.wave !== wave);
  return {
    record,
    read,
    change: stands ? 'same' : before === null ? 'new' : 'replaced',
    issues: sheetIssues(record, others),
  };
}
