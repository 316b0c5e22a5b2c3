/** Asks the store: the stored tables and shipped views of all waves, read only, with nothing outside within reach. */
import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { neutralise } from '../../../shared/table/neutralise.ts';
import { withDuckDb } from './parquet.ts';
import { storedTableNames } from './rows.ts';
import { duckDb, viewNames, viewSql, viewTitle } from './sql.ts';
import { dataFile, readWaves } from './waves.ts';

export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly issues: readonly Issue[];
}

/** What may be asked by name. */
export const tableTitles: Readonly<Record<string, string>> = {
  ...Object.fromEntries(viewNames.map((name) => [name, viewTitle(name)])),
  answers: '回答：一行が一事業者の一つの答え',
  places: '区分：一行が一事業者の一つの区分（業種、都道府県など）',
};

const text = (file: string): string => `'${file.replaceAll("'", "''")}'`;

/** A connection sees the waves of a store from now on, and can neither write nor read any other file. */
export async function openStore(connection: DuckDBConnection, store: string): Promise<readonly Issue[]> {
  const { waves, issues } = readWaves(store);
  if (waves.length === 0)
    throw new UnusableInput(
      issues.length > 0
        ? issues
        : [issue('survey.store.not-a-store', 'error', '', { params: { folder: store } })],
    );
  const files = storedTableNames.map((table) => ({
    table,
    paths: waves.map((wave) => text(resolve(dataFile(store, table, wave)))),
  }));
  const tables = files.map(
    ({ table, paths }) =>
      `CREATE VIEW ${duckDb.table(table)} AS SELECT * FROM read_parquet([${paths.join(', ')}], hive_partitioning = false)`,
  );
  const views = viewNames.map((name) => `CREATE VIEW ${duckDb.table(name)} AS ${viewSql(name, duckDb)}`);
  await connection.run(
    [
      `SET allowed_paths = [${files.flatMap(({ paths }) => paths).join(', ')}]`,
      'SET enable_external_access = false',
      ...tables,
      ...views,
      // Nobody's question turns these off again.
      'SET lock_configuration = true',
    ].join(';\n'),
  );
  return issues;
}

/** Order in which a table is read best: all but figures. */
const orderOf: Readonly<Record<string, string>> = {
  amounts_by_dimension: 'survey, wave, question, dimension, place_code',
  counts_by_dimension: 'survey, wave, question, dimension, place_code, option_order',
  di_by_dimension: 'survey, wave, question, dimension, place_code',
  di_by_two_dimensions: 'survey, wave, question, dimension_1, place_code_1, dimension_2, place_code_2',
  di_changes: 'survey, wave, question, dimension, place_code',
  response_counts: 'survey, wave, dimension, place_code',
  answers: 'survey, wave, business, question, option_order',
  places: 'survey, wave, business, dimension',
};

/** SQL of a table that is asked for by its name. */
export function tableSql(name: string): string {
  const order = orderOf[name];
  if (order === undefined)
    throw new UnusableInput([
      issue('survey.store.table', 'error', '', {
        params: { name, known: Object.keys(tableTitles).join('、') },
      }),
    ]);
  return `SELECT * FROM ${duckDb.table(name)} ORDER BY ${order}`;
}

/** Runs one question on a connection that `openStore` prepared. */
export async function ask(connection: DuckDBConnection, sql: string): Promise<Omit<Answer, 'issues'>> {
  try {
    const result = await connection.runAndReadAll(sql);
    return { columns: result.deduplicatedColumnNames(), rows: result.getRows().map((row) => row.map(shown)) };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new UnusableInput([issue('survey.store.sql', 'error', '', { params: { reason } })]);
  }
}

/** Names of chambers come from answers: texts are made harmless, figures stay figures. */
const shown = (value: unknown): string =>
  value === null ? '' : typeof value === 'string' ? neutralise(value) : String(value);

/** Asks a store one question. */
export function askStore(store: string, sql: string): Promise<Answer> {
  return withDuckDb(async (connection) => {
    const issues = await openStore(connection, store);
    return { ...(await ask(connection, sql)), issues };
  });
}
