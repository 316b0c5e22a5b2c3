/** The command line through a real process: exit codes, one clear line on stderr, any working directory. */
import { spawn } from 'node:child_process';
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
import { root } from '../architecture/imports.ts';

const bin = join(root, 'scripts/cli/cci.mjs');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci 見本 '));
  writeFileSync(join(folder, '回答.csv'), `${header}\n${row('髙橋商店')}\n${row('𠮷田屋')}\n`);
  writeFileSync(
    join(folder, 'script.gs'),
    [
      "function add(a, b) { console.log('足します'); return { sum: a + b }; }",
      'async function later() { return [1]; }',
      'function nothing() {}',
      "function fail() { throw new Error('こわれた\\n二行目'); }",
      "function wrongName() { throw new ReferenceError('wrongName is not defined'); }",
      'function count() {',
      '  const p = PropertiesService.getScriptProperties();',
      "  p.setProperty('n', String(Number(p.getProperty('n')) + 1));",
      "  return p.getProperty('n');",
      '}',
      'function write() {',
      "  const book = SpreadsheetApp.create('帳');",
      "  book.getSheets()[0].getRange('A1').setValue('007');",
      "  MailApp.sendEmail('a@example.jp', '件名', '本文');",
      "  return book.getSheets()[0].getRange('A1').getValue();",
      '}',
    ].join('\n'),
  );
  writeFileSync(join(folder, 'broken.gs'), 'function x() {}\nfunction ( {\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header =
  '組織区分,事業所名,代表者氏名,メールアドレス,個人情報の取扱いへの同意,反社会的勢力でないことの誓約,定款への同意';
const row = (name: string) => `個人事業主,${name},見本 太郎,a@example.jp,同意する,誓約する,同意する`;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `cci` in the folder of the test, which is not the package's. */
function cci(words: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin, ...words], { cwd: folder, env: { ...process.env, ...env } });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

const convert = (...more: readonly string[]) => [
  'convert',
  ...['--template', 'membership-application', '--answers', '回答.csv', '--profile', 'toas-provisional'],
  ...more,
];

/** One line of Japanese that ends with the English code; no trace. */
function expectOneLine({ err }: Ended, code: string): void {
  expect(err.split('\n')).toHaveLength(2);
  expect(err).toMatch(/[ぁ-ん].*。 \[[a-z0-9.-]+\]\n$/);
  expect(err).toContain(`[${code}]`);
  expect(err).not.toMatch(/\n\s+at |node:internal/);
}

const timeout = 60_000;

describe('cci convert', () => {
  it('good_rows_go_out_and_bad_ones_wait__exit_0', { timeout }, async () => {
    const ended = await cci(convert('--out', '出力 先/深い'));
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('回答 2 件：出力 1 件、保留 1 件');
    const out = join(folder, '出力 先/深い');
    expect(readdirSync(out).sort()).toEqual(['changes.csv', 'export.csv', 'issues.csv', 'receipt.json']);
    expect(readFileSync(join(out, 'export.csv')).includes(Buffer.from([0xfb, 0xfc]))).toBe(true);
    expect(readFileSync(join(out, 'issues.csv'), 'utf8')).toContain('𠮷田屋,吉田屋');
  });

  it('runs_into_one_folder_at_the_same_time__leave_whole_files', { timeout }, async () => {
    const ended = await Promise.all([1, 2].map(() => cci(convert('--out', 'together'))));
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    const out = join(folder, 'together');
    expect(readdirSync(out).sort()).toEqual(['changes.csv', 'export.csv', 'issues.csv', 'receipt.json']);
    const { files } = JSON.parse(readFileSync(join(out, 'receipt.json'), 'utf8')) as {
      files: { name: string; bytes: number }[];
    };
    for (const { name, bytes } of files) expect(readFileSync(join(out, name)).length).toBe(bytes);
  });

  it('started_by_npm__takes_paths_from_where_the_person_stands', { timeout }, async () => {
    const person = join(folder, 'person');
    mkdirSync(person);
    const env = { npm_lifecycle_event: 'cci', npm_package_name: 'cci-kit', INIT_CWD: person };
    expect(
      await cci(
        convert('--out', 'mine').map((w) => w.replace('回答.csv', '../回答.csv')),
        env,
      ),
    ).toMatchObject({
      code: 0,
    });
    expect(existsSync(join(person, 'mine/receipt.json'))).toBe(true);
  });

  it.each([
    ['a file that is not there', convert('--ledger', 'none.csv', '--out', 'o'), 'file.missing'],
    ['an unknown profile', [...convert('--out', 'o'), '--profile', 'none'], 'profile.not-found'],
    ['settings that are no settings', convert('--settings', '回答.csv', '--out', 'o'), 'settings.value'],
    ['an output folder that is a file', convert('--out', '回答.csv'), 'output.unwritable'],
    ['an option without its value', convert('--out'), 'cli.usage'],
    ['an option that is misspelt', ['convert', '--templete', 'x'], 'cli.usage'],
    ['a plan without its sides', ['template', 'plan', '--base', 'membership-application'], 'cli.usage'],
    ['a difference to nothing', ['template', 'diff', 'membership-application'], 'cli.usage'],
    ['an unknown command', ['convrt'], 'cli.usage'],
    ['no command', [], 'cli.usage'],
  ])('%s__exit_2_one_line_nothing_written', { timeout }, async (_case, words, code) => {
    const ended = await cci(words);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expectOneLine(ended, code);
    expect(existsSync(join(folder, 'o'))).toBe(false);
  });

  it('help__goes_to_stdout_with_exit_0', { timeout }, async () => {
    const ended = await cci(['convert', '--help']);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('使い方：');
  });
});

