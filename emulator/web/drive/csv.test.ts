import { describe, expect, it } from 'vitest';
import { parseCsv, previewCsv } from './csv.ts';

describe('parseCsv', () => {
  const cases: [string, string, string[][]][] = [
    [
      'quotes and newline inside',
      '"a""b","c\r\nd"\r\ne,f\r\n',
      [
        ['a"b', 'c\r\nd'],
        ['e', 'f'],
      ],
    ],
    ['no newline at the end', 'a,b', [['a', 'b']]],
    ['empty last value', 'a,\n', [['a', '']]],
    ['CR only', 'a\rb\r', [['a'], ['b']]],
    ['nothing', '', []],
    ['only an empty quoted value', '""', [['']]],
  ];
  for (const [note, text, expected] of cases) {
    it(note, () => expect(parseCsv(text)).toEqual(expected));
  }
});

describe('previewCsv', () => {
  it('cp932_bytes__with_ibm_kanji__are_recognised', () => {
    const bytes = Uint8Array.from([0xfb, 0xfc, 0x8b, 0xb4, 0x0d, 0x0a]);
    expect(previewCsv(bytes)).toEqual({ encoding: 'Shift_JIS（CP932）', newline: 'CRLF', rows: [['髙橋']] });
  });
  it('utf8__with_and_without_bom__are_told_apart', () => {
    expect(previewCsv(Buffer.from('\ufeff髙橋\n')).encoding).toBe('UTF-8（BOM付き）');
    expect(previewCsv(Buffer.from('\ufeff髙橋\n')).rows).toEqual([['髙橋']]);
    expect(previewCsv(Buffer.from('髙橋\n')).encoding).toBe('UTF-8');
    expect(previewCsv(Buffer.from('a\n')).encoding).toBe('ASCII');
  });
});
