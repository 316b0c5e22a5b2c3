import { describe, expect, it } from 'vitest';
import { hasRole, holdersOf, roleLines, roles } from './roles.ts';

const list = [
  { person: 'uketsuke@mihon-cci.example', roles: ['desk'] as const },
  { person: 'jimu@mihon-cci.example', roles: ['approve', 'settings'] as const },
  { person: 'nashi@mihon-cci.example', roles: [] },
];

describe('hasRole', () => {
  it('empty_list__everybody_has_every_role', () => {
    for (const role of roles) expect(hasRole([], 'dare@mihon-cci.example', role)).toBe(true);
  });

  it.each([
    ['UKETSUKE@mihon-cci.example', ['view', 'desk']],
    ['jimu@mihon-cci.example', ['view', 'approve', 'settings']],
    ['nashi@mihon-cci.example', []],
    ['dare@mihon-cci.example', []],
    ['', []],
  ])('%s has %j', (person, wanted) => {
    expect(roles.filter((role) => hasRole(list, person, role))).toEqual(wanted);
  });

  it('holders_and_lines__as_people_read_them', () => {
    expect(holdersOf(list, 'settings')).toEqual(['jimu@mihon-cci.example']);
    expect(roleLines(list).split('\n')).toEqual([
      'uketsuke@mihon-cci.example 受付',
      'jimu@mihon-cci.example 承認、設定',
      'nashi@mihon-cci.example ',
    ]);
  });
});
