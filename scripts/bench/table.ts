/** Bench: our CSV reader beside papaparse, with quoted cells, without, and on one very long line. */
import Papa from 'papaparse';
import { formatTable } from '../../shared/table/format.ts';
import { parseDelimited } from '../../shared/table/parse.ts';
import { bestOfBoth } from './best.ts';
import { registerRows } from './register.ts';
import type { BenchRow } from './row.ts';

function comparison(name: string, text: string): BenchRow {
  const { ours, theirs } = bestOfBoth(
    4,
    () => parseDelimited(text),
    () => Papa.parse(text, { delimiter: ',', skipEmptyLines: true }),
  );
  const ratio = ours / theirs;
  const size = (text.length / 1e6).toFixed(1);
  return {
    name: `CSV の読み取り（${name}、${size} M 文字、papaparse との比）`,
    value: `${ratio.toFixed(2)} 倍（${ours.toFixed(0)} ms と ${theirs.toFixed(0)} ms）`,
    target: '1.5 倍以下',
    ok: ratio <= 1.5,
  };
}

/** 100,000 rows of 40 columns; one line of ten million characters, where a reader that searches anew would take minutes. */
export async function run(): Promise<BenchRow[]> {
  const rows = registerRows(100_000, 40);
  const text = formatTable(rows, { newline: 'crlf', quoting: 'minimal' });
  const plain = formatTable(
    rows.map((row) => row.map((cell) => cell.replace(/[,"]/g, ''))),
    { newline: 'crlf', quoting: 'minimal' },
  );
  return [
    comparison('引用符あり', text),
    comparison('引用符なし', plain),
    comparison('一行だけの長い行', `${'"株式会社",'.repeat(1_300_000)}b`),
  ];
}
