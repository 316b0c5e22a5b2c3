/** JSON over cells: round trip at every length around a cell's end, and no part that a sheet could read as more than text. */
import { describe, expect, it } from 'vitest';
import { fromJsonCells, jsonCapacity, jsonHeaders, toJsonCells } from './json-cells.ts';

const headers = jsonHeaders('データ', 3);

describe('json-cells', () => {
  it.each([0, 1, 44_997, 44_998, 44_999, 89_998, 130_000])('text of %i characters comes back', (length) => {
    const value = { text: '='.repeat(length) };
    const cells = toJsonCells(headers, value);
    expect(fromJsonCells(headers, cells)).toEqual(value);
    for (const text of Object.values(cells)) {
      expect(text.length).toBeLessThanOrEqual(50_000);
      expect(text === '' || text.startsWith('|')).toBe(true);
    }
  });

  it('more than the cells carry is refused', () => {
    expect(() => toJsonCells(headers, 'x'.repeat(jsonCapacity(3)))).toThrow();
  });

  it.each(['', '|', '|{"a":', 'a note'])('cell %j that holds no JSON reads as null', (text) => {
    expect(fromJsonCells(headers, { データ1: text })).toBeNull();
  });
});
