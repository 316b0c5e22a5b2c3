/**
 * Writes `shared/bytes/windows31j-data.ts` from Node's own `TextDecoder('shift_jis')`.
 *
 * Run `npx tsx scripts/data/windows31j.ts`; nothing is downloaded. The decoder follows the index `jis0208` of
 * https://encoding.spec.whatwg.org/#shift_jis, which is Windows' code page 932. The unit test of
 * `shared/bytes/windows31j.ts` compares the result with two decoders over every code and the whole BMP.
 *
 * Packing: the characters of all double-byte codes in code order, as one ASCII text (safe in any bundle), in
 * digits of base 90 ('!' … '~' without the quotation marks, the dollar sign and the backslash):
 * - one digit 0…69: a step of −20…49 from the expected character (the one after the previous);
 * - digit 70…84 and one more: a step of −675…674;
 * - digit 85 and two more: that many codes without a character;
 * - digit 86…88 and two more: the character 0x4E00 + 8100 × (digit − 86) + …;
 * - digit 89 and three more: any character.
 */
import { writeFileSync } from 'node:fs';

const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((c) => !['"', '$', "'", '\\'].includes(c))
  .join('');

function digits(value: number, count: number): string {
  let out = '';
  let rest = value;
  for (let i = 0; i < count; i++) {
    out = alphabet.charAt(rest % 90) + out;
    rest = Math.floor(rest / 90);
  }
  return out;
}

const digit = (value: number): string => alphabet.charAt(value);

/** The character of a double-byte code by the platform's decoder, or 0; user-defined codes (F040–F9FC) count as none. */
function characterOf(lead: number, trail: number): number {
  if (lead >= 0xf0 && lead <= 0xf9) return 0;
  try {
    const text = new TextDecoder('shift_jis', { fatal: true }).decode(Uint8Array.of(lead, trail));
    return text.length === 1 ? text.charCodeAt(0) : 0;
  } catch {
    return 0;
  }
}

/** All characters in code order; leads 81–9F and E0–FC, 188 trails each (40–FC without 7F). */
function charactersInOrder(): number[] {
  const found: number[] = [];
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      if (trail !== 0x7f) found.push(characterOf(lead, trail));
    }
  }
  return found;
}

/** Packs the characters as described above. */
export function packed(): string {
  const characters = charactersInOrder();
  let out = '';
  let expected = 0;
  let gap = 0;
  const closeGap = (): void => {
    if (gap > 0) out += digit(85) + digits(gap, 2);
    gap = 0;
  };
  for (const character of characters) {
    if (character === 0) {
      gap++;
      if (gap === 8099) closeGap();
      continue;
    }
    closeGap();
    const step = character - expected;
    if (step >= -20 && step < 50) out += digit(step + 20);
    else if (step >= -675 && step < 675) {
      const s = step + 675;
      out += digit(70 + Math.floor(s / 90)) + digit(s % 90);
    } else if (character >= 0x4e00 && character < 0x4e00 + 24300) {
      const s = character - 0x4e00;
      out += digit(86 + Math.floor(s / 8100)) + digits(s % 8100, 2);
    } else out += digit(89) + digits(character, 3);
    expected = character + 1;
  }
  closeGap();
  return out;
}

/** The source text of the data file. */
export function dataFile(): string {
  const lines = packed().match(/.{1,100}/g) ?? [];
  const body = lines.map((line) => `  '${line}'`).join(' +\n');
  return [
    '/**',
    ' * The double-byte characters of Windows-31J in code order, packed by `scripts/data/windows31j.ts` (which says',
    " * how) from `TextDecoder('shift_jis')`. Made by that script: change it there.",
    ' */',
    'export const packedCharacters = (): string =>',
    `${body};`,
    '',
  ].join('\n');
}

if (process.argv[1]?.endsWith('windows31j.ts')) {
  writeFileSync(new URL('../../shared/bytes/windows31j-data.ts', import.meta.url), dataFile());
}
