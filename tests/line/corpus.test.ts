/** `cci corpus` through a real process: the golden bundle, an update, a check, the citations of an answer (S16, J5). */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../architecture/imports.ts';
import { cciCorpus } from '../support/corpus.ts';

const bin = join(root, 'scripts/cli/cci.mjs');
const model = join(root, 'tests/line/corpus/source');
const golden = join(root, 'tests/line/corpus/line/expected');
let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);

const cci = (command: 'build' | 'check', ...words: readonly string[]) =>
  cciCorpus(command, ...words.map((word) => (/^--|^[0-9]+$/.test(word) ? word : at(word))));
const answer = (text: string) => {
  writeFileSync(at('答え.txt'), text);
  return cci('check', '--bundle', '束', '--answer', '答え.txt');
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cci 規程 '));
  cpSync(model, at('元'), { recursive: true });
  expect(await cci('build', '--source', '元', '--out', '束')).toMatchObject({ code: 0, err: '' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the bundle of the model rules', () => {
  it('is_the_golden_one', async () => {
    if (process.env.UPDATE_GOLDEN === '1') {
      rmSync(golden, { recursive: true, force: true });
      cpSync(at('束'), golden, { recursive: true });
      rmSync(join(golden, 'build-state.json'));
    }
    const made = readdirSync(at('束')).filter((name) => name !== 'build-state.json');
    expect(made.sort()).toEqual(readdirSync(golden).sort());
    for (const name of readdirSync(golden))
      expect(readFileSync(at('束', name), 'utf8'), name).toBe(readFileSync(join(golden, name), 'utf8'));
  });

  it('is_made_by_the_command_itself', () => {
    const run = spawnSync(process.execPath, [bin, 'corpus', 'build', '--source', '元', '--out', '束'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toContain('読み直した文書 0（全 4）');
    const missing = spawnSync(process.execPath, [bin, 'corpus', 'check', '--bundle', 'ない'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(missing.status).toBe(2);
  });

  it('passes_the_check', async () => {
    expect(await cci('check', '--bundle', '束')).toMatchObject({ code: 0, err: '' });
  });

  it('holds_the_citations_of_an_answer_against_it', async () => {
    const right = await answer(
      '会頭が招集し（定款第8条第1項）、「会日の七日前まで」に通知します（定款第8条第2項）。規則にないことは会社法第830条によります。',
    );
    expect(right).toMatchObject({ code: 0 });
    expect(right.out.trim().split('\n')).toEqual([
      '見本商工会議所定款 第8条第1項, 存在',
      '見本商工会議所定款 第8条第2項, 本文一致',
      '会社法 第830条, 未確認',
    ]);
    const wrong = await answer('定款第99条によります。「会日の十日前までに、各議員に」（定款第8条第2項）');
    expect(wrong).toMatchObject({ code: 1 });
    expect(wrong.out.trim().split('\n')).toEqual([
      '見本商工会議所定款 第99条, 存在しない',
      '見本商工会議所定款 第8条第2項, 不一致',
    ]);
  });

  it('finds_the_addresses_of_questions', async () => {
    writeFileSync(
      at('質問.csv'),
      'question,document,address\n議員総会の招集の通知はいつまでか,定款,第8条第2項\n宿泊料はいくらか,旅費規程,別表\n総会の定足数,見本商工会議所定款,第9条\n',
    );
    const found = await cci('check', '--bundle', '束', '--questions', '質問.csv');
    expect(found.code).toBe(0);
    expect(found.out).toMatch(
      /質問 3 件\n番地つきの本文（番地まで一致）：recall@1 \d+%、recall@3 \d+%、recall@5 100%、recall@10 100%\n番地.*\n番地.*\n800 文字/,
    );
  });
});

describe('a revised rule', () => {
  it('changes_its_own_source_only_and_is_compared_with_the_old_one', async () => {
    cpSync(at('束'), at('束2'), { recursive: true });
    cpSync(at('元'), at('元2'), { recursive: true });
    const file = at('元2', '定款抜粋.txt');
    writeFileSync(file, readFileSync(file, 'utf8').replace('会日の七日前', '会日の十日前'));
    const untouched = statSync(at('束2', '窓口の手引.md')).mtimeMs;
    const run = await cci('build', '--source', '元2', '--out', '束2');
    expect(run.out).toContain('変更：見本商工会議所定款.md（再同期してください）');
    expect(statSync(at('束2', '窓口の手引.md')).mtimeMs).toBe(untouched);
    const comparison = readFileSync(at('束2', '新旧対照表.csv'), 'utf8');
    expect(comparison.split('\r\n')).toHaveLength(3);
    expect(comparison).toContain('見本商工会議所定款,第8条第2項,変更,招集の通知');
    expect(readFileSync(at('束2', '再同期.csv'), 'utf8')).toContain('見本商工会議所定款.md');
    // Nothing new: the comparison stays.
    await cci('build', '--source', '元2', '--out', '束2');
    expect(readFileSync(at('束2', '新旧対照表.csv'), 'utf8')).toBe(comparison);
  });

  it('that_points_at_nothing_is_built_and_fails', async () => {
    mkdirSync(at('元3'));
    writeFileSync(at('元3', '規程.txt'), '見本規程\n第1条　第9条による。\n第2条　甲とする。\n');
    const built = await cci('build', '--source', '元3', '--out', '束3');
    expect(built.code).toBe(1);
    expect(built.out).toContain('[corpus.reference-missing]');
    expect(existsSync(at('束3', 'manifest.json'))).toBe(true);
    const run = await cci('check', '--bundle', '束3');
    expect(run.code).toBe(1);
    expect(run.err).toContain('[corpus.reference-missing]');
  });

  it('that_was_taken_away_takes_its_source_away', async () => {
    cpSync(at('束'), at('束4'), { recursive: true });
    cpSync(at('元'), at('元4'), { recursive: true });
    rmSync(at('元4', '窓口の手引.md'));
    expect((await cci('build', '--source', '元4', '--out', '束4')).out).toContain('廃止：窓口の手引.md');
    expect(existsSync(at('束4', '窓口の手引.md'))).toBe(false);
  });
});

describe('what cannot be used', () => {
  const calls: readonly (readonly ['build' | 'check', readonly string[], string])[] = [
    ['build', ['--source', 'ない', '--out', 'x'], 'corpus.no-folder'],
    ['build', ['--source', '元', '--out', '元/束'], 'corpus.out-in-source'],
    ['check', ['--bundle', '元'], 'corpus.manifest'],
    ['check', ['--bundle', '束', '--answer', 'ない.txt'], 'file.missing'],
    ['build', ['--source', '空', '--out', 'x'], 'corpus.nothing-read'],
  ];
  it.each(calls)('%s %j ends with one clear line', async (command, words, code) => {
    mkdirSync(at('空'), { recursive: true });
    const run = await cci(command, ...words);
    expect(run.code).toBe(2);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.err).toContain(`[${code}]`);
    expect(existsSync(at('x'))).toBe(false);
  });
});
