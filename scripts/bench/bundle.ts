/** Bench: size of the bundle, time to load it in a fresh context, size of an installation. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { build } from '../build/build.ts';
import { parts } from '../build/parts.ts';
import type { BenchRow } from './row.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Bytes on disk of a folder, as the file system counts them. */
function diskBytes(folder: string): number {
  return Number(execFileSync('du', ['-sk', folder], { encoding: 'utf8' }).split('\t')[0]) * 1024;
}

/** Packages whose install script would run if scripts were allowed. */
function installScripts(): number {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  return Object.values(lock.packages).filter((entry) => entry.hasInstallScript === true).length;
}

const rounds = 15;

/** Milliseconds that `work` takes. */
function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(measure: (round: number) => number): number {
  const times = Array.from({ length: rounds }, (_, round) => measure(round)).sort((a, b) => a - b);
  return times[Math.floor(rounds / 2)] ?? 0;
}

export async function run(): Promise<readonly BenchRow[]> {
  await build();
  const file = join(root, 'dist', 'Code.js');
  const code = readFileSync(file, 'utf8');
  const script = new vm.Script(code, { filename: 'Code.js' });
  const load = median(() => {
    const context = vm.createContext({});
    return timed(() => script.runInContext(context));
  });
  // A text that was never seen before is parsed anew.
  const cold = median((round) => {
    const context = vm.createContext({});
    const text = `${code}\n// ${process.hrtime.bigint()} ${round}`;
    return timed(() => new vm.Script(text, { filename: 'Cold.js' }).runInContext(context));
  });
  const size = statSync(file).size;
  const partRows = Object.keys(parts).map((name): BenchRow => {
    const html = readFileSync(join(root, 'dist', `Part${name}.html`), 'utf8');
    const text = html.replace(/^<script>\n/, '').replace(/\n<\/script>\s*$/, '');
    const evaluated = median((round) => {
      const context = vm.createContext({ exports: {} });
      const body = `(module, exports, require) => { ${text}\n// ${process.hrtime.bigint()} ${round}\n }`;
      return timed(() => new vm.Script(body, { filename: 'Part.js' }).runInContext(context));
    });
    return {
      name: `部品 Part${name}.html（必要とする実行だけが読む。大きさと、構文解析の時間）`,
      value: `${(html.length / 1000).toFixed(1)} kB、${evaluated.toFixed(1)} ms`,
      target: '比べるための値',
      ok: true,
    };
  });
  const sidebar = statSync(join(root, 'dist', 'Sidebar.html')).size;
  const rows: BenchRow[] = [
    {
      name: 'dist/Code.js の大きさ',
      value: `${(size / 1000).toFixed(1)} kB`,
      target: '250 kB 以下',
      ok: size <= 250_000,
    },
    {
      name: 'Code.js を新しい vm で読み込む時間（構文解析の済んだスクリプト。一回の実行ごとにかかる。中央値）',
      value: `${load.toFixed(1)} ms`,
      target: '15 ms 以下',
      ok: load <= 15,
    },
    {
      name: '同、構文解析から始めた最初の一回（プロセスに一度だけかかる。中央値）',
      value: `${cold.toFixed(1)} ms`,
      target: '15 ms 以下',
      ok: cold <= 15,
    },
    ...partRows,
    {
      name: 'dist/Sidebar.html の大きさ',
      value: `${(sidebar / 1000).toFixed(1)} kB`,
      target: '150 kB 以下',
      ok: sidebar <= 150_000,
    },
  ];
  const modules = join(root, 'node_modules');
  if (existsSync(modules)) {
    const bytes = diskBytes(modules);
    rows.push({
      name: 'npm ci のあとの node_modules',
      value: `${Math.round(bytes / 1_000_000)} MB`,
      target: '500 MB 以下',
      ok: bytes <= 500_000_000,
    });
  }
  const npmrc = readFileSync(join(root, '.npmrc'), 'utf8');
  const off = /^ignore-scripts\s*=\s*true$/m.test(npmrc);
  rows.push({
    name: '導入時に動くスクリプト（持つパッケージの数。.npmrc で止めている）',
    value: `${off ? 0 : installScripts()} 件（${installScripts()} 件）`,
    target: '0 件',
    ok: off,
  });
  return rows;
}
