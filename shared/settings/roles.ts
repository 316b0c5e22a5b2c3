/** Who may do what: the roles of staff, as data. */

export const roles = ['view', 'desk', 'approve', 'export', 'settings'] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Readonly<Record<Role, string>> = {
  view: '閲覧',
  desk: '受付',
  approve: '承認',
  export: '出力',
  settings: '設定',
};

/** A member of staff with the roles that were given. */
export interface RoleRow {
  /** Mail address of the Google account. */
  readonly person: string;
  readonly roles: readonly Role[];
}

/** Addresses are the same whatever their case. */
export const sameAddress = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Whether a person has a role; whoever has any may look. An empty list gives every role to everybody. */
export function hasRole(list: readonly RoleRow[], person: string, role: Role): boolean {
  if (list.length === 0) return true;
  const own = list.find((row) => sameAddress(row.person) === sameAddress(person))?.roles ?? [];
  return own.includes(role) || (role === 'view' && own.length > 0);
}

/** The people who have a role. */
export const holdersOf = (list: readonly RoleRow[], role: Role): readonly string[] =>
  list.filter((row) => row.roles.includes(role)).map((row) => row.person);

/** The list as people read it in 設定: a line each, 「tanto@example.jp 受付、出力」. */
export const roleLines = (list: readonly RoleRow[]): string =>
  list.map((row) => `${row.person} ${row.roles.map((role) => roleLabels[role]).join('、')}`).join('\n');
