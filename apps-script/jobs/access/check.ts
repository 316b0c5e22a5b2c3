/**
 * Who may do what. The list that counts stands with the script (`services.secrets`), where whoever may edit the workbook can
 * not change it by hand; 設定 shows it. One read a call.
 */
import * as z from 'zod/mini';
import { type Issue, issue } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import {
  hasRole,
  holdersOf,
  type Role,
  type RoleRow,
  roleLabels,
  roles,
  sameAddress,
} from '../../../shared/settings/roles.ts';
import type { Services } from '../port.ts';

/** A number a person: one bit a role, in the order of `roles`. All chambers of a script share 500 kB of properties. */
const storedSchema = lazy(() =>
  z.strictObject({ version: z.literal(1), people: z.record(z.string(), z.number()) }),
);

type Needed = Pick<Services, 'secrets' | 'workbook'>;

const keyOf = ({ workbook }: Needed): string => `cci.roles.${workbook.id}`;

/** The list as it counts; empty: whoever may edit the workbook has every role. Throws when it cannot be read: nobody passes then. */
export function roleList(services: Needed): readonly RoleRow[] {
  const text = services.secrets.get(keyOf(services));
  if (text === null || text === '') return [];
  const { people } = storedSchema().parse(JSON.parse(text));
  return Object.entries(people).map(([person, bits]) => ({
    person,
    roles: roles.filter((_role, at) => (bits & (1 << at)) !== 0),
  }));
}

export function storeRoleList(services: Needed, list: readonly RoleRow[]): void {
  const people = Object.fromEntries(
    list.map((row) => [
      sameAddress(row.person),
      roles.reduce((bits, role, at) => bits | (row.roles.includes(role) ? 1 << at : 0), 0),
    ]),
  );
  services.secrets.set(keyOf(services), list.length === 0 ? '' : JSON.stringify({ version: 1, people }));
}

/**
 * Why the person at work may not do what needs this role, null when nothing stands against it. The owner of the workbook
 * always has 設定: a chamber cannot lock itself out.
 */
export function refusalOf(
  services: Pick<Services, 'secrets' | 'workbook' | 'session'>,
  role: Role,
): Issue | null {
  const list = roleList(services);
  const person = services.session.user();
  if (hasRole(list, person, role)) return null;
  const owner = services.workbook.owner();
  const isOwner = owner !== '' && sameAddress(owner) === sameAddress(person);
  if (isOwner && (role === 'settings' || role === 'view')) return null;
  const holders = holdersOf(list, 'settings');
  return issue('access.denied', 'error', '', {
    params: {
      role: roleLabels[role],
      known: holders.join('、') || `このブックのオーナー${owner === '' ? '' : `（${owner}）`}`,
    },
  });
}
