/** `cci corpus build` into a folder that has a bundle: reads and writes only what changed, and may die at any moment. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { corpusBuildCommand } from '../../scripts/cli/corpus-build.ts';
import { corpusCheckCommand } from '../../scripts/cli/corpus-check.ts';

/** How many more changes of the disk a run lives to see. */
const fate = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY, changes: 0 }));
const readFiles = vi.hoisted((): string[] => []);

vi.mock('node:fs', async (load) => {
  const real = await load<typeof import('node:fs')>();
  const mortal =
    <A extends readonly unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      if (fate.left <= 0) throw new Error('killed');
      fate.left -= 1;
      fate.changes += 1;
      return work(...args);
    };
  return {
    ...real,
    writeFileSync: mortal(real.writeFileSync),
    renameSync: mortal(real.renameSync),
    rmSync: mortal(real.rmSync),
  };
});
vi.mock('../../scripts/corpus/read/index.ts', async (load) => {
  const real = await load<typeof import('../../scripts/corpus/read/index.ts')>();
  return {
    ...real,
    readSource: (path: string, bytes: Uint8Array) => {
      readFiles.push(path);
      return real.readSource(path, bytes);
    },
  };
});

let folder = '';
let said = '';
const at = (...names: readonly string[]) => join(folder, ...names);
const put = (name: string, text: string) => writeFileSync(at('元', name), text);
const build = (more: Readonly<Record<string, string>> = {}) => {
  said = '';
  readFiles.length = 0;
  return corpusBuildCommand({ source: at('元'), out: at('束'), ...more });
};
const files = () => readdirSync(at('束')).sort();
const text = (name: string) => readFileSync(at('束', name), 'utf8');
const whole = () => Object.fromEntries(files().map((name) => [name, text(name)]));
const names = () => readFiles.map((path) => path.slice(path.lastIndexOf('/') + 1));

