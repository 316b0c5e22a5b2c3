import { describe, expect, it } from 'vitest';
import { cleanName, kindByName } from './upload.ts';

describe('cleanName', () => {
  const cases: [string, string][] = [
    ['会員 一覧.csv', '会員 一覧.csv'],
    ['C:\\temp\\toas.csv', 'toas.csv'],
    ['../../etc/passwd', 'passwd'],
    ['a\r\nb\u0000.csv', 'ab.csv'],
    ['  ', ''],
  ];
  it.each(cases)('%j becomes %j', (given, expected) => expect(cleanName(given)).toBe(expected));
});

describe('kindByName', () => {
  const cases: [string, string][] = [
    ['TOAS.CSV', 'text/csv'],
    ['csv', 'application/octet-stream'],
    ['a.exe', 'application/octet-stream'],
  ];
  it.each(cases)('%s is %s', (given, expected) => expect(kindByName(given)).toBe(expected));
});
