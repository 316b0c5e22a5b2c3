/** Bench: from `npm start` to the first page, on a fresh copy of the sources (nothing built, nothing seeded), then again. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const target = 10;
const patience = 120_000;

/** What a checkout holds and `npm start` reads; `dist/` and `.workspace/` are left out, so nobody's work is touched. */
const parts = [
  'addon',
  'apps-script',
  // The build holds the scopes against their reasons.
  'docs/ja',
  'emulator',
  'forms-templates',
  'scripts',
  'shared',
  'appsscript.json',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
];

/** A port that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** Seconds from the command to the first good answer; the server is ended afterwards. */
async function secondsToPage(folder: string): Promise<number> {
  const port = await freePort();
  const started = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--port', String(port)], {
    cwd: folder,
    // A group of its own: npm starts a shell, which starts the server.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => {
    complaint += part.toString('utf8');
  });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  try {
    while (!(await answers(`http://127.0.0.1:${port}/`))) {
      if (child.exitCode !== null) throw new Error(`npm start: ${complaint}`);
      if (performance.now() - started > patience) throw new Error(`npm start: no page after ${patience} ms`);
      await wait(50);
    }
    return (performance.now() - started) / 1000;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
}

export async function run(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cci-start-'));
  try {
    for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
    const first = await secondsToPage(folder);
    const second = await secondsToPage(folder);
    return [
      {
        name: 'npm start から最初のページまで（dist/ も練習用データもない最初の回）',
        value: `${first.toFixed(1)} 秒`,
        target: `${target} 秒以下`,
        ok: first <= target,
      },
      {
        name: 'npm start から最初のページまで（二回目）',
        value: `${second.toFixed(1)} 秒`,
        target: `${target} 秒以下`,
        ok: second <= target,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
