/** 適格請求書発行事業者登録番号: `T` and 13 digits; not rejected on a check digit, sole proprietors' numbers need not have one. */
import { foldHyphens } from '../../text/hyphen.ts';
import { foldAscii } from '../../text/width.ts';
import type { Kind } from '../kind.ts';

const canonical = /^T[0-9]{13}$/;
const accepted = /^[Tt][- ]?[0-9](?:[- ]?[0-9]){12}$/;
const marks = /[- ]/g;

export const invoiceNumber: Kind = {
  id: 'invoice-number',
  normalise(typed, _context, sink) {
    if (canonical.test(typed)) return typed;
    const narrow = foldAscii(typed);
    const folded = foldHyphens(narrow);
    if (!accepted.test(folded)) {
      const digits = folded.replace(/[^0-9]/g, '');
      const suggestion = digits.length === 13 ? `T${digits}` : '';
      sink.issue('invoice-number.format', 'error', { digits: digits.length }, suggestion);
      return typed;
    }
    if (narrow !== typed) sink.rule('width');
    if (folded.charAt(0) === 't') sink.rule('case');
    const value = `T${folded.slice(1).replace(marks, '')}`;
    if (value.length !== folded.length) sink.rule('hyphen');
    return value;
  },
};
