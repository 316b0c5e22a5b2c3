/** Packs data into text for the bundle: raw DEFLATE, written in the digits that `apps-script/jobs/inflate.ts` reads. */
import { deflateRawSync } from 'node:zlib';

/** Printable ASCII that stands in any kind of quotes as it is: 91 characters, which carry 6.5 bits each (base64: 6). */
const digits = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index))
  .filter((character) => !'"\'`\\'.includes(character))
  .join('');

/** Bytes as text: 13 bits make two of 91 digits, the lower one first; zero bits fill up the last two. */
export function digitsOf(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  const write = (): void => {
    const value = held & 0x1fff;
    text += digits.charAt(value % 91) + digits.charAt(Math.floor(value / 91));
  };
  for (const byte of bytes) {
    held |= byte << bits;
    bits += 8;
    if (bits < 13) continue;
    write();
    held >>>= 13;
    bits -= 13;
  }
  if (bits > 0) write();
  return text;
}

/** A text and the length in bytes that it unpacks to. */
export function pack(text: string): { readonly bytes: number; readonly packed: string } {
  const bytes = Buffer.from(text, 'utf8');
  return { bytes: bytes.length, packed: digitsOf(deflateRawSync(bytes, { level: 9, memLevel: 9 })) };
}
