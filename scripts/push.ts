/** `npm run push`: builds and uploads `dist/` with clasp, after checks that say in Japanese what is missing. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build/build.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What stands between us and an upload, in words; '' when nothing does. */
export function obstacle(projectFile: string | null, loggedIn: boolean): string {
  if (projectFile === null) {
    return '.clasp.json がありません。リポジトリの直下で実行してください。';
  }
  let scriptId: unknown;
  try {
    const parsed: unknown = JSON.parse(projectFile);
    scriptId = typeof parsed === 'object' && parsed !== null && 'scriptId' in parsed ? parsed.scriptId : '';
  } catch {
    return '.clasp.json が JSON として読めません。{"scriptId": "…", "rootDir": "dist"} の形に直してください。';
  }
  if (typeof scriptId !== 'string' || scriptId.trim() === '') {
    return [
      '.clasp.json の scriptId が空です。',
      'https://script.google.com で新しいプロジェクトを作り、「プロジェクトの設定」にあるスクリプト ID を書いてください。',
      '開発用と本番用は別のプロジェクトにしてください（本番の HEAD は、公開した版と同じに保ちます）。',
    ].join('\n');
  }
  if (!loggedIn) {
    return [
      'Google にログインしていません。次の 2 つを済ませてください。',
      '1. https://script.google.com/home/usersettings で「Google Apps Script API」をオンにする',
      '2. npx clasp login を実行する',
    ].join('\n');
  }
  return '';
}

/** Runs the checks, builds, uploads. Returns the exit code. */
async function push(): Promise<number> {
  const project = join(root, '.clasp.json');
  const text = existsSync(project) ? readFileSync(project, 'utf8') : null;
  const problem = obstacle(text, existsSync(join(homedir(), '.clasprc.json')));
  if (problem !== '') {
    console.error(problem);
    return 2;
  }
  await build();
  const clasp = join(root, 'node_modules/@google/clasp/build/src/index.js');
  const result = spawnSync(process.execPath, [clasp, 'push', '--force'], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) {
    console.error(
      'アップロードできませんでした。上の表示を確かめ、ログインし直す場合は npx clasp login を実行してください。',
    );
    return 1;
  }
  console.log(
    'アップロードしました。既存のデプロイを「編集」→「新バージョン」で更新してください（「新しいデプロイ」は使わないでください）。',
  );
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await push();
