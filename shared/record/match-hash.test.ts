import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchName, matchPhone, variants } from './match.ts';
import { hashName, hashPhone, hashText } from './match-hash.ts';

const pieces = [
  ...'株式会社有限合同資名一般団法人財公益医療()（）㈱㈲・･.,、。 \u3000\u2003「」\'"&-‐ーｰ髙﨑𠮷吉ガｶﾞカ゛がか\u3099Ａaａé①',
  ...Object.keys(variants),
  ...Object.values(variants),
  '株式会社',
  '(株)',
  '見本',
  '商店',
];
const name = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));

describe('hashName', () => {
  it('is equal for spellings of one name', () => {
    expect(hashName('株式会社髙橋商店')).toBe(hashName('高橋商店（株）'));
    expect(hashName('ｶﾞｰﾃﾞﾝ ABC')).toBe(hashName('ガーデンａｂｃ'));
    expect(hashName('𠮷田')).toBe(hashName('吉田'));
    expect(hashName('見本製作所1')).not.toBe(hashName('見本製作所2'));
  });

  it('is the same by the table and by the whole fold, and with a legal form more', () => {
    fc.assert(
      fc.property(name, (text) => {
        expect(hashName(`${text}\u2003`)).toBe(hashName(text));
        expect(hashName(`${text}・(株)`)).toBe(hashName(text));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });

  it('is equal wherever the keys are equal', () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        if (matchName(a) === matchName(b)) expect(hashName(a)).toBe(hashName(b));
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

it('hashPhone counts digits only, and is 0 without any', () => {
  expect(hashPhone('03-1234-5678')).toBe(hashPhone(matchPhone('03-1234-5678')));
  expect(hashPhone('03-1234-5678')).not.toBe(hashPhone('03-1234-5679'));
  expect(hashPhone('なし')).toBe(0);
});

it('hashText is 0 for nothing only', () => {
  expect(hashText('')).toBe(0);
  expect(hashText('\0')).not.toBe(0);
});
