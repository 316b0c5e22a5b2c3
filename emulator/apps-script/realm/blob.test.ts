import { describe, expect, it } from 'vitest';
import { base64ToBytes, bytesToBase64 } from './blob.ts';

describe('base64', () => {
  const lengths = [0, 1, 2, 3, 4, 0x2fff, 0x3000, 0x3001, 0x3002, 100_000];
  it.each(lengths)('%i_bytes__there_and_back__as_node_writes_them', (length) => {
    const bytes = Array.from({ length }, (_, i) => ((i * 7919) % 256) - 128);
    const text = Buffer.from(Int8Array.from(bytes)).toString('base64');
    expect(bytesToBase64(bytes) === text).toBe(true);
    const back = base64ToBytes(text);
    expect(back.length).toBe(length);
    expect(back.every((byte, i) => byte === bytes[i])).toBe(true);
  });
  it('web_safe_without_padding_and_with_newlines__is_read', () => {
    expect(base64ToBytes('-_8\n')).toEqual([-5, -1]);
  });
  it.each(['a*b', 'あ', 'a\u0080'])('%j__is_no_base64__throws', (text) => {
    expect(() => base64ToBytes(text)).toThrow(/decode/);
  });
});
