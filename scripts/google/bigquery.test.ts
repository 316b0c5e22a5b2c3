import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { storedTableNames } from '../survey/store/rows.ts';
import { dataFile, type WaveRecord } from '../survey/store/waves.ts';
import { load, multipart, type Send, sendToBigQuery } from './bigquery.ts';
import { type BigQueryCall, readTarget } from './bigquery-calls.ts';
import type { Pace } from './token-bucket.ts';

const target = { project: 'mihon-project', dataset: 'surveys' };
const record = (wave: string, loadId: string, survey = 'lobo'): WaveRecord => ({
  schema: 1,
  survey,
  title: 'LOBO',
  wave,
  loadId,
  businesses: 3,
  sheetCells: 60,
  loadedAt: '2026-11-28T00:00:00.000Z',
});
const first = record('2026-10', '0123456789abcdef');
const second = record('2026-10', 'fedcba9876543210');

const store = mkdtempSync(join(tmpdir(), 'cci-bigquery-'));
afterAll(() => rmSync(store, { recursive: true, force: true }));

let clock = 0;
const pace: Pace = {
  now: () => clock,
  sleep: async (milliseconds) => {
    clock += milliseconds;
  },
  random: () => 0.5,
};

const refused = (status: number, reason = ''): Error =>
  Object.assign(new Error('refused'), {
    response: { status, headers: new Headers(), data: { error: { errors: [{ reason }] } } },
  });

/** BigQuery as the documentation tells of it: tables, partitions, jobs that take a while, views. */
function standIn() {
  const dataset = { made: false };
  const tables = new Map<string, Map<string, string>>();
  const views = new Map<string, string>();
  const jobs = new Map<string, number>();
  const send: Send = async ({ method, path, body, upload }: BigQueryCall) => {
    // As it travels.
    const given: Record<string, never> = JSON.parse(JSON.stringify(body ?? {}));
    const read = (...keys: readonly string[]): unknown =>
      keys.reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
        given,
      );
    if (method === 'POST' && path.endsWith('/datasets')) {
      if (dataset.made) throw refused(409, 'duplicate');
      dataset.made = true;
      return {};
    }
    if (!dataset.made) throw refused(404, 'notFound');
    if (method === 'GET' && path.endsWith('/datasets/surveys')) return { location: 'asia-northeast2' };
    if (path.startsWith('upload/')) {
      const id = String(read('jobReference', 'jobId'));
      const [table = '', partition = ''] = String(
        read('configuration', 'load', 'destinationTable', 'tableId'),
      ).split('$');
      expect(read('jobReference', 'location')).toBe('asia-northeast2');
      const held = tables.get(table);
      if (held === undefined) throw refused(404, 'notFound');
      jobs.set(id, 0);
      held.set(partition, upload ?? '');
      return {};
    }
    if (path.includes('/jobs/')) {
      const id = /jobs\/([^?]+)/.exec(path)?.[1] ?? '';
      const looks = (jobs.get(id) ?? Number.NaN) + 1;
      if (Number.isNaN(looks)) throw refused(404, 'notFound');
      jobs.set(id, looks);
      return { status: { state: looks < 3 ? 'RUNNING' : 'DONE' } };
    }
    if (method === 'GET') {
      const names = [...tables.keys(), ...views.keys()].sort();
      const from = Number(/pageToken=(\d+)/.exec(path)?.[1] ?? 0);
      const page = names.slice(from, from + 3).map((tableId) => ({ tableReference: { tableId } }));
      return { tables: page, ...(from + 3 < names.length ? { nextPageToken: String(from + 3) } : {}) };
    }
    const name = String(read('tableReference', 'tableId'));
    const query = read('view', 'query');
    if (method === 'POST' && (tables.has(name) || views.has(name))) throw refused(409, 'duplicate');
    if (typeof query === 'string') {
      for (const [, used = ''] of query.matchAll(/`mihon-project\.surveys\.(\w+)`/g))
        if (!tables.has(used) && !views.has(used)) throw refused(404, `notFound ${used}`);
      views.set(name, query);
    } else {
      expect(read('timePartitioning')).toEqual({ type: 'MONTH', field: 'wave' });
      tables.set(name, new Map());
    }
    return {};
  };
  const state = () => ({
    tables: Object.fromEntries([...tables].sort().map(([name, held]) => [name, Object.fromEntries(held)])),
    views: Object.fromEntries([...views].sort()),
  });
  return { send, state };
}

