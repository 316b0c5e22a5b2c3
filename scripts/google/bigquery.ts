/** A wave of the store into BigQuery: tables by survey, one partition a wave, views for the shipped tables. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { lazy } from '../../shared/lazy.ts';
import { type StoredTable, storedTableNames } from '../survey/store/rows.ts';
import { dataFile, type WaveRecord } from '../survey/store/waves.ts';
import {
  type BigQueryCall,
  defaultLocation,
  getDataset,
  getJob,
  listTables,
  loadJob,
  makeDataset,
  makeTable,
  putView,
  readTarget,
  surveyTable,
  type Target,
  viewsOf,
} from './bigquery-calls.ts';
import { Caller } from './call.ts';
import { account } from './clients.ts';
import { readCredentials } from './credentials.ts';
import { failureOf } from './failures.ts';
import { refuse } from './refuse.ts';
import { type Pace, realPace } from './token-bucket.ts';

/** Sends a call; gives the body of the answer, throws as the client libraries do. */
export type Send = (call: BigQueryCall) => Promise<unknown>;

export interface SendArguments {
  readonly target: string;
  readonly store: string;
  readonly record: WaveRecord;
  readonly credentials: string | undefined;
  /** Prints what would be asked and asks nothing. */
  readonly dryRun: boolean;
  say(line: string): void;
}

const root = 'https://bigquery.googleapis.com/';
const scope = 'https://www.googleapis.com/auth/bigquery';

/** Prints or sends everything that a wave needs. */
export async function sendToBigQuery(given: SendArguments): Promise<void> {
  const target = readTarget(given.target);
  if (given.dryRun) {
    for (const call of dryRun(target, given)) {
      given.say(`${call.method} ${root}${call.path}`);
      if (call.upload !== undefined) given.say(`（ファイル：${call.upload}）`);
      if (call.body !== undefined) given.say(JSON.stringify(call.body, null, 2));
    }
    given.say('--dry-run なので、何も送っていません。');
    return;
  }
  await load(target, given, senderOf(given.credentials), realPace);
  given.say(`BigQuery に入れました（${target.project}.${target.dataset}）`);
}

/** The calls of a wave into an empty dataset. */
function dryRun(target: Target, { store, record }: SendArguments): readonly BigQueryCall[] {
  const job = { id: 'cci_dry_run', location: defaultLocation };
  return [
    makeDataset(target),
    ...storedTableNames.flatMap((table) => [
      makeTable(target, table, record.survey),
      loadJob(target, table, record, dataFile(store, table, record), job),
    ]),
    ...viewsOf(
      target,
      storedTableNames.map((table) => surveyTable(table, record.survey)),
    ).map((view) => putView(target, view, false)),
  ];
}

function senderOf(credentials: string | undefined): Send {
  const client = account(readCredentials(credentials), [scope], undefined);
  return async ({ method, path, body, upload }) => {
    const boundary = `cci-${randomBytes(12).toString('hex')}`;
    const { data } = await client.request<unknown>({
      url: `${root}${path}`,
      method,
      retry: false,
      timeout: 120_000,
      ...(upload === undefined
        ? body === undefined
          ? {}
          : { data: body }
        : {
            headers: { 'Content-Type': `multipart/related; boundary=${boundary}` },
            body: multipart(boundary, body, readFileSync(upload)),
          }),
    });
    return data;
  };
}

/** Metadata and file as one body (RFC 2387). */
export function multipart(boundary: string, metadata: unknown, file: Uint8Array): Buffer {
  return Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Type: application/json; charset=UTF-8\r\n\r\n${JSON.stringify(metadata)}\r\n--${boundary}\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    file,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

const datasetSchema = lazy(() => z.object({ location: z.string().check(z.regex(/^[A-Za-z0-9-]+$/)) }));
const jobSchema = lazy(() =>
  z.object({
    status: z.object({
      state: z.string(),
      errorResult: z.optional(z.object({ message: z.optional(z.string()) })),
    }),
  }),
);
const listSchema = lazy(() =>
  z.object({
    tables: z.optional(z.array(z.object({ tableReference: z.object({ tableId: z.string() }) }))),
    nextPageToken: z.optional(z.string()),
  }),
);

/** How often, and how long apart, a job is looked after: ten minutes in all. */
const looks = { most: 300, everyMs: 2000 };

/** Loads a wave. It may die after any call and be run again. */
export async function load(
  target: Target,
  { store, record }: Pick<SendArguments, 'store' | 'record'>,
  send: Send,
  pace: Pace,
): Promise<void> {
  const caller = new Caller(pace);
  const ask = async (call: BigQueryCall): Promise<unknown> => {
    try {
      return await caller.call('bigquery', () => send(call));
    } catch (error) {
      const { status, reason, retryable } = failureOf(error, pace.now());
      // "Already Exists": made by a run before, or by this one whose answer got lost.
      if (status === 409) return null;
      if (status === 0 && !retryable) throw error;
      return refuse('survey.store.job', { reason: `${status} ${reason}`.trim() });
    }
  };

  await ask(makeDataset(target));
  const { location } = datasetSchema().parse(await ask(getDataset(target)));
  for (const table of storedTableNames) {
    await ask(makeTable(target, table, record.survey));
    const job = { id: jobId(table, record), location };
    await ask(loadJob(target, table, record, dataFile(store, table, record), job));
    await done(() => ask(getJob(target, job)), pace);
  }
  const known = await tableNames(target, ask);
  const surveyTables = [...known].filter((name) => /^(?:answers|places)_[a-z0-9_]+$/.test(name));
  for (const view of viewsOf(target, surveyTables)) await ask(putView(target, view, known.has(view.name)));
}

const jobId = (table: StoredTable, { survey, wave, loadId }: WaveRecord): string =>
  `cci_${survey}_${wave}_${table}_${loadId}_${randomBytes(6).toString('hex')}`;

async function done(look: () => Promise<unknown>, pace: Pace): Promise<void> {
  for (let at = 0; at < looks.most; at++) {
    const { status } = jobSchema().parse(await look());
    if (status.errorResult !== undefined)
      refuse('survey.store.job', { reason: status.errorResult.message ?? '' });
    if (status.state === 'DONE') return;
    await pace.sleep(looks.everyMs);
  }
  refuse('survey.store.job', { reason: '10 分待っても終わりません' });
}

async function tableNames(
  target: Target,
  ask: (call: BigQueryCall) => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const names = new Set<string>();
  for (let token = ''; ; ) {
    const page = listSchema().parse(await ask(listTables(target, token)));
    for (const { tableReference } of page.tables ?? []) names.add(tableReference.tableId);
    if (page.nextPageToken === undefined || page.nextPageToken === '') return names;
    token = page.nextPageToken;
  }
}
