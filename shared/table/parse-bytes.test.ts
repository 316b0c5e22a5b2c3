import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { createRowReader } from './parse.ts';
import { createByteRowReader } from './parse-bytes.ts';

/** Everything that the two readers tell of a text, row by row. */
function byText(text: string) {
  const reader = createRowReader(text);
  const rows = [];
  for (let cells = reader.next(); cells !== null; cells = reader.next()) {
    rows.push({ cells, line: reader.line(), text: text.slice(reader.start(), reader.end()) });
  }
  return { rows, issues: reader.issues, delimiter: reader.delimiter };
}

function byBytes(text: string, before = '') {
  const bytes = encodeUtf8(before + text);
  const reader = createByteRowReader(bytes, encodeUtf8(before).length);
  const rows = [];
  const all = new TextDecoder('utf-8', { ignoreBOM: true });
  while (reader.next()) {
    const cells = Array.from({ length: reader.count() }, (_, at) => reader.cell(at));
    expect(reader.cells()).toEqual(cells);
    expect(reader.isBlank()).toBe(cells.every((cell) => cell.trim() === ''));
    const part = all.decode(bytes.subarray(reader.start(), reader.end()));
    rows.push({ cells, line: reader.line(), text: part });
  }
  return { rows, issues: reader.issues, delimiter: reader.delimiter };
}

const signs = [
  '"',
  '""',
  ',',
  '\t',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\u3000',
  '\ufeff',
  'a',
  '1',
  'é',
  '髙',
  '𠮷',
  '",',
  ',"',
  '"\n',
];
const texts = fc.array(fc.constantFrom(...signs), { maxLength: 40 }).map((parts) => parts.join(''));

describe('createByteRowReader', () => {
  it('reads what createRowReader reads', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(byBytes(text)).toEqual(byText(text));
      }),
      { numRuns: 3000, seed: 7 },
    );
  });

  it('begins where it is told to', () => {
    const text = 'a,b\r\n"1, 2",髙\r\n';
    expect(byBytes(text, '\ufeff')).toEqual(byText(text));
    expect(byBytes(text, '\ufeff').rows[1]).toMatchObject({ cells: ['1, 2', '髙'], line: 2 });
  });

  it('drops a byte order mark only before the first cell', () => {
    const text = '\ufeffa,b\n\ufeffc,d"\n';
    expect(byBytes(text)).toEqual(byText(text));
    expect(byBytes(text).rows.map((row) => row.cells[0])).toEqual(['a', '\ufeffc']);
  });

  it.each([
    ['a long cell with a quote in it', `a,b\n${'髙い'.repeat(900)}"見本"${'橋'.repeat(900)},2\n3,4\n`],
    ['a long quoted cell with text behind', `a\n"${'行\n'.repeat(2000)}"後,2\n3,4\n`],
    ['a quote that is never closed', `a\n1,"${'行\n'.repeat(2000)}`],
    ['a carriage return at the end of the first piece', `a\n${'x'.repeat(1018)}"y,z\r\n3,4\r\n`],
    ['four bytes at the end of the first piece', `a\n"${'𠮷'.repeat(700)}" x,2\n3,4\n`],
    [
      'more cells than there is room for',
      `${Array.from({ length: 300 }, (_, at) => `c${at}`).join(',')}\n"x"y,2\n`,
    ],
    ['more doubts than are listed', 'a\n'.concat('"1"x,"2"y\n'.repeat(80))],
  ])('reads %s', (_, text) => {
    expect(byBytes(text)).toEqual(byText(text));
  });

  it('gives cells of the same bytes the same number', () => {
    const reader = createByteRowReader(encodeUtf8('同意する,"同意する",同意,同意する\n'), 0);
    reader.next();
    const [first, second, third, fourth] = reader.hashes;
    expect([second, fourth]).toEqual([first, first]);
    expect(third).not.toBe(first);
    expect(reader.isPlain()).toBe(true);
  });
});
