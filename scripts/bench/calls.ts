/** Bench: service calls of collecting and exporting, as the emulator counts them, beside a script that works row by row. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunResult, ScriptRuntime, Workspace } from '../../emulator/api.ts';
import { createRuntime, emulateScript, openWorkspace } from '../../emulator/index.ts';
import type { FormState } from '../../emulator/workspace/model.ts';
import { build } from '../build/build.ts';
import { readProduct } from '../build/products.ts';
import { setupInput, templateId, users } from '../start/chamber.ts';
import { isFresh } from '../start/fresh.ts';
import { answersOf } from '../start/seed.ts';
import type { BenchRow } from './row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const perRowScript = readFileSync(new URL('./per-row.gs', import.meta.url), 'utf8');
const clerk = users[0].email;
const startAt = '2026-11-24T10:00:00+09:00';
const sizes = [10, 100, 1_000, 10_000] as const;

/** Rows of one sheet write, as apps-script/services/workbook.ts has it. */
const writeBatch = 2_000;
/** Sheets that grow with answers (受付, 変更履歴, 送付, _records), each in batches of its own. */
const growingSheets = 4;
/** Asking who may make a call, and its row in 操作記録. */
const logged = 5;
/** Calls of the smallest run, mails left out: bounds that only go down. */
const reached = { collect: 52 + logged, exported: 34 + logged };
/** Calls of one batch: range, format, values. */
const callsOfBatch = 3;
const executionLimit = 6 * 60_000;

/** A sound answer of a sole proprietor by question title; the number makes it another business. */
function soundAnswer(form: FormState, index: number): Record<string, string> {
  const answer: Record<string, string> = {
    組織区分: '個人事業主',
    事業所名: `見本商店${index}`,
    代表者氏名: '見本　太郎',
    郵便番号: '060-0001',
    住所: `見本県見本市中央${index + 1}丁目2番3号`,
    電話番号: `03-${String(3000 + Math.floor(index / 10_000))}-${String(index % 10_000).padStart(4, '0')}`,
    メールアドレス: `owner${index}@example.jp`,
  };
  for (const item of form.items) {
    const only = item.choices[0]?.value;
    if (item.required && only !== undefined) answer[item.title] ??= only;
  }
  return answer;
}

/** Answers put into the form as if they had come in without any trigger. */
function putAnswers(workspace: Workspace, form: FormState, count: number): void {
  for (let index = 0; index < count; index++) {
    workspace.advance(1000);
    const at = workspace.now();
    form.responses.push({
      id: workspace.newId('response'),
      createdAt: at,
      updatedAt: at,
      email: '',
      answers: answersOf(form, soundAnswer(form, index)),
    });
  }
}

/** Approves what is stored without running the job for each: only collecting and exporting are measured. */
function approveAll(workspace: Workspace, bookId: string): void {
  const sheet = workspace.state.spreadsheets[bookId]?.sheets.find((one) => one.name === '_records');
  for (const cells of Object.values(sheet?.cells ?? {})) {
    for (const [column, cell] of Object.entries(cells)) {
      if (cell.t !== 'text' || !cell.v.startsWith('|{')) continue;
      const stored = JSON.parse(cell.v.slice(1)) as { state: Record<string, unknown> };
      const approved = { ...stored, state: { ...stored.state, state: 'approved', version: 2 } };
      cells[Number(column)] = { t: 'text', v: `|${JSON.stringify(approved)}` };
    }
  }
}

interface Measured {
  readonly count: number;
  readonly collect: RunResult;
  readonly preview: RunResult;
  readonly exported: RunResult;
  readonly seconds: number;
}

