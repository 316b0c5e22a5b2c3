import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { formatTable } from './format.ts';
import { isBlankRow, parseDelimited } from './parse.ts';

describe('parseDelimited', () => {
  it.each<[string, string, string[][], number[]]>([
    [
      'CRLF',
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'LF without a last newline',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    [
      'CR only, as an old Excel for Mac saves',
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
      [1, 2],
    ],
    ['mixed newlines', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']], [1, 2, 3, 4]],
    ['blank lines are counted, not read', 'a\r\n\r\n\r\nb\n\nc', [['a'], ['b'], ['c']], [1, 4, 6]],
    ['blank lines first', '\n\na,b\n', [['a', 'b']], [3]],
    ['nothing', '', [], []],
    [
      'empty cells',
      ',a,,\n,,\n',
      [
        ['', 'a', '', ''],
        ['', '', ''],
      ],
      [1, 2],
    ],
    ['a line of spaces is a row', 'a\n \nb', [['a'], [' '], ['b']], [1, 2, 3]],
    ['quotes', '"a,b","c""d",""\n', [['a,b', 'c"d', '']], [1]],
    ['quotes at the end', 'x,"a"', [['x', 'a']], [1]],
    ['only quotes', '""', [['']], [1]],
    ['a cell of one quote', '""""', [['"']], [1]],
    [
      'a delimiter at the end',
      '"a",\n"b",',
      [
        ['a', ''],
        ['b', ''],
      ],
      [1, 2],
    ],
    [
      'a quote inside a bare cell',
      'a"b,5"\nc,d',
      [
        ['a"b', '5"'],
        ['c', 'd'],
      ],
      [1, 2],
    ],
    [
      'newlines in quotes',
      '"a\r\nb",c\n"d\re\nf",g\nh,i',
      [
        ['a\r\nb', 'c'],
        ['d\re\nf', 'g'],
        ['h', 'i'],
      ],
      [1, 3, 6],
    ],
    ['a blank line in quotes', '"a\n\nb"\nc', [['a\n\nb'], ['c']], [1, 4]],
    [
      'spaces after a closing quote',
      '"a" ,"b"  \nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [1, 2],
    ],
    ['a byte order mark', '\ufeff"a",b', [['a', 'b']], [1]],
    ['ragged rows', 'a,b\n1\n1,2,3', [['a', 'b'], ['1'], ['1', '2', '3']], [1, 2, 3]],
  ])('%s', (_, text, rows, lines) => {
    const parsed = parseDelimited(text);
    expect(parsed.rows).toEqual(rows);
    expect(parsed.lines).toEqual(lines);
    expect(parsed.issues).toEqual([]);
  });

  it.each<[string, string, string[][], string]>([
    [
      'tabs',
      'a\tb\n1\t2,3\n',
      [
        ['a', 'b'],
        ['1', '2,3'],
      ],
      '\t',
    ],
    [
      'tabs and a quoted comma in the first row',
      '"a,x"\tb\n1\t2',
      [
        ['a,x', 'b'],
        ['1', '2'],
      ],
      '\t',
    ],
    [
      'a comma in the first row decides',
      'a\tb,c\n1,2',
      [
        ['a\tb', 'c'],
        ['1', '2'],
      ],
      ',',
    ],
    ['tabs only further down', 'a\n1\t2\n', [['a'], ['1\t2']], ','],
    ['blank lines before the first row', '\n\na\tb\n', [['a', 'b']], '\t'],
  ])('finds the delimiter: %s', (_, text, rows, delimiter) => {
    const parsed = parseDelimited(text);
    expect(parsed.rows).toEqual(rows);
    expect(parsed.delimiter).toBe(delimiter);
  });

  it('takes the delimiter it is given', () => {
    expect(parseDelimited('a\tb', { delimiter: ',' }).rows).toEqual([['a\tb']]);
  });

  it('names the line on which an open quote began, not the last line', () => {
    const parsed = parseDelimited('a,b\n1,"x\ny"\n2,"open\n3,4\n5,6\n');
    expect(parsed.issues).toMatchObject([
      { code: 'table.quote-open', severity: 'error', params: { line: 4, column: 2 } },
    ]);
    expect(parsed.rows).toEqual([
      ['a', 'b'],
      ['1', 'x\ny'],
      ['2', 'open\n3,4\n5,6\n'],
    ]);
  });

  it('keeps text after a closing quote and says so', () => {
    const parsed = parseDelimited('a,b\n"x"y,z\n"p"q"r",s\n');
    expect(parsed.rows.slice(1)).toEqual([
      ['xy', 'z'],
      ['pq"r"', 's'],
    ]);
    expect(parsed.issues).toMatchObject([
      { code: 'table.quote-text', severity: 'warning', params: { line: 2, column: 1 } },
      { code: 'table.quote-text', severity: 'warning', params: { line: 3, column: 1 } },
    ]);
  });

  it('names NUL bytes by line and column', () => {
    expect(parseDelimited('a,b\n"x\ny",2\n3,4\u0000').issues).toMatchObject([
      { code: 'file.nul', severity: 'error', params: { line: 4, column: 2 } },
    ]);
  });

  it('bounds the list of issues', () => {
    expect(parseDelimited('"a"b\n'.repeat(5000)).issues).toHaveLength(100);
  });

  it('reads whatever the writer wrote', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\t', ' ', '会', '𠮷', "'"),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom('crlf', 'lf'),
        fc.constantFrom('minimal', 'all'),
        (rows, newline, quoting) => {
          const text = formatTable(rows, { newline, quoting });
          const parsed = parseDelimited(text, { delimiter: ',' });
          expect(parsed.rows).toEqual(rows);
          expect(parsed.issues).toEqual([]);
        },
      ),
    );
  });

  it('agrees with papaparse on well-formed text', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', '会'), maxLength: 5 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = formatTable(rows, { newline: 'lf', quoting: 'minimal' });
        const oracle = Papa.parse<string[]>(text, { delimiter: ',', newline: '\n', skipEmptyLines: true });
        expect(parseDelimited(text, { delimiter: ',' }).rows).toEqual(oracle.data);
      }),
    );
  });

  it('touches each character a bounded number of times, however long a line is', () => {
    // 400,000 quoted cells on one line: searching for the line's end anew at each cell would take minutes.
    const parsed = parseDelimited(`${'"a",'.repeat(400_000)}b`);
    expect(parsed.rows[0]).toHaveLength(400_001);
    const quotes = parseDelimited(`"${'""'.repeat(1_000_000)}"`);
    expect(quotes.rows[0]?.[0]).toHaveLength(1_000_000);
  });
});

it.each([
  [['', ' ', '\u3000'], true],
  [[], true],
  [['', '0'], false],
])('isBlankRow(%j)', (row, blank) => {
  expect(isBlankRow(row)).toBe(blank);
});
