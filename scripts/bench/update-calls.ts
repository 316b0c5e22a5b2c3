/** Bench: service calls of carrying an update out on a form of 60 questions, as the emulator counts them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunResult, ScriptBundle, ScriptRuntime } from '../../emulator/api.ts';
import { createRuntime, emulateScript, openWorkspace } from '../../emulator/index.ts';
import { build } from '../build/build.ts';
import { readProduct } from '../build/products.ts';
import { setupInput, users } from '../start/chamber.ts';
import { isFresh } from '../start/fresh.ts';
import type { BenchRow } from './row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const perRowScript = readFileSync(new URL('./per-row.gs', import.meta.url), 'utf8');
const clerk = users[0].email;
const templateId = 'bench-sixty';
const questions = 60;
/** Calls that an update takes whatever it changes: workbook, form, state, history. */
const constant = 80;

/** A template of 60 questions of which `changed` have another help than in version 1.0.0. */
function templateOf(version: string, changed: number): unknown {
  return {
    schema: 2,
    id: templateId,
    version,
    title: '設問の多いフォーム',
    summary: '計測のための書式です。',
    description: '',
    flow: 'answers',
    settings: {
      collectEmail: false,
      progressBar: false,
      limitOneResponse: false,
      allowEdit: false,
      confirmation: '',
      closedMessage: '',
    },
    sections: [
      {
        key: 'all',
        title: '設問',
        items: Array.from({ length: questions }, (_, at) => ({
          key: `local.q${at}`,
          type: 'short',
          title: `設問 ${at}`,
          help: at < changed ? `改めた説明 ${at}` : `説明 ${at}`,
        })),
      },
    ],
    record: { required: [], requiredAny: [] },
    mails: {},
  };
}

/** The product with one template more. */
function bundleWith(product: ScriptBundle, document: unknown): ScriptBundle {
  const lines = (product.html.Data ?? '').split('\n').map((line) => {
    if (!line.startsWith('ids ')) return line;
    const ids = JSON.parse(line.slice(4)) as { templates: string[]; profiles: string[] };
    return `ids ${JSON.stringify({ ...ids, templates: [...ids.templates, templateId] })}`;
  });
  lines.push(`template.${templateId} ${JSON.stringify({ document, mails: {} })}`);
  return { ...product, html: { ...product.html, Data: lines.join('\n') } };
}

function rpc(
  runtime: ScriptRuntime,
  bookId: string,
  method: string,
  input: unknown,
): { readonly run: RunResult; readonly result: Readonly<Record<string, unknown>> } {
  const activeFile = { id: bookId, type: 'spreadsheet' } as const;
  const run = runtime.run({ fn: 'rpc', args: [method, input], user: clerk, kind: 'rpc', activeFile });
  if (!run.ok) throw new Error(`${method}: ${run.error.message}`);
  const reply = run.value as { ok: boolean; result: Record<string, unknown> };
  if (!reply.ok) throw new Error(`${method}: ${JSON.stringify(reply)} ${run.logs.join(' ')}`);
  return { run, result: reply.result };
}

/** Writes of a run, to forms and sheets. */
function writesOf(run: RunResult): number {
  return Object.values(run.calls.services).reduce((sum, { write }) => sum + write, 0);
}

/** Makes the form at 1.0.0 and updates it to a version that changes so many questions. */
function measure(product: ScriptBundle, changed: number): RunResult {
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-11-24T10:00:00+09:00', seed: 7 });
  for (const user of users) workspace.addUser(user);
  const made = emulateScript({
    source: perRowScript,
    fileName: 'per-row.gs',
    functionName: 'makeBook',
    args: [],
    workspace,
  });
  if (!made.ok) throw new Error(made.error.message);
  const bookId = String(made.value);
  const before = createRuntime(workspace, { ...bundleWith(product, templateOf('1.0.0', 0)), owner: clerk });
  rpc(before, bookId, 'setup', setupInput);
  const { result } = rpc(before, bookId, 'createForm', { templateId });
  const formId = String(result.formId);
  const after = createRuntime(workspace, {
    ...bundleWith(product, templateOf('1.1.0', changed)),
    owner: clerk,
  });
  const { hash } = rpc(after, bookId, 'updatePlan', { formId }).result;
  const { run } = rpc(after, bookId, 'applyUpdate', { formId, hash, decisions: [] });
  return run;
}

export async function run(): Promise<readonly BenchRow[]> {
  if (!isFresh(root)) await build();
  const product: ScriptBundle = { ...readProduct(join(root, 'dist')), owner: clerk };
  const none = measure(product, 0);
  const rows = [10, questions].map((changed): BenchRow => {
    const { calls } = measure(product, changed);
    const limit = 3 * changed + constant;
    return {
      name: `フォームの更新の適用：60 問のうち ${changed} 問が変わる`,
      value: `${calls.total} 回`,
      target: `${limit} 回以下（変わる設問につき 3 回と定数 ${constant}）`,
      ok: calls.total <= limit,
    };
  });
  return [
    ...rows,
    {
      name: 'フォームの更新の適用：何も変わらない（版だけが新しい）',
      value: `フォームへの書込み ${none.calls.services.FormApp?.write ?? 0} 回、全体の書込み ${writesOf(none)} 回`,
      target: 'フォームへの書込み 0 回',
      ok: (none.calls.services.FormApp?.write ?? 0) === 0,
    },
  ];
}
