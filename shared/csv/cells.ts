/** Puts cells into a byte buffer in the profile's encoding: one pass over the text, no copies for ordinary text. */
import type { ByteBuffer } from '../bytes/buffer.ts';
import { putUtf8 } from '../bytes/utf8.ts';
import { windows31jTable } from '../bytes/windows31j.ts';
import type { Profile } from './profile.ts';

const comma = 0x2c;
const quoteMark = 0x22;

/** Writes the cells of one file. */
export interface CellWriter {
  /**
   * Appends a cell, quoted where the profile or its text asks for it. False, with nothing written, when the text
   * holds something that `fit` has to look at first: a line break, or a character the profile may not write.
   */
  ordinary(text: string): boolean;
  /** Appends a cell whose text has been made to fit. */
  fitted(text: string): void;
  /** True when the profile can write the text; line breaks count as writable. */
  canWrite(text: string): boolean;
  /** Bytes of the text in the profile's encoding, without quotes. The text must be writable. */
  byteLength(text: string): number;
}

/**
 * By UTF-16 unit: 0 for what is not ordinary, else the code to write (Windows-31J) or 1 (UTF-8). Supplementary
 * characters are never ordinary, so that lone surrogates are found.
 */
function ordinaryTable(profile: Profile): Uint16Array {
  const isWindows = profile.encoding === 'windows-31j';
  const table = isWindows ? windows31jTable().slice() : new Uint16Array(0x10000).fill(1);
  if (!isWindows) table.fill(0, 0xd800, 0xe000);
  for (const unit of [0, 10, 13]) table[unit] = 0;
  for (const refused of Object.keys(profile.refused ?? {})) table[refused.charCodeAt(0)] = 0;
  return table;
}

/** Makes the writer of one file. */
export function createCellWriter(profile: Profile, buffer: ByteBuffer): CellWriter {
  const isWindows = profile.encoding === 'windows-31j';
  const quotesAll = profile.quoting === 'all';
  const ordinary = ordinaryTable(profile);
  const codes = windows31jTable();
  const refused = new Set(Object.keys(profile.refused ?? {}));

  const put = (bytes: Uint8Array, at: number, codePoint: number): number => {
    if (!isWindows) return putUtf8(bytes, at, codePoint);
    const code = codes[codePoint] ?? 0;
    if (code < 0x100) {
      bytes[at] = code;
      return at + 1;
    }
    bytes[at] = code >> 8;
    bytes[at + 1] = code;
    return at + 2;
  };

  /** Any writable text, quoted. */
  const quoted = (text: string): void => {
    const bytes = buffer.reserve(text.length * 4 + 2);
    let at = buffer.length;
    bytes[at++] = quoteMark;
    for (let i = 0; i < text.length; i++) {
      const codePoint = text.codePointAt(i) ?? 0;
      if (codePoint > 0xffff) i++;
      if (codePoint === quoteMark) bytes[at++] = quoteMark;
      at = put(bytes, at, codePoint);
    }
    bytes[at++] = quoteMark;
    buffer.length = at;
  };

  /** Ordinary text in Windows-31J; starts anew in quotes when it meets a comma or a quote. */
  const windowsCell = (text: string, inQuotes: boolean): boolean => {
    const { length } = text;
    const bytes = buffer.reserve(length * 2 + 2);
    let at = buffer.length;
    if (inQuotes) bytes[at++] = quoteMark;
    for (let i = 0; i < length; i++) {
      const code = ordinary[text.charCodeAt(i)] as number;
      if (code > 0xff) {
        bytes[at++] = code >> 8;
        bytes[at++] = code;
        continue;
      }
      if (code === 0) return false;
      if (code === comma || code === quoteMark) {
        if (!inQuotes) return windowsCell(text, true);
        if (code === quoteMark) bytes[at++] = quoteMark;
      }
      bytes[at++] = code;
    }
    if (inQuotes) bytes[at++] = quoteMark;
    buffer.length = at;
    return true;
  };

  /** The same in UTF-8. */
  const utf8Cell = (text: string, inQuotes: boolean): boolean => {
    const { length } = text;
    const bytes = buffer.reserve(length * 3 + 2);
    let at = buffer.length;
    if (inQuotes) bytes[at++] = quoteMark;
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i);
      if (ordinary[unit] === 0) return false;
      if (unit >= 0x80) {
        at = putUtf8(bytes, at, unit);
        continue;
      }
      if (unit === comma || unit === quoteMark) {
        if (!inQuotes) return utf8Cell(text, true);
        if (unit === quoteMark) bytes[at++] = quoteMark;
      }
      bytes[at++] = unit;
    }
    if (inQuotes) bytes[at++] = quoteMark;
    buffer.length = at;
    return true;
  };
  const ordinaryCell = isWindows ? windowsCell : utf8Cell;

  const canWrite = (text: string): boolean => {
    for (const character of text) {
      const codePoint = character.codePointAt(0) ?? 0;
      if (codePoint === 0 || refused.has(character)) return false;
      if (isWindows ? (codes[codePoint] ?? 0) === 0 : codePoint >= 0xd800 && codePoint < 0xe000) return false;
    }
    return true;
  };

  return {
    canWrite,
    ordinary: (text) => ordinaryCell(text, quotesAll),
    fitted(text) {
      if (quotesAll || /[",\r\n]/.test(text)) {
        quoted(text);
        return;
      }
      const bytes = buffer.reserve(text.length * 3);
      let at = buffer.length;
      for (let i = 0; i < text.length; i++) {
        const codePoint = text.codePointAt(i) ?? 0;
        if (codePoint > 0xffff) i++;
        at = put(bytes, at, codePoint);
      }
      buffer.length = at;
    },
    byteLength(text) {
      let length = 0;
      for (const character of text) {
        const codePoint = character.codePointAt(0) ?? 0;
        if (isWindows) length += (codes[codePoint] ?? 0) > 0xff ? 2 : 1;
        else length += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      }
      return length;
    },
  };
}
