/**
 * The shipped tables as SQL: one text for DuckDB and BigQuery. What the two write differently stands in braces and in `dialects`,
 * nowhere else: names of tables, the type names of columns, and quantiles as window functions.
 */
import { readFileSync } from 'node:fs';
import type { StoredColumn } from './rows.ts';

/** Views in an order in which each needs only those before it. */
export const viewNames = [
  'response_counts',
  'counts_by_dimension',
  'di_by_dimension',
  'di_changes',
  'di_by_two_dimensions',
  'amounts_by_dimension',
] as const;
export type ViewName = (typeof viewNames)[number];

export interface Dialect {
  /** A table or view by its name. */
  table(name: string): string;
  readonly types: Readonly<Record<StoredColumn['type'], string>>;
  quantile(value: string, part: string): string;
}

/**
 * Quantiles lie between two neighbours in proportion in both: quantile_cont of DuckDB
 * (https://duckdb.org/docs/stable/sql/functions/aggregates), PERCENTILE_CONT of BigQuery
 * (https://docs.cloud.google.com/bigquery/docs/reference/standard-sql/navigation_functions), which is a window function only.
 */
export const duckDb: Dialect = {
  table: (name) => `"${name}"`,
  types: { text: 'VARCHAR', date: 'DATE', whole: 'BIGINT', real: 'DOUBLE' },
  quantile: (value, part) => `quantile_cont(${value}, ${part})`,
};

/** `project` and `dataset` are checked before (`bigquery-target.ts`): neither holds a backtick. */
export const bigQuery = (project: string, dataset: string): Dialect => ({
  table: (name) => `\`${project}.${dataset}.${name}\``,
  types: { text: 'STRING', date: 'DATE', whole: 'INT64', real: 'FLOAT64' },
  quantile: (value, part) => `PERCENTILE_CONT(${value}, ${part})`,
});

/** Text of a view in a dialect. */
export function viewSql(name: ViewName, dialect: Dialect): string {
  const text = readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8');
  return text
    .trim()
    .replace(
      /\{(?:quantile:([\w.]+),([\d.]+)|(\w+))\}/g,
      (_, value?: string, part?: string, table?: string) =>
        value !== undefined && part !== undefined
          ? dialect.quantile(value, part)
          : dialect.table(table ?? ''),
    );
}

/** First line of a view's text: what it holds. */
export function viewTitle(name: ViewName): string {
  const text = readFileSync(new URL(`./sql/${name}.sql`, import.meta.url), 'utf8');
  return /^-- (.+)$/m.exec(text)?.[1] ?? '';
}
