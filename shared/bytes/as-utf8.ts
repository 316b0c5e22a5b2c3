/** A file's bytes as UTF-8 without making a text of them, where that can be: a large file is read from its bytes. */
import { decodeText, refuseNoText } from './detect.ts';
import { type BytesPort, pureBytes } from './port.ts';

export interface Utf8 {
  /** Valid UTF-8 from `from` on, without NUL and without the file's byte order mark. */
  readonly bytes: Uint8Array;
  readonly from: number;
}

const escapeSign = 0x1b;

/** True when some byte is a sign of ASCII that is no blank. Found at once in every file that holds anything. */
function saysSomething(bytes: Uint8Array, from: number): boolean {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (byte > 0x20 && byte < 0x7f) return true;
  }
  return false;
}

/** The text that `decodeText` reads, as UTF-8: the file's own bytes where they are that. Throws what it throws. */
export function asUtf8(bytes: Uint8Array, fileName?: string, port: BytesPort = pureBytes): Utf8 {
  refuseNoText(bytes, fileName);
  const from = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  // Whatever is not plainly UTF-8 (an escape may begin ISO-2022-JP) is for the decoder to judge.
  if (saysSomething(bytes, from) && bytes.indexOf(escapeSign) < 0 && port.isUtf8(bytes, from)) {
    return { bytes, from };
  }
  return { bytes: port.encodeUtf8(decodeText(bytes, fileName, port).text), from: 0 };
}
