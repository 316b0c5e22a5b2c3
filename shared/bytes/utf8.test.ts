import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, encodeUtf8, findInvalidUtf8 } from './utf8.ts';

const unicode = fc.string({ unit: 'binary', maxLength: 200 });

describe('encodeUtf8', () => {
  it('writes what TextEncoder writes', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        expect(Array.from(encodeUtf8(text))).toEqual(Array.from(new TextEncoder().encode(text)));
      }),
    );
  });

  it('writes a lone surrogate as U+FFFD, as TextEncoder does', () => {
    const text = 'a\ud842b\udfb7\ud842';
    expect(Array.from(encodeUtf8(text))).toEqual(Array.from(new TextEncoder().encode(text)));
  });
});

describe('decodeUtf8', () => {
  it('reads what TextEncoder wrote', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        const decoded = decodeUtf8(new TextEncoder().encode(text));
        expect(decoded.text).toBe(text);
        expect(decoded.invalidCount).toBe(0);
      }),
    );
  });

  it('reads any bytes as TextDecoder reads them, and finds the first wrong one', () => {
    const lead = fc.constantFrom(
      0x41,
      0x80,
      0xbf,
      0xc0,
      0xc2,
      0xe0,
      0xe3,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xa0,
      0x9f,
      0x90,
    );
    fc.assert(
      fc.property(fc.array(lead, { maxLength: 12 }), (array) => {
        const bytes = Uint8Array.from(array);
        const decoded = decodeUtf8(bytes);
        expect(decoded.text).toBe(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
        expect(decoded.invalidCount).toBe(Array.from(decoded.text).filter((c) => c === '\ufffd').length);
        expect(findInvalidUtf8(bytes)).toBe(decoded.invalid[0]?.offset ?? -1);
      }),
      { numRuns: 2000 },
    );
  });
});
