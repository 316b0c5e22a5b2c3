import { describe, expect, it } from 'vitest';
import { cutToDifference } from './plan-words.ts';

describe('cutToDifference', () => {
  it('long_texts_that_differ_late__show_where', () => {
    const start = 'あ'.repeat(100);
    const [old, renewed] = cutToDifference([`${start}。`, `${start}。保管する期間は規程によります。`]);
    expect(old).toBe(`…${'あ'.repeat(11)}。`);
    expect(renewed).toBe(`…${'あ'.repeat(11)}。保管する期間は規程によります。`);
  });
  it('short_and_blank_texts__stand_whole', () => {
    expect(cutToDifference(['会社名', '', '改行\nあり'])).toEqual(['会社名', '（空）', '改行 / あり']);
  });
  it('long_text_beside_a_blank_one__begins_at_its_beginning', () => {
    expect(cutToDifference(['', 'い'.repeat(70)])).toEqual(['（空）', `${'い'.repeat(60)}…`]);
  });
});
