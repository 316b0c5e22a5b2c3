/** `npm run bench`: runs every bench, prints one table, and keeps it in docs/benchmarks.md with date and machine. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { todayInJapan } from '../today.ts';
import type { BenchRow } from './row.ts';

process.env.TZ = 'Asia/Tokyo';

/** Each bench runs in a fresh process, so that one's garbage is not another's slowness. */
const benches = [
  'encode',
  'table',
  'convert',
  'ledger',
  'updates',
  'survey',
  'corpus',
  'bundle',
  'paint',
  'calls',
  'import-calls',
  'update-calls',
  'release',
  'start',
] as const;

const [first, second] = process.argv.slice(2);
if (first === '--one' && second !== undefined) {
  const { run } = (await import(`./${second}.ts`)) as { run: () => Promise<readonly BenchRow[]> };
  process.stdout.write(JSON.stringify(await run()));
  process.exit(0);
}

const self = fileURLToPath(import.meta.url);
const rows: BenchRow[] = [];
for (const bench of benches) {
  if (first !== undefined && first !== bench) continue;
  process.stderr.write(`… ${bench}\n`);
  const { stdout, status } = spawnSync(process.execPath, ['--import', 'tsx', self, '--one', bench], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) {
    process.stderr.write(`${bench} が途中で止まりました。\n`);
    process.exit(1);
  }
  for (const row of JSON.parse(stdout) as readonly BenchRow[]) {
    rows.push(row);
    process.stdout.write(`${row.ok ? '○' : '×'} ${row.name}：${row.value}（目標 ${row.target}）\n`);
  }
}

const cells = (values: readonly string[]) => `| ${values.join(' | ')} |`;
const table = [
  cells(['測ったもの', '結果', '目標', '']),
  cells(['---', '---', '---', '---']),
  ...rows.map((row) => cells([row.name, row.value, row.target, row.ok ? '達成' : '**未達**'])),
].join('\n');
const machine = `${cpus().length} コア、メモリー ${Math.round(totalmem() / 2 ** 30)} GiB、Node.js ${process.version}`;
const page = `# ベンチマーク

\`npm run bench\` が書き出した表です。比は同じ実行の中で、同じ入力について測っています。秒の値は機械によって変わるので、比を見てください。
515 会議所への配布の実験は [fleet.md](fleet.md) にあります。

測定日：${todayInJapan()}　機械：${machine}

${table}
`;

if (first === undefined)
  writeFileSync(fileURLToPath(new URL('../../docs/benchmarks.md', import.meta.url)), page);
// A figure is for reading, not for stopping a build on a busy machine: the exit code says only that it was measured.
if (rows.some((row) => !row.ok)) process.stderr.write('目標に届かない項目があります。\n');
