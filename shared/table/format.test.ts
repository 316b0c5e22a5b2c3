import { describe, expect, it } from 'vitest';
import { formatCell, formatTable } from './format.ts';

describe('formatTable', () => {
  it('ends every line, the last included, and quotes only what needs it', () => {
    const rows = [
      ['名前', 'a,b', 'c"d', ' e ', 'f\ng'],
      ['', '', '0', '=1', '\r'],
    ];
    expect(formatTable(rows, { newline: 'crlf', quoting: 'minimal' })).toBe(
      '名前,"a,b","c""d", e ,"f\ng"\r\n,,0,=1,"\r"\r\n',
    );
  });

  it('quotes everything when asked', () => {
    expect(formatTable([['a', '', '"']], { newline: 'lf', quoting: 'all' })).toBe('"a","",""""\n');
  });

  it('writes no blank line for a row of one empty cell, and nothing for no rows', () => {
    expect(formatTable([['a'], ['']], { newline: 'lf', quoting: 'minimal' })).toBe('a\n""\n');
    expect(formatTable([], { newline: 'lf', quoting: 'minimal' })).toBe('');
  });
});

it('formatCell leaves a plain cell as the same text', () => {
  expect(formatCell('東京都', 'minimal')).toBe('東京都');
});
