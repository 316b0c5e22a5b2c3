/** SHA-256 of a file's bytes, for receipts and manifests; the same on every platform. */
import { sha256 } from '@noble/hashes/sha2.js';

/** The SHA-256 of the bytes, in 64 lower-case hexadecimal digits (FIPS 180-4). */
export function sha256Hex(bytes: Uint8Array): string {
  let out = '';
  for (const byte of sha256(bytes)) out += (byte < 16 ? '0' : '') + byte.toString(16);
  return out;
}
