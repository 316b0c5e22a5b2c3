/** Answers for the survey bench: made inside DuckDB, so that both sides count the very same, and read out by column. */
import { type DuckDBConnection, DuckDBInstance, DuckDBSmallIntVector } from '@duckdb/node-api';
import type { SurveyColumn, SurveyColumns } from '../../shared/survey/columns.ts';

export const dimensions = { 業種: 5, ブロック: 9, 都道府県: 47, 会議所: 515 } as const;
/** Options of the questions, in turn: LOBO asks for three, other surveys for more. */
const optionCounts = [3, 3, 3, 4, 5];
export const questions = Array.from({ length: 30 }, (_, at) => `問${at + 1}`);
const optionsOf = (at: number): number => optionCounts[at % optionCounts.length] ?? 3;

/** A table `answers` of so many businesses; one answer in fifty is missing (−1). */
export async function answersInDuckDb(rows: number): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const columns = [
    `(hash(i + 100000007) % ${dimensions.業種})::SMALLINT AS "業種"`,
    // Regions are nested: a chamber lies in one prefecture, a prefecture in one block.
    `(hash(i) % ${dimensions.会議所} % ${dimensions.都道府県} % ${dimensions.ブロック})::SMALLINT AS "ブロック"`,
    `(hash(i) % ${dimensions.会議所} % ${dimensions.都道府県})::SMALLINT AS "都道府県"`,
    `(hash(i) % ${dimensions.会議所})::SMALLINT AS "会議所"`,
    ...questions.map(
      (key, at) =>
        `(CASE WHEN hash(i + ${at + 1}00000039) % 50 = 0 THEN -1 ELSE hash(i + ${at + 1}00000069) % ${optionsOf(at)} END)::SMALLINT AS "${key}"`,
    ),
  ];
  await connection.run(`CREATE TABLE answers AS SELECT ${columns.join(', ')} FROM range(${rows}) numbers(i)`);
  return connection;
}

/** The same table as columns. */
export async function columnsFrom(connection: DuckDBConnection, rows: number): Promise<SurveyColumns> {
  const result = await connection.stream('SELECT * FROM answers');
  const codes = result.columnNames().map(() => new Int16Array(rows));
  let at = 0;
  for (
    let chunk = await result.fetchChunk();
    chunk !== null && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    codes.forEach((column, index) => {
      const vector = chunk?.getColumnVector(index);
      if (!(vector instanceof DuckDBSmallIntVector)) throw new TypeError('SMALLINT expected');
      for (let row = 0; row < vector.itemCount; row++) column[at + row] = vector.getItem(row) ?? -1;
    });
    at += chunk.rowCount;
  }
  const counts = [...Object.values(dimensions), ...questions.map((_, index) => optionsOf(index))];
  const columns = new Map<string, SurveyColumn>();
  result.columnNames().forEach((key, index) => {
    const options = Array.from({ length: counts[index] ?? 0 }, (_, option) => `${key} ${option}`);
    columns.set(key, { kind: 'choice', options, codes: codes[index] ?? new Int16Array(rows) });
  });
  return { rows, columns };
}
