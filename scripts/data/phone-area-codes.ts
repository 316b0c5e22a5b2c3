/**
 * Makes `shared/record/kinds/phone-area-codes.ts`: how long the area code of a Japanese fixed line is, by its first digits.
 * Facts of the numbering plan (電気通信番号計画; https://www.soumu.go.jp/main_sosiki/joho_tsusin/top/tel_number/), found by
 * asking libphonenumber-js/max about every six-digit beginning. Run: `npx tsx scripts/data/phone-area-codes.ts`
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

const beginnings = 100_000;
const lengths = new Uint8Array(beginnings);
const assigned = new Set<string>();

for (let i = 0; i < beginnings; i++) {
  const digits = `0${String(i).padStart(5, '0')}2345`;
  const number = parsePhoneNumberFromString(digits, 'JP');
  const parts = number?.formatNational().split('-') ?? [];
  if (parts.length !== 3 || parts.join('') !== digits || parts[2]?.length !== 4) continue;
  lengths[i] = parts[0]?.length ?? 0;
  if (number?.isValid() && number.getType() === 'FIXED_LINE') assigned.add(digits.slice(0, lengths[i]));
}
// An area code that no valid fixed line has is not one, however the library groups its digits.
for (let i = 0; i < beginnings; i++) {
  if (!assigned.has(`0${String(i).padStart(5, '0')}`.slice(0, lengths[i]))) lengths[i] = 0;
}

/** Last digits by parent, by length: `429` → `0` and `2` for 0429 0… and 0429 2…. */
const found = new Map<number, Map<string, string>>();

function walk(prefix: string): void {
  const first = Number(prefix.padEnd(5, '0'));
  const count = 10 ** (5 - prefix.length);
  const length = lengths[first] ?? 0;
  if (lengths.subarray(first, first + count).every((l) => l === length)) {
    if (length === 0) return;
    const byParent = found.get(length) ?? new Map<string, string>();
    const parent = prefix.slice(0, -1);
    byParent.set(parent, (byParent.get(parent) ?? '') + prefix.slice(-1));
    found.set(length, byParent);
    return;
  }
  for (let digit = 0; digit < 10; digit++) walk(`${prefix}${digit}`);
}
for (let digit = 0; digit < 10; digit++) walk(String(digit));

const lines = [...found]
  .sort(([a], [b]) => a - b)
  .map(([length, byParent]) => {
    const tokens = [...byParent].map(([parent, digits]) => `${parent}:${digits}`).join(' ');
    return `  [${length}, '${tokens}'],`;
  });

writeFileSync(
  join(import.meta.dirname, '../../shared/record/kinds/phone-area-codes.ts'),
  `/** Area codes of Japanese fixed lines, as facts; made by scripts/data/phone-area-codes.ts, not by hand. */

/**
 * Length of the area code with its 0, and the beginnings (without the 0) that have it: \`429:02\` stands for 0429 0… and
 * 0429 2…. A beginning that is not listed belongs to no area code in use. The build keeps it
 * as data (\`scripts/build/data.ts\`).
 */
export function areaCodeRuns(): readonly (readonly [length: number, beginnings: string])[] {
  return [
${lines.map((line) => `  ${line}`).join('\n')}
  ];
}
`,
);
