/** Bench: `convert` of a whole file, against parsing and encoding the same text with the usual libraries. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { nativeBytes } from '../native-bytes.ts';
import { answersCsv } from './answers.ts';
import { convertOnce } from './convert-answers.ts';
import type { BenchRow } from './row.ts';

const seconds = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Rounds of each measurement; the median of them is judged. */
const rounds = 5;
/** Ten times the rows may take so many times the memory. */
const mostGrowth = 11;

interface Memory {
  /** Resident memory, in bytes, that came with the conversion. */
  readonly grown: number;
  /** The highest of the whole process. */
  readonly peak: number;
}

/** What a fresh process needs that converts the bytes once; the median of three. */
function memoryOf(bytes: Uint8Array): Memory {
  const entry = fileURLToPath(new URL('convert-once.ts', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'convert-bench-'));
  const file = join(folder, 'answers.csv');
  try {
    writeFileSync(file, bytes);
    const found = [1, 2, 3].map((): Memory => {
      const args = ['--expose-gc', '--import', 'tsx', entry, file];
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        encoding: 'utf8',
        timeout: 120_000,
      });
      if (status !== 0) throw new Error(`convert-once.ts: ${stderr}`);
      return JSON.parse(stdout);
    });
    return { grown: median(found.map((m) => m.grown)), peak: median(found.map((m) => m.peak)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function memoryRow(smallBytes: Uint8Array, largeBytes: Uint8Array): BenchRow {
  const small = memoryOf(smallBytes);
  const large = memoryOf(largeBytes);
  const ratio = large.grown / small.grown;
  const mb = (bytes: number) => Math.round(bytes / 1_000_000);
  return {
    name: 'convert のメモリー（常駐の増分。100,000 行 ÷ 10,000 行、別々のプロセス）',
    value: `${ratio.toFixed(1)} 倍（${mb(small.grown)} MB → ${mb(large.grown)} MB、最大で ${mb(large.peak)} MB）`,
    target: '入力に比例（11 倍以下）',
    ok: small.grown > 0 && ratio <= mostGrowth && large.peak < 2_500_000_000,
  };
}

/** Times both ways in turn, so that a slow moment of the machine hits both. */
export async function run(): Promise<readonly BenchRow[]> {
  const small = answersCsv(10_000);
  const large = answersCsv(100_000);
  const smallBytes = new TextEncoder().encode(small);
  const largeBytes = new TextEncoder().encode(large);
  convertOnce(smallBytes);
  Papa.parse(small);
  iconv.encode(small, 'CP932');
  const ours: number[] = [];
  const theirs: number[] = [];
  const decoding: number[] = [];
  const tenth: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // The target counts parsing and encoding alone; decoding, which `convert` does too, is told beside it.
    let text = '';
    const decoded = seconds(() => {
      text = nativeBytes.decodeUtf8(largeBytes, 0) ?? '';
    });
    const parsed = seconds(() => {
      Papa.parse(text);
      iconv.encode(text, 'CP932');
    });
    decoding.push(decoded);
    theirs.push(decoded + parsed);
    ours.push(seconds(() => convertOnce(largeBytes)));
    tenth.push(seconds(() => convertOnce(smallBytes)));
  }
  const ratio = median(ours.map((value, index) => value / (theirs[index] ?? 1)));
  const withoutDecoding = median(
    ours.map((value, index) => value / ((theirs[index] ?? 1) - (decoding[index] ?? 0))),
  );
  const growth = median(ours) / median(tenth);
  const mb = (largeBytes.length / 1_000_000).toFixed(1);
  return [
    {
      name: `convert 100,000 行（${mb} MB）÷（papaparse の読み取り + iconv-lite の CP932）`,
      value: `${withoutDecoding.toFixed(2)} 倍（${median(ours).toFixed(2)} 秒。ファイルの復号も数えた比は ${ratio.toFixed(2)} 倍）`,
      target: '3 倍以下',
      ok: withoutDecoding <= 3,
    },
    {
      name: 'convert 100,000 行 ÷ 10,000 行',
      value: `${growth.toFixed(1)} 倍の時間`,
      target: '11 倍以下',
      ok: growth <= 11,
    },
    memoryRow(smallBytes, largeBytes),
  ];
}