const run = (send: Send, wave = first) => load(target, { store, record: wave }, send, pace);

describe('a wave in BigQuery', () => {
  it('load__by_survey_table_and_month_then_views_of_all_surveys', async () => {
    const { send, state } = standIn();
    await run(send);
    await run(send, record('2026', '00000000000000aa', 'minimum-wage'));
    expect(state().tables).toEqual({
      answers_lobo: { '202610': dataFile(store, 'answers', first) },
      answers_minimum_wage: { '202601': expect.stringContaining('survey=minimum-wage') },
      places_lobo: { '202610': dataFile(store, 'places', first) },
      places_minimum_wage: { '202601': expect.stringContaining('wave=2026') },
    });
    expect(state().views.answers).toBe(
      'SELECT * FROM `mihon-project.surveys.answers_lobo`\nUNION ALL\nSELECT * FROM `mihon-project.surveys.answers_minimum_wage`',
    );
    expect(Object.keys(state().views)).toHaveLength(8);
  });

  it('death_before_every_call__run_again_ends_the_same', async () => {
    const whole = standIn();
    await run(whole.send, first);
    await run(whole.send, second);
    let calls = 0;
    for (let deadly = 0; deadly <= calls; deadly++) {
      const { send, state } = standIn();
      await run(send, first);
      calls = 0;
      const dying: Send = (call) => {
        if (calls++ === deadly) throw new Error('killed');
        return send(call);
      };
      const end = await run(dying, second).then(
        () => 'whole',
        (error: Error) => error.message,
      );
      // The last round counts the calls of a run that nothing disturbs.
      expect(end).toBe(calls > deadly ? 'killed' : 'whole');
      await run(send, second);
      expect(state(), String(deadly)).toEqual(whole.state());
    }
    expect(calls).toBeGreaterThan(20);
  });

  it('busy_service__is_asked_again_and_a_refusal_is_said', async () => {
    const { send, state } = standIn();
    let busy = 2;
    await run((call) => {
      if (busy-- > 0) throw refused(503);
      return send(call);
    });
    expect(Object.keys(state().tables)).toHaveLength(2);
    await expect(run(() => Promise.reject(refused(403, 'accessDenied')))).rejects.toThrow('survey.store.job');
    const failing: Send = async (call) =>
      call.path.includes('/jobs/')
        ? { status: { state: 'DONE', errorResult: { message: 'schema mismatch' } } }
        : send(call);
    const found = await run(failing).catch((error: unknown) => error);
    expect(found instanceof UnusableInput && found.issues).toMatchObject([
      { code: 'survey.store.job', params: { reason: 'schema mismatch' } },
    ]);
  });

  it('target__anything_but_project_and_dataset__is_refused', () => {
    expect(readTarget('mihon-project.surveys')).toEqual(target);
    for (const name of [
      'surveys',
      'mihon-project.',
      'Mihon.surveys',
      'mihon-project.a`b',
      'mihon-project.a/b',
      'a.b.c',
    ])
      expect(() => readTarget(name), name).toThrow('survey.store.target');
  });

  it('dry_run__prints_every_call_and_needs_no_account', async () => {
    const said: string[] = [];
    await sendToBigQuery({
      target: 'mihon-project.surveys',
      store,
      record: first,
      credentials: undefined,
      dryRun: true,
      say: (line) => said.push(line),
    });
    expect(
      said.filter((line) => /^(POST|PUT|GET) https:\/\/bigquery\.googleapis\.com\//.test(line)),
    ).toHaveLength(13);
    expect(said.at(-1)).toBe('--dry-run なので、何も送っていません。');
  });

  it('upload__holds_metadata_and_the_bytes_of_the_file', () => {
    const file = dataFile(store, storedTableNames[0] ?? 'answers', first);
    mkdirSync(dirname(file), { recursive: true });
    const bytes = Buffer.from([80, 65, 82, 49, 0, 255]);
    writeFileSync(file, bytes);
    const sent = multipart('cut', { a: '調査' }, bytes);
    const text = sent.toString('latin1');
    expect(text.split('--cut')).toHaveLength(4);
    expect(text).toContain('\r\n\r\nPAR1\0\xff\r\n--cut--\r\n');
    expect(sent.toString('utf8')).toContain('{"a":"調査"}');
  });
});
