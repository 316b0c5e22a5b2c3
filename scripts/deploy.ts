/** `npm run deploy`: ticks the list off, then uploads, makes a version and leads the one deployment to it. `--check` only ticks. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build/build.ts';
import { checklist, checklistLines, type ProjectFile } from './deploy/checklist.ts';
import { claspLogin, readRemote } from './deploy/remote.ts';
import { obstacle } from './push.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const text = (path: string): string => readFileSync(join(root, path), 'utf8');

function uncommitted(): readonly string[] {
  const { stdout, status } = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) return ['git の状態を読めません'];
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.slice(3));
}

/** `dist/` as the API names its files. */
const distFiles = (): readonly ProjectFile[] =>
  readdirSync(join(root, 'dist')).map((file) => ({
    name: file.replace(/\.(js|html|json)$/, ''),
    source: text(`dist/${file}`),
  }));

function clasp(...words: readonly string[]): { readonly ok: boolean; readonly out: string } {
  const program = join(root, 'node_modules/@google/clasp/build/src/index.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(stderr);
  return { ok: status === 0, out: stdout };
}

async function deploy(onlyCheck: boolean): Promise<number> {
  const login = claspLogin();
  const problem = obstacle(text('.clasp.json'), login !== null);
  if (problem !== '' || login === null) {
    console.error(problem);
    return 2;
  }
  const { scriptId }: { scriptId: string } = JSON.parse(text('.clasp.json'));
  const { version, cciKit }: { version: string; cciKit?: { deploymentId?: string } } = JSON.parse(
    text('package.json'),
  );
  const deploymentId = cciKit?.deploymentId ?? '';
  await build();
  const list = checklist({
    uncommitted: uncommitted(),
    version,
    changelog: text('CHANGELOG.md'),
    rights: text('docs/ja/権限一覧.md'),
    dist: distFiles(),
    deploymentId,
    ...(await readRemote(login, scriptId, deploymentId)),
  });
  for (const line of checklistLines(list)) console.log(line);
  if (!list.ok) {
    console.error('［未］のところを直してから、もう一度実行してください。何も送っていません。');
    return 1;
  }
  if (onlyCheck) return 0;
  if (!clasp('push', '--force').ok) return 1;
  const made = clasp('create-version', [list.notes, ...list.consents].join('\n'));
  const number = /(\d+)/.exec(made.out)?.[1];
  if (!made.ok || number === undefined) {
    console.error('版を作れませんでした。もう一度実行すると、続きから行います。');
    return 1;
  }
  if (!clasp('update-deployment', deploymentId, '-V', number, '-d', `${version}（版 ${number}）`).ok) {
    console.error('デプロイを更新できませんでした。もう一度実行すると、続きから行います。');
    return 1;
  }
  console.log(`公開しました：版 ${number}、デプロイ ${deploymentId}`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.exitCode = await deploy(process.argv.includes('--check'));
}
