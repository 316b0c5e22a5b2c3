import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { dataFile } from '../../scripts/data/windows31j.ts';
import {
  decodeWindows31j,
  encodeWindows31j,
  foldForWindows31j,
  isUserDefined,
  isWindows31j,
  windows31jFolds,
} from './windows31j.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();
const name = (c: number): string => `U+${c.toString(16).toUpperCase().padStart(4, '0')}`;

/** Characters in which an oracle is known to differ from us, by oracle; columns by header, remarks for people. */
const known = new Map<string, Set<number>>();
const [, ...rows] = readFileSync(new URL('./windows31j-oracles.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
for (const row of rows) {
  const [from = '', to = '', oracle = ''] = row.split(',');
  const set = known.get(oracle) ?? new Set<number>();
  for (let c = Number.parseInt(from.slice(2), 16); c <= Number.parseInt(to.slice(2), 16); c++) set.add(c);
  known.set(oracle, set);
}

/** Every code with the character that the platform's decoder reads in it; ICU swaps 1A, 1C and 7F, so ASCII is left out. */
function platformCharacters(): Map<number, Set<string>> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const found = new Map<number, Set<string>>();
  const add = (...bytes: number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (text.length !== 1) return;
      const c = text.charCodeAt(0);
      found.set(c, (found.get(c) ?? new Set()).add(hex(Uint8Array.from(bytes))));
    } catch {
      return;
    }
  };
  for (let b = 0xa1; b <= 0xdf; b++) add(b);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
  }
  return found;
}

describe('encodeWindows31j', () => {
  const cases: [string, string, string][] = [
    ['髙', 'FBFC', 'IBM拡張で書き、NEC選定のEEE0では書かない'],
    ['﨑', 'FAB1', 'IBM拡張'],
    ['①', '8740', 'NEC特殊文字'],
    ['㈱', '878A', 'NEC特殊文字（FA58ではない）'],
    ['ⅰ', 'FA40', 'IBM拡張（EEEFではない）'],
    ['Ⅰ', '8754', 'NEC特殊文字（FA4Aではない）'],
    ['￢', '81CA', 'JIS（FA54、EEF9ではない）'],
    ['∵', '81E6', 'JIS（879A、FA5Bではない）'],
    ['ｱ', 'B1', '半角カナは1バイト'],
    ['～', '8160', 'Windowsの波ダッシュ'],
    ['\\~', '5C7E', 'ASCIIはそのまま'],
    ['表ソ能', '955C835C945C', '2バイト目が5C'],
    ['\u0000\t\r\n', '00090D0A', '制御文字'],
    ['德瀨濵栁昻桒', 'FAB8FB54FAE0FAEAFAD2FAE6', '人名・地名'],
  ];
  it.each(cases)('%s is %s (%s)', (text, bytes) => {
    // The last case is computed by the oracle, so that the table of the test holds no typed mistake.
    const expected = text.length > 5 ? hex(iconv.encode(text, 'CP932')) : bytes;
    const encoded = encodeWindows31j(text);
    expect(encoded.unmappable).toEqual([]);
    expect(hex(encoded.bytes)).toBe(expected);
  });

  it('agrees with iconv-lite on every character of the BMP but those listed', () => {
    const listed = known.get('iconv-lite') ?? new Set();
    const wrong: string[] = [];
    let written = 0;
    for (let c = 0; c < 0x10000; c++) {
      const text = String.fromCharCode(c);
      const oracle = iconv.encode(text, 'CP932');
      const lacks = oracle.length === 1 && oracle[0] === 0x3f && c !== 0x3f;
      const { bytes, unmappable } = encodeWindows31j(text);
      const reported = unmappable.length === 1 && bytes.length === 0 && unmappable[0]?.codePoint === c;
      if (!reported) written++;
      const agrees = lacks ? reported : !reported && hex(bytes) === hex(oracle);
      if (agrees === listed.has(c)) wrong.push(name(c));
      if (isWindows31j(text) === reported) wrong.push(`isWindows31j ${name(c)}`);
    }
    expect(wrong).toEqual([]);
    expect(written).toBe(128 + 63 + 7326);
  });

  it('writes every character that the platform decodes, by one of its codes, and no other', () => {
    const platform = platformCharacters();
    const listed = known.get('TextDecoder') ?? new Set();
    const wrong: string[] = [];
    for (let c = 0x80; c < 0x10000; c++) {
      const { bytes, unmappable } = encodeWindows31j(String.fromCharCode(c));
      const codes = platform.get(c);
      const agrees = unmappable.length > 0 ? codes === undefined : codes?.has(hex(bytes)) === true;
      if (agrees === listed.has(c)) wrong.push(name(c));
    }
    expect(wrong).toEqual([]);
  });

  it('names place, character and code point of what it cannot write', () => {
    expect(encodeWindows31j('あ𠮷野家\ud842é').unmappable).toEqual([
      { index: 1, character: '𠮷', codePoint: 0x20bb7 },
      { index: 5, character: '\ud842', codePoint: 0xd842 },
      { index: 6, character: 'é', codePoint: 0xe9 },
    ]);
    expect(encodeWindows31j('a\udfb7\ud842').unmappable.map((u) => u.index)).toEqual([1, 2]);
  });
});

