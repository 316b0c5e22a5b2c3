/** J2: the minimum-wage survey of one prefecture for its federation. Nothing of another region, nothing that names anybody. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SurveyPackArguments, surveyPackCommand } from '../../scripts/cli/survey-pack.ts';
import { decodeText } from '../../shared/bytes/detect.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { root } from '../architecture/imports.ts';

const answers = join(root, 'tests/line/survey/minimum-wage-2026.csv');
const golden = join(root, 'tests/line/survey/pack/line/expected');
let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);
const read = (...names: readonly string[]) => readFileSync(at(...names), 'utf8');

async function pack(more: Partial<SurveyPackArguments> = {}) {
  const said: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = (text: string | Uint8Array) => {
    said.push(String(text));
    return true;
  };
  try {
    const code = await surveyPackCommand({
      survey: 'minimum-wage',
      answers,
      region: '新潟県',
      by: 'industry',
      to: '見本県商工会議所連合会',
      purpose: '最低賃金審議会の資料',
      out: at('一式'),
      ...more,
    });
    return { code, said: said.join(''), gaveUp: [] as readonly string[] };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { code: 2, said: '', gaveUp: error.issues.map((one) => one.code) };
  } finally {
    process.stdout.write = write;
  }
}

const rowsOf = (bytes: Uint8Array) => {
  const [header = [], ...rows] = parseDelimited(decodeText(bytes).text).rows;
  return rows.map(
    (row): Readonly<Record<string, string>> =>
      Object.fromEntries(header.map((name, n) => [name, row[n] ?? ''])),
  );
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cci-pack-'));
  expect(await pack()).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the pack of one prefecture', () => {
  const given = rowsOf(readFileSync(answers));
  const inside = given.filter((row) => row.都道府県 === '新潟県');

  it('holds_tables_graphs_method_records_and_the_record_of_handing_over', () => {
    const names = readdirSync(at('一式'));
    for (const name of ['handover.json', 'records.csv', 'report.md', 'tables.csv'])
      expect(names).toContain(name);
    expect(names.some((name) => name.endsWith('.svg'))).toBe(true);
    // Issues quote answers with their numbers, shown.json counts hidden groups: both stay.
    expect(names).not.toContain('issues.csv');
    expect(names).not.toContain('shown.json');
    expect(read('一式', 'report.md')).toContain('## 調査の方法');
  });

  it('is_the_golden_one_but_for_the_day', () => {
    const names = readdirSync(at('一式')).filter((name) => name !== 'handover.json');
    if (process.env.UPDATE_GOLDEN === '1') {
      rmSync(golden, { recursive: true, force: true });
      mkdirSync(golden, { recursive: true });
      for (const name of names) writeFileSync(join(golden, name), read('一式', name));
    }
    expect(names.sort()).toEqual(readdirSync(golden).sort());
    for (const name of names) expect(read('一式', name), name).toBe(readFileSync(join(golden, name), 'utf8'));
  });

  it('counts_this_prefecture_only', () => {
    expect(inside).toHaveLength(18);
    expect(read('一式', 'report.md')).toContain('対象：新潟県　有効回答：18 件');
    for (const name of readdirSync(at('一式'))) expect(read('一式', name).includes('長野'), name).toBe(false);
  });

  it('names_nobody', () => {
    const secret = given.flatMap((row) =>
      ['タイムスタンプ', '回答番号', '事業所名', '代表者名', '所在地', 'メールアドレス'].map(
        (name) => row[name] ?? '',
      ),
    );
    const written = ['見本007商店', '0250-00-4321', '株式会社見本工業', 'mihon-owner@example.jp'];
    for (const name of readdirSync(at('一式')))
      for (const one of [...secret, ...written])
        expect(read('一式', name).includes(one), `${name}: ${one}`).toBe(false);
    expect(read('一式', 'report.md')).toContain('〔事業所名〕でも求人を見直した');
  });

  it('hides_small_industries_in_the_records_as_in_the_tables', () => {
    const tables = rowsOf(readFileSync(at('一式', 'tables.csv')));
    const hidden = new Set(
      tables.filter((row) => row.by === 'industry' && row.measure === 'hidden').map((row) => row.group),
    );
    expect(hidden).toContain('卸売業');
    const records = rowsOf(readFileSync(at('一式', 'records.csv')));
    expect(records).toHaveLength(18);
    const counts = new Map<string, number>();
    for (const row of records) counts.set(row.業種 ?? '', (counts.get(row.業種 ?? '') ?? 0) + 1);
    for (const [industry, count] of counts) {
      expect(hidden.has(industry), industry).toBe(false);
      expect(count, industry).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives_of_amounts_the_quarter_alone_and_orders_records_by_their_contents', () => {
    const records = rowsOf(readFileSync(at('一式', 'records.csv')));
    for (const row of records) expect(row.パート等の時給).toMatch(/^$|四分位/);
    const lines = records.map((row) => Object.values(row).join('\u0001'));
    expect(lines).toEqual([...lines].sort());
    expect(Object.keys(records[0] ?? {})).not.toContain('ご意見');
  });

  it('logs_who_got_what_and_vouches_for_each_file', () => {
    const log = JSON.parse(read('一式', 'handover.json'));
    expect(log).toMatchObject({
      survey: 'minimum-wage',
      region: '新潟県',
      to: '見本県商工会議所連合会',
      purpose: '最低賃金審議会の資料',
      answers: 18,
      minN: 3,
    });
    expect(log.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const names = readdirSync(at('一式')).filter((name) => name !== 'handover.json');
    expect(log.files.map((file: { name: string }) => file.name).sort()).toEqual(names.sort());
    for (const { name, sha256 } of log.files)
      expect(
        createHash('sha256')
          .update(readFileSync(at('一式', name)))
          .digest('hex'),
        name,
      ).toBe(sha256);
  });
});

describe('a pack', () => {
  it('of_one_chamber_with_few_answers_holds_no_records', async () => {
    const lines = decodeText(readFileSync(answers)).text.split('\r\n');
    writeFileSync(at('少ない.csv'), `${lines.slice(0, 9).join('\r\n')}\r\n`);
    const found = await pack({ answers: at('少ない.csv'), region: '見本商工会議所', out: at('少ない') });
    expect(found).toMatchObject({ code: 0 });
    expect(found.said).toContain('個々の回答（個票）は入れませんでした');
    expect(existsSync(at('少ない', 'records.csv'))).toBe(false);
  });

  it('of_a_region_nobody_answered_in_is_unusable', async () => {
    expect((await pack({ region: '青森県', out: at('何も') })).gaveUp).toEqual(['survey.region-unknown']);
    expect(existsSync(at('何も'))).toBe(false);
  });

  it('of_a_region_with_two_answers_is_not_made', async () => {
    const lines = decodeText(readFileSync(answers)).text.split('\r\n');
    writeFileSync(at('二件.csv'), `${lines.slice(0, 3).join('\r\n')}\r\n`);
    expect(await pack({ answers: at('二件.csv'), out: at('何も') })).toMatchObject({ code: 1 });
    expect(existsSync(at('何も'))).toBe(false);
  });
});
