/** 金額: whole yen, from 円, 千円, 万円, 億 and mixtures of them. */
import { readAmount } from '../../text/amount.ts';
import type { Kind } from '../kind.ts';
import { normaliseNumber } from './number.ts';

const prefix = /^(?:金|[¥￥\\])+/;
const suffix = /(?:円(?:也|整)?|[yY][eE][nN]|JPY)$/;

export const yen: Kind = {
  id: 'yen',
  normalise(typed, _context, sink) {
    return normaliseNumber(typed, prefix, suffix, sink);
  },
};

/** Reads an amount for a proposal or a comparison: plain digits, or '' when it is none. */
export function yenDigits(typed: string): string {
  const read = readAmount(typed, prefix, suffix);
  return read.ok ? read.digits : '';
}
