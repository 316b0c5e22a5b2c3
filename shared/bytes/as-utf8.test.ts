import { describe, expect, it } from 'vitest';
import { asUtf8 } from './as-utf8.ts';
import { decodeText } from './detect.ts';
import { encodeUtf8 } from './utf8.ts';
import { lengthInUtf8, textOfUtf8 } from './utf8-text.ts';
import { encodeWindows31j } from './windows31j.ts';

/** What a reader of a file answers, or the issues it refuses the file with. */
function outcome(read: () => string): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}

const files: readonly (readonly [string, Uint8Array])[] = [
  ['UTF-8', encodeUtf8('a,髙𠮷é\r\n')],
  ['UTF-8 with a mark', encodeUtf8('\ufeffa,髙\r\n')],
  ['UTF-8 with two marks', encodeUtf8('\ufeff\ufeffa,髙\r\n')],
  ['Windows-31J', encodeWindows31j('a,髙①～\r\n').bytes],
  ['nothing', new Uint8Array()],
  ['a mark alone', encodeUtf8('\ufeff')],
  ['blanks alone', encodeUtf8(' \u3000\r\n')],
  ['wide characters alone', encodeUtf8('髙橋')],
  ['ISO-2022-JP', Uint8Array.of(0x61, 0x1b, 0x24, 0x42, 0x30, 0x21)],
  ['an escape that is none', encodeUtf8('a\u001bb')],
  ['a PDF', encodeUtf8('%PDF-1.4 a')],
  ['a NUL', encodeUtf8('a,b\nc\0d')],
  ['invalid behind a mark', Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xff)],
  ['bytes of neither', Uint8Array.of(0x61, 0xff, 0xff)],
];

describe('asUtf8', () => {
  it.each(files)('reads %s as decodeText does', (_, bytes) => {
    const read = outcome(() => {
      const { bytes: utf8, from } = asUtf8(bytes, 'f.csv');
      return textOfUtf8(utf8, from, utf8.length);
    });
    expect(read).toEqual(outcome(() => decodeText(bytes, 'f.csv').text));
  });

  it('hands on the bytes of a file that is UTF-8', () => {
    const bytes = encodeUtf8('\ufeffa,髙');
    expect(asUtf8(bytes)).toEqual({ bytes, from: 3 });
    expect(asUtf8(bytes).bytes).toBe(bytes);
  });
});

describe('textOfUtf8', () => {
  it('makes the text of a part, however long', () => {
    const text = 'aé髙𠮷'.repeat(3000);
    const bytes = encodeUtf8(`<${text}>`);
    expect(textOfUtf8(bytes, 1, bytes.length - 1)).toBe(text);
    expect(textOfUtf8(bytes, 1, 1)).toBe('');
    expect(lengthInUtf8(text, 0, text.length)).toBe(bytes.length - 2);
    expect(lengthInUtf8(text, 1, 2)).toBe(2);
  });
});
