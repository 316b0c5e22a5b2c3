/** 人数, 口数, 枚数: whole numbers, with the counters people write behind them. */
import type { Kind } from '../kind.ts';
import { normaliseNumber } from './number.ts';

const prefix = /^(?:計|合計|全)?[:：]?/;
const suffix = /(?:名様|人|名|口|社|件|店舗?|台|個|株|枚|席|張|冊|[ヶケかカヵ箇]所)$/;

export const integer: Kind = {
  id: 'integer',
  normalise(typed, _context, sink) {
    return normaliseNumber(typed, prefix, suffix, sink);
  },
};
