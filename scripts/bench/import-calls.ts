/** Bench: service calls of taking a ledger into 台帳, as the emulator counts them, for 1,000 and 10,000 businesses. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunResult, ScriptRuntime } from '../../emulator/api.ts';
import { createRuntime, emulateScript, openWorkspace } from '../../emulator/index.ts';
import { writeProfile } from '../../shared/csv/write.ts';
import { build } from '../build/build.ts';
import { readProduct } from '../build/products.ts';
import { loadCatalogue, loadProfile } from '../library.ts';
import { setupInput, users } from '../start/chamber.ts';
import { isFresh } from '../start/fresh.ts';
import type { BenchRow } from './row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const perRowScript = readFileSync(new URL('./per-row.gs', import.meta.url), 'utf8');
const clerk = users[0].email;
const profileId = 'toas-provisional';
const catalogue = loadCatalogue();
const profile = loadProfile(profileId, catalogue);
const sizes = [1_000, 10_000] as const;

/** Rows of one sheet write, as apps-script/services/workbook.ts has it. */
const writeBatch = 2_000;
/**
 * Calls of one slice: text format and values of the fields and of 取込み, how many rows the sheet has, new rows, and where
 * a text might be read as a formula a look back.
 */
const callsOfSlice = 8;
const executionLimit = 6 * 60_000;

/** A core system's file with every column of the layout. `year` makes the next one: every tenth business has moved. */
function fileOf(count: number, year: number): Uint8Array {
  const rows = Array.from({ length: count }, (_unused, index) => ({
    responseId: '',
    row: index + 1,
    values: {
      businessNumber: String(index).padStart(7, '0'),
      memberNumber: String(index).padStart(7, '0'),
      applicantType: 'corporation',
      name: `株式会社見本商店${index}`,
      nameKana: 'カブシキガイシャミホン',
      representativeName: '見本 太郎',
      postalCode: '0600001',
      address: `見本県見本市中央${index % 10 === 0 ? year : 1}-${index + 1}`,
      phone: `03-${3000 + Math.floor(index / 10_000)}-${String(index % 10_000).padStart(4, '0')}`,
      email: `owner${index}@example.jp`,
      industry: '39',
      businessStartMonth: '2019-04',
      capital: '3000000',
      employees: String(index % 40),
      operatingStatus: 'operating',
    },
  }));
  return writeProfile(profile, catalogue, rows, { substitutes: {}, keepLines: 0 }).bytes;
}

function rpc(
  runtime: ScriptRuntime,
  bookId: string,
  method: string,
  input: unknown,
): { readonly run: RunResult; readonly result: Record<string, unknown> } {
  const activeFile = { id: bookId, type: 'spreadsheet' } as const;
  const run = runtime.run({ fn: 'rpc', args: [method, input], user: clerk, kind: 'rpc', activeFile });
  if (!run.ok) throw new Error(`${method}: ${run.error.message}`);
  const reply = run.value as { ok: boolean; result: Record<string, unknown> };
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)} ${run.logs.join(' ')}`);
  return { run, result: reply.result };
}

interface Measured {
  readonly count: number;
  /** First import, the next year's, and 特商判定. */
  readonly works: readonly { readonly name: string; readonly runs: readonly RunResult[] }[];
  readonly seconds: number;
}

function measure(count: number): Measured {
  const started = performance.now();
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-11-24T10:00:00+09:00', seed: 7 });
  for (const user of users) workspace.addUser(user);
  const runtime = createRuntime(workspace, { ...readProduct(join(root, 'dist')), owner: clerk });
  const script = {
    source: perRowScript,
    fileName: 'per-row.gs',
    functionName: 'makeBook',
    args: [],
    workspace,
  };
  const made = emulateScript(script);
  if (!made.ok) throw new Error(made.error.message);
  const bookId = String(made.value);
  rpc(runtime, bookId, 'setup', setupInput);

  const imported = (year: number): RunResult[] => {
    const base64 = Buffer.from(fileOf(count, year)).toString('base64');
    const { fileId } = rpc(runtime, bookId, 'uploadLedger', { name: `${year}.csv`, base64 }).result;
    const { hash } = rpc(runtime, bookId, 'importPreview', { fileId, profileId }).result;
    const runs: RunResult[] = [];
    for (let finished = false; !finished; ) {
      const { run, result } = rpc(runtime, bookId, 'importLedger', { fileId, profileId, hash });
      runs.push(run);
      finished = result.finished === true;
    }
    return runs;
  };
  return {
    count,
    works: [
      { name: '台帳の取込み（初めて、全件が新しい）', runs: imported(1) },
      { name: '台帳の取込み（翌年、10 件に 1 件が変わる）', runs: imported(2) },
      { name: '特商判定', runs: [rpc(runtime, bookId, 'judgeLedger', {}).run] },
    ],
    seconds: (performance.now() - started) / 1000,
  };
}

const number = (value: number): string => value.toLocaleString('en-US');
const total = (runs: readonly RunResult[]): number => runs.reduce((sum, run) => sum + run.calls.total, 0);

function rowOf(one: Measured, work: Measured['works'][number], few: readonly RunResult[]): BenchRow {
  const { runs } = work;
  const slices = Math.ceil(one.count / writeBatch);
  // Every further run reads the file and the ledger again: as many calls as a whole small import.
  const most = total(few) * runs.length + (slices - 1) * callsOfSlice;
  const longest = Math.max(...runs.map((run) => run.elapsedMs));
  return {
    name: `${work.name}のサービス呼出し：${number(one.count)} 件`,
    value: `${total(runs)} 回（実行 ${runs.length} 回、いちばん長い実行の仮想の所要 ${(longest / 1000).toFixed(0)} 秒）`,
    target: `${most} 回以下（${number(writeBatch)} 行につき ${callsOfSlice} 回と定数）、6 分以内`,
    ok: total(runs) <= most && longest < executionLimit,
  };
}

export async function run(): Promise<readonly BenchRow[]> {
  if (!isFresh(root)) await build();
  const all = sizes.map(measure);
  const small = all[0]?.works ?? [];
  const last = all[all.length - 1];
  return [
    ...small.flatMap((few, index) =>
      all.flatMap((one) => {
        const work = one.works[index];
        return work === undefined ? [] : [rowOf(one, work, few.runs)];
      }),
    ),
    {
      name: `エミュレーターで ${number(last?.count ?? 0)} 件を二度取り込み、判定する実時間`,
      value: `${(last?.seconds ?? 0).toFixed(1)} 秒`,
      target: '90 秒以下',
      ok: (last?.seconds ?? Number.POSITIVE_INFINITY) <= 90,
    },
  ];
}
