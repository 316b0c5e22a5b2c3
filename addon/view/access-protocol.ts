/** Who may do what, over the wire. The same rules as `protocol.ts`. */
import * as z from 'zod/mini';
import { type Role, roles } from '../../shared/settings/roles.ts';

export interface RoleView {
  readonly id: Role;
  readonly label: string;
  /** What it allows, one sentence. */
  readonly what: string;
}

export interface AccessView {
  /** Empty: whoever may edit the workbook has every role; `words` says so. */
  readonly people: readonly { readonly person: string; readonly roles: readonly Role[] }[];
  readonly roles: readonly RoleView[];
  readonly me: string;
  /** Whether the person at work may change the list. */
  readonly mayChange: boolean;
  /** What holds now, one sentence. */
  readonly words: string;
  /** Sheet that holds who did what. */
  readonly logSheet: string;
}

export const accessInputs = {
  access: () => z.strictObject({}),
  /** The whole list as it is to be; an empty one gives every role to everybody who may edit the workbook. */
  saveAccess: () =>
    z.strictObject({
      people: z
        .array(
          z.strictObject({
            person: z.string().check(z.minLength(1), z.maxLength(200)),
            roles: z.array(z.enum(roles)).check(z.maxLength(roles.length)),
          }),
        )
        .check(z.maxLength(200)),
    }),
} as const;

export interface AccessOutputs {
  access: AccessView;
  saveAccess: AccessView;
}
