import { describe, expect, it } from 'vitest';
import { rowAfterKey, scrollToShow, windowAt } from './virtual-list.ts';

const shape = { count: 2000, rowHeight: 64, viewport: 480 };

describe('windowAt', () => {
  it.each([
    ['at the top', 0, 0, 16],
    ['in the middle', 64 * 100, 92, 116],
    ['half a row in', 64 * 100 + 32, 92, 116],
    ['at the end', 64 * 2000 - 480, 1984, 2000],
    ['beyond the end (rubber band)', 10 ** 9, 1984, 2000],
    ['above the top (rubber band)', -300, 0, 16],
  ])('%s__draws_only_what_is_near', (_where, scrollTop, first, end) => {
    expect(windowAt(shape, scrollTop, 8)).toEqual({ first, end });
  });

  it('every_scroll_position__covers_all_rows_in_sight', () => {
    for (let scrollTop = 0; scrollTop <= 64 * 2000 - 480; scrollTop += 97) {
      const { first, end } = windowAt(shape, scrollTop, 0);
      expect(first * 64).toBeLessThanOrEqual(scrollTop);
      expect(end * 64).toBeGreaterThanOrEqual(scrollTop + 480);
    }
  });

  it('empty_or_unmeasured_list__draws_nothing_and_does_not_divide_by_zero', () => {
    expect(windowAt({ ...shape, count: 0 }, 0, 8)).toEqual({ first: 0, end: 0 });
    expect(windowAt({ ...shape, rowHeight: 0 }, 0, 8)).toEqual({ first: 0, end: 0 });
    expect(windowAt({ ...shape, viewport: 0 }, 0, 0)).toEqual({ first: 0, end: 1 });
  });
});

describe('scrollToShow', () => {
  it('row_in_sight__does_not_move', () => {
    expect(scrollToShow(shape, 640, 10)).toBe(640);
    expect(scrollToShow(shape, 640, 16)).toBe(640);
  });
  it('row_above_or_below__moves_just_enough', () => {
    expect(scrollToShow(shape, 640, 9)).toBe(576);
    expect(scrollToShow(shape, 640, 17)).toBe(672);
  });
});

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 5, 6],
    ['ArrowUp', 5, 4],
    ['ArrowUp', 0, 0],
    ['ArrowDown', 1999, 1999],
    ['PageDown', 0, 6],
    ['PageUp', 3, 0],
    ['Home', 900, 0],
    ['End', 3, 1999],
    ['a', 3, null],
  ])('%s__on_row_%i__goes_to_%s', (key, row, expected) => {
    expect(rowAfterKey(key, row, shape)).toBe(expected);
  });
  it('empty_list__has_nowhere_to_go', () => {
    expect(rowAfterKey('ArrowDown', 0, { ...shape, count: 0 })).toBeNull();
  });
});
