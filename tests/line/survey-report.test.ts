/** S15: a chamber's monthly LOBO report through a real process, read as a stranger would who looks for single firms. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { surveyFreezeCommand } from '../../scripts/cli/survey-define.ts';
import { type SurveyReportArguments, surveyReportCommand } from '../../scripts/cli/survey-report.ts';
import { decodeText } from '../../shared/bytes/detect.ts';
import { UnusableInput } from '../../shared/issue/issue.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { root } from '../architecture/imports.ts';

const bin = join(root, 'scripts/cli/cci.mjs');
const data = join(root, 'tests/line/survey');
const golden = join(data, 'line/expected');
let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);
const input = (name: string) => join(data, name);

function cci(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'survey', ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** Catches what a command says while it runs. */
async function heard<T>(work: (said: readonly string[]) => Promise<T> | T): Promise<T> {
  const said: string[] = [];
  const write = process.stdout.write;
  process.stdout.write = (text: string | Uint8Array) => {
    said.push(String(text));
    return true;
  };
  try {
    return await work(said);
  } finally {
    process.stdout.write = write;
  }
}

/** The command without a process: its exit code, what it said, and the codes of what made it give up. */
const report = (more: Partial<SurveyReportArguments>) => heard((said) => tryReport(more, said));

async function tryReport(more: Partial<SurveyReportArguments>, said: readonly string[]) {
  try {
    const code = await surveyReportCommand({
      survey: 'lobo',
      answers: input('2026-10.csv'),
      by: 'industry',
      out: at('out'),
      ...more,
    });
    return { code, said: said.join(''), gaveUp: [] as readonly string[] };
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return { code: 2, said: said.join(''), gaveUp: error.issues.map((one) => one.code) };
  }
}
const read = (...names: readonly string[]) => readFileSync(at(...names), 'utf8');

/** Rows of tables.csv as records. */
function tables(...names: readonly string[]): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = parseDelimited(decodeText(readFileSync(at(...names))).text).rows;
  return rows.map((row) => Object.fromEntries(header.map((name, place) => [name, row[place] ?? ''])));
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci 調査 '));
  expect(
    cci(
      'report',
      ...['--survey', 'lobo', '--answers', input('2026-10.csv'), '--previous', input('earlier.csv')],
      ...[
        '--national',
        input('national.csv'),
        '--asked',
        input('asked.csv'),
        '--by',
        'industry,size',
        '--out',
        '報告',
      ],
    ),
  ).toMatchObject({ code: 0, err: '' });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the LOBO report of one chamber', () => {
  it('is_the_golden_one', () => {
    if (process.env.UPDATE_GOLDEN === '1') {
      rmSync(golden, { recursive: true, force: true });
      cpSync(at('報告'), golden, { recursive: true });
    }
    expect(readdirSync(at('報告')).sort()).toEqual(readdirSync(golden).sort());
    for (const name of readdirSync(golden))
      expect(read('報告', name), name).toBe(readFileSync(join(golden, name), 'utf8'));
  });

  it('shows_each_figure_with_n_difference_to_last_month_and_outlook_in_the_usual_notation', () => {
    expect(read('報告', 'report.md')).toContain(
      '業況DIは▲4.0（前月比+8.5、前年同月比+25.2、全国▲17.9、n=25）で、前月から改善した。先行き見通しDIは16.0（今月比+20.0）。',
    );
    const di = tables('報告', 'tables.csv').find(
      (row) => row.question === 'conditions' && row.by === '' && row.measure === 'di',
    );
    expect(di).toMatchObject({ n: '25', value: '-4.0', change: '8.5', yearChange: '25.2' });
  });

  it('hides_wholesale_and_at_least_one_further_industry_in_every_question', () => {
    const rows = tables('報告', 'tables.csv').filter((row) => row.by === 'industry');
    const questions = [...new Set(rows.map((row) => row.question))];
    expect(questions.length).toBeGreaterThan(14);
    for (const question of questions) {
      const own = rows.filter((row) => row.question === question);
      const hidden = own.filter((row) => row.measure === 'hidden').map((row) => row.group);
      expect(hidden, question).toContain('卸売業');
      // No wholesaler gave an amount: there is nothing to compute, and even that is not told.
      if (question !== 'bonusAmount') expect(hidden.length, question).toBeGreaterThan(1);
      for (const row of own)
        if (hidden.includes(row.group)) expect([row.value, row.change, row.weighted]).toEqual(['', '', '']);
    }
  });

  it('shows_no_change_from_a_figure_that_last_month_was_hidden', () => {
    // 小売業 stood hidden in September: figure and change together would give it away.
    const retail = tables('報告', 'tables.csv').find(
      (row) => row.question === 'conditions' && row.group === '小売業' && row.measure === 'di',
    );
    expect(retail).toMatchObject({ value: '-20.0', change: '' });
  });

  it('holds_no_name_number_key_or_moment_of_any_business', () => {
    const [header = [], ...rows] = parseDelimited(readFileSync(input('2026-10.csv'), 'utf8')).rows;
    const secret = rows.flatMap((row) =>
      ['タイムスタンプ', '回答番号', '事業所名'].map((name) => row[header.indexOf(name)] ?? ''),
    );
    for (const name of readdirSync(at('報告')).filter((one) => one !== 'issues.csv')) {
      const text = read('報告', name);
      for (const one of [...secret, '0256-00-1234', 'mihon@example.jp', '佐藤', '見本株式会社'])
        expect(text.includes(one), `${name} ${one}`).toBe(false);
    }
  });

  it('says_how_the_figures_were_made_and_what_was_left_out', () => {
    const [, method = ''] = read('報告', 'report.md').split('## 調査の方法');
    for (const words of ['回答の期間', '回答率 78.1％', '丸め', '重み', '秘匿した欄は', '未検証', '比較'])
      expect(method).toContain(words);
    expect(read('報告', 'report.md')).toContain('## 会報に載せる文');
    for (const [, name = ''] of read('報告', 'report.md').matchAll(/\]\(([^)]+\.svg)\)/g))
      expect(existsSync(at('報告', name)), name).toBe(true);
  });

  it('is_the_same_when_made_again_and_drops_graphs_that_are_none_of_its_own', async () => {
    writeFileSync(at('報告', 'di-old.svg'), '<svg/>');
    writeFileSync(at('報告', 'mine.svg'), '<svg/>');
    const before = read('報告', 'report.md');
    const again = await report({
      previous: [input('earlier.csv')],
      national: input('national.csv'),
      asked: input('asked.csv'),
      by: 'industry,size',
      out: at('報告'),
    });
    expect(again.code).toBe(0);
    expect(read('報告', 'report.md')).toBe(before);
    expect(existsSync(at('報告', 'di-old.svg'))).toBe(false);
    expect(existsSync(at('報告', 'mine.svg'))).toBe(true);
  });
});

