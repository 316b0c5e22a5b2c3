/** Bench: what a release costs a chamber in service calls, what 515 status messages cost JCCI, and how large JCCI's page is. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunResult, ScriptBundle, ScriptRuntime, WebRequest } from '../../emulator/api.ts';
import { createRuntime, emulateScript, openWorkspace } from '../../emulator/index.ts';
import { addonVersion } from '../../shared/release/addon-version.ts';
import { chamberKey } from '../../shared/release/hmac.ts';
import { linkCode } from '../../shared/release/link.ts';
import { packRelease, readRelease } from '../../shared/release/release.ts';
import { defaultRules } from '../../shared/release/rings.ts';
import { decide, newRollout } from '../../shared/release/rollout.ts';
import { rolloutFile } from '../../shared/release/rollout-file.ts';
import { type Status, statusMessage } from '../../shared/release/status.ts';
import { build } from '../build/build.ts';
import { readProduct } from '../build/products.ts';
import { libraryFolder, templateIds } from '../library.ts';
import { releaseTexts } from '../release/draft.ts';
import { setupInput, users } from '../start/chamber.ts';
import { isFresh } from '../start/fresh.ts';
import type { BenchRow } from './row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const perRowScript = readFileSync(new URL('./per-row.gs', import.meta.url), 'utf8');
const officeScript = readFileSync(new URL('./office.gs', import.meta.url), 'utf8');
const clerk = users[0].email;
const master = 'b7'.repeat(32);
const address = 'https://script.google.com/macros/s/bench/exec';
const template = 'membership-application';
const all = 515;
const day = 86_400_000;

const request = (given: Partial<WebRequest>): WebRequest => ({
  method: 'GET',
  url: address,
  headers: {},
  contentType: 'application/json',
  body: '',
  ...given,
});

/** JCCI's copy of the program, as a web app. */
function officeOf(product: ScriptBundle): ScriptRuntime {
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-11-24T10:00:00+09:00', seed: 11 });
  for (const user of users) workspace.addUser(user);
  const made = emulateScript({
    source: officeScript,
    fileName: 'office.gs',
    functionName: 'make',
    args: [master],
    workspace,
  });
  if (!made.ok) throw new Error(made.error.message);
  const runtime = createRuntime(workspace, { ...product, owner: clerk });
  runtime.deployWebApp('bench');
  return runtime;
}

const code = (at: number): string => `c${at + 1}`;

function message(chamber: string, counter: number, at: number): string {
  const status: Status = {
    schema: 1,
    chamber,
    counter,
    nonce: counter.toString(16).padStart(32, '0'),
    at,
    addon: addonVersion,
    version: '1.1.0',
    release: { version: '1.1.0', outcome: 'applied', error: '' },
    seq: 2,
    deferredUntil: '',
    forms: templateIds().map((id) => ({ template: id, version: '1.0.0', count: 1 })),
    own: 3,
    conflicts: 0,
    waiting: 1,
    health: { ok: 15, warn: 1, bad: 0 },
  };
  return statusMessage(status, chamberKey(master, chamber));
}

/** Every chamber reports within one hour, on the sheet as it stands after the first day. */
function collecting(product: ScriptBundle): BenchRow {
  const runtime = officeOf(product);
  const { workspace } = runtime;
  const send = (at: number, counter: number): RunResult => {
    const body = message(code(at), counter, Math.floor(workspace.now()));
    const { reply, result } = runtime.visitWebApp(request({ method: 'POST', body }));
    if (!reply.body.includes('"ok":true')) throw new Error(reply.body);
    return result;
  };
  for (let at = 0; at < all; at++) send(at, 1);
  workspace.advance(day);
  const results = Array.from({ length: all }, (_, at) => send(at, 2));
  const spent = results.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0) / 1000;
  const longest = Math.max(...results.map(({ elapsedMs }) => elapsedMs)) / 1000;
  const calls = Math.max(...results.map(({ calls: { total } }) => total));
  return {
    name: `日商：${all} 会議所の報告を受け取る（一通 ${calls} 回以下の呼出し、仮想の所要）`,
    value: `合わせて ${spent.toFixed(0)} 秒、いちばん長い一通 ${longest.toFixed(2)} 秒`,
    target: '合わせて 360 秒以下、一通 2 秒以下（鍵を待つ時間の上限）',
    ok: spent <= 360 && longest <= 2,
  };
}

