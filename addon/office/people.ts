/** The list of people while it is changed: whether an address can be added, and what would become different. */
import { hasRole, type Role, sameAddress } from '../../shared/settings/roles.ts';
import type { AccessView } from '../view/access-protocol.ts';
import type { PersonDraft } from './state.ts';

/** Why the address cannot be added, '' when it can. */
export function addFault(list: readonly PersonDraft[], address: string): string {
  const person = sameAddress(address);
  if (person === '') return 'メールアドレスを入れてください。';
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(person)) return '「name@example.or.jp」の形で入れてください。';
  return list.some((one) => sameAddress(one.person) === person) ? 'この人は、もう表にあります。' : '';
}

/**
 * The list with one more person, who may look. The first person of an empty list would lock out whoever adds them: that one is
 * added too, with every role.
 */
export function withPerson(
  list: readonly PersonDraft[],
  address: string,
  view: Pick<AccessView, 'me' | 'roles'>,
): readonly PersonDraft[] {
  const all = view.roles.map(({ id }) => id);
  const person = sameAddress(address);
  const isMe = person === sameAddress(view.me);
  const first: readonly PersonDraft[] =
    list.length === 0 && view.me !== '' && !isMe ? [{ person: sameAddress(view.me), roles: all }] : [];
  return [...list, ...first, { person, roles: list.length === 0 && isMe ? all : ['view'] }];
}

export const withRole = (
  list: readonly PersonDraft[],
  person: string,
  role: Role,
  on: boolean,
): readonly PersonDraft[] =>
  list.map((one) =>
    one.person === person
      ? { person, roles: on ? [...one.roles, role] : one.roles.filter((each) => each !== role) }
      : one,
  );

const keyOf = (list: readonly PersonDraft[]): string =>
  list
    .map(({ person, roles }) => `${person} ${[...roles].sort().join(' ')}`)
    .sort()
    .join('\n');

export const samePeople = (a: readonly PersonDraft[], b: readonly PersonDraft[]): boolean =>
  keyOf(a) === keyOf(b);

/** What a person should know before the list is saved, a sentence each. */
export function saveWarnings(
  before: readonly PersonDraft[],
  after: readonly PersonDraft[],
  me: string,
): readonly string[] {
  if (after.length === 0) {
    return before.length === 0
      ? []
      : ['表を空にすると、このブックを編集できる人は全員、すべての操作ができるようになります。'];
  }
  return [
    ...(before.length === 0 ? ['保存すると、表にない人は会議所キットを使えなくなります。'] : []),
    ...(hasRole(after, me, 'settings')
      ? []
      : ['保存すると、あなたは「設定」の役割を失い、この表を直せなくなります。']),
    ...(after.some(({ roles }) => roles.length === 0) ? ['役割が1つもない人は、何もできません。'] : []),
  ];
}
