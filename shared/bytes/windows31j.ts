/**
 * Windows-31J (code page 932): our own encoder and decoder, so that every machine writes the bytes that Windows
 * writes (髙 = FB FC, ① = 87 40) and nothing is ever replaced by a question mark.
 *
 * Table: the index of https://encoding.spec.whatwg.org/#shift_jis. Of several codes of one character the first is
 * written, and those of the NEC-selected rows (ED, EE) never. Stricter than that encoder: ¥ U+00A5 and ‾ U+203E
 * (which it turns into a backslash and a tilde), U+0080 and user-defined characters (U+E000 …, which mean nothing
 * on another machine) count as not mappable. They are decoded all the same, so that a reader can show them.
 */

import { textOfUnits } from './units.ts';
import { packedCharacters } from './windows31j-data.ts';

/** A character that Windows-31J does not have. */
export interface UnmappableCharacter {
  /** Where it stands in the text, in UTF-16 units from 0. */
  readonly index: number;
  /** The character; both halves of a surrogate pair, or a lone surrogate. */
  readonly character: string;
  readonly codePoint: number;
}

/** Bytes that no decoder can read. */
export interface InvalidBytes {
  /** Offset of the first byte, from 0. */
  readonly offset: number;
  readonly length: number;
}

export interface Decoded {
  /** The text, U+FFFD in the place of each invalid sequence. */
  readonly text: string;
  /** The first invalid sequences, at most as many as asked for. */
  readonly invalid: readonly InvalidBytes[];
  /** How many there are in all. */
  readonly invalidCount: number;
}

const firstPrivate = 0xe000;

interface Tables {
  /** Bytes by UTF-16 unit: 0 none, below 256 one byte, else two. U+0000 is handled apart. */
  readonly encode: Uint16Array;
  /** UTF-16 unit by double-byte code; 0 none. */
  readonly decode: Uint16Array;
}

let tables: Tables | undefined;

/** The digits of the packed table: '!' … '~' without " $ ' and the backslash. */
function digitValues(): Uint8Array {
  const values = new Uint8Array(128);
  let value = 0;
  for (let c = 33; c < 127; c++) {
    if (c !== 34 && c !== 36 && c !== 39 && c !== 92) values[c] = value++;
  }
  return values;
}

/** Unpacks the characters in code order; the format is told in `scripts/data/windows31j.ts`. */
function unpack(packed: string, each: (ordinal: number, character: number) => void): void {
  const values = digitValues();
  let at = 0;
  let ordinal = 0;
  let expected = 0;
  const next = (): number => values[packed.charCodeAt(at++)] ?? 0;
  while (at < packed.length) {
    const first = next();
    if (first === 85) {
      const hundreds = next();
      ordinal += hundreds * 90 + next();
      continue;
    }
    let character: number;
    if (first < 70) character = expected + first - 20;
    else if (first < 85) character = expected + (first - 70) * 90 + next() - 675;
    else {
      let number = next();
      number = number * 90 + next();
      if (first === 89) character = number * 90 + next();
      else character = 0x4e00 + (first - 86) * 8100 + number;
    }
    each(ordinal++, character);
    expected = character + 1;
  }
}

/** Code of the n-th double-byte place: leads 81–9F and E0–FC, trails 40–FC without 7F. */
function codeOf(ordinal: number): number {
  const row = Math.floor(ordinal / 188);
  const cell = ordinal % 188;
  const lead = row < 31 ? 0x81 + row : 0xc1 + row;
  return (lead << 8) | (cell < 63 ? 0x40 + cell : 0x41 + cell);
}

function build(): Tables {
  const encode = new Uint16Array(0x10000);
  const decode = new Uint16Array(0x10000);
  for (let c = 1; c < 0x80; c++) encode[c] = c;
  for (let c = 0xa1; c <= 0xdf; c++) encode[0xfec0 + c] = c;
  unpack(packedCharacters(), (ordinal, character) => {
    const code = codeOf(ordinal);
    decode[code] = character;
    const isNecSelected = code >= 0xed00 && code < 0xef00;
    if (!isNecSelected && encode[character] === 0) encode[character] = code;
  });
  const firstUserDefined = 0xf0;
  for (let row = 0; row < 10; row++) {
    for (let cell = 0; cell < 188; cell++) {
      const trail = cell < 63 ? 0x40 + cell : 0x41 + cell;
      decode[((firstUserDefined + row) << 8) | trail] = firstPrivate + row * 188 + cell;
    }
  }
  return { encode, decode };
}

