import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pureBytes } from '../shared/bytes/port.ts';
import { nativeBytes } from './native-bytes.ts';

describe('native and pure bytes agree', () => {
  it('on any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const pure = pureBytes.encodeUtf8(text);
        const native = nativeBytes.encodeUtf8(text);
        expect([...native]).toEqual([...pure]);
        expect(nativeBytes.decodeUtf8(pure, 0)).toBe(pureBytes.decodeUtf8(pure, 0));
        expect(nativeBytes.sha256Hex(pure)).toBe(pureBytes.sha256Hex(pure));
      }),
      { seed: 11 },
    );
  });

  it('on any bytes, valid or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.nat({ max: 3 }), (bytes, from) => {
        expect(nativeBytes.decodeUtf8(bytes, from)).toBe(pureBytes.decodeUtf8(bytes, from));
        expect(nativeBytes.isUtf8(bytes, from)).toBe(pureBytes.isUtf8(bytes, from));
      }),
      { seed: 12, numRuns: 3000 },
    );
  });
});
