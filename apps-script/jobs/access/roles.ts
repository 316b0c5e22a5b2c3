/** The list of roles, read and changed by whoever has 設定. */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { hasRole, holdersOf, type RoleRow, roleLines, sameAddress } from '../../../shared/settings/roles.ts';
import { isMailable } from '../../../shared/text/mailable.ts';
import { type Book, openBook } from '../book/book.ts';
import { settingText, writeSetting } from '../book/write-setting.ts';
import type { Services } from '../port.ts';
import { roleList, storeRoleList } from './check.ts';

const refuse = (code: string, params: Readonly<Record<string, string>> = {}): never => {
  throw new UnusableInput([issue(code, 'error', '', { params })]);
};

function cleaned(people: readonly RoleRow[]): readonly RoleRow[] {
  const list = people.map(({ person, roles }) => ({
    person: sameAddress(person),
    roles: [...new Set(roles)],
  }));
  const seen = new Set<string>();
  for (const { person } of list) {
    if (!isMailable(person)) refuse('access.address', { person });
    if (seen.has(person)) refuse('access.twice', { person });
    seen.add(person);
  }
  return list;
}

/**
 * Somebody who can change the list has to stay: the person who changes it, or another who had 設定 before. A new address does
 * not count, it may be mistyped.
 */
function isSafe(before: readonly RoleRow[], after: readonly RoleRow[], person: string): boolean {
  if (after.length === 0 || hasRole(after, person, 'settings')) return true;
  const known = new Set(holdersOf(before, 'settings'));
  return holdersOf(after, 'settings').some((one) => known.has(one));
}

/**
 * Replaces the list; an empty one gives every role to everybody who may edit the workbook. The same call again changes nothing.
 * Throws UnusableInput `access.address`, `access.twice`, `access.last-settings`.
 */
export function saveRoles(services: Services, people: readonly RoleRow[]): readonly RoleRow[] {
  return services.withLock(() => {
    const list = cleaned(people);
    if (!isSafe(roleList(services), list, services.session.user())) refuse('access.last-settings');
    storeRoleList(services, list);
    showRoles(services);
    return list;
  });
}

/** Whether 設定 shows the list that counts. */
export const isShown = (
  services: Services,
  book: Book = openBook(services.workbook),
  list: readonly RoleRow[] = roleList(services),
): boolean => settingText(book, 'roles').trim() === roleLines(list).trim();

/** Writes the list that counts into 設定. */
export function showRoles(services: Services): void {
  if (!isShown(services)) {
    writeSetting(openBook(services.workbook), 'roles', roleLines(roleList(services)));
  }
}
