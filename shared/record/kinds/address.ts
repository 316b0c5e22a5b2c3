/** 住所: digits, and the hyphens between them, become half-width; nothing else is touched. */
import { foldHyphensBetweenDigits } from '../../text/hyphen.ts';
import { foldDigits } from '../../text/width.ts';
import type { Kind } from '../kind.ts';

export const address: Kind = {
  id: 'address',
  normalise(typed, _context, sink) {
    const digits = foldDigits(typed);
    const value = foldHyphensBetweenDigits(digits);
    if (digits !== typed) sink.rule('width');
    if (value !== digits) sink.rule('hyphen');
    return value;
  },
};
