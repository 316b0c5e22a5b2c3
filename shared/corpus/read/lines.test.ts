import { describe, expect, it } from 'vitest';
import { beginsUnit, joined, tableRow, tidy } from './lines.ts';
import { mendSigns } from './radicals.ts';
import { readText } from './text.ts';

describe('beginsUnit', () => {
  it.each([
    '第七条　会員は',
    '第10条の2（届出）',
    '第二章　総則',
    '附　則',
    '別表第一',
    '（会費）',
    '(1) 法人',
    '① 届出',
    '2-1 受付',
    '一　法人',
    'ア　個人',
    '・資料',
    'Q1. 会費は',
  ])('%s begins one', (text) => {
    expect(beginsUnit(text, false)).toBe(true);
  });

  it.each([
    '第七条の規定により',
    '第三条第二項に定める',
    '10日以内に',
    '二人以上の',
    '附則第三項の',
    '会員は',
  ])('%s goes on', (text) => {
    expect(beginsUnit(text, false)).toBe(false);
  });

  it('weaker signs count only behind a full stop', () => {
    expect([beginsUnit('2会員は', true), beginsUnit('2会員は', false)]).toEqual([true, false]);
  });

  it('an amount is no number of a paragraph', () => {
    expect(['５万円未満', '3千円以上', '2億円'].map((text) => beginsUnit(text))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

it('joined words of Latin letters keep a blank, Japanese needs none', () => {
  expect([joined('会', '費'), joined('the', 'rule'), joined('法人', 'A')]).toEqual([
    '会費',
    'the rule',
    '法人A',
  ]);
});

it('tidy and rows', () => {
  expect(tidy(' \u3000第一条 \u3000本\u200b文 \n')).toBe('第一条\u3000本文');
  expect(tableRow([' ', '\u3000'])).toBeNull();
  expect(tableRow(['法人', ' 一口 '])).toMatchObject({ text: '法人 | 一口', kind: 'table-row' });
});

it('radicals and signs of vertical writing become characters', () => {
  expect(mendSigns('⼈⻑ﬁ︒会')).toEqual({ text: '人長fi。会', count: 2 });
});

it('a text whose lines are paragraphs is left as it is', () => {
  const text =
    '会員規程\n\n第一条　短い。\n第二条　会費は、別に定めるところによるものとする。ただし、この限りでない。\n';
  const document = readText(text, 'a.txt');
  expect(document.lines.map((each) => each.text)).toEqual(text.split('\n').filter((each) => each !== ''));
  expect(document.issues).toEqual([]);
});
