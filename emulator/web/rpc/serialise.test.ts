import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { carry, refusedName } from './serialise.ts';

describe('carry', () => {
  const good: [string, unknown, unknown][] = [
    ['primitives', [1, 'あ', true, null], [1, 'あ', true, null]],
    ['undefined in an array becomes null', [undefined, 1], [null, 1]],
    ['undefined property is dropped', { a: undefined, b: 0 }, { b: 0 }],
    ['undefined alone becomes null', undefined, null],
    ['numbers that JSON lacks become null', [Number.NaN, Number.POSITIVE_INFINITY], [null, null]],
    [
      'the same object twice is no circle',
      (() => {
        const o = { x: 1 };
        return [o, o];
      })(),
      [{ x: 1 }, { x: 1 }],
    ],
    ['objects of another realm', runInNewContext('({ rows: [1, "a"] })'), { rows: [1, 'a'] }],
    [
      'a key named __proto__ stays a key',
      JSON.parse('{"__proto__":{"x":1}}'),
      JSON.parse('{"__proto__":{"x":1}}'),
    ],
  ];
  for (const [note, value, expected] of good) {
    it(note, () => {
      expect(carry(value)).toEqual({ ok: true, value: expected });
    });
  }

  const circle: { self?: unknown } = {};
  circle.self = circle;
  const bad: [string, unknown, string, string][] = [
    ['Date', { at: new Date(0) }, 'Date', '$.at'],
    ['Date of another realm', [runInNewContext('new Date(0)')], 'Date', '$[0]'],
    ['function', { f: () => 1 }, 'function', '$.f'],
    ['symbol', [Symbol('s')], 'symbol', '$[0]'],
    ['bigint', { n: 1n }, 'bigint', '$.n'],
    ['Map', { m: new Map() }, 'Map', '$.m'],
    ['circle', circle, 'circular', '$.self'],
    [
      'class instance',
      {
        e: new (class Row {
          n = 1;
        })(),
      },
      'Object',
      '$.e',
    ],
  ];
  for (const [note, value, reason, path] of bad) {
    it(`${note} is refused with its place`, () => {
      expect(carry(value)).toEqual({ ok: false, reason, path });
    });
  }
});

describe('refusedName', () => {
  it('private_and_odd_names__are_refused__public_ones_pass', () => {
    expect(refusedName('rpc')).toBe('');
    expect(refusedName('secret_')).toContain('非公開');
    expect(refusedName('a.b')).not.toBe('');
    expect(refusedName('')).not.toBe('');
  });
});
