import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ProtectCell, type ProtectInput, type ProtectSum, protect } from './protect.ts';
import { leaks } from './testing.ts';

/** A tree of regions by a flat dimension, with the totals of both. `leaves`: n by region and option, `tree`: parent of each. */
function nested(leaves: ReadonlyMap<string, readonly number[]>, parent: ReadonlyMap<string, string>) {
  const options = [...leaves.values()][0]?.length ?? 0;
  const sizes = new Map<string, number>();
  const children = new Map<string, string[]>();
  for (const [child, above] of parent) children.set(above, [...(children.get(above) ?? []), child]);
  const count = (region: string, option: number): number => {
    const own =
      leaves.get(region)?.[option] ??
      (children.get(region) ?? []).reduce((sum, child) => sum + count(child, option), 0);
    sizes.set(`${region}/${option}`, own);
    return own;
  };
  const root = [...parent.values()].find((region) => !parent.has(region)) ?? '';
  for (let option = 0; option < options; option++) count(root, option);
  const regions = [...new Set([...sizes.keys()].map((id) => id.split('/')[0] ?? ''))];
  const sums: ProtectSum[] = [];
  for (const region of regions) {
    const parts = Array.from({ length: options }, (_, option) => `${region}/${option}`);
    sizes.set(
      `${region}/*`,
      parts.reduce((sum, id) => sum + (sizes.get(id) ?? 0), 0),
    );
    sums.push({ total: `${region}/*`, parts });
    const below = children.get(region) ?? [];
    for (const option of below.length === 0 ? [] : ['*', ...parts.keys()])
      sums.push({ total: `${region}/${option}`, parts: below.map((child) => `${child}/${option}`) });
  }
  const cells: ProtectCell[] = [...sizes].map(([id, n]) => ({ id, n }));
  return { cells, sums };
}

/** Random nation: up to three blocks of up to three prefectures, two to four industries, mostly small numbers. */
const nations = fc
  .record({
    blocks: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    options: fc.integer({ min: 2, max: 4 }),
    numbers: fc.array(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 3, max: 30 })), {
      minLength: 40,
      maxLength: 40,
    }),
    minN: fc.integer({ min: 2, max: 5 }),
  })
  .map(({ blocks, options, numbers, minN }): ProtectInput => {
    const parent = new Map<string, string>();
    const leaves = new Map<string, readonly number[]>();
    let used = 0;
    blocks.forEach((count, block) => {
      parent.set(`b${block}`, 'n');
      for (let at = 0; at < count; at++) {
        const name = `b${block}p${at}`;
        parent.set(name, `b${block}`);
        leaves.set(
          name,
          Array.from({ length: options }, () => numbers[used++ % numbers.length] ?? 0),
        );
      }
    });
    return { ...nested(leaves, parent), minN };
  });

describe('protect', () => {
  it('random_nations__no_small_group_can_be_computed_and_nothing_is_lost', () => {
    fc.assert(
      fc.property(nations, (input) => {
        const { hidden, recoverable } = protect(input);
        expect(recoverable).toEqual([]);
        for (const { id, n } of input.cells)
          if (n > 0 && n < input.minN) expect(hidden.get(id)).toBe('small');
        expect(leaks(input, [...hidden.keys()], 4)).toEqual([]);
      }),
      { numRuns: 80, seed: 7 },
    );
  });
});
