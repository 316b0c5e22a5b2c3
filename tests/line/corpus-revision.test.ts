/** J5: a rule is revised. The bundle is built again; what changed, what to sync and what was lost is said. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDelimited } from '../../shared/table/parse.ts';
import { root } from '../architecture/imports.ts';
import { cciCorpus } from '../support/corpus.ts';

const model = join(root, 'tests/line/corpus/source');
let folder = '';
const at = (...names: readonly string[]) => join(folder, ...names);
const build = (...more: readonly string[]) =>
  cciCorpus('build', '--source', at('元'), '--out', at('束'), ...more);
const rows = (name: string) =>
  parseDelimited(readFileSync(at('束', name), 'utf8').replace('\ufeff', '')).rows;
const revise = (name: string, from: string, to: string) => {
  const text = readFileSync(at('元', name), 'utf8');
  expect(text).toContain(from);
  writeFileSync(at('元', name), text.replace(from, to));
};
const sources = () => readdirSync(at('束')).filter((name) => name.endsWith('.md') && name !== '索引.md');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cci-j5-'));
  cpSync(model, at('元'), { recursive: true });
  writeFileSync(
    at('質問.csv'),
    [
      'question,document,address',
      '議員総会の招集の通知はいつまでか,定款,第8条第2項',
      '会員をやめるには何日前に届けるか,定款,第7条',
      '宿泊料はいくらか,旅費規程,別表',
    ].join('\n'),
  );
  expect((await build('--questions', at('質問.csv'))).code).toBe(0);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('j5__a_revised_rule', () => {
  it('names_what_changed_and_the_one_source_to_sync', async () => {
    const times = Object.fromEntries(sources().map((name) => [name, statSync(at('束', name)).mtimeMs]));
    revise('定款抜粋.txt', '会日の七日前', '会日の十日前');
    const run = await build('--questions', at('質問.csv'));
    expect(run.code).toBe(0);
    expect(rows('新旧対照表.csv').slice(1)).toEqual([
      [
        ...['見本商工会議所定款', '第8条第2項', '変更'],
        '招集の通知は、会日の七日前までに、各議員に発しなければならない。',
        '招集の通知は、会日の十日前までに、各議員に発しなければならない。',
      ],
    ]);
    expect(rows('再同期.csv').slice(1)).toEqual([
      ['見本商工会議所定款.md', '見本商工会議所定款', '変更', '再同期してください'],
    ]);
    // The same file, written in place; the others were not touched.
    const touched = sources().filter((name) => statSync(at('束', name)).mtimeMs !== times[name]);
    expect(touched).toEqual(['見本商工会議所定款.md']);
    expect(run.out).toContain('読み直した文書 1（全 4）');
    expect(run.out).toMatch(/質問 3 件/);
  });

  it('that_points_at_nothing_fails_and_is_built_all_the_same', async () => {
    revise('定款抜粋.txt', '第8条から前条までの規定', '第8条から第98条までの規定');
    const run = await build();
    expect(run.code).toBe(1);
    expect(run.out).toContain('第98条）がありません。');
    expect(run.out).toContain('[corpus.reference-missing]');
    expect(readFileSync(at('束', '見本商工会議所定款.md'), 'utf8')).toContain('第98条までの規定');
    expect((await cciCorpus('check', '--bundle', at('束'))).code).toBe(1);
  });

  it('that_takes_an_answer_away_is_told_by_the_questions', async () => {
    revise('定款抜粋.txt', '第7条　会員は', '第6条の2　会員は');
    const run = await build('--questions', at('質問.csv'));
    expect(run.code).toBe(1);
    expect(run.out).toContain(
      '「会員をやめるには何日前に届けるか」の答えの場所（定款 第7条）が束にありません',
    );
    const check = await cciCorpus('check', '--bundle', at('束'), '--questions', at('質問.csv'));
    expect(check.code).toBe(1);
    expect(check.err).toContain('[corpus.question-address]');
  });

  it.each([
    ['of sources', ['--sources', '4'], 'corpus.sources-many'],
    ['of the plan', ['--plan', '50'], ''],
  ])('fails_when_it_passes_the_limit %s', async (_what, more, code) => {
    const run = await build(...more);
    expect(run.code).toBe(code === '' ? 0 : 1);
    if (code !== '') expect(run.out).toContain(`[${code}]`);
  });

  it('that_is_longer_than_one_source_takes_is_split_and_one_sentence_too_long_fails', async () => {
    const long = Array.from(
      { length: 6000 },
      (_all, one) => `第${one + 1}条　${'約款の文'.repeat(22)}とする。`,
    );
    writeFileSync(at('元', '約款.txt'), `約款\n${long.join('\n')}`);
    const split = await build();
    expect(split.code).toBe(0);
    expect(split.out).toContain('[corpus.split]');
    expect(sources()).toEqual(expect.arrayContaining(['約款-1.md', '約款-2.md']));
    writeFileSync(at('元', '約款.txt'), `約款\n第1条　甲\n第2条　${'長'.repeat(500_001)}。`);
    const over = await build();
    expect(over.code).toBe(1);
    expect(over.out).toContain('[corpus.over-limit]');
  });
});
