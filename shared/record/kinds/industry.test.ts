import { describe, expect, it } from 'vitest';
import { industryMajor, industryName, isIndustryCode, searchIndustry } from './industry.ts';
import { everydayWords } from './industry-words.ts';
import { jsic } from './jsic.ts';

describe('the classification', () => {
  it('has all classes of rev. 14', () => {
    const codes = [...jsic().names.keys()];
    expect(codes.filter((c) => c.length === 1)).toHaveLength(20);
    expect(codes.filter((c) => c.length === 2)).toHaveLength(99);
    expect(codes.filter((c) => c.length === 3)).toHaveLength(536);
    expect(jsic().details.size).toBe(1473);
  });

  it.each([
    ['A', '農業、林業'],
    ['39', '情報サービス業'],
    ['391', 'ソフトウェア業'],
    ['3911', 'ソフトウェア業'],
    ['090', '管理、補助的経済活動を行う事業所'],
    ['93', '政治・経済・文化団体'],
    ['3910', '管理、補助的経済活動を行う事業所'],
    ['00', ''],
  ])('%s is %s', (code, name) => {
    if (code !== '3910') expect(industryName(code)).toBe(name);
    else expect(isIndustryCode(code)).toBe(false);
  });

  it('knows the 大分類 of every code', () => {
    expect(industryMajor('0911')).toBe('E');
    expect(industryMajor('T')).toBe('T');
    expect(industryMajor('00')).toBe('');
    for (const detail of jsic().details) expect(industryMajor(detail)).toMatch(/^[A-T]$/);
  });
});

describe('everyday words', () => {
  const lines = everydayWords().trim().split('\n');

  it('are many, and every code exists', () => {
    expect(lines.flatMap((line) => line.split(':')[0]?.split(' ') ?? []).length).toBeGreaterThan(200);
    for (const line of lines) expect(isIndustryCode(line.slice(line.lastIndexOf(':') + 1))).toBe(true);
  });

  it.each([
    ['ラーメン屋', '762'],
    ['美容室', '783'],
    ['大工', '065'],
    ['八百屋', '582'],
    ['情報サービス業', '39'],
    ['税理士', '724'],
    ['3911', '3911'],
    ['そば', '763'],
  ])('%s finds %s first', (word, code) => expect(searchIndustry(word)[0]?.code).toBe(code));

  it('narrows with each further word', () => {
    expect(searchIndustry('小売業').length).toBeGreaterThan(5);
    expect(searchIndustry('酒 小売業').map((c) => c.code)).toContain('585');
    expect(searchIndustry('酒 小売業').length).toBeLessThan(searchIndustry('小売業').length);
    expect(searchIndustry('宇宙人')).toEqual([]);
    expect(searchIndustry('')).toEqual([]);
  });
});
