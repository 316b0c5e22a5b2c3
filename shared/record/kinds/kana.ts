/** カナ: full-width katakana; half-width kana and hiragana are converted, anything else is asked back. */
import { hyphenClass } from '../../text/hyphen.ts';
import { toKatakana } from '../../text/kana.ts';
import type { Kind } from '../kind.ts';

/** Katakana, ー ・ ヽ ヾ, space, and the marks of shortened company forms (カ）ミホン, （カ）). */
const canonical = /^[\u30A1-\u30FE\u31F0-\u31FF （）「」．，－]+$/;
const narrowMarks = /[()]/g;
const dashAfterKana = new RegExp(`([\u30A1-\u30FC])[${hyphenClass}]`, 'g');
const offending = /[^\u30A1-\u30FE\u31F0-\u31FF （）「」．，－]/u;

function widen(mark: string): string {
  return mark === '(' ? '（' : '）';
}

export const kana: Kind = {
  id: 'kana',
  normalise(typed, _context, sink) {
    if (canonical.test(typed)) return typed;
    const converted = toKatakana(typed);
    const value = converted.replace(narrowMarks, widen);
    if (canonical.test(value)) {
      if (converted !== typed) sink.rule('kana');
      if (value !== converted) sink.rule('width');
      return value;
    }
    const lengthened = value.replace(dashAfterKana, '$1ー');
    const character = offending.exec(value)?.[0] ?? '';
    sink.issue('kana.characters', 'error', { character }, canonical.test(lengthened) ? lengthened : '');
    return typed;
  },
};
