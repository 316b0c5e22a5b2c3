/** 英字: half-width Latin letters, digits and marks; full-width ones are folded, Japanese ones asked back. */
import { hyphenClass } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { Kind } from '../kind.ts';

const ascii = /^[ -~]+$/;
const canonical = /^[ -~\u00C0-\u024F]+$/;
const offending = /[^ -~\u00C0-\u024F]/u;
const dashes = new RegExp(`[${hyphenClass.replace('\u30FC', '').replace('\uFF70', '')}]`, 'g');
const singleQuotes = /[\u2018\u2019\u201B\u2032]/g;
const doubleQuotes = /[\u201C\u201D\u2033]/g;

export const latin: Kind = {
  id: 'latin',
  normalise(typed, _context, sink) {
    if (ascii.test(typed) || canonical.test(typed)) return typed;
    const narrow = foldAscii(typed);
    const value = narrow.replace(dashes, '-').replace(singleQuotes, "'").replace(doubleQuotes, '"');
    if (!canonical.test(value)) {
      sink.issue('latin.characters', 'error', { character: offending.exec(value)?.[0] ?? '' });
      return typed;
    }
    if (narrow !== typed) sink.rule('width');
    if (value !== narrow) sink.rule('punctuation');
    return value;
  },
};