describe('decodeWindows31j', () => {
  it('reads every double-byte code as the platform and, but for those listed, iconv-lite read it', () => {
    const decoder = new TextDecoder('shift_jis', { fatal: true });
    const listed = known.get('iconv-lite decode') ?? new Set();
    const wrong: string[] = [];
    let read = 0;
    for (let lead = 0x81; lead <= 0xfc; lead++) {
      if (lead >= 0xa0 && lead < 0xe0) continue;
      for (let trail = 0x40; trail <= 0xfc; trail++) {
        const bytes = Uint8Array.of(lead, trail);
        const ours = decodeWindows31j(bytes);
        let platform: string | null = null;
        try {
          platform = decoder.decode(bytes);
        } catch {
          platform = null;
        }
        if (platform === null) {
          if (ours.invalidCount === 0) wrong.push(hex(bytes));
          continue;
        }
        read++;
        if (ours.text !== platform || ours.invalidCount > 0) wrong.push(hex(bytes));
        const agrees = ours.text === iconv.decode(Buffer.from(bytes), 'CP932');
        if (agrees === listed.has(ours.text.charCodeAt(0))) wrong.push(`iconv ${hex(bytes)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(read).toBe(7724 + 1880);
  });

  it('reads a user-defined code as the private character that Windows gives it', () => {
    const { text } = decodeWindows31j(Uint8Array.of(0xf0, 0x40, 0xf9, 0xfc));
    expect(text).toBe('\ue000\ue757');
    expect([isUserDefined(0xe000), isUserDefined(0xe757), isUserDefined(0xe758)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  const broken: [number[], string, [number, number][], string][] = [
    [[0x41, 0x81], 'A\ufffd', [[1, 1]], '2バイト文字の途中で終わる'],
    [[0x81, 0x0a, 0x42], '\ufffd\nB', [[0, 1]], '改行は飲み込まない'],
    [[0x81, 0x22], '\ufffd"', [[0, 1]], '引用符は飲み込まない'],
    [
      [0x80, 0xa0, 0xfd, 0x43],
      '\ufffd\ufffd\ufffdC',
      [
        [0, 1],
        [1, 1],
        [2, 1],
      ],
      '単独の未定義',
    ],
    [[0x85, 0x9f, 0x44], '\ufffdD', [[0, 2]], '2バイトの未定義'],
  ];
  it.each(broken)('%j is broken', (bytes, text, places) => {
    const decoded = decodeWindows31j(Uint8Array.from(bytes));
    expect(decoded.text).toBe(text);
    expect(decoded.invalid.map((i) => [i.offset, i.length])).toEqual(places);
    expect(decoded.invalidCount).toBe(places.length);
  });

  it('bounds the list of invalid sequences, not their count', () => {
    const decoded = decodeWindows31j(new Uint8Array(50).fill(0xff), 3);
    expect([decoded.invalid.length, decoded.invalidCount]).toEqual([3, 50]);
  });

  it('gives back a text longer than one piece', () => {
    const text = '髙橋①ｱab,"\r\n'.repeat(5000);
    expect(decodeWindows31j(encodeWindows31j(text).bytes).text).toBe(text);
  });
});

describe('foldForWindows31j', () => {
  it('folds exactly the seven twins, to characters that Windows-31J has', () => {
    expect(foldForWindows31j('1〜2−3—4‖5¢£¬')).toBe('1～2－3―4∥5￠￡￢');
    for (const [from, to] of Object.entries(windows31jFolds)) {
      expect(isWindows31j(from), from).toBe(false);
      expect(isWindows31j(to), to).toBe(true);
    }
    const untouched = '¥‾‐–é𠮷髙①';
    expect(foldForWindows31j(untouched)).toBe(untouched);
  });
});

describe('the data file', () => {
  it('is what its script makes, within the size that a bundle can carry', () => {
    const stored = readFileSync(new URL('./windows31j-data.ts', import.meta.url), 'utf8');
    expect(stored).toBe(dataFile());
    expect(stored.length).toBeLessThan(25_000);
    expect(/^[\x20-\x7e\n]*$/.test(stored)).toBe(true);
  });
});
