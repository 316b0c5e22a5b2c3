import { describe, expect, it } from 'vitest';
import { cleanText } from './clean.ts';

function clean(raw: string, multiline: boolean): { text: string; named: string } {
  const named: string[] = [];
  const text = cleanText(raw, multiline, {
    rule: (name) => named.push(name),
    issue: (code, severity) => named.push(`${code}(${severity})`),
  });
  return { text, named: named.join('+') };
}

describe('one line', () => {
  it.each([
    ['株式会社見本', '株式会社見本', '', 'right text'],
    ['　a　　b\t', 'a b', 'spaces', 'U+3000, runs, tab'],
    ['a\u00A0\u2003b', 'a b', 'spaces', 'NBSP and other widths of space'],
    [' ', '', 'spaces', 'blank'],
    ['　', '', 'spaces', 'blank, full-width'],
    ['a\r\nb', 'a b', 'one-line+text.one-line(info)', 'CRLF'],
    ['a \n b', 'a b', 'one-line+text.one-line(info)+spaces', 'blanks round the break'],
    ['\na\n', 'a', 'spaces', 'breaks at the ends only'],
    ['a\u2028b', 'a b', 'one-line+text.one-line(info)', 'line separator'],
    ['\u0000a\u0007\u0085b', 'ab', 'control', 'C0 and C1'],
    ['a\u000Bb', 'ab', 'control', 'vertical tab'],
    ['a\u200B\u2060b\uFEFF', 'ab', 'invisible', 'zero width'],
    ['ソフ\u00ADト', 'ソフト', 'invisible', 'soft hyphen'],
    ['a\u202Eb', 'ab', 'invisible', 'direction override'],
    ['辻\u{E0100}辻\uFE00', '辻辻', 'invisible', 'variation selectors'],
    ['か\u3099は\u309A', 'がぱ', 'compose', 'NFD kana'],
    ['か\u200B\u3099', 'が', 'invisible+compose', 'parted by nothing'],
    ['e\u0301', 'é', 'compose', 'NFD Latin'],
    ['\uFA19\uFA1B\uFA11\uF9D0', '\uFA19\uFA1B\uFA11\uF9D0', '', 'compatibility ideographs stay'],
    ['\uFA19 か\u3099', '\uFA19 が', 'compose', 'even beside what is composed'],
    ['\uFA19\u3099', '\uFA19\u3099', '', 'even with a mark'],
    ['\u212B\u2126', '\u212B\u2126', '', 'Å and Ω signs stay'],
    ['𠮷野家', '𠮷野家', '', 'supplementary plane'],
    ['\uD842見本', '見本', 'control', 'half a character'],
    ['①Ⅰ㈱', '①Ⅰ㈱', '', 'never NFKC'],
  ])('%j → %j (%s; %s)', (raw, text, named) => expect(clean(raw, false)).toEqual({ text, named }));
});

describe('long text', () => {
  it.each([
    ['a\nb', 'a\nb', '', 'kept'],
    ['a\r\nb\rc', 'a\nb\nc', 'line-break', 'CRLF and CR'],
    ['a \n　b  c\n\n', 'a\nb c', 'spaces', 'ends of lines and of the text'],
    ['a\n\nb', 'a\n\nb', '', 'a blank line'],
  ])('%j → %j (%s; %s)', (raw, text, named) => expect(clean(raw, true)).toEqual({ text, named }));
});
