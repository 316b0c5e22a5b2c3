/**
 * Text ↔ bytes for the charsets the emulator knows. Shift_JIS is read by the host's decoder; writing it needs a
 * finished byte array (the live service's own table is 未検証), so encoding to it is refused by name.
 */
import { refuse } from '../../workspace/platform-error.ts';

const UTF8 = /^utf[-_]?8$/i;
const SJIS = /^(shift[-_]?jis|sjis|ms932|cp932|windows-31j)$/i;

function unknown(charset: string): never {
  refuse(`Unsupported character set: ${charset}`);
}

/** Base64 of the encoded text. */
export function encodeText(text: string, charset: string): string {
  if (charset === '' || UTF8.test(charset)) return Buffer.from(text, 'utf8').toString('base64');
  if (/^us-?ascii$/i.test(charset.replace('_', '-'))) {
    return Buffer.from(text.replace(/[^\0-\x7f]/gu, '?'), 'latin1').toString('base64');
  }
  if (/^utf-?16le$/i.test(charset)) return Buffer.from(text, 'utf16le').toString('base64');
  if (SJIS.test(charset)) {
    refuse(
      `文字コード ${charset} への書き出しはエミュレーターにありません。符号化したバイト列を Utilities.newBlob に渡してください。`,
    );
  }
  return unknown(charset);
}

/** Text of base64 bytes. */
export function decodeText(base64: string, charset: string): string {
  const bytes = Buffer.from(base64, 'base64');
  if (charset === '' || UTF8.test(charset)) return bytes.toString('utf8');
  if (SJIS.test(charset)) return new TextDecoder('shift_jis').decode(bytes);
  if (/^us[-_]?ascii$/i.test(charset)) return bytes.toString('latin1').replace(/[^\0-\x7f]/g, '\ufffd');
  if (/^utf-?16le$/i.test(charset)) return bytes.toString('utf16le');
  if (/^euc-?jp$/i.test(charset)) return new TextDecoder('euc-jp').decode(bytes);
  return unknown(charset);
}
