import { describe, expect, it } from 'vitest';
import { type Issue, UnusableInput } from '../issue/issue.ts';
import { decodeText, placeIn } from './detect.ts';
import { encodeWindows31j } from './windows31j.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const windows = (text: string): Uint8Array => encodeWindows31j(text).bytes;
const join = (...parts: (Uint8Array | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((p) => Array.from(p)));
const utf16 = (text: string): number[] =>
  Array.from(text).flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]);

function refused(bytes: Uint8Array): readonly Issue[] {
  try {
    decodeText(bytes, '回答.csv');
  } catch (error) {
    if (error instanceof UnusableInput) return error.issues;
    throw error;
  }
  throw new Error('was read');
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', utf8('名前,住所\r\n𠮷野\r\n'), 'utf-8', '名前,住所\r\n𠮷野\r\n'],
    ['UTF-8 with a mark', join([0xef, 0xbb, 0xbf], utf8('名前')), 'utf-8-bom', '名前'],
    ['Windows-31J', windows('名前,髙橋①ｱ\r\n'), 'windows-31j', '名前,髙橋①ｱ\r\n'],
    ['half-width kana, not taken for EUC-JP', windows('ｶﾌﾞｼｷｶﾞｲｼｬ'), 'windows-31j', 'ｶﾌﾞｼｷｶﾞｲｼｬ'],
    ['ASCII', utf8('a,b\n1,2\n'), 'utf-8', 'a,b\n1,2\n'],
  ])('reads %s', (_, bytes, encoding, text) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, issues: [] });
  });

  it.each([
    ['nothing', new Uint8Array(0), 'file.empty', {}],
    ['only a mark', join([0xef, 0xbb, 0xbf]), 'file.empty', {}],
    ['only blanks', utf8(' \r\n\u3000\n'), 'file.empty', {}],
    ['an Excel book', join(utf8('PK'), [3, 4, 20, 0, 0]), 'file.spreadsheet', { kind: 'xlsx' }],
    [
      'an old Excel book',
      join([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]),
      'file.spreadsheet',
      { kind: 'xls' },
    ],
    ['a PDF', utf8('%PDF-1.7\n'), 'file.not-text', { kind: 'PDF' }],
    ['UTF-16 with a mark', join([0xff, 0xfe], utf16('名前')), 'file.utf16', { kind: 'UTF-16' }],
    ['UTF-16 without a mark', join(utf16('name,phone\r\n1,2\r\n')), 'file.utf16', { kind: 'UTF-16' }],
    ['a NUL', utf8('名前,b\r\n山\u0000,2\r\n'), 'file.nul', { line: 2, column: 2 }],
    ['a NUL in Windows-31J', windows('名前,b\r\n山田\u0000,2\r\n'), 'file.nul', { line: 2, column: 3 }],
    [
      'random bytes',
      join([0, 1, 2, 3, 0x90, 0, 5, 6, 7, 0, 8, 1, 0, 2]),
      'file.not-text',
      { kind: 'binary' },
    ],
    [
      'UTF-8 with a broken byte',
      join(utf8('名前,住所\n山田太郎,東京'), [0xe9, 0x83], utf8('\n鈴木花子,大阪府\n')),
      'file.encoding',
      { line: 2, column: 8, encoding: 'utf-8', bytes: 'E9 83', count: 1 },
    ],
    [
      'Windows-31J with a broken byte',
      join(windows('名前\r\n山田'), [0xff], windows('太郎\r\n')),
      'file.encoding',
      { line: 2, column: 3, encoding: 'windows-31j', bytes: 'FF', count: 1 },
    ],
    [
      'ISO-2022-JP',
      join(utf8('a,b\n'), [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x1b, 0x28, 0x42]),
      'file.encoding',
      { line: 2, column: 1, encoding: 'iso-2022-jp', bytes: '1B 24', count: 1 },
    ],
  ])('refuses %s', (_, bytes, code, params) => {
    const [first] = refused(bytes);
    expect(first?.code).toBe(code);
    expect(first?.params).toEqual({ file: '回答.csv', ...params });
  });

  it('names each broken line once, and not without end', () => {
    const line = join(utf8('会議所会議所'), [0xff, 0xff], utf8('\n'));
    const issues = refused(join(...Array.from({ length: 30 }, () => line)));
    expect(issues.length).toBeLessThanOrEqual(10);
    expect(issues.slice(0, 3).map((i) => i.params.line)).toEqual([1, 2, 3]);
    expect(issues[0]?.params.count).toBe(60);
  });

  it('warns of characters that mean nothing elsewhere, and of characters already lost', () => {
    const gaiji = decodeText(join(windows('名前\r\n'), [0xf0, 0x40], windows('田\r\n')));
    expect(gaiji.issues).toMatchObject([
      { code: 'file.gaiji', severity: 'warning', params: { line: 2, column: 1, codePoint: 'U+E000' } },
    ]);
    const lost = decodeText(utf8('名前\n山\ufffd\n'));
    expect(lost.issues).toMatchObject([{ code: 'file.replacement', params: { line: 2, column: 2 } }]);
  });
});

it.each([
  ['a\r\nb\rc\nd', 7, { line: 4, column: 1 }],
  ['𠮷x', 2, { line: 1, column: 2 }],
])('placeIn(%j, %i)', (text, index, place) => {
  expect(placeIn(text, index)).toEqual(place);
});
