import { describe, expect, it } from 'vitest';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { ByteMemory } from './byte-memory.ts';
import { OutcomeIds } from './memory.ts';

function asker(memory: ByteMemory, hash: (text: string) => number = (text) => text.length) {
  return (text: string) => {
    const bytes = encodeUtf8(`,${text},`);
    return memory.recall(bytes, 1, bytes.length - 1, hash(text));
  };
}

describe('ByteMemory', () => {
  it('recalls what it kept, by the bytes and not by their number', () => {
    const memory = new ByteMemory(new OutcomeIds());
    const recall = asker(memory);
    expect(recall('製造業')).toBeUndefined();
    expect(memory.keep('製造業', 'manufacturing', null)).toBe(1);
    expect(recall('建設業')).toBeUndefined();
    expect(memory.keep('建設業', 'construction', null)).toBe(2);
    expect(recall('製造業')).toMatchObject({ typed: '製造業', value: 'manufacturing', id: 1 });
    expect(recall('建設業')).toMatchObject({ value: 'construction', id: 2 });
    expect(recall('建設')).toBeUndefined();
  });

  it('holds many, whatever their numbers', () => {
    const ids = new OutcomeIds();
    for (const hash of [() => -1, (text: string) => Number(text) * 64, (text: string) => -Number(text)]) {
      const memory = new ByteMemory(ids);
      const recall = asker(memory, hash);
      for (let n = 0; n < 500; n++) {
        if (recall(String(n)) === undefined) memory.keep(String(n), `v${n}`, null);
      }
      for (let n = 0; n < 500; n++) expect(recall(String(n))?.value).toBe(`v${n}`);
    }
  });

  it('gives up a column of ever new texts', () => {
    const memory = new ByteMemory(new OutcomeIds());
    const recall = asker(memory, Number);
    for (let n = 0; n < 2048; n++) {
      recall(String(n));
      memory.keep(String(n), '', null);
    }
    expect(recall('5')).toBeUndefined();
    expect(memory.keep('5', '', null)).toBe(0);
  });

  it('keeps at most 4096, and those for good', () => {
    const memory = new ByteMemory(new OutcomeIds());
    const recall = asker(memory, Number);
    recall('1');
    memory.keep('1', 'one', null);
    for (let n = 0; n < 2048; n++) recall('1');
    for (let n = 2; n < 6000; n++) {
      if (recall(String(n)) === undefined) memory.keep(String(n), String(n), null);
    }
    expect(recall('4096')?.value).toBe('4096');
    expect(recall('4097')).toBeUndefined();
    expect(memory.keep('4097', '4097', null)).toBe(0);
    expect(recall('1')?.value).toBe('one');
  });
});
