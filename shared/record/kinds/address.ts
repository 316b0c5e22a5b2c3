/** 住所: digits, and the hyphens between them, become half-width; nothing else is touched. */
import { foldHyphensBetweenDigits, hyphenClass } from '../../text/hyphen.ts';
import { foldDigits } from '../../text/width.ts';
import type { Kind } from '../kind.ts';

/** Nothing to do where none of these stands. */
const foldable = new RegExp(`[${hyphenClass.slice(2)}\uFF10-\uFF19]`);

export const address: Kind = {
  id: 'address',
  normalise(typed, _context, sink) {
    if (!foldable.test(typed)) return typed;
    const digits = foldDigits(typed);
    const value = foldHyphensBetweenDigits(digits);
    if (digits !== typed) sink.rule('width');
    if (value !== digits) sink.rule('hyphen');
    return value;
  },
};
