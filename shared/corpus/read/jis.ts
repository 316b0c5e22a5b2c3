/** EUC-JP and ISO-2022-JP as the bytes of Windows-31J: the same rows and cells of JIS X 0208, placed elsewhere. */
import { ByteBuffer } from '../../bytes/buffer.ts';

/** A byte that Windows-31J never reads: stands for what it does not have. */
const unreadable = 0xff;

/** Puts row and cell (1 … 94) as Shift_JIS places them: https://encoding.spec.whatwg.org/#shift_jis-encoder */
function putCell(out: ByteBuffer, row: number, cell: number): void {
  if (row < 1 || row > 94 || cell < 1 || cell > 94) {
    out.push(unreadable);
    return;
  }
  const lead = (row - 1) >> 1;
  out.push(lead + (lead < 31 ? 0x81 : 0xc1));
  const trail = row % 2 === 1 ? cell - 1 : cell + 93;
  out.push(trail + (trail < 63 ? 0x40 : 0x41));
}

/** EUC-JP; characters of JIS X 0212 (three bytes), which Windows-31J lacks, become one unreadable byte. */
export function eucAsWindows31j(bytes: Uint8Array): Uint8Array {
  const out = new ByteBuffer(bytes.length);
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1] ?? 0;
    if (byte < 0x80) out.push(byte);
    else if (byte === 0x8e && next > 0xa0 && next < 0xe0) {
      out.push(next);
      at++;
    } else if (byte === 0x8f && next > 0xa0) {
      out.push(unreadable);
      at += 2;
    } else if (byte > 0xa0 && next > 0xa0) {
      putCell(out, byte - 0xa0, next - 0xa0);
      at++;
    } else out.push(unreadable);
  }
  return out.finish();
}

/** What follows ESC → the set that it calls. */
const escapes: Readonly<Record<string, 'ascii' | 'kana' | 'kanji'>> = {
  '(B': 'ascii',
  '(J': 'ascii',
  '(I': 'kana',
  $B: 'kanji',
  '$@': 'kanji',
};

/** ISO-2022-JP: the JIS of mails. */
export function iso2022AsWindows31j(bytes: Uint8Array): Uint8Array {
  const out = new ByteBuffer(bytes.length);
  let set: 'ascii' | 'kana' | 'kanji' = 'ascii';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const called =
      byte === 0x1b ? escapes[String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0)] : undefined;
    if (called !== undefined) {
      set = called;
      at += 2;
    } else if (byte < 0x21 || set === 'ascii') {
      out.push(byte);
    } else if (set === 'kana') {
      out.push(byte + 0x80);
    } else {
      putCell(out, byte - 0x20, (bytes[at + 1] ?? 0) - 0x20);
      at++;
    }
  }
  return out.finish();
}
