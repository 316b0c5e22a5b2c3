import { describe, expect, it } from 'vitest';
import { ColumnMemory, OutcomeIds } from './memory.ts';

describe('ColumnMemory', () => {
  it('gives back what it was told, with its change', () => {
    const memory = new ColumnMemory(new OutcomeIds());
    const change = { key: 'a', rule: 'width', before: '１', after: '1' };
    expect(memory.recall('１')).toBeUndefined();
    memory.keep('１', '1', change);
    expect(memory.recall('１')).toEqual({ typed: '１', value: '1', change, id: 1 });
    expect(memory.recall('1')).toBeUndefined();
  });

  it('tells long texts apart that are alike at both ends', () => {
    const memory = new ColumnMemory(new OutcomeIds());
    const long = (middle: string) => `beginning${middle}of the end`;
    const ids = ['a', 'b', 'c'].map((middle) => memory.keep(long(middle), middle, null));
    expect(ids).toEqual([1, 2, 3]);
    expect(['a', 'b', 'c'].map((middle) => memory.recall(long(middle))?.value)).toEqual(['a', 'b', 'c']);
    expect(memory.recall(long('d'))).toBeUndefined();
  });

  it('gives up where texts do not come again', () => {
    const memory = new ColumnMemory(new OutcomeIds());
    for (let n = 0; n < 2048; n++) {
      memory.recall(`text ${n}`);
      memory.keep(`text ${n}`, `text ${n}`, null);
    }
    expect(memory.recall('text 0')).toBeUndefined();
  });

  it('keeps on where they do, within its bound', () => {
    const memory = new ColumnMemory(new OutcomeIds());
    for (let n = 0; n < 4096; n++) {
      memory.recall(`text ${n % 100}`);
      memory.keep(`text ${n % 100}`, 'same', null);
    }
    for (let n = 0; n < 5000; n++) memory.keep(`late ${n}`, 'late', null);
    expect(memory.recall('text 99')?.value).toBe('same');
    expect(memory.recall('late 3000')?.value).toBe('late');
    expect(memory.recall('late 4999')).toBeUndefined();
  });
});
