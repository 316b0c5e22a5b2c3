import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnusableInput } from '../../../shared/issue/issue.ts';
import { questionsOf } from '../../../shared/survey/definition/questions.ts';
import { indexTenths } from '../../../shared/survey/index/index-value.ts';
import { quantile } from '../../../shared/survey/tabulate/amounts.ts';
import { formatTable } from '../../../shared/table/format.ts';
import { loadSurvey, surveyLists } from '../library.ts';
import { loadWave } from './load.ts';
import { withDuckDb } from './parquet.ts';
import { ask as askOn, askStore, openStore, tableSql, tableTitles } from './query.ts';
import { sheetIssues } from './sheets-limit.ts';
import { bigQuery, viewNames, viewSql } from './sql.ts';
import { readWaves } from './waves.ts';

const lobo = loadSurvey('lobo');
const lists = surveyLists();
const trades = ['建設業', '製造業', '小売業'] as const;
const places = [
  ['新潟県', '見本商工会議所'],
  ['新潟県', '山川商工会議所'],
  ['群馬県', '=cmd|見本'],
] as const;

/** One invented business a row: trade, place, answer to 業況 (index of its option), amount of the bonus. */
type Firm = readonly [trade: number, place: number, business: number, bonus: number | null];

function firms(count: number, seed: number): Firm[] {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  return Array.from({ length: count }, () => [
    next(3),
    next(3),
    next(3),
    next(4) === 0 ? null : next(60) * 10_000,
  ]);
}

function question(wave: string, key: string) {
  const found = questionsOf(lobo, wave).find((one) => one.key === key);
  if (found === undefined) throw new Error(`LOBO asks no ${key}`);
  return found;
}
const title = (wave: string, key: string) => question(wave, key).title;
const business = question('2026-10', 'conditions');

function csv(wave: string, given: readonly Firm[]): Uint8Array {
  const topic = wave === '2026-10' ? [title(wave, 'bonusAmount')] : [];
  const header = [
    '回答番号',
    '事業所名',
    '業種',
    '都道府県',
    '商工会議所',
    title(wave, 'conditions'),
    title(wave, 'problems'),
    title(wave, 'comment'),
  ];
  const rows = given.map(([trade, place, answer, bonus], at) => [
    `R${at}`,
    `見本${at}商店`,
    trades[trade] ?? '',
    ...(places[place] ?? []),
    business.choices[answer]?.label ?? '',
    at % 3 === 0 ? '人手不足, 需要の停滞' : '特にない',
    '電話は 03-0000-0000 へ',
    ...(topic.length === 0 ? [] : [bonus === null ? '' : String(bonus)]),
  ]);
  return Buffer.from(formatTable([[...header, ...topic], ...rows], { newline: 'crlf', quoting: 'minimal' }));
}

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'cci-store-'));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const load = (store: string, wave: string, given: readonly Firm[], step?: (name: string) => void) =>
  loadWave({
    store,
    definition: lobo,
    lists,
    wave,
    file: 'answers.csv',
    bytes: csv(wave, given),
    now: '2026-11-28T00:00:00.000Z',
    ...(step === undefined ? {} : { step }),
  });

const october = firms(40, 5);
const september = firms(30, 6);
const lastYear = firms(20, 7);
let store = '';
beforeAll(async () => {
  store = folder();
  await load(store, '2026-10', october);
  await load(store, '2026-09', september);
  await load(store, '2025-10', lastYear);
});

const ask = async (sql: string, from = store) => (await askStore(from, sql)).rows;

/** Counts of 業況 among some firms, in the order of its options. */
const counts = (given: readonly Firm[]) =>
  [0, 1, 2].map((option) => given.filter(([, , answer]) => answer === option).length);
const di = (given: readonly Firm[], rounding: 'published' | 'exact') =>
  (indexTenths(business.indexWeights, counts(given), given.length, rounding) ?? 0) / 10;