describe('cci template', () => {
  it('list__names_id_version_and_purpose', { timeout }, async () => {
    const ended = await cci(['template', 'list']);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toMatch(/^membership-application\t\d+\.\d+\.\d+\t.+$/m);
  });

  it('plan__writes_the_file_and_says_it_in_words', { timeout }, async () => {
    const same = 'membership-application';
    const sides = ['--base', `${same}@1.0.0`, '--theirs', same, '--ours', same];
    const ended = await cci(['template', 'plan', ...sides, '--out', '計画/plan.json']);
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(ended.out).toContain('自動で変わるところはありません。');
    expect(JSON.parse(readFileSync(join(folder, '計画/plan.json'), 'utf8'))).toMatchObject({
      version: 1,
      operations: [],
      conflicts: [],
    });
  });

  it('check__exit_1_with_file_line_and_code_for_a_mistake', { timeout }, async () => {
    const own = join(folder, 'templates/membership-application');
    mkdirSync(join(own, 'mail'), { recursive: true });
    const source = join(root, 'forms-templates/membership-application');
    for (const name of readdirSync(join(source, 'mail')))
      writeFileSync(join(own, 'mail', name), readFileSync(join(source, 'mail', name)));
    const text = readFileSync(join(source, 'template.yaml'), 'utf8');
    writeFileSync(join(own, 'template.yaml'), text.replace('- key: nameKana', '- key: nameKanna'));
    const line = text.split('\n').findIndex((one) => one.includes('- key: nameKana')) + 1;
    const ended = await cci(['template', 'check', 'templates']);
    expect(ended).toMatchObject({ code: 1, err: '' });
    expect(ended.out).toContain(`template.yaml の ${line} 行目`);
    expect(ended.out).toContain('[template.key-unknown]');
  });
});

describe('cci emulate', () => {
  const emulate = (name: string, ...more: readonly string[]) =>
    cci(['emulate', 'script.gs', '--function', name, ...more]);

  it('the_value_goes_to_stdout_the_log_to_stderr', { timeout }, async () => {
    expect(await emulate('add', '--args', '[2, 3]')).toEqual({
      code: 0,
      out: '{"sum":5}\n',
      err: '足します\n',
    });
    expect(await emulate('later')).toEqual({ code: 0, out: '[1]\n', err: '' });
    expect(await emulate('nothing')).toEqual({ code: 0, out: 'null\n', err: '' });
    expect(await emulate('write')).toEqual({ code: 0, out: '7\n', err: '' });
  });

  it('state__is_kept_between_runs_only_where_it_is_asked_for', { timeout }, async () => {
    expect((await emulate('count', '--state', 'state')).out).toBe('"1"\n');
    expect((await emulate('count', '--state', 'state')).out).toBe('"2"\n');
    expect((await emulate('count')).out).toBe('"1"\n');
  });

  it.each([
    ['fail', [], 'script.failed', '4 行目'],
    ['wrongName', [], 'script.failed', '5 行目'],
    ['none', [], 'script.no-function', '関数 none'],
    ['add', ['--args', '{'], 'cli.usage', '--args'],
    ['count', ['--state', '回答.csv'], 'script.state', '回答.csv'],
  ])('%s %j__exit_2_and_one_line', { timeout }, async (name, more, code, words) => {
    const ended = await emulate(name, ...more);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expectOneLine(ended, code);
    expect(ended.err).toContain(words);
  });

  it('a_script_that_cannot_be_read__names_its_line', { timeout }, async () => {
    const ended = await cci(['emulate', 'broken.gs', '--function', 'x']);
    expect(ended).toMatchObject({ code: 2, out: '' });
    expectOneLine(ended, 'script.syntax');
    expect(ended.err).toContain('2 行目');
  });
});