function rpc(runtime: ScriptRuntime, bookId: string, method: string, input: unknown): RunResult {
  const result = runtime.run({
    fn: 'rpc',
    args: [method, input],
    user: clerk,
    kind: 'rpc',
    activeFile: { id: bookId, type: 'spreadsheet' },
  });
  if (!result.ok) throw new Error(`${method}: ${result.error.message}`);
  const reply = result.value as { ok: boolean };
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(result.value)} ${result.logs.join(' ')}`);
  return result;
}

const resultOf = (result: RunResult): Record<string, unknown> =>
  result.ok ? (result.value as { result: Record<string, unknown> }).result : {};

function readyWorkspace(): { runtime: ScriptRuntime; bookId: string; form: FormState } {
  const workspace = openWorkspace({ clock: 'virtual', startAt, seed: 7 });
  for (const user of users) workspace.addUser(user);
  const runtime = createRuntime(workspace, { ...readProduct(join(root, 'dist')), owner: clerk });
  const bookId = String(script(workspace, 'makeBook', []).value);
  rpc(runtime, bookId, 'setup', setupInput);
  const { formId } = resultOf(rpc(runtime, bookId, 'createForm', { templateId }));
  const form = workspace.state.forms[String(formId)];
  if (form === undefined) throw new Error('no form was made');
  return { runtime, bookId, form };
}

function script(
  workspace: Workspace,
  functionName: string,
  args: readonly unknown[],
): RunResult & { ok: true } {
  const result = emulateScript({
    source: perRowScript,
    fileName: 'per-row.gs',
    functionName,
    args,
    workspace,
  });
  if (!result.ok) throw new Error(`${functionName}: ${result.error.message}`);
  return result;
}

/** Mails take one call each on this platform and are left out: the day's quota is used up before. */
function measure(count: number): Measured {
  const started = performance.now();
  const { runtime, bookId, form } = readyWorkspace();
  const { workspace } = runtime;
  putAnswers(workspace, form, count);
  workspace.state.quotas[clerk] = { since: workspace.now(), used: { mailRecipients: 1_000_000 } };
  const collect = rpc(runtime, bookId, 'collect', {});
  if (resultOf(collect).added !== count) throw new Error(`${count}: ${JSON.stringify(resultOf(collect))}`);
  approveAll(workspace, bookId);
  const profileId = 'toas-provisional';
  const preview = rpc(runtime, bookId, 'exportPreview', { profileId, kind: 'applications' });
  const { hash, rows } = resultOf(preview);
  if (rows !== count) throw new Error(`${count} approved, ${String(rows)} ready for export`);
  const exported = rpc(runtime, bookId, 'exportCsv', { profileId, kind: 'applications', hash });
  return { count, collect, preview, exported, seconds: (performance.now() - started) / 1000 };
}

function perRow(count: number): { readonly collect: number; readonly exported: number } {
  const { runtime, form } = readyWorkspace();
  const { workspace } = runtime;
  putAnswers(workspace, form, count);
  const bookId = String(script(workspace, 'makeBook', []).value);
  const collect = script(workspace, 'collectPerRow', [form.id, bookId]);
  const exported = script(workspace, 'exportPerRow', [bookId]);
  return { collect: collect.calls.total, exported: exported.calls.total };
}

const number = (value: number): string => value.toLocaleString('en-US');

/** Calls that whole batches of rows account for, beyond the one batch of the smallest run. */
function allowance(count: number): number {
  return (Math.ceil(count / writeBatch) - 1) * callsOfBatch * growingSheets;
}

function rowsOf(
  title: string,
  all: readonly Measured[],
  pick: (one: Measured) => RunResult,
  base: number,
): readonly BenchRow[] {
  const first = all[0];
  if (first === undefined) return [];
  const few = pick(first).calls;
  return all.map((one) => {
    const { calls, elapsedMs } = pick(one);
    const most = base + allowance(one.count);
    return {
      name: `${title}：${number(one.count)} 件`,
      value: `${calls.total} 回（読み ${calls.read}、書き ${calls.write}、書いた直後の読み ${calls.readAfterWrite}、仮想の所要 ${(elapsedMs / 1000).toFixed(0)} 秒）`,
      target: `${most} 回以下、6 分以内`,
      ok:
        calls.total <= most &&
        calls.readAfterWrite <= few.readAfterWrite + growingSheets &&
        elapsedMs < executionLimit,
    };
  });
}

export async function run(): Promise<readonly BenchRow[]> {
  if (!isFresh(root)) await build();
  const all = sizes.map(measure);
  const ten = perRow(10);
  const hundred = perRow(100);
  const each = {
    collect: (hundred.collect - ten.collect) / 90,
    exported: (hundred.exported - ten.exported) / 90,
  };
  const last = all[all.length - 1];
  return [
    // One call for a sheet whose rows are used up, and one to look back where a text might be read as a formula.
    ...rowsOf('回答の取込みのサービス呼出し', all, (one) => one.collect, reached.collect + 2 * growingSheets),
    ...rowsOf('CSV出力のサービス呼出し', all, (one) => one.exported, reached.exported),
    {
      name: '一行ずつ書くスクリプト（scripts/bench/per-row.gs）：10 件、100 件',
      value: `取込み ${number(ten.collect)}、${number(hundred.collect)} 回、出力 ${number(ten.exported)}、${number(hundred.exported)} 回。一件につき ${each.collect.toFixed(1)} 回と ${each.exported.toFixed(1)} 回増えるので、10,000 件なら約 ${number(Math.round(each.collect * 10_000))} 回と ${number(Math.round(each.exported * 10_000))} 回`,
      target: '比べるための値',
      ok: true,
    },
    {
      name: '確認メール（上の数に含まない）',
      value:
        '一通につき 1 回。まとめて送る手段が Apps Script にはないため。一日 1,500 宛先を超える分は 送付 で待ち、翌日以降の一時間ごとの実行が送る',
      target: '一通 1 回',
      ok: true,
    },
    {
      name: `エミュレーターで ${number(last?.count ?? 0)} 件を用意、取込み、出力する実時間`,
      value: `${(last?.seconds ?? 0).toFixed(1)} 秒`,
      target: '90 秒以下',
      ok: (last?.seconds ?? Number.POSITIVE_INFINITY) <= 90,
    },
  ];
}