describe('the tables of a store', () => {
  it('every_shipped_table__answers_on_DuckDB', async () => {
    await withDuckDb(async (connection) => {
      await openStore(connection, store);
      for (const name of Object.keys(tableTitles)) {
        const { rows, columns } = await askOn(connection, tableSql(name));
        expect(rows.length, name).toBeGreaterThan(0);
        expect(columns.length, name).toBeGreaterThan(4);
      }
    });
  });

  it('di_by_dimension__is_what_reports_say_in_both_roundings', async () => {
    const rows = await ask(
      "SELECT place_code, place_label, n, di, di_exact FROM di_by_dimension WHERE wave = DATE '2026-10-01' AND question = 'conditions' AND dimension IN ('all', 'industry', 'prefecture') ORDER BY ALL",
    );
    const expected = [
      ['全体', october],
      ...trades.map((trade, at) => [trade, october.filter((firm) => firm[0] === at)] as const),
      ['新潟県', october.filter((firm) => firm[1] < 2)],
      ['群馬県', october.filter((firm) => firm[1] === 2)],
    ] as const;
    for (const [label, group] of expected) {
      const row = rows.find((one) => one[1] === label);
      expect(row?.slice(2).map(Number), label).toEqual([
        group.length,
        di(group, 'published'),
        di(group, 'exact'),
      ]);
    }
    expect(rows).toHaveLength(expected.length);
  });

  it('counts_by_dimension__of_several_options__share_of_those_who_answered', async () => {
    const rows = await ask(
      "SELECT option_label, answers, n, share FROM counts_by_dimension WHERE wave = DATE '2026-10-01' AND question = 'problems' AND dimension = 'all' ORDER BY option_order",
    );
    expect(rows).toEqual([
      ['需要の停滞', '14', '40', '35'],
      ['人手不足', '14', '40', '35'],
      ['特にない', '26', '40', '65'],
    ]);
  });

  it('di_changes__month_and_year_before', async () => {
    const [row] = await ask(
      "SELECT di, change_month, change_year FROM di_changes WHERE wave = DATE '2026-10-01' AND question = 'conditions' AND dimension = 'all'",
    );
    const now = di(october, 'published');
    expect(row?.map(Number)).toEqual([
      now,
      Number((now - di(september, 'published')).toFixed(1)),
      Number((now - di(lastYear, 'published')).toFixed(1)),
    ]);
  });

  it('amounts_by_dimension__quartiles_as_reports_have_them', async () => {
    const [row] = await ask(
      "SELECT n, lower_quartile, median, upper_quartile FROM amounts_by_dimension WHERE question = 'bonusAmount' AND dimension = 'all'",
    );
    const amounts = october.flatMap(([, , , bonus]) => bonus ?? []).sort((a, b) => a - b);
    expect(row?.map(Number)).toEqual([
      amounts.length,
      ...[0.25, 0.5, 0.75].map((part) => quantile(amounts, part)),
    ]);
  });

  it('store__holds_no_name_no_key_and_nothing_written_freely', async () => {
    const all = JSON.stringify([await ask(tableSql('answers')), await ask(tableSql('places'))]);
    expect(all).toContain('建設業');
    for (const secret of ['見本1商店', 'R12', '03-0000']) expect(all).not.toContain(secret);
  });

  it('text_that_a_spreadsheet_would_run__is_made_harmless_and_figures_are_not_touched', async () => {
    const chambers = await ask(
      "SELECT DISTINCT option_label FROM places WHERE dimension = 'chamber' ORDER BY 1",
    );
    expect(chambers).toContainEqual(["'=cmd|見本"]);
    expect(await ask('SELECT -25.5')).toEqual([['-25.5']]);
  });

  it('question__can_reach_no_file_and_change_nothing', async () => {
    const secret = join(folder(), 'secret.csv');
    writeFileSync(secret, 'a\n1\n');
    await withDuckDb(async (connection) => {
      await openStore(connection, store);
      for (const sql of [
        `SELECT * FROM read_csv('${secret}')`,
        `COPY (SELECT 1) TO '${join(store, 'x.csv')}'`,
        `ATTACH '${join(store, 'x.db')}'`,
        'SET enable_external_access = true',
        'SET allowed_paths = []',
        'INSTALL httpfs',
        'SELECT * FROM nothing',
        'SELEC 1',
      ])
        await expect(askOn(connection, sql), sql).rejects.toThrow(UnusableInput);
    });
    expect(readdirSync(store).sort()).toEqual(['answers', 'places', 'waves']);
  });
});

