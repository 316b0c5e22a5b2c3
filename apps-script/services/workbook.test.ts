/** How changed columns are cut into writes. */
import { describe, expect, it } from 'vitest';
import { blocks } from './workbook-text.ts';

const own = (...columns: number[]): ReadonlySet<number> => new Set(columns);

describe('blocks', () => {
  const cases = [
    { name: 'nothing changed', changed: [], own: own(0, 1), commit: 0, wanted: [] },
    { name: 'gap of own columns', changed: [1, 3], own: own(0, 1, 2, 3), commit: 1, wanted: [[1, 2, 3]] },
    {
      name: 'a column of the chamber between',
      changed: [0, 3],
      own: own(0, 1, 3),
      commit: -1,
      wanted: [[0], [3]],
    },
    { name: 'commit column last', changed: [0, 3, 5], own: own(0, 3, 5), commit: 0, wanted: [[3], [5], [0]] },
    { name: 'no unchanged edge', changed: [0, 5], own: own(0, 1, 3, 4, 5), commit: -1, wanted: [[0], [5]] },
  ];
  it.each(cases)('$name', ({ changed, own: columns, commit, wanted }) => {
    expect(blocks(changed, columns, commit)).toEqual(wanted);
  });
});
