/** From a file's bytes to its text: finds the encoding, and refuses what is no text with a reason and a place. */
import { type Issue, issue, UnusableInput } from '../issue/issue.ts';
import { type BytesPort, pureBytes } from './port.ts';
import { decodeUtf8, findInvalidUtf8 } from './utf8.ts';
import { type Decoded, decodeWindows31j, isUserDefined } from './windows31j.ts';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'windows-31j';

export interface DecodedText {
  /** The text without its byte order mark; newlines as they are. */
  readonly text: string;
  readonly encoding: TextEncoding;
  /**
   * Warnings, one a line concerned, at most ten of each: `file.gaiji` (user-defined characters that mean nothing
   * on another machine), `file.replacement` (U+FFFD: a character lost by an earlier program).
   */
  readonly issues: readonly Issue[];
}

/** First bytes of files that people upload by mistake → issue code and kind. */
const signatures: readonly {
  readonly code: string;
  readonly kind: string;
  readonly bytes: readonly number[];
}[] = [
  { code: 'file.spreadsheet', kind: 'xlsx', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { code: 'file.spreadsheet', kind: 'xlsx', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { code: 'file.spreadsheet', kind: 'xls', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { code: 'file.not-text', kind: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { code: 'file.not-text', kind: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { code: 'file.not-text', kind: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { code: 'file.not-text', kind: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { code: 'file.not-text', kind: 'gzip', bytes: [0x1f, 0x8b, 0x08] },
  { code: 'file.not-text', kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
  { code: 'file.not-text', kind: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { code: 'file.utf16', kind: 'UTF-16', bytes: [0xff, 0xfe] },
  { code: 'file.utf16', kind: 'UTF-16', bytes: [0xfe, 0xff] },
];

const mostIssues = 10;

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return bytes.length >= start.length && start.every((b, i) => bytes[i] === b);
}

type Params = Readonly<Record<string, string | number>>;

function refuse(code: string, params: Params): never {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
}

/** Line and column of a place in a text, both from 1; columns count characters. */
export function placeIn(text: string, index: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = 0; i < index; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: Array.from(text.slice(start, index)).length + 1 };
}

/** A file with NUL bytes: UTF-16 without a mark, a binary file, or a text with a NUL in it. */
function refuseNul(bytes: Uint8Array, file: Params): never {
  const sample = bytes.subarray(0, 4096);
  const nuls = [0, 0];
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i] as number;
    if (byte === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls++;
  }
  const [even = 0, odd = 0] = nuls;
  // ASCII letters in UTF-16 have their zero byte always on the same side.
  if (Math.max(even, odd) * 8 > sample.length && Math.min(even, odd) * 16 < Math.max(even, odd)) {
    refuse('file.utf16', { ...file, kind: 'UTF-16' });
  }
  if (controls * 50 > sample.length) refuse('file.not-text', { ...file, kind: 'binary' });
  const at = bytes.indexOf(0);
  const before = bytes.subarray(0, at);
  const text = findInvalidUtf8(before) < 0 ? decodeUtf8(before).text : decodeWindows31j(before).text;
  refuse('file.nul', { ...file, ...placeIn(text, text.length) });
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => (b < 16 ? '0' : '') + b.toString(16).toUpperCase()).join(' ');
}

/** Bytes that neither encoding can read: named by line, by the encoding that fits better. */
function refuseEncoding(bytes: Uint8Array, from: number, asWindows: Decoded, file: Params): never {
  const asUtf8 = decodeUtf8(bytes, from, mostIssues);
  const isUtf8 = from > 0 || asUtf8.invalidCount <= asWindows.invalidCount;
  const best = isUtf8 ? asUtf8 : asWindows;
  const found: Issue[] = [];
  let lastLine = 0;
  for (const { offset, length } of best.invalid) {
    const before = bytes.subarray(isUtf8 ? from : 0, offset);
    const text = isUtf8 ? decodeUtf8(before).text : decodeWindows31j(before).text;
    const place = placeIn(text, text.length);
    if (place.line === lastLine || found.length >= mostIssues) continue;
    lastLine = place.line;
    found.push(
      issue('file.encoding', 'error', '', {
        params: {
          ...file,
          ...place,
          encoding: isUtf8 ? 'utf-8' : 'windows-31j',
          bytes: hex(bytes.subarray(offset, offset + length)),
          count: best.invalidCount,
        },
      }),
    );
  }
  throw new UnusableInput(found);
}

const suspicious = /[\ue000-\uf8ff\ufffd]/g;

/** Characters that were lost or will be: one warning a line. */
function warnings(text: string, file: Params): Issue[] {
  const found: Issue[] = [];
  if (text.search(suspicious) < 0) return found;
  const lines = text.split(/\r\n|\r|\n/);
  for (let i = 0; i < lines.length && found.length < mostIssues; i++) {
    const line = lines[i] ?? '';
    const at = line.search(suspicious);
    if (at < 0) continue;
    const code = line.charCodeAt(at);
    if (code !== 0xfffd && !isUserDefined(code)) continue;
    const params = {
      ...file,
      line: i + 1,
      column: Array.from(line.slice(0, at)).length + 1,
      codePoint: `U+${code.toString(16).toUpperCase()}`,
    };
    found.push(
      issue(code === 0xfffd ? 'file.replacement' : 'file.gaiji', 'warning', '', { params, value: line }),
    );
  }
  return found;
}

/** Refuses by its bytes alone what is no text: throws the first four that `decodeText` tells of, and `file.not-text`. */
export function refuseNoText(bytes: Uint8Array, fileName: string | undefined): void {
  const file: Params = fileName === undefined ? {} : { file: fileName };
  if (bytes.length === 0) refuse('file.empty', file);
  for (const { code, kind, bytes: start } of signatures) {
    if (startsWith(bytes, start)) refuse(code, { ...file, kind });
  }
  if (bytes.indexOf(0) >= 0) refuseNul(bytes, file);
}

/**
 * Decodes a file: UTF-8 strictly, with or without a byte order mark, else Windows-31J.
 *
 * Throws `UnusableInput` with `file.empty`, `file.spreadsheet`, `file.utf16`, `file.nul` (line, column), `file.not-text`
 * (kind) or `file.encoding` (one issue a line: line, column, bytes, encoding that fits better). Every issue names
 * the file in `file`.
 */
export function decodeText(bytes: Uint8Array, fileName?: string, port: BytesPort = pureBytes): DecodedText {
  const file: Params = fileName === undefined ? {} : { file: fileName };
  refuseNoText(bytes, fileName);
  const hasMark = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const from = hasMark ? 3 : 0;
  let text: string;
  let encoding: TextEncoding;
  const utf8 = port.decodeUtf8(bytes, from);
  if (utf8 !== null) {
    text = utf8;
    encoding = hasMark ? 'utf-8-bom' : 'utf-8';
    const shift = text.search(/\u001b\$[@B]/);
    if (shift >= 0) {
      refuse('file.encoding', {
        ...file,
        ...placeIn(text, shift),
        encoding: 'iso-2022-jp',
        bytes: '1B 24',
        count: 1,
      });
    }
  } else {
    const decoded = decodeWindows31j(bytes, mostIssues);
    if (hasMark || decoded.invalidCount > 0) refuseEncoding(bytes, from, decoded, file);
    text = decoded.text;
    encoding = 'windows-31j';
  }
  if (!/\S/.test(text)) refuse('file.empty', file);
  return { text, encoding, issues: warnings(text, file) };
}
