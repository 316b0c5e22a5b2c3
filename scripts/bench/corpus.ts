/** Bench: regulations built, built again with one document changed, and how often questions find their answer. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildBundle } from '../../shared/corpus/bundle.ts';
import type { SourceDocument } from '../../shared/corpus/model.ts';
import { type Recall, readQuestions, recallDepths, recallOf } from '../../shared/corpus/questions.ts';
import { corpusBuildCommand } from '../cli/corpus-build.ts';
import { filesBelow } from '../cli/corpus-folder.ts';
import { formatOf, readSource } from '../corpus/read/index.ts';
import type { BenchRow } from './row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** An invented rule of so many articles, with references, items, definitions and a table. */
export function inventedRule(name: string, other: string, articles: number): string {
  const lines = [`${name}`, '平成10年4月1日制定'];
  for (let at = 1; at <= articles; at += 1) {
    if (at % 20 === 1) lines.push(`第${(at - 1) / 20 + 1}章　その${at}に関する事項`);
    lines.push(`（見出しその${at}）`);
    lines.push(
      `第${at}条　会員その${at}は、${other}第${(at % 50) + 1}条の規定により、${at % 60}日以内に届書を会頭に提出しなければならない。`,
      `２　前項の届書${at % 20 === 1 ? `（以下「第${(at - 1) / 20 + 1}号届書」という。）` : ''}は、次の各号に掲げる事項を記載し、第${Math.max(1, at - 3)}条から前条までの例による。`,
      '一　氏名又は名称及び住所',
      '二　事業の種類及び従業員の数',
      '三　前二号に掲げるもののほか、会頭が必要と認める事項',
      `３　会頭は、第一項の届書を受け取ったときは、遅滞なく、その写しを常議員会に報告するものとし、${at % 12}月末までに台帳を改める。`,
    );
  }
  lines.push(
    '附　則',
    'この規程は、平成10年4月1日から施行する。',
    '別表第一（第2条関係）',
    '会費　年額二万円',
  );
  return lines.join('\n');
}

/** Puts at least so many bytes of rules into a folder; returns their bytes. */
function fill(folder: string, bytes: number): number {
  let total = 0;
  for (let at = 1; total < bytes; at += 1) {
    const text = inventedRule(`見本第${at}規程`, `見本第${Math.max(1, at - 1)}規程`, 400);
    writeFileSync(join(folder, `規程${at}.txt`), text);
    total += new TextEncoder().encode(text).length;
  }
  return total;
}

/** Seconds of the processor: the work has one thread, and other processes of the machine do not count. */
async function quietly<T>(work: () => Promise<T>): Promise<{ value: T; said: string; seconds: number }> {
  const write = process.stdout.write.bind(process.stdout);
  let said = '';
  process.stdout.write = (words: string | Uint8Array) => {
    said += String(words);
    return true;
  };
  const start = process.cpuUsage();
  try {
    const value = await work();
    const { user, system } = process.cpuUsage(start);
    return { value, said, seconds: (user + system) / 1e6 };
  } finally {
    process.stdout.write = write;
  }
}

async function speed(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cci-bench-'));
  const source = mkdtempSync(join(tmpdir(), 'cci-bench-source-'));
  try {
    const bytes = fill(source, 5_000_000);
    const build = () => corpusBuildCommand({ source, out: folder });
    const first = await quietly(build);
    const names = filesBelow(folder);
    const before = new Map(names.map((name) => [name, statSync(name).mtimeMs]));
    const changed = join(source, '規程3.txt');
    writeFileSync(changed, readFileSync(changed, 'utf8').replace('年額二万円', '年額三万円'));
    const second = await quietly(build);
    const sources = names.filter((name) => /規程(?:-[0-9]+)?\.md$/.test(name));
    const touched = sources.filter((name) => statSync(name).mtimeMs !== before.get(name)).length;
    const read = /読み直した文書 ([0-9]+)（全 ([0-9]+)）/.exec(second.said);
    return [
      {
        name: `規程 ${(bytes / 1e6).toFixed(1)} MB（${sources.length} 件）から束を作る時間（プロセッサーの時間）`,
        value: `${first.seconds.toFixed(1)} 秒`,
        target: '10 秒以下',
        ok: first.seconds <= 10,
      },
      {
        name: '一件だけ変えて、もう一度作る',
        value: `${second.seconds.toFixed(1)} 秒（読み直した文書 ${read?.[1] ?? '?'}／${read?.[2] ?? '?'}、書き直したソース ${touched}）`,
        target: '読み直し 1、書き直し 1',
        ok: read?.[1] === '1' && touched === 1,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(source, { recursive: true, force: true });
  }
}

async function recallIn(folder: string, questionFile: string): Promise<Recall> {
  const documents: SourceDocument[] = [];
  for (const file of filesBelow(folder))
    if (formatOf(file) !== undefined && !file.endsWith('README.md'))
      documents.push(await readSource(file, readFileSync(file)));
  const { documents: built, shelf } = buildBundle(documents);
  const { questions } = readQuestions(readFileSync(questionFile, 'utf8'), questionFile);
  return recallOf(
    questions,
    built.map(({ regulation }) => regulation),
    shelf.books,
    shelf.names,
  );
}

/** recall@1/3/5 of blocks beside plain windows of 800 characters of the same text, with the same index. */
function recallRow(name: string, { asked, blocks, passages, sameVolume, windows }: Recall): BenchRow {
  const depths = recallDepths.filter((depth) => depth <= 5);
  const shown = (shares: readonly number[]) =>
    depths.map((_depth, at) => Math.round((shares[at] ?? 0) * 100)).join('／');
  return {
    name: `質問の答えが上位 ${depths.join('・')} 件に出る割合（${name}、${asked} 問、%）`,
    value: `800 文字ごとの切り分け ${shown(windows)}。番地つき：同じ分量 ${shown(sameVolume)}、条まで一致 ${shown(passages)}、番地まで一致 ${shown(blocks)}`,
    target: '同じ分量で、切り分け以上',
    ok: depths.every((_depth, at) => (sameVolume[at] ?? 0) >= (windows[at] ?? 0)),
  };
}

export async function run(): Promise<readonly BenchRow[]> {
  const law = join(root, 'tests/line/corpus/law');
  const model = join(root, 'tests/model-corpus');
  return [
    ...(await speed()),
    recallRow('商工会議所法。検索の調整に使った質問', await recallIn(law, join(law, 'questions.csv'))),
    recallRow(
      '見本の規程。検索の調整に使った質問',
      await recallIn(join(model, 'source'), join(model, 'questions.csv')),
    ),
    // Written by somebody who had not seen the search: these are the figures to expect of a clerk's questions.
    recallRow(
      '見本の規程。検索を見ていない人が書いた質問',
      await recallIn(join(model, 'source'), join(model, 'questions-heldout.csv')),
    ),
  ];
}
