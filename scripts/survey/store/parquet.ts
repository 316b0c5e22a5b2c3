/** Rows → a Parquet file, written beside its place and put there whole. */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  BIGINT,
  DATE,
  DOUBLE,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import { type Cell, type StoredColumn, type StoredTable, storedTables } from './rows.ts';
import { duckDb } from './sql.ts';

/** Rows of one chunk: the size in which DuckDB works. */
const chunkRows = 2048;

const types: Readonly<Record<StoredColumn['type'], DuckDBType>> = {
  text: VARCHAR,
  date: DATE,
  whole: BIGINT,
  real: DOUBLE,
};

/** `2026-10-01` as days. */
function dateOf(day: string): DuckDBDateValue {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return DuckDBDateValue.fromParts({ year, month, day: date });
}

function stored(cell: Cell, type: StoredColumn['type']): DuckDBValue {
  if (cell === null) return null;
  if (type === 'whole') return BigInt(cell);
  if (type === 'date') return dateOf(String(cell));
  return cell;
}

const text = (file: string): string => `'${file.replaceAll("'", "''")}'`;

/** A DuckDB of one's own for a piece of work, closed after it. */
export async function withDuckDb<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:');
  try {
    const connection = await instance.connect();
    try {
      return await work(connection);
    } finally {
      connection.closeSync();
    }
  } finally {
    instance.closeSync();
  }
}

/** Writes a table of a wave. The same rows give the same file. */
export async function writeParquet(
  connection: DuckDBConnection,
  file: string,
  table: StoredTable,
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const columns: readonly StoredColumn[] = storedTables[table];
  const listed = columns.map(
    ({ name, type, isRequired }) => `${name} ${duckDb.types[type]}${isRequired ? ' NOT NULL' : ''}`,
  );
  await connection.run(`CREATE OR REPLACE TABLE made (${listed.join(', ')})`);
  const appender = await connection.createAppender('made');
  const append = (batch: readonly (readonly Cell[])[]): void => {
    const chunk = DuckDBDataChunk.create(columns.map(({ type }) => types[type]));
    chunk.setColumns(columns.map(({ type }, at) => batch.map((row) => stored(row[at] ?? null, type))));
    appender.appendDataChunk(chunk);
  };
  let batch: (readonly Cell[])[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < chunkRows) continue;
    append(batch);
    batch = [];
  }
  if (batch.length > 0) append(batch);
  appender.closeSync();
  mkdirSync(dirname(file), { recursive: true });
  const part = `${file}.${process.pid}.part`;
  try {
    await connection.run(`COPY made TO ${text(part)} (FORMAT parquet, COMPRESSION zstd)`);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
