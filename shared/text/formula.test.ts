import { describe, expect, it } from 'vitest';
import { isFormulaLike } from './formula.ts';

describe('text a spreadsheet would run', () => {
  it.each([
    '=1+1',
    '＝1+1',
    ' =1',
    '　＝HYPERLINK("x")',
    '+81-3-5253-5111',
    '-5+3',
    '-2+3+cmd|x',
    '@mihon',
    '＠見本',
    '- 商品',
    '＋見本',
    '－見本',
    '\t=1',
    '\rabc',
    '=-1',
    '--1',
  ])('%j', (text) => expect(isFormulaLike(text)).toBe(true));
});

describe('text it would show', () => {
  it.each([
    '',
    '-',
    'ー',
    '－',
    '---',
    '-5',
    '+5',
    '-1,000',
    '-2.5%',
    '+1.5E+3',
    '03-5253-5111',
    'a=b',
    "'=1",
    '見本',
    '=',
  ])('%j', (text) => expect(isFormulaLike(text)).toBe(false));
});
