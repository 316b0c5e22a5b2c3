/** Node's native work on bytes, handed to the core where files are large. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { BytesPort } from '../shared/bytes/port.ts';

export const nativeBytes: BytesPort = {
  isUtf8: (bytes, from) => isUtf8(bytes.subarray(from)),
  decodeUtf8(bytes, from) {
    const part = bytes.subarray(from);
    return isUtf8(part) ? Buffer.from(part.buffer, part.byteOffset, part.length).toString('utf8') : null;
  },
  encodeUtf8: (text) => Buffer.from(text, 'utf8'),
  sha256Hex: (bytes) => createHash('sha256').update(bytes).digest('hex'),
};
