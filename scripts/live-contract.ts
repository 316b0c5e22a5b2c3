/** `npm run live:contract`: pushes the contract suite to a scratch script project with clasp and runs it on the live platform. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleSuite } from './live/bundle-suite.ts';
import { missingForLive, readRun, report } from './live/contract-report.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const folder = join(root, '.workspace', 'live-contract');
const BATCH = 20;

const manifest = {
  timeZone: 'Asia/Tokyo',
  runtimeVersion: 'V8',
  exceptionLogging: 'STACKDRIVER',
  executionApi: { access: 'MYSELF' },
  oauthScopes: [
    'https://www.googleapis.com/auth/spreadsheets',
    'https://www.googleapis.com/auth/forms',
    'https://www.googleapis.com/auth/drive',
    'https://www.googleapis.com/auth/script.scriptapp',
    'https://www.googleapis.com/auth/script.send_mail',
    'https://www.googleapis.com/auth/userinfo.email',
  ],
};

function clasp(...args: string[]): { ok: boolean; text: string; error: string } {
  const result = spawnSync(
    process.execPath,
    [join(root, 'node_modules', '@google', 'clasp', 'build', 'src', 'index.js'), ...args],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return { ok: result.status === 0, text: result.stdout ?? '', error: result.stderr ?? '' };
}

/** Writes what will be pushed; the script id comes from CONTRACT_SCRIPT_ID or from an earlier run. */
function prepare(scriptId: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'Code.js'), bundleSuite());
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: '.' }));
}

/** Exit code: 0 all cases hold, 1 some do not, 2 the run was not possible. */
function main(): number {
  const project = join(folder, '.clasp.json');
  const scriptId = process.env.CONTRACT_SCRIPT_ID ?? storedId(project);
  const missing = missingForLive(existsSync(join(homedir(), '.clasprc.json')), scriptId);
  if (missing !== '') {
    console.error(missing);
    return 2;
  }
  prepare(scriptId);
  const pushed = clasp('push', '--force');
  if (!pushed.ok) {
    console.error(`clasp push に失敗しました。\n${pushed.error || pushed.text}`);
    return 2;
  }
  const results = [];
  for (let next = 0; next >= 0; ) {
    const ran = clasp('run-function', 'contractRun', '--params', JSON.stringify([next, BATCH]));
    const part = ran.ok ? readRun(ran.text) : null;
    if (part === null) {
      console.error(
        [
          'スイートは送りましたが、clasp から関数を実行できませんでした（Apps Script API の実行には、自分の Google Cloud プロジェクトとの紐付けが要ります）。',
          `https://script.google.com/d/${scriptId}/edit を開き、関数 contractLog を選んで「実行」を押すと、結果が実行ログに 1 件 1 行で出ます。`,
          ran.error || ran.text,
        ].join('\n'),
      );
      return 2;
    }
    results.push(...part.results);
    next = part.next;
  }
  writeFileSync(join(folder, 'result.json'), JSON.stringify(results, null, 2));
  console.log(report(results));
  return results.some((result) => result.failure !== '') ? 1 : 0;
}

function storedId(path: string): string {
  if (!existsSync(path)) return '';
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'scriptId' in parsed ? String(parsed.scriptId) : '';
}

process.exitCode = main();
