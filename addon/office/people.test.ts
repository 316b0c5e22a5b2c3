import { describe, expect, it } from 'vitest';
import { addFault, samePeople, saveWarnings, withPerson, withRole } from './people.ts';
import type { PersonDraft } from './state.ts';

const me = 'sato@mihon-cci.example';
const all = ['view', 'desk', 'approve', 'export', 'settings'] as const;
const view = { me, roles: all.map((id) => ({ id, label: id, what: '' })) };
const mine: PersonDraft = { person: me, roles: all };

describe('people', () => {
  it('first_person__another__whoever_adds_them_stays_with_every_role', () => {
    expect(withPerson([], ' Tanaka@Mihon-cci.example ', view)).toEqual([
      mine,
      { person: 'tanaka@mihon-cci.example', roles: ['view'] },
    ]);
    expect(withPerson([], me, view)).toEqual([mine]);
    expect(withPerson([mine], 'x@mihon-cci.example', view)).toHaveLength(2);
  });

  it.each([
    ['', 'メールアドレスを入れてください。'],
    ['tanaka', '「name@example.or.jp」の形で入れてください。'],
    ['SATO@mihon-cci.example', 'この人は、もう表にあります。'],
    ['tanaka@mihon-cci.example', ''],
  ])('address__%s__%s', (address, fault) => expect(addFault([mine], address)).toBe(fault));

  it('list__same_roles_in_another_order__is_the_same', () => {
    const turned = { person: me, roles: [...all].reverse() };
    expect(samePeople([mine], [turned])).toBe(true);
    expect(samePeople([mine], withRole([mine], me, 'export', false))).toBe(false);
  });

  it.each([
    ['emptied', [mine], [], /全員/],
    ['begun', [], [mine], /使えなくなります/],
    ['own 設定 lost', [mine], [{ person: me, roles: ['view'] }], /役割を失い/],
    ['nobody’s roles', [mine], [mine, { person: 'x@mihon-cci.example', roles: [] }], /1つもない/],
  ] satisfies readonly (readonly [
    string,
    readonly PersonDraft[],
    readonly PersonDraft[],
    RegExp,
  ])[])('warning__%s', (_name, before, after, words) =>
    expect(saveWarnings(before, after, me).join('')).toMatch(words));

  it('warning__nothing_dangerous__none', () =>
    expect(saveWarnings([mine], [mine, { person: 'x@mihon-cci.example', roles: ['view'] }], me)).toEqual([]));
});
