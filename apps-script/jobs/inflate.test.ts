/** The unpacker against Node's packer: every kind of block, every size, Japanese text. */
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, inflate } from './inflate.ts';

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

describe('fromBase64', () => {
  it('fromBase64__any_bytes__round_trip', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(Buffer.from(fromBase64(Buffer.from(bytes).toString('base64')))).toEqual(Buffer.from(bytes));
      }),
      { seed: 1 },
    );
  });
});