describe('loading', () => {
  it('same_wave_again__replaces_it_and_leaves_one_file', async () => {
    const own = folder();
    expect((await load(own, '2026-10', october)).change).toBe('new');
    expect((await load(own, '2026-10', october)).change).toBe('same');
    expect((await load(own, '2026/10', october.slice(0, 10))).change).toBe('replaced');
    expect(await ask("SELECT businesses FROM response_counts WHERE dimension = 'all'", own)).toEqual([
      ['10'],
    ]);
    for (const table of ['answers', 'places'])
      expect(readdirSync(join(own, table, 'survey=lobo', 'wave=2026-10'))).toHaveLength(1);
  });

  it('death_before_every_step__old_wave_whole_and_the_next_run_ends_the_same', async () => {
    const [before, after] = [october.slice(0, 12), october.slice(0, 10)];
    for (const deadly of ['answers', 'places', 'record', 'sweep']) {
      const own = folder();
      await load(own, '2026-10', before);
      const die = (name: string): void => {
        if (name === deadly) throw new Error('killed');
      };
      await expect(load(own, '2026-10', after, die)).rejects.toThrow('killed');
      // One of the two, with all of its data.
      expect(readWaves(own), deadly).toMatchObject({
        waves: [{ businesses: deadly === 'sweep' ? 10 : 12 }],
        issues: [],
      });
      const { record } = await load(own, '2026-10', after);
      expect(readWaves(own)).toEqual({ waves: [record], issues: [] });
      for (const table of ['answers', 'places'])
        expect(readdirSync(join(own, table, 'survey=lobo', 'wave=2026-10'))).toEqual([
          `${record.loadId}.parquet`,
        ]);
      expect(await ask("SELECT count(*) FROM places WHERE dimension = 'all'", own)).toEqual([['10']]);
    }
  });

  it('data_lost_or_record_spoiled__the_other_waves_answer_and_the_loss_is_said', async () => {
    const own = folder();
    const { record } = await load(own, '2026-10', october);
    await load(own, '2026-09', september);
    rmSync(join(own, 'places', 'survey=lobo', 'wave=2026-10', `${record.loadId}.parquet`));
    const { issues, rows } = await askStore(
      own,
      "SELECT businesses FROM response_counts WHERE dimension = 'all'",
    );
    expect(issues.map(({ code }) => code)).toEqual(['survey.store.file-missing']);
    expect(rows).toEqual([['30']]);
    writeFileSync(join(own, 'waves', 'lobo_2026-09.json'), '{');
    expect(readWaves(own).issues.map(({ code }) => code)).toEqual([
      'survey.store.damaged',
      'survey.store.file-missing',
    ]);
    expect((await load(own, '2026-10', october)).change).toBe('replaced');
  });

  it('unusable_input__nothing_is_written', async () => {
    const own = folder();
    await expect(load(own, 'いつか', october)).rejects.toThrow('survey.store.wave');
    await expect(askStore(own, 'SELECT 1')).rejects.toThrow('survey.store.not-a-store');
    expect(readdirSync(own)).toEqual([]);
    expect(() => tableSql('nothing')).toThrow('survey.store.table');
  });

  it('cells__beyond_what_a_spreadsheet_holds__are_said', () => {
    const cells = (sheetCells: number) => ({ sheetCells });
    expect(sheetIssues(cells(50_000), [cells(60_000)])).toEqual([]);
    expect(sheetIssues(cells(10_000_001), []).map(({ code }) => code)).toEqual([
      'survey.store.beyond-sheets',
    ]);
    expect(sheetIssues(cells(4_000_000), [cells(3_000_000), cells(3_000_001)])).toMatchObject([
      { code: 'survey.store.waves-beyond-sheets', params: { waves: 3, cells: '10,000,001' } },
    ]);
  });
});

describe('SQL for BigQuery', () => {
  it('views__differ_from_DuckDB_in_the_listed_places_alone', () => {
    const dialect = bigQuery('mihon-project', 'surveys');
    for (const name of viewNames) {
      const sql = viewSql(name, dialect);
      expect(sql, name).not.toMatch(/[{}"]|::|quantile_cont|GROUP BY ALL/);
      for (const [, table] of sql.matchAll(/`mihon-project\.surveys\.(\w+)`/g))
        expect(['answers', 'places', ...viewNames.slice(0, viewNames.indexOf(name))], name).toContain(table);
      // Put back what differs, and the texts are one.
      const back = sql
        .replace(/`mihon-project\.surveys\.(\w+)`/g, '"$1"')
        .replaceAll('PERCENTILE_CONT(', 'quantile_cont(');
      const plain = {
        table: (table: string) => `"${table}"`,
        quantile: (value: string, part: string) => `quantile_cont(${value}, ${part})`,
      };
      expect(back).toBe(viewSql(name, { ...dialect, ...plain }));
    }
  });
});
