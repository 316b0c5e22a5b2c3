/** UTF-8 without the platform's help: strict decoding that says where the bytes are wrong, and encoding. */

import type { ByteBuffer } from './buffer.ts';
import { textOfUnits } from './units.ts';
import type { Decoded, InvalidBytes } from './windows31j.ts';

/**
 * Length of the well-formed sequence at `at` (1–4), or minus the length of the ill-formed one, cut as
 * https://www.unicode.org/versions/latest/core-spec/chapter-3/ (table 3-7, "maximal subparts") asks.
 */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  if (first < 0x80) return 1;
  if (first < 0xc2 || first > 0xf4) return -1;
  const second = at + 1 < bytes.length ? (bytes[at + 1] as number) : 0;
  let low = 0x80;
  let high = 0xbf;
  if (first === 0xe0) low = 0xa0;
  else if (first === 0xed) high = 0x9f;
  else if (first === 0xf0) low = 0x90;
  else if (first === 0xf4) high = 0x8f;
  if (second < low || second > high) return -1;
  if (first < 0xe0) return 2;
  const third = at + 2 < bytes.length ? (bytes[at + 2] as number) : 0;
  if ((third & 0xc0) !== 0x80) return -2;
  if (first < 0xf0) return 3;
  const fourth = at + 3 < bytes.length ? (bytes[at + 3] as number) : 0;
  return (fourth & 0xc0) === 0x80 ? 4 : -3;
}

/** Offset of the first byte that is not UTF-8, or −1; `from` is where to begin. Nothing is allocated. */
export function findInvalidUtf8(bytes: Uint8Array, from = 0): number {
  let at = from;
  while (at < bytes.length) {
    if ((bytes[at] as number) < 0x80) {
      at++;
      continue;
    }
    const size = sequenceAt(bytes, at);
    if (size < 0) return at;
    at += size;
  }
  return -1;
}

/**
 * Decodes UTF-8 strictly (no overlong forms, no surrogates, nothing above U+10FFFF). A byte order mark is
 * decoded like any character. Never throws; `limit` bounds only the list of invalid sequences.
 */
export function decodeUtf8(bytes: Uint8Array, from = 0, limit = 100): Decoded {
  const units = new Uint16Array(Math.max(0, bytes.length - from));
  let count = 0;
  const invalid: InvalidBytes[] = [];
  let invalidCount = 0;
  let at = from;
  while (at < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      units[count++] = first;
      at++;
      continue;
    }
    const size = sequenceAt(bytes, at);
    if (size === 3) {
      const low = (((bytes[at + 1] ?? 0) & 0x3f) << 6) | ((bytes[at + 2] ?? 0) & 0x3f);
      units[count++] = ((first & 0x0f) << 12) | low;
      at += 3;
    } else if (size === 2) {
      units[count++] = ((first & 0x1f) << 6) | ((bytes[at + 1] ?? 0) & 0x3f);
      at += 2;
    } else if (size === 4) {
      const high = ((first & 0x07) << 18) | (((bytes[at + 1] ?? 0) & 0x3f) << 12);
      const point = high | (((bytes[at + 2] ?? 0) & 0x3f) << 6) | ((bytes[at + 3] ?? 0) & 0x3f);
      units[count++] = 0xd7c0 + (point >> 10);
      units[count++] = 0xdc00 + (point & 0x3ff);
      at += 4;
    } else {
      if (invalid.length < limit) invalid.push({ offset: at, length: -size });
      invalidCount++;
      units[count++] = 0xfffd;
      at -= size;
    }
  }
  return { text: textOfUnits(units, count), invalid, invalidCount };
}

/** Encodes as UTF-8. A lone surrogate, which UTF-8 cannot hold, becomes U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  return bytes.slice(0, encodeInto(text, bytes, 0));
}

/** Appends a text to a buffer, as `encodeUtf8` would write it. */
export function appendUtf8(buffer: ByteBuffer, text: string): void {
  buffer.length = encodeInto(text, buffer.reserve(text.length * 3), buffer.length);
}

/** Encodes into `bytes` from `at` on, where there is room for three bytes a unit; returns the place behind it. */
function encodeInto(text: string, bytes: Uint8Array, from: number): number {
  let at = from;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      bytes[at++] = unit;
      continue;
    }
    const codePoint = unit < 0xd800 || unit > 0xdfff ? unit : (text.codePointAt(i) ?? unit);
    if (codePoint > 0xffff) i++;
    at = putUtf8(bytes, at, codePoint);
  }
  return at;
}

/** Writes one code point at `at`, a lone surrogate as U+FFFD; returns the place behind it. */
export function putUtf8(bytes: Uint8Array, at: number, given: number): number {
  const codePoint = given >= 0xd800 && given <= 0xdfff ? 0xfffd : given;
  if (codePoint < 0x80) {
    bytes[at] = codePoint;
    return at + 1;
  }
  if (codePoint < 0x800) {
    bytes[at] = 0xc0 | (codePoint >> 6);
    bytes[at + 1] = 0x80 | (codePoint & 0x3f);
    return at + 2;
  }
  if (codePoint < 0x10000) {
    bytes[at] = 0xe0 | (codePoint >> 12);
    bytes[at + 1] = 0x80 | ((codePoint >> 6) & 0x3f);
    bytes[at + 2] = 0x80 | (codePoint & 0x3f);
    return at + 3;
  }
  bytes[at] = 0xf0 | (codePoint >> 18);
  bytes[at + 1] = 0x80 | ((codePoint >> 12) & 0x3f);
  bytes[at + 2] = 0x80 | ((codePoint >> 6) & 0x3f);
  bytes[at + 3] = 0x80 | (codePoint & 0x3f);
  return at + 4;
}