describe('weights', () => {
  const population = (...lines: readonly string[]) => {
    writeFileSync(at('母集団.csv'), `業種,事業者数\n${lines.join('\n')}\n`);
    return at('母集団.csv');
  };
  it('stand_beside_the_plain_figures_where_they_can_be_had', async () => {
    const rows = ['2026/10/1', '2026/10/2'].flatMap((day, d) =>
      ['建設業', '製造業', '卸売業', '小売業', 'サービス業'].flatMap((industry, i) =>
        Array.from(
          { length: 4 },
          (_, k) => `${day},W${d}${i}${k},${industry},${['好転', '不変', '悪化'][(i + k) % 3]}`,
        ),
      ),
    );
    writeFileSync(at('多い.csv'), `タイムスタンプ,回答番号,業種,業況\n${rows.join('\n')}\n`);
    const weights = population('建設業,400', '製造業,100', '卸売業,100', '小売業,200', 'サービス業,200');
    expect((await report({ answers: at('多い.csv'), weights })).code).toBe(0);
    expect(read('out', 'report.md')).toMatch(/加重DI/);
    const di = tables('out', 'tables.csv').find(
      (row) => row.question === 'conditions' && row.by === '' && row.measure === 'di',
    );
    expect(di?.weighted).not.toBe('');
    expect(di?.weighted).not.toBe(di?.value);
  });

  it('are_off_with_the_reason_where_an_industry_is_too_thin', async () => {
    const weights = population('建設業,400', '製造業,100', '卸売業,100', '小売業,200', 'サービス業,200');
    expect((await report({ weights })).code).toBe(0);
    expect(read('out', 'report.md')).toContain(
      '「卸売業」の回答は 2 件で 5 件に満たないので、重みを付けずに集計しました',
    );
    expect(read('out', 'report.md')).not.toContain('加重DI');
    writeFileSync(at('規模.csv'), '規模,事業者数\n5人以下,400\n6〜20人,90\n');
    expect((await report({ weights: at('規模.csv') })).code).toBe(0);
    expect(read('out', 'report.md')).toContain('この調査で重みに使う区分は業種で、規模ではありません');
  });
});

describe('an earlier edition', () => {
  it('of_the_same_wave_keeps_a_late_answer_from_being_computed', async () => {
    const lines = readFileSync(input('2026-10.csv'), 'utf8').trimEnd().split('\r\n');
    writeFileSync(at('速報.csv'), `${lines.slice(0, -1).join('\r\n')}\r\n`);
    expect((await report({ answers: at('速報.csv'), out: at('速報') })).code).toBe(0);
    expect((await report({ shown: [at('速報', 'shown.json')], out: at('確報') })).code).toBe(0);
    // Old total and new total differ by one firm: the new one is not shown again.
    const total = tables('確報', 'tables.csv').filter(
      (row) => row.question === 'conditions' && row.by === '',
    );
    expect(total.map((row) => row.measure)).toEqual(['hidden']);
    expect((await report({ shown: [at('速報', 'report.md')] })).gaveUp).toEqual(['survey.companion']);
  });
});

