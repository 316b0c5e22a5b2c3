/** Bench: our Windows-31J encoder beside iconv-lite, on the same text. */
import iconv from 'iconv-lite';
import { encodeWindows31j } from '../../shared/bytes/windows31j.ts';
import { formatTable } from '../../shared/table/format.ts';
import { bestOfBoth } from './best.ts';
import { registerRows } from './register.ts';
import type { BenchRow } from './row.ts';

/** About 20 MB of Windows-31J; 1 = as fast as iconv-lite, below is faster. */
export async function run(): Promise<BenchRow[]> {
  const text = formatTable(registerRows(40_000, 40), { newline: 'crlf', quoting: 'minimal' });
  const bytes = encodeWindows31j(text).bytes;
  if (!iconv.encode(text, 'CP932').equals(bytes)) throw new Error('the encoders disagree');
  const { ours, theirs } = bestOfBoth(
    5,
    () => encodeWindows31j(text),
    () => iconv.encode(text, 'CP932'),
  );
  const ratio = ours / theirs;
  const size = (bytes.length / 1e6).toFixed(1);
  return [
    {
      name: `Windows-31J への変換（${size} MB、iconv-lite との比）`,
      value: `${ratio.toFixed(2)} 倍（${ours.toFixed(0)} ms と ${theirs.toFixed(0)} ms）`,
      target: '1 倍以下',
      ok: ratio <= 1,
    },
  ];
}
