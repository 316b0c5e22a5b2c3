/**
 * Makes `shared/record/kinds/jsic-table.ts` from a JSON of the classification: `{major: [{code, name, middle: [codes]}],
 * names: {code: name}}` with every 中 (2 digits), 小 (3) and 細分類 (4). 日本標準産業分類 第14回改定 (令和5年総務省告示第256号,
 * https://www.soumu.go.jp/main_content/000941216.pdf). Run: `npx tsx scripts/data/jsic.ts path/to/jsic14.json`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const source = process.argv[2];
if (source === undefined) throw new Error('Give the path of the classification as JSON.');
const { major, names } = z
  .object({
    major: z.array(z.object({ code: z.string(), name: z.string(), middle: z.array(z.string()) })),
    names: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync(source, 'utf8')));

/** The name every 小分類 that ends in 0 has, but for the exceptions, which are written out. */
const management = '管理、補助的経済活動を行う事業所';
const codes = Object.keys(names).sort();
const details = (minor: string): string =>
  codes
    .filter((code) => code.length === 4 && code.startsWith(minor))
    .map((code) => code.slice(3))
    .join('');
const minorLine = (minor: string): string => {
  const name = names[minor] ?? '';
  return `${minor.slice(2)}${details(minor)}:${name === management ? '' : name}`;
};
const lines: string[] = [];
for (const group of major) {
  lines.push(`${group.code} ${group.name}`);
  for (const middle of group.middle) {
    const minors = codes.filter((code) => code.length === 3 && code.startsWith(middle));
    lines.push(`${middle} ${names[middle] ?? ''}|${minors.map(minorLine).join('|')}`);
  }
}

writeFileSync(
  join(import.meta.dirname, '../../shared/record/kinds/jsic-table.ts'),
  `/** 日本標準産業分類 第14回改定: codes and names; made by scripts/data/jsic.ts, not by hand. */

/** Name of a 小分類 whose name is left out below. */
export const managementName = '${management}';

/**
 * A function, so that the build may put packed text in its place (scripts/build/packed-text.ts).
 * One line a 大分類 (\`E 製造業\`) or 中分類 (\`09 食料品製造業|…\`), each part behind a bar a 小分類: its last digit, the last
 * digits of its 細分類, a colon, its name. Source: 令和5年総務省告示第256号.
 */
export const jsicLines = (): string => \`${lines.join('\n')}\`;
`,
);
