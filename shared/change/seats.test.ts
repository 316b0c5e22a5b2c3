import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giveSeats, type SeatRequest } from './seats.ts';

/** `a2` new, `+a2` accepted, `~a2` waiting, `x a2` cancelled: group and count; ids are places in the list. */
function requests(texts: readonly string[]): readonly SeatRequest[] {
  const states = { '+': 'accepted', '~': 'waiting', x: 'cancelled' } as const;
  return texts.map((text, index) => {
    const [, mark = '', group = '', count = ''] = /^([+~x]?)([a-z])(\d+)$/.exec(text) ?? [];
    const state = mark === '+' || mark === '~' || mark === 'x' ? states[mark] : 'new';
    return { id: String(index), group, count: Number(count), state };
  });
}

const cases: readonly [what: string, limit: number | null, texts: readonly string[], wanted: string][] = [
  ['room for all', 3, ['a1', 'a2'], '0 accepted, 1 accepted'],
  ['the last seat goes to who came first', 2, ['+a1', 'a1', 'a1'], '1 accepted, 2 waiting'],
  ['a party that does not fit waits whole', 3, ['+a2', 'a2'], '1 waiting'],
  ['nobody goes before one who waits', 3, ['+a2', 'a2', 'a1'], '1 waiting, 2 waiting'],
  ['each group has the limit for itself', 1, ['a1', 'b1', 'a1'], '0 accepted, 1 accepted, 2 waiting'],
  ['a cancelled one gives way to the first waiting', 1, ['xa1', '~a1', '~a1'], '1 accepted'],
  ['as many move up as fit', 3, ['xa3', '~a2', '~a1', '~a1'], '1 accepted, 2 accepted'],
  ['the first waiting that does not fit keeps the others', 3, ['+a2', '~a2', '~a1'], ''],
  ['more than there are at all holds nobody up', 3, ['+a2', '~a9', 'a1'], '2 accepted'],
  ['no limit', null, ['a9', '~a1'], '0 accepted, 1 accepted'],
  ['a lowered limit takes nothing back', 1, ['+a2', 'a1'], '1 waiting'],
  ['a waiting one goes before a new one', 1, ['xa1', '~a1', 'a1'], '1 accepted, 2 waiting'],
  ['no places at all', 0, ['a1'], '0 waiting'],
];

describe('giveSeats', () => {
  it.each(cases)('%s', (_what, limit, texts, wanted) => {
    const changed = [...giveSeats(requests(texts), limit)].map(([id, state]) => `${id} ${state}`);
    expect(changed.join(', ')).toBe(wanted);
  });

  const request = fc.record({
    group: fc.constantFrom('a', 'b'),
    count: fc.integer({ min: 1, max: 5 }),
    state: fc.constantFrom('new' as const, 'waiting' as const, 'cancelled' as const),
  });

  it('never gives more than there are, decides over every new one, and has nothing to do again', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 20 }), fc.integer({ min: 0, max: 12 }), (made, limit) => {
        const all = made.map((one, index): SeatRequest => ({ ...one, id: String(index) }));
        const changed = giveSeats(all, limit);
        const after = all.map((one): SeatRequest => ({ ...one, state: changed.get(one.id) ?? one.state }));
        for (const group of ['a', 'b']) {
          const taken = after.filter((one) => one.group === group && one.state === 'accepted');
          expect(taken.reduce((sum, one) => sum + one.count, 0)).toBeLessThanOrEqual(limit);
        }
        expect(after.some((one) => one.state === 'new')).toBe(false);
        expect(giveSeats(after, limit).size).toBe(0);
      }),
    );
  });
});
