/** Short texts out of the bytes of a large file: what is never asked for is never made into a text. */
import { textOfUnits } from './units.ts';

/** Texts with fewer units are made by views that are kept. */
const usual = 256;
/** UTF-16 units of the text being made; used again and again, grown when a text is longer. */
let units = new Uint16Array(usual);
/** By length: the first so many units, since making such a view costs more than a short text. */
const views: Uint16Array[] = [];

/** The text of `bytes` from `from` to `to`, which must be valid UTF-8 that begins and ends between characters. */
export function textOfUtf8(bytes: Uint8Array, from: number, to: number): string {
  // No text has more units than bytes.
  if (to - from > units.length) {
    units = new Uint16Array((to - from) * 2);
    views.length = 0;
  }
  const out = units;
  let count = 0;
  let at = from;
  while (at < to) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      out[count++] = first;
      at++;
    } else if (first < 0xe0) {
      out[count++] = ((first & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f);
      at += 2;
    } else if (first < 0xf0) {
      const low = (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
      out[count++] = ((first & 0x0f) << 12) | low;
      at += 3;
    } else {
      const high = ((first & 0x07) << 18) | (((bytes[at + 1] as number) & 0x3f) << 12);
      const point = high | (((bytes[at + 2] as number) & 0x3f) << 6) | ((bytes[at + 3] as number) & 0x3f);
      out[count++] = 0xd7c0 + (point >> 10);
      out[count++] = 0xdc00 + (point & 0x3ff);
      at += 4;
    }
  }
  if (count >= usual) return textOfUnits(out, count);
  while (views.length <= count) views.push(out.subarray(0, views.length));
  return Reflect.apply(String.fromCharCode, null, views[count] as Uint16Array);
}

/** Bytes in UTF-8 of a text without lone surrogates, from unit `from` to `to`. */
export function lengthInUtf8(text: string, from: number, to: number): number {
  let length = 0;
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    // A surrogate is half of four bytes.
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
  }
  return length;
}