/** A release in which one text of the membership form is required to be another. */
function releaseText(): string {
  const texts = { ...releaseTexts(libraryFolder) };
  const file = `template.${template}`;
  const whole = JSON.parse(texts[file] ?? '') as {
    document: {
      version: string;
      sections: { items: { key?: string; help?: string; ownership?: unknown }[] }[];
    };
  };
  const item = whole.document.sections
    .flatMap(({ items }) => items)
    .find(({ key }) => key === 'antisocialPledge');
  if (item === undefined) throw new Error('no pledge');
  item.help = '2026年12月の改訂の文です。';
  item.ownership = { help: 'mandated' };
  whole.document.version = '99.0.0';
  texts[file] = JSON.stringify(whole);
  return packRelease({ version: '1.1.0', madeAt: 1, notes: ['誓約の文'], leastAddon: addonVersion, texts });
}

/** A chamber with the membership form, connected; its hourly runs before, at, and after a release. */
function chamberRows(product: ScriptBundle): readonly BenchRow[] {
  const workspace = openWorkspace({ clock: 'virtual', startAt: '2026-11-24T10:00:00+09:00', seed: 7 });
  for (const user of users) workspace.addUser(user);
  const source = {
    source: perRowScript,
    fileName: 'per-row.gs',
    functionName: 'makeBook',
    args: [],
    workspace,
  };
  const made = emulateScript(source);
  if (!made.ok) throw new Error(made.error.message);
  const activeFile = { id: String(made.value), type: 'spreadsheet' } as const;
  const runtime = createRuntime(workspace, { ...product, owner: clerk });
  const rpc = (method: string, input: unknown): void => {
    const run = runtime.run({ fn: 'rpc', args: [method, input], user: clerk, kind: 'rpc', activeFile });
    if (!run.ok || (run.value as { ok: boolean }).ok !== true) throw new Error(`${method} failed`);
  };
  rpc('setup', setupInput);
  rpc('createForm', { templateId: template });
  rpc('connectRelease', { code: linkCode(master, code(0), address) });
  const text = releaseText();
  const pointer = readRelease(text).release;
  if (pointer === null) throw new Error('a release that cannot be read');
  const { version, sha256 } = pointer;
  let rollout = newRollout(
    {
      release: { version, sha256, address: `${address}?page=release&version=${version}` },
      back: null,
      rings: [
        { id: 'all', name: '全国', startsAt: 0, chambers: Array.from({ length: all }, (_, at) => code(at)) },
      ],
      rules: defaultRules,
    },
    null,
  );
  workspace.web.set(address, ({ method, url }) => ({
    status: 200,
    contentType: 'application/json',
    body:
      method === 'POST' ? '{"ok":true}' : url.includes('page=release') ? text : rolloutFile(rollout, master),
    ms: 300,
  }));
  const hour = (): RunResult => {
    workspace.advance(3_600_000);
    const run = runtime.run({ fn: 'hourlyCatchUp', user: clerk, kind: 'trigger' });
    if (!run.ok) throw new Error(run.error.message);
    return run;
  };
  hour();
  const quiet = hour();
  rollout = decide(rollout, { kind: 'tick' }, Math.floor(workspace.now())).rollout;
  const taking = hour();
  const after = hour();
  const fetches = (run: RunResult): number => run.calls.services.UrlFetchApp?.total ?? 0;
  const perDay = (taking.elapsedMs + 23 * Math.max(quiet.elapsedMs, after.elapsedMs)) / 60_000;
  const perDayFetches = fetches(taking) + 23 * Math.max(fetches(quiet), fetches(after));
  return [
    {
      name: '会議所：配信を受け取り、必須の訂正を反映し、報告するまでの呼出し（フォーム 1 枚）',
      value: `${taking.calls.total} 回、仮想の所要 ${(taking.elapsedMs / 1000).toFixed(0)} 秒`,
      target: '一回の実行 6 分以内',
      ok: taking.elapsedMs <= 360_000,
    },
    {
      name: '会議所：1 時間ごとの処理（日々の取込みを含む）の呼出し。新しい配信がないとき、受け取ったあと',
      value: `${quiet.calls.total} 回、${after.calls.total} 回。受け取る日の仮想の所要 ${perDay.toFixed(1)} 分、外への通信 ${perDayFetches} 回`,
      target: '一日 90 分以下、20,000 回以下（無償の Google アカウントの上限）',
      ok: perDay <= 90 && perDayFetches <= 20_000,
    },
  ];
}

export async function run(): Promise<readonly BenchRow[]> {
  if (!isFresh(root)) await build();
  const product: ScriptBundle = { ...readProduct(join(root, 'dist')), owner: clerk };
  const size = statSync(join(root, 'dist', 'Console.html')).size / 1000;
  return [
    {
      name: 'dist/Console.html（配布の状況の画面）の大きさ',
      value: `${size.toFixed(1)} kB`,
      target: '300 kB 以下',
      ok: size <= 300,
    },
    collecting(product),
    ...chamberRows(product),
  ];
}
