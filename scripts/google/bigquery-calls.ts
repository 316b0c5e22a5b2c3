/**
 * What is asked of BigQuery for a wave, as data (REST v2: https://docs.cloud.google.com/bigquery/docs/reference/rest). Every call may be
 * made twice: creations accept "exists already", a load overwrites its partition, views are written over.
 * Never run against Google by us: checked against the documentation and a stand-in (bigquery.test.ts).
 */
import type { StoredTable } from '../survey/store/rows.ts';
import { type StoredColumn, storedTableNames, storedTables } from '../survey/store/rows.ts';
import { bigQuery, type ViewName, viewNames, viewSql, viewTitle } from '../survey/store/sql.ts';
import type { WaveRecord } from '../survey/store/waves.ts';
import { refuse } from './refuse.ts';

/** Tokyo: survey answers stay in Japan unless the dataset stands elsewhere already. */
export const defaultLocation = 'asia-northeast1';

export interface Target {
  readonly project: string;
  readonly dataset: string;
}

export interface BigQueryCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below https://bigquery.googleapis.com/. */
  readonly path: string;
  readonly body?: object;
  /** File that goes with the body (multipart upload). */
  readonly upload?: string;
}

/**
 * Reads `project.dataset`. Project ids: 6 to 30 lower-case letters, digits, hyphens
 * (https://docs.cloud.google.com/resource-manager/docs/creating-managing-projects); datasets: letters, digits, underscores.
 */
export function readTarget(name: string): Target {
  const found = /^([a-z][a-z0-9-]{4,28}[a-z0-9])\.([A-Za-z0-9_]{1,1024})$/.exec(name);
  const [, project, dataset] = found ?? [];
  if (project === undefined || dataset === undefined) return refuse('survey.store.target', { name });
  return { project, dataset };
}

const datasets = ({ project }: Target): string => `bigquery/v2/projects/${project}/datasets`;
const tables = (target: Target): string => `${datasets(target)}/${target.dataset}/tables`;

export const getDataset = (target: Target): BigQueryCall => ({
  method: 'GET',
  path: `${datasets(target)}/${target.dataset}`,
});

export const makeDataset = (target: Target): BigQueryCall => ({
  method: 'POST',
  path: datasets(target),
  body: {
    datasetReference: { projectId: target.project, datasetId: target.dataset },
    location: defaultLocation,
    description: '会議所キット：調査の保管庫',
  },
});

/** Name of the table that holds a survey: hyphens are no part of names. */
export const surveyTable = (table: StoredTable, survey: string): string =>
  `${table}_${survey.replaceAll('-', '_')}`;

const field = ({ name, type, isRequired }: StoredColumn) => ({
  name,
  type: bigQuery('', '').types[type],
  mode: isRequired ? 'REQUIRED' : 'NULLABLE',
});

/** A table of a survey: one partition a month, ordered within by what tables are asked by. */
export const makeTable = (target: Target, table: StoredTable, survey: string): BigQueryCall => ({
  method: 'POST',
  path: tables(target),
  body: {
    tableReference: {
      projectId: target.project,
      datasetId: target.dataset,
      tableId: surveyTable(table, survey),
    },
    schema: { fields: storedTables[table].map(field) },
    timePartitioning: { type: 'MONTH', field: 'wave' },
    clustering: { fields: table === 'answers' ? ['question'] : ['dimension'] },
  },
});

/**
 * Loads a Parquet file over the partition of its wave
 * (https://docs.cloud.google.com/bigquery/docs/load-data-partitioned-tables; the upload:
 * https://docs.cloud.google.com/bigquery/docs/reference/api-uploads). The id is made beforehand, so that an answer that got lost is no
 * second job.
 */
export function loadJob(
  target: Target,
  table: StoredTable,
  record: WaveRecord,
  file: string,
  job: { readonly id: string; readonly location: string },
): BigQueryCall {
  const month = `${record.wave}-01`.slice(0, 7).replace('-', '');
  return {
    method: 'POST',
    path: `upload/bigquery/v2/projects/${target.project}/jobs?uploadType=multipart`,
    body: {
      jobReference: { projectId: target.project, jobId: job.id, location: job.location },
      configuration: {
        load: {
          sourceFormat: 'PARQUET',
          destinationTable: {
            projectId: target.project,
            datasetId: target.dataset,
            tableId: `${surveyTable(table, record.survey)}$${month}`,
          },
          createDisposition: 'CREATE_NEVER',
          writeDisposition: 'WRITE_TRUNCATE',
        },
      },
    },
    upload: file,
  };
}

export const getJob = (
  target: Target,
  job: { readonly id: string; readonly location: string },
): BigQueryCall => ({
  method: 'GET',
  path: `bigquery/v2/projects/${target.project}/jobs/${job.id}?location=${job.location}`,
});

export const listTables = (target: Target, pageToken = ''): BigQueryCall => ({
  method: 'GET',
  path: `${tables(target)}?maxResults=1000${pageToken === '' ? '' : `&pageToken=${encodeURIComponent(pageToken)}`}`,
});

interface ViewText {
  readonly name: string;
  readonly title: string;
  readonly sql: string;
}

/** The views of a dataset: all surveys in one, then the shipped tables. `surveyTables`: names of the tables of all surveys. */
export function viewsOf(target: Target, surveyTables: readonly string[]): readonly ViewText[] {
  const dialect = bigQuery(target.project, target.dataset);
  const unions = storedTableNames.map((table) => ({
    name: table,
    title: 'すべての調査',
    sql: surveyTables
      .filter((name) => name.startsWith(`${table}_`))
      .sort()
      .map((name) => `SELECT * FROM ${dialect.table(name)}`)
      .join('\nUNION ALL\n'),
  }));
  const shipped = viewNames.map((name: ViewName) => ({
    name,
    title: viewTitle(name),
    sql: viewSql(name, dialect),
  }));
  return [...unions, ...shipped];
}

/** Makes a view, or writes over one that is there. */
export function putView(target: Target, view: ViewText, isThere: boolean): BigQueryCall {
  return {
    method: isThere ? 'PUT' : 'POST',
    path: isThere ? `${tables(target)}/${view.name}` : tables(target),
    body: {
      tableReference: { projectId: target.project, datasetId: target.dataset, tableId: view.name },
      description: view.title,
      view: { query: view.sql, useLegacySql: false },
    },
  };
}
