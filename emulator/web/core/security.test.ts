import { describe, expect, it } from 'vitest';
import { attachment, isAllowed, isLocalHost } from './security.ts';

describe('isAllowed', () => {
  const host = '127.0.0.1:8080';
  const cases: [string, string | undefined, string | undefined, string | undefined, boolean, string][] = [
    ['GET', host, undefined, undefined, true, 'reading is open to the machine'],
    ['POST', host, `http://${host}`, 'same-origin', true, 'own page'],
    ['POST', host, 'http://evil.example', 'cross-site', false, 'another site'],
    ['POST', host, 'http://127.0.0.1:8081', undefined, false, 'another port is another origin'],
    ['POST', host, 'null', undefined, false, 'a sandboxed frame has the origin null'],
    ['POST', host, undefined, undefined, false, 'no sign of the sender'],
    ['POST', host, undefined, 'same-origin', true, 'no Origin, but the browser vouches'],
    ['GET', 'evil.example', undefined, undefined, false, 'DNS rebinding'],
    ['GET', undefined, undefined, undefined, false, 'no Host'],
  ];
  for (const [method, h, origin, fetchSite, expected, note] of cases) {
    it(`${method}: ${note}`, () => {
      expect(isAllowed({ method, host: h, origin, fetchSite })).toBe(expected);
    });
  }
});

describe('isLocalHost', () => {
  it('name_that_only_begins_like_this_machine__is_refused', () => {
    expect(isLocalHost('127.0.0.1.evil.example')).toBe(false);
    expect(isLocalHost('localhost:8080')).toBe(true);
  });
});

describe('attachment', () => {
  it('name_with_quotes_newline_and_kanji__cannot_break_the_header', () => {
    const header = attachment('会員"\r\nX: 1.csv');
    expect(header).not.toMatch(/[\r\n]/);
    expect(header).toContain("filename*=UTF-8''%E4%BC%9A%E5%93%A1%22%0D%0AX%3A%201.csv");
  });
});
