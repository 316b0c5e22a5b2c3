/** QR codes against another encoder, module by module; the picture against Node's own inflate and CRC. */
import { crc32, inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { qrModules, qrPng } from './qr.ts';

const link =
  'https://docs.google.com/forms/d/e/1FAIpQLSexample/viewform?usp=pp_url&entry.1234567890=1030a3bc';
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
const theirs = (text: string, maskPattern: number) =>
  encode(bytesOf(text), { ecc: 'M', boostEcc: false, border: 0, maskPattern }).data.map((row) =>
    row.map(Number),
  );

/** Texts that fill every version from 1 to 20, and those just beyond. */
const lengths = [
  1, 14, 15, 26, 42, 62, 84, 106, 122, 152, 180, 181, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
];

describe('qrModules', () => {
  it.each(lengths)('%i bytes: as another encoder draws them, every mask', (length) => {
    const text = link.repeat(8).slice(0, length);
    for (let mask = 0; mask < 8; mask++) expect(qrModules(text, mask)).toEqual(theirs(text, mask));
  });

  it('no_mask_given__one_of_the_eight__no_worse_than_the_others', () => {
    const drawn = JSON.stringify(qrModules(link));
    const all = Array.from({ length: 8 }, (_unused, mask) => JSON.stringify(qrModules(link, mask)));
    expect(all).toContain(drawn);
    expect(drawn).toBe(JSON.stringify(theirs(link, -1)));
  });

  it('kanji__as_utf8', () => {
    expect(qrModules('見本商工会議所𠮷', 0)).toEqual(theirs('見本商工会議所𠮷', 0));
  });

  it('longer_than_the_largest_version__refused', () => {
    expect(() => qrModules('a'.repeat(667))).toThrow(RangeError);
  });
});

describe('qrPng', () => {
  const modules = qrModules(link);
  const png = Buffer.from(qrPng(modules, 3));
  const side = (modules.length + 8) * 3;

  it('picture__is_a_png_whose_pixels_are_the_modules_with_a_white_margin', () => {
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    const chunks = new Map<string, Buffer>();
    for (let at = 8; at < png.length; ) {
      const length = png.readUInt32BE(at);
      const body = png.subarray(at + 4, at + 8 + length);
      expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
      chunks.set(body.toString('latin1', 0, 4), body.subarray(4));
      at += 12 + length;
    }
    expect([...chunks.keys()]).toEqual(['IHDR', 'IDAT', 'IEND']);
    expect(chunks.get('IHDR')?.readUInt32BE(0)).toBe(side);
    const lines = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
    const stride = 1 + Math.ceil(side / 8);
    expect(lines).toHaveLength(stride * side);
    const isDark = (x: number, y: number): number =>
      1 - (((lines[y * stride + 1 + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1);
    const read = Array.from({ length: side }, (_row, y) =>
      Array.from({ length: side }, (_cell, x) => isDark(x, y)),
    );
    const wanted = read.map((row, y) =>
      row.map((_cell, x) => modules[Math.floor(y / 3) - 4]?.[Math.floor(x / 3) - 4] ?? 0),
    );
    expect(read).toEqual(wanted);
  });
});
