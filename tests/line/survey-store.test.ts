/** The store of waves through a real process: three waves in, and out the same indexes and changes as the report has. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExitCode, runCommand } from '../../scripts/cli/outcome.ts';
import {
  type SurveyStoreLoadArguments,
  surveyStoreLoadCommand,
} from '../../scripts/cli/survey-store-load.ts';
import {
  type SurveyStoreQueryArguments,
  surveyStoreQueryCommand,
} from '../../scripts/cli/survey-store-query.ts';
import { decodeText } from '../../shared/bytes/detect.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { root } from '../architecture/imports.ts';

const bin = join(root, 'scripts/cli/cci.mjs');
const data = join(root, 'tests/line/survey');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci-survey-store-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A command without a process of its own: its exit code and what it wrote. */
async function heard(command: () => Promise<ExitCode>) {
  const said = { out: '', err: '' };
  const { stdout, stderr } = process;
  const [out, err] = [stdout.write, stderr.write];
  stdout.write = (text: string | Uint8Array) => {
    said.out += String(text);
    return true;
  };
  stderr.write = (text: string | Uint8Array) => {
    said.err += String(text);
    return true;
  };
  try {
    const code = await runCommand(command);
    return { code, ...said };
  } finally {
    [stdout.write, stderr.write] = [out, err];
  }
}

/** Rows of a CSV file by the names of its columns. */
function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = parseDelimited(decodeText(readFileSync(file), file).text).rows;
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ''])));
}

const store = () => join(folder, 'store');
const load = (wave: string, file: string, more: Partial<SurveyStoreLoadArguments> = {}) =>
  heard(() =>
    surveyStoreLoadCommand({ survey: 'lobo', wave, answers: join(data, file), store: store(), ...more }),
  );
const query = (more: Omit<SurveyStoreQueryArguments, 'store'>) =>
  heard(() => surveyStoreQueryCommand({ store: store(), ...more }));

describe('cci survey store', () => {
  it('three_waves__asked_for_changes__say_what_the_report_says', async () => {
    const words = [
      'survey',
      'store',
      'load',
      '--survey',
      'lobo',
      '--wave',
      '2026-10',
      '--answers',
      join(data, '2026-10.csv'),
    ];
    const { status, stdout } = spawnSync(process.execPath, [bin, ...words, '--store', store()], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('2026年10月：25 件、入れました');
    expect(await load('2025-10', 'earlier.csv')).toMatchObject({ code: 0, err: '' });
    expect((await load('2026-09', 'earlier.csv')).code).toBe(0);
    expect((await load('2026-10', '2026-10.csv')).out).toContain('そのままです');

    const asked = await query({ table: 'di_changes', out: join(folder, 'changes.csv') });
    expect(asked).toMatchObject({ code: 0, out: '' });
    expect(asked.err).toContain('伏せていません');
    const stored = rowsOf(join(folder, 'changes.csv')).filter(({ wave }) => wave === '2026-10-01');
    const figure = (text: string | undefined) =>
      text === '' || text === undefined ? '' : Number(text).toFixed(1);
    const report = rowsOf(join(data, 'line/expected/tables.csv')).filter(
      ({ wave, measure, by }) =>
        wave === '2026-10' && measure === 'di' && ['', 'industry', 'size'].includes(by ?? ''),
    );
    expect(report.length).toBeGreaterThan(40);
    for (const row of report) {
      const place = `${row.question} ${row.by} ${row.group}`;
      const own = stored.find(
        ({ question, dimension, place_label }) =>
          question === row.question &&
          (row.by === '' ? dimension === 'all' : dimension === row.by && place_label === row.group),
      );
      expect([own?.n, figure(own?.di)], place).toEqual([row.n, row.value]);
      // The report leaves out changes from figures it may not show; those it gives are these.
      if (row.change !== '') expect(figure(own?.change_month), place).toBe(row.change);
      if (row.yearChange !== '') expect(figure(own?.change_year), place).toBe(row.yearChange);
    }
  });

  it('question_of_ones_own_and_bad_ones__one_clear_line', async () => {
    const sql = "SELECT businesses FROM response_counts WHERE dimension = 'all' ORDER BY wave";
    expect((await query({ sql })).out.split('\r\n')[0]).toBe('businesses');
    expect((await query({ table: 'list' })).out).toContain('di_changes\t');
    for (const [asked, code] of [
      [{ sql: 'SELECT nothing FROM answers' }, 'survey.store.sql'],
      [{ table: 'nothing' }, 'survey.store.table'],
      [{}, 'survey.store.sql-or-table'],
    ] as const) {
      const { code: status, err, out } = await query(asked);
      expect({ status, out }).toEqual({ status: 2, out: '' });
      expect(err.trim().split('\n')).toHaveLength(1);
      expect(err).toContain(`[${code}]`);
    }
  });

  it('BigQuery__dry__prints_calls_and_sends_none', async () => {
    const dry = { bigquery: 'mihon-project.surveys', dryRun: true };
    const { code, out } = await load('2026-10', '2026-10.csv', dry);
    expect(code).toBe(0);
    expect(out).toContain('answers_lobo$202610');
    expect(out).toContain('何も送っていません');
    const bad = await load('2026-10', '2026-10.csv', { ...dry, bigquery: 'surveys' });
    expect(bad).toMatchObject({ code: 2, err: expect.stringContaining('[survey.store.target]') });
  });
});