const rules = {
  '定款.txt': '定款\n第1条（目的）　甲とする。\n第2条（会費）　会費規程第1条による。',
  '会費規程.txt': '会費規程\n第1条（額）　年一万円とする。\n第2条（期限）　四月末日とする。',
  '手引.txt': '手引\n1 受付\n名札を渡す。\n2 会計\n金庫に入れる。',
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cci-rebuild-'));
  mkdirSync(at('元'));
  for (const [name, words] of Object.entries(rules)) put(name, words);
  vi.spyOn(process.stdout, 'write').mockImplementation((words) => {
    said += String(words);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
});
afterEach(() => {
  fate.left = Number.POSITIVE_INFINITY;
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

describe('a second build', () => {
  it('reads_nothing_and_writes_nothing_where_nothing_changed', async () => {
    expect(await build()).toBe(0);
    expect(readFiles).toHaveLength(3);
    const before = files().map((name) => [name, statSync(at('束', name)).mtimeMs]);
    expect(await build()).toBe(0);
    expect(readFiles).toEqual([]);
    expect(said).toContain('読み直した文書 0（全 3）、書き直したファイル 0');
    expect(files().map((name) => [name, statSync(at('束', name)).mtimeMs])).toEqual(before);
  });

  it('reads_the_changed_document_only_and_ends_as_a_first_one_would', async () => {
    await build();
    const untouched = statSync(at('束', '手引.md')).mtimeMs;
    put('会費規程.txt', rules['会費規程.txt'].replace('一万円', '二万円'));
    await build();
    expect(names()).toEqual(['会費規程.txt']);
    expect(statSync(at('束', '手引.md')).mtimeMs).toBe(untouched);
    expect(text('再同期.csv')).toContain('会費規程.md');
    expect(text('再同期.csv')).not.toContain('定款.md');
    const { '新旧対照表.csv': _comparison, '再同期.csv': _sync, ...incremental } = whole();
    rmSync(at('束'), { recursive: true });
    await build();
    expect(incremental).toEqual(whole());
  });

  it('writes_a_document_anew_whose_reference_lost_its_target_in_another', async () => {
    await build();
    put('会費規程.txt', '会費規程\n第1条　削除\n第2条（期限）　四月末日とする。');
    expect(await build()).toBe(1);
    expect(names()).toEqual(['会費規程.txt']);
    expect(said).toContain('[corpus.reference-repealed]');
    expect(JSON.parse(text('manifest.json')).sources).toContainEqual(
      expect.objectContaining({
        title: '定款',
        references: [{ from: '第2条', to: '会費規程 第1条', resolved: 'no' }],
      }),
    );
  });

  it.each([
    ['torn', (state: string) => state.slice(0, 300)],
    ['another version', (state: string) => state.replace('"version":1', '"version":9')],
    ['a member too many', (state: string) => state.replace('{', '{"more":1,')],
    ['another reader', (state: string) => state.replace(/"reader":"[^"]*"/, '"reader":"0"')],
  ])('reads_everything_again_where_its_state_is_%s', async (_name, damage) => {
    await build();
    const good = whole();
    writeFileSync(at('束', 'build-state.json'), damage(text('build-state.json')));
    expect(await build()).toBe(0);
    expect(readFiles).toHaveLength(3);
    const { '報告.csv': _report, ...again } = whole();
    expect({ ...again, '報告.csv': good['報告.csv'] }).toEqual(good);
  });

  it('removes_what_it_made_and_nothing_else', async () => {
    await build();
    writeFileSync(at('束', 'メモ.md'), '私のメモ');
    writeFileSync(at('束', '定款.md'), `${text('定款.md')}\n書き足し`);
    rmSync(at('元', '定款.txt'));
    rmSync(at('元', '手引.txt'));
    await build();
    expect(files().filter((name) => name.endsWith('.md'))).toEqual(
      ['メモ.md', '会費規程.md', '定款.md', '索引.md'].sort(),
    );
    expect(said).toContain('廃止：手引.md');
  });

  it('mends_a_source_that_somebody_wrote_into', async () => {
    await build();
    const good = text('定款.md');
    writeFileSync(at('束', '定款.md'), `${good}\n書き足し`);
    await build();
    expect(readFiles).toEqual([]);
    expect(text('定款.md')).toBe(good);
  });

  it('shares_sources_out_where_one_notebook_does_not_take_them_all_and_takes_the_plan_away_again', async () => {
    expect(await build({ sources: '3' })).toBe(1);
    expect(said).toContain('[corpus.sources-many]');
    // 定款 and 会費規程 refer to one another.
    const rows = text('分割案.csv').replace('\ufeff', '').trim().split('\r\n');
    expect(rows).toEqual([
      ...['notebook,file', '1,索引.md', '1,会費規程.md', '1,定款.md'],
      ...['2,索引.md', '2,手引.md'],
    ]);
    expect(await build()).toBe(0);
    expect(files()).not.toContain('分割案.csv');
  });

  it('refuses_a_plan_that_there_is_not', async () => {
    await expect(build({ plan: '70' })).rejects.toMatchObject({ issues: [{ code: 'corpus.plan' }] });
    expect(await build({ plan: '300' })).toBe(0);
  });
});

describe('a build that dies', () => {
  it('at_any_change_of_the_disk_ends_the_same_when_run_again', async () => {
    await build();
    const first = whole();
    const revise = () => {
      put('会費規程.txt', rules['会費規程.txt'].replace('一万円', '二万円'));
      put('規約.txt', '規約\n第1条　乙とする。\n第2条　前条による。');
      rmSync(at('元', '手引.txt'));
    };
    revise();
    fate.changes = 0;
    await build();
    const changes = fate.changes;
    const wanted = whole();
    expect(changes).toBeGreaterThan(12);
    for (let death = 0; death < changes; death += 1) {
      rmSync(at('束'), { recursive: true });
      mkdirSync(at('束'));
      for (const [name, words] of Object.entries(first)) writeFileSync(at('束', name), words);
      fate.left = death;
      await build().catch(() => 0);
      fate.left = Number.POSITIVE_INFINITY;
      // No source is half there, whatever has come into its place.
      for (const name of files().filter((one) => one.endsWith('.md')))
        expect([first[name], wanted[name]]).toContain(text(name));
      await build();
      expect([death, whole()]).toEqual([death, wanted]);
    }
  });
});

describe('questions', () => {
  it('stand_in_the_index_with_the_places_that_answer_them', async () => {
    writeFileSync(
      at('質問.csv'),
      'question,document,address\n会費はいつまでに払うか,会費規程,第2条\n社宅の家賃はいくらか,,\n会費はいくらか,会費規程,第9条\n',
    );
    expect(await build({ questions: at('質問.csv') })).toBe(1);
    expect(text('索引.md')).toContain('- 会費はいつまでに払うか：会費規程 第2条\n');
    expect(text('索引.md')).toContain('- 社宅の家賃はいくらか：規定なし\n');
    expect(said).toContain('[corpus.question-address]');
    expect(said).toMatch(/質問 2 件\n番地つきの本文（番地まで一致）：recall@1 /);
  });
});

describe('a file that cannot be read', () => {
  it('is_named_by_the_report_the_index_and_the_check_and_the_rest_is_built', async () => {
    put('見積.docx', 'これは Word ではない');
    expect(await build()).toBe(1);
    expect(text('報告.csv')).toContain('見積.docx,,直す,corpus.read.damaged');
    expect(text('索引.md')).toContain('- `見積.docx`：');
    expect(JSON.parse(text('manifest.json')).sources).toHaveLength(3);
    expect(corpusCheckCommand({ bundle: at('束') })).toBe(1);
    rmSync(at('元', '見積.docx'));
    expect(await build()).toBe(0);
    expect(corpusCheckCommand({ bundle: at('束') })).toBe(0);
  });
});