describe('files that say nothing of their time', () => {
  it('are_compared_all_the_same_and_it_is_said_that_the_wave_is_not_known', async () => {
    const file = (name: string, better: number) => {
      const rows = Array.from({ length: 10 }, (_, k) => `製造業,${k < better ? '好転' : '悪化'}`);
      writeFileSync(at(name), `業種,業況\n${rows.join('\n')}\n`);
      return at(name);
    };
    const odd = at('おかしい.csv');
    writeFileSync(odd, '調査月,業種,業況\n2026-01,製造業,絶好調\n2026-01,製造業,好転\n');
    const found = await report({ answers: file('今.csv', 7), previous: [odd, file('前.csv', 4)] });
    expect(found).toMatchObject({ code: 0 });
    expect(found.said).toContain('どの回の回答かが、ファイルから分かりません');
    expect(found.said).toContain('2026年1月の回答に、読めなかったところなどが 1 か所あります');
    expect(read('out', 'report.md')).toContain('業況DIは40.0（前月比+60.0、n=10）');
  });
});

describe('the command', () => {
  it('tells_by_exit_code_1_that_nothing_may_be_shown_and_writes_only_that', async () => {
    writeFileSync(at('二件.csv'), '回答番号,業種,業況,業界の声\nA,製造業,好転,ひみつの話\nB,小売業,悪化,\n');
    const found = await report({ answers: at('二件.csv'), out: at('二件') });
    expect(found).toMatchObject({ code: 1 });
    expect(found.said).toContain('表に出せる数字が一つもありません');
    expect(readdirSync(at('二件')).sort()).toEqual(['issues.csv', 'report.md', 'shown.json', 'tables.csv']);
    expect(read('二件', 'report.md')).not.toMatch(/業況DIは|ひみつ|100\.0/);
    expect(tables('二件', 'tables.csv').every((row) => row.value === '')).toBe(true);
  });

  it('refuses_answers_that_are_not_there_and_writes_nothing', async () => {
    expect((await report({ answers: at('ない.csv'), out: at('何も') })).gaveUp).toEqual(['file.missing']);
    expect(existsSync(at('何も'))).toBe(false);
  });

  it.each([
    ['an unknown survey', { survey: 'nobo' }, 'survey.not-found'],
    ['an unknown dimension', { by: 'colour' }, 'survey.by-unknown'],
    ['a dimension that no answer gives', { answers: 'one.csv', by: 'chamber' }, 'survey.by-not-given'],
    ['a threshold that is none', { minN: '0' }, 'survey.min-n'],
    ['a wave that is none', { wave: '十月' }, 'survey.wave-format'],
    ['a wave that the file has not', { answers: 'waves.csv', wave: '2026-12' }, 'survey.no-answers-of-wave'],
    ['a rounding that is none', { rounding: 'up' }, 'survey.rounding'],
    ['weights without a number', { weights: 'one.csv' }, 'survey.weights-header'],
    ['a round that is none', { round: 'one.csv' }, 'survey.companion'],
  ] as const)('refuses_%s', async (_name, more, code) => {
    writeFileSync(at('one.csv'), '業種,業況\n製造業,好転\n');
    writeFileSync(at('waves.csv'), '調査月,業種,業況\n2026-10,製造業,好転\n');
    const placed = Object.fromEntries(
      Object.entries(more).map(([name, value]) => [name, value.endsWith('.csv') ? at(value) : value]),
    );
    expect((await report({ ...placed, out: at('何も') })).gaveUp).toEqual([code]);
    expect(existsSync(at('何も'))).toBe(false);
  });

  it('holds_a_round_to_the_definition_it_was_opened_with', async () => {
    expect(
      await heard(() => surveyFreezeCommand({ survey: 'lobo', wave: '2026-10', out: at('round.json') })),
    ).toBe(0);
    expect((await report({ round: at('round.json') })).code).toBe(0);
    const text = readFileSync(join(root, 'forms-templates/surveys/lobo.yaml'), 'utf8');
    writeFileSync(
      at('changed.yaml'),
      text.replace('title: 業況（前年同月と比べて）', 'title: 景気（前年同月と比べて）'),
    );
    expect((await report({ survey: at('changed.yaml'), round: at('round.json') })).gaveUp).toEqual([
      'survey.frozen',
    ]);
  });

  it('takes_the_tables_of_another_report_as_figures_to_stand_beside', async () => {
    const found = await report({ national: at('報告', 'tables.csv'), wave: '2026-10' });
    expect(found.code).toBe(0);
    // The same answers stand beside themselves.
    expect(read('out', 'report.md')).toMatch(/\| 業況 \| 25 \| ▲4\.0 \|.*\| ▲4\.0 \|/);
    expect(found.said).not.toContain('survey.national-row');
  });

  it('names_regions_without_answers_and_counts_them_as_none', async () => {
    writeFileSync(at('依頼.csv'), '商工会議所,依頼数\n見本商工会議所,30\n第二見本商工会議所,12\n');
    const found = await report({ asked: at('依頼.csv'), by: 'chamber' });
    expect(found.said).toContain('商工会議所「第二見本商工会議所」からの回答がありません');
    expect(read('out', 'report.md')).toContain('回答のない商工会議所：第二見本商工会議所');
  });
});
