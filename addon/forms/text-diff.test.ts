import { describe, expect, it } from 'vitest';
import { differing, wordsOf } from './text-diff.ts';

/** Marked pieces in 【】. */
const shown = (text: string, other: string): string =>
  differing(text, other)
    .map((piece) => (piece.marked ? `【${piece.text}】` : piece.text))
    .join('');

const cases: readonly (readonly [string, string, string])[] = [
  // text, other, marked
  ['電話番号', '電話番号', '電話番号'],
  ['代表電話', '電話番号', '【代表電話】'],
  ['資本金を万円で書いてください。', '資本金を円で書いてください。', '資本金を【万円】で書いてください。'],
  ['半角数字13桁です。', '半角数字12桁です。', '半角数字【13】桁です。'],
  ['カード払い', '口座振替', '【カード払い】'],
  ['商業部会\n青年部\n工業部会', '商業部会\n工業部会', '商業部会\n【青年部\n】工業部会'],
  ['', 'あり', ''],
  ['あり', '', '【あり】'],
];

describe('text-diff', () => {
  it.each(cases)('%s__against_%s', (text, other, expected) => expect(shown(text, other)).toBe(expected));

  it('pieces__joined__are_the_text_itself', () => {
    const text = '𠮷田の🍣 と、ｶﾅ\nABC-123';
    expect(
      differing(text, '別の文')
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(wordsOf(text).join('')).toBe(text);
  });

  it('two_long_texts_without_anything_in_common__are_marked_whole_and_at_once', () => {
    const long = 'あア'.repeat(3000);
    expect(differing(long, '亜A'.repeat(3000))).toEqual([{ text: long, marked: true }]);
  });
});
