/** Bench: `convert` of a whole file, against parsing and encoding the same text with the usual libraries. */
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { convert } from '../../shared/line/convert.ts';
import { defaultSettings } from '../../shared/settings/settings.ts';
import { loadCatalogue, loadProfile, loadTemplate } from '../library.ts';
import { nativeBytes } from '../native-bytes.ts';
import { answersCsv } from './answers.ts';
import type { BenchRow } from './row.ts';

const catalogue = loadCatalogue();
const template = loadTemplate('membership-application', catalogue);
const profile = loadProfile('toas-provisional', catalogue);

const seconds = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
};
const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

function run1(bytes: Uint8Array): void {
  convert({
    template,
    catalogue,
    profile,
    settings: defaultSettings,
    answers: { file: 'answers.csv', bytes },
    today: '2026-11-24',
    port: nativeBytes,
  });
}

/** Times both ways in turn, so that a slow moment of the machine hits both. */
export async function run(): Promise<readonly BenchRow[]> {
  const small = answersCsv(10_000);
  const large = answersCsv(100_000);
  const smallBytes = new TextEncoder().encode(small);
  const largeBytes = new TextEncoder().encode(large);
  run1(smallBytes);
  Papa.parse(small);
  iconv.encode(small, 'CP932');
  const ours: number[] = [];
  const theirs: number[] = [];
  const decoding: number[] = [];
  const tenth: number[] = [];
  let peak = 0;
  for (let round = 0; round < 3; round++) {
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
    ours.push(seconds(() => run1(largeBytes)));
    peak = Math.max(peak, process.memoryUsage().rss);
    tenth.push(seconds(() => run1(smallBytes)));
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
    {
      name: 'convert 100,000 行の最大メモリー（常駐）',
      value: `${Math.round(peak / 1_000_000)} MB`,
      target: '入力に比例',
      ok: peak < 2_500_000_000,
    },
  ];
}
