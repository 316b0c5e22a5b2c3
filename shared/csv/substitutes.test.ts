import { describe, expect, it } from 'vitest';
import { encodeWindows31j, foldForWindows31j, isWindows31j } from '../bytes/windows31j.ts';
import { builtInSubstitutes, proposeSubstitute } from './substitutes.ts';

describe('the table of substitutes', () => {
  it('lists only characters that Windows-31J lacks, and only texts that it has', () => {
    const table = builtInSubstitutes();
    expect(table.size).toBeGreaterThan(180);
    for (const [character, text] of table) {
      expect(Array.from(character), character).toHaveLength(1);
      expect(isWindows31j(foldForWindows31j(character)), character).toBe(false);
      expect(encodeWindows31j(text).unmappable, `${character} → ${text}`).toEqual([]);
      expect(text.length, character).toBeGreaterThan(0);
    }
  });
});

describe('proposeSubstitute', () => {
  it.each([
    ['鷗', '鴎', ''],
    ['俱', '倶', ''],
    ['剝', '剥', ''],
    ['頰', '頬', ''],
    ['塡', '填', ''],
    ['𠮷', '吉', '追加面の文字'],
    ['𠮟', '叱', ''],
    ['㋿', '令和', '二文字になる'],
    ['㉑', '(21)', ''],
    ['㊿', '(50)', ''],
    ['㊱', '(36)', ''],
    ['\ufa4c', '社', '互換漢字は統合漢字へ'],
    ['㎥', 'm3', ''],
    ['é', 'e', ''],
    ['ō', 'o', 'ローマ字の長音'],
    ['¥', '￥', ''],
    ['😀', '', '絵文字に代わりはない'],
    ['𩸽', '', '定まった代わりがない'],
    ['\ue000', '', '外字'],
  ])('%s → %s %s', (character, text) => {
    expect(proposeSubstitute(character, isWindows31j)).toBe(text);
  });

  it('proposes nothing that may not be written either', () => {
    expect(proposeSubstitute('鷗', (text) => text !== '鴎')).toBe('');
  });
});
