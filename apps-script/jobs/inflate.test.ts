/** The unpacker against Node's packer: every kind of block, every size, Japanese text. */
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, pack } from '../../scripts/build/pack.ts';
import { decodeUtf8 } from '../../shared/bytes/utf8.ts';
import { fromDigits, inflate } from './inflate.ts';

const packers = [
  { name: 'dynamic codes', options: { level: 9 } },
  { name: 'fixed codes', options: { level: 9, strategy: constants.Z_FIXED } },
  { name: 'stored', options: { level: 0 } },
];

describe('inflate', () => {
  it.each(packers)('inflate, $name: gives back what was packed', ({ options }) => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(40), (text, times) => {
        const bytes = Buffer.from(text.repeat(times));
        const unpacked = inflate(new Uint8Array(deflateRawSync(bytes, options)), bytes.length);
        expect(Buffer.from(unpacked).equals(bytes)).toBe(true);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('inflate__long_stored_data__crosses_blocks', () => {
    const bytes = Buffer.from('商工会議所'.repeat(20_000));
    const packed = new Uint8Array(deflateRawSync(bytes, { level: 0 }));
    expect(Buffer.from(inflate(packed, bytes.length)).equals(bytes)).toBe(true);
  });

  it('inflate__cut_short__throws', () => {
    const packed = new Uint8Array(deflateRawSync(Buffer.from('商工会議所'.repeat(50)), { level: 9 }));
    expect(() => inflate(packed.subarray(0, packed.length - 3), 750)).toThrow();
  });
});

describe('fromDigits', () => {
  it('fromDigits__any_bytes__round_trip_with_at_most_a_zero_more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = digitsOf(bytes);
        expect(text).toMatch(/^[ !#-&(-[\]-_a-~]*$/);
        const read = fromDigits(text);
        expect(Array.from(read.subarray(0, bytes.length))).toEqual(Array.from(bytes));
        expect(
          Array.from(read.subarray(bytes.length)).filter((byte, index) => byte !== 0 || index > 0),
        ).toEqual([]);
      }),
      { seed: 1 },
    );
  });

  it('fromDigits__what_the_build_packs__unpacks_to_the_same_text', () => {
    const text = '{"title":"商工会議所 入会申込書 𠮷"}'.repeat(30);
    const { bytes, packed } = pack(text);
    expect(decodeUtf8(inflate(fromDigits(packed), bytes)).text).toBe(text);
  });
});