function ready(): Tables {
  tables ??= build();
  return tables;
}

/**
 * The encoder's table: bytes by UTF-16 unit, 0 for none (and for U+0000, which is one zero byte), below 256 one
 * byte, else two (high byte first). Built on first use; not to be written to.
 */
export function windows31jTable(): Uint16Array {
  return ready().encode;
}

/**
 * Encodes a text as Windows writes it. Characters that Windows-31J lacks are reported and leave no bytes, so the
 * bytes may be used only where `unmappable` is empty. No folding: see `foldForWindows31j`.
 */
export function encodeWindows31j(text: string): { bytes: Uint8Array; unmappable: UnmappableCharacter[] } {
  const table = ready().encode;
  const length = text.length;
  const bytes = new Uint8Array(length * 2);
  const unmappable: UnmappableCharacter[] = [];
  let at = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    const code = table[unit] as number;
    if (code > 0xff) {
      bytes[at++] = code >> 8;
      bytes[at++] = code;
    } else if (code !== 0 || unit === 0) {
      bytes[at++] = code;
    } else {
      const codePoint = text.codePointAt(i) ?? unit;
      unmappable.push({ index: i, character: String.fromCodePoint(codePoint), codePoint });
      if (codePoint > 0xffff) i++;
    }
  }
  return { bytes: bytes.slice(0, at), unmappable };
}

/** True when Windows-31J has every character of the text. */
export function isWindows31j(text: string): boolean {
  const table = ready().encode;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (table[unit] === 0 && unit !== 0) return false;
  }
  return true;
}

/**
 * Decodes Windows-31J; all codes that Windows reads are read, the user-defined ones as U+E000–U+E757. Never
 * throws; `limit` bounds only the list of invalid sequences.
 */
export function decodeWindows31j(bytes: Uint8Array, limit = 100): Decoded {
  const { decode } = ready();
  const units = new Uint16Array(bytes.length);
  let count = 0;
  const invalid: InvalidBytes[] = [];
  let invalidCount = 0;
  const length = bytes.length;
  let at = 0;
  while (at < length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      units[count++] = first;
      at++;
      continue;
    }
    if (first >= 0xa1 && first <= 0xdf) {
      units[count++] = 0xfec0 + first;
      at++;
      continue;
    }
    const trail = at + 1 < length ? (bytes[at + 1] as number) : 0;
    const character = decode[(first << 8) | trail] as number;
    if (character !== 0) {
      units[count++] = character;
      at += 2;
      continue;
    }
    // A byte that may stand alone is left for the next round: a quote or a newline must not be swallowed.
    const isLead = first > 0x80 && first !== 0xa0 && first < 0xfd;
    const size = isLead && trail >= 0x80 ? 2 : 1;
    if (invalid.length < limit) invalid.push({ offset: at, length: size });
    invalidCount++;
    units[count++] = 0xfffd;
    at += size;
  }
  return { text: textOfUnits(units, count), invalid, invalidCount };
}

/** True for a double-byte code of the user-defined rows (gaiji of one machine). */
export function isUserDefined(codePoint: number): boolean {
  return codePoint >= firstPrivate && codePoint < firstPrivate + 1880;
}

/** The folds that lose nothing: the JIS-side twin of a character, and the one Windows uses in its place. */
export const windows31jFolds: Readonly<Record<string, string>> = {
  '\u301c': '\uff5e',
  '\u2212': '\uff0d',
  '\u2014': '\u2015',
  '\u2016': '\u2225',
  '\u00a2': '\uffe0',
  '\u00a3': '\uffe1',
  '\u00ac': '\uffe2',
};

const foldable = /[\u301c\u2212\u2014\u2016\u00a2\u00a3\u00ac]/;
const everyFoldable = /[\u301c\u2212\u2014\u2016\u00a2\u00a3\u00ac]/g;

/** Replaces 〜 − — ‖ ¢ £ ¬ by the twins that Windows-31J has (～ － ― ∥ ￠ ￡ ￢); the same text when it has none. */
export function foldForWindows31j(text: string): string {
  if (!foldable.test(text)) return text;
  return text.replace(everyFoldable, (c) => windows31jFolds[c] ?? c);
}
