/**
 * `npm test`: types, lint, unit and line tests, then the browser tests; stops at the first that fails. `--long`
 * (`npm run test:long`): deaths at every single call of the longest jobs, and every view of the add-on in every look.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.env.TZ = 'Asia/Tokyo';
const root = fileURLToPath(new URL('../', import.meta.url));

interface Step {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

const bin = (name: string) => join(root, 'node_modules', '.bin', name);

const isLong = process.argv.includes('--long');
if (isLong) process.env.CCI_LONG = '1';

const browserStep: Step = {
  name: 'ブラウザーの試験',
  command: bin('vitest'),
  args: ['run', '--config', 'vitest.browser.config.ts'],
};

const shortSteps: readonly Step[] = [
  { name: '型の検査', command: bin('tsc'), args: ['-b'] },
  { name: '書き方の検査', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
  { name: '組み立て', command: bin('tsx'), args: ['scripts/build/build.ts'] },
  { name: '試験', command: bin('vitest'), args: ['run'] },
  browserStep,
];

/** Files whose tests try more under `--long`, by parts of their names. */
const longTests = [
  'kill',
  'attendance',
  'jobs-board',
  'forms-terms',
  'office-concurrency',
  'release-office',
  'release-offers',
  'survey-sending',
];

const longSteps: readonly Step[] = [
  { name: '途中で止まる試験', command: bin('vitest'), args: ['run', ...longTests] },
  browserStep,
];

for (const { name, command, args } of isLong ? longSteps : shortSteps) {
  const started = Date.now();
  process.stdout.write(`\n── ${name}\n`);
  const file = existsSync(command) ? command : `${command}.cmd`;
  const { status, error } = spawnSync(file, args, { cwd: root, stdio: 'inherit', env: process.env });
  if (error !== undefined)
    process.stderr.write(
      `${name}を始められませんでした：${error.message}。先に npm ci を実行してください。\n`,
    );
  if (status !== 0) {
    process.stderr.write(`\n${name}で止まりました。\n`);
    process.exit(status ?? 1);
  }
  process.stdout.write(`── ${name}：済み（${((Date.now() - started) / 1000).toFixed(1)} 秒）\n`);
}
