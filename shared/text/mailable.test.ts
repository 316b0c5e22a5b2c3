import { describe, expect, it } from 'vitest';
import { isMailable } from './mailable.ts';

const cases: readonly (readonly [address: string, fits: boolean, remark: string])[] = [
  ['info@example.jp', true, 'plain'],
  ["o'brien+list/x=1@mail.example.co.jp", true, 'marks that RFC 5322 allows in an atom'],
  ['dot..dot.@docomo.example.jp', true, 'old mobile addresses with dots that RFC 5322 forbids'],
  ['', false, 'empty'],
  ['info@example', false, 'no domain ending'],
  ['info@example.jp\n', false, 'newline at the end'],
  ['info@example.jp\r\nBcc: all@example.jp', false, 'header by newline'],
  ['a@example.jp,b@example.jp', false, 'second recipient by comma'],
  ['a@example.jp;b@example.jp', false, 'second recipient by semicolon'],
  ['a@example.jp b@example.jp', false, 'second recipient by space'],
  ['a@example.jp\u3000', false, 'full-width space'],
  ['見本 <a@example.jp>', false, 'display name'],
  ['"a b"@example.jp', false, 'quoted local part'],
  ['a@b@example.jp', false, 'two @'],
  ['見本@example.jp', false, 'not ASCII'],
  ['ａ@example.jp', false, 'full-width letter'],
  ['a\u200b@example.jp', false, 'zero-width space'],
  [`${'a'.repeat(65)}@example.jp`, false, 'local part over 64'],
  [`a@${'b'.repeat(250)}.jp`, false, 'over 254'],
];

describe('isMailable', () => {
  it.each(cases)('%j → %s (%s)', (address, fits) => {
    expect(isMailable(address)).toBe(fits);
  });
});
