/**
 * Work on bytes that a platform may do faster than JavaScript can. The core's own ways stand for themselves (Apps
 * Script has nothing faster); Node hands in its native ones. Both must give the same results: a test compares them.
 */
import { sha256Hex } from './sha256.ts';
import { decodeUtf8, encodeUtf8, findInvalidUtf8 } from './utf8.ts';

export interface BytesPort {
  /** Whether all bytes from `from` on are strictly valid UTF-8. */
  isUtf8(bytes: Uint8Array, from: number): boolean;
  /** Text of strictly valid UTF-8 from `from` on, null when any sequence is invalid; a byte order mark is kept. */
  decodeUtf8(bytes: Uint8Array, from: number): string | null;
  encodeUtf8(text: string): Uint8Array;
  /** SHA-256 in lower-case hexadecimal. */
  sha256Hex(bytes: Uint8Array): string;
}

export const pureBytes: BytesPort = {
  isUtf8: (bytes, from) => findInvalidUtf8(bytes, from) < 0,
  decodeUtf8: (bytes, from) => (findInvalidUtf8(bytes, from) < 0 ? decodeUtf8(bytes, from).text : null),
  encodeUtf8,
  sha256Hex,
};
