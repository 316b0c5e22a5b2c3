/** Base64 against Node's own, and what is none. */
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from './base64.ts';

describe('decodeBase64', () => {
  it('decodes__every_length_and_byte__as_Node_encodes', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = Uint8Array.from({ length }, (_unused, at) => (at * 37 + length * 11) & 0xff);
      const text = Buffer.from(bytes).toString('base64');
      expect(decodeBase64(text)).toEqual(bytes);
      expect(decodeBase64(text.replace(/=+$/, ''))).toEqual(bytes);
    }
    const all = Uint8Array.from({ length: 256 }, (_unused, at) => at);
    expect(decodeBase64(Buffer.from(all).toString('base64'))).toEqual(all);
  });

  it.each([
    ['a lone digit', 'A'],
    ['a lone digit at the end', 'AAAAA'],
    ['padding without need', 'AAA=='],
    ['a space', 'AA A'],
    ['a sign of another alphabet', 'AA-_'],
    ['padding in the middle', 'AA=A'],
    ['a letter beyond ASCII', 'ＡAAA'],
  ])('refuses__%s__null', (_name, text) => {
    expect(decodeBase64(text)).toBeNull();
  });
});
