/** Node's native work on bytes, handed to the core where files are large. */
import { createHash } from 'node:crypto';
import type { BytesPort } from '../shared/bytes/port.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export const nativeBytes: BytesPort = {
  decodeUtf8(bytes, from) {
    try {
      return strict.decode(bytes.subarray(from));
    } catch {
      return null;
    }
  },
  encodeUtf8: (text) => Buffer.from(text, 'utf8'),
  sha256Hex: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};
