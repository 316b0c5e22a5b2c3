/**
 * Whose credentials a command uses: the key of a service account or a consent stored by `gcloud auth application-default login`
 * (https://developers.google.com/identity/protocols/oauth2/service-account,
 * https://docs.cloud.google.com/docs/authentication/application-default-credentials).
 */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { lazy } from '../../shared/lazy.ts';
import { refuse } from './refuse.ts';

const schema = lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('service_account'), client_email: z.string(), private_key: z.string() }),
    z.object({
      type: z.literal('authorized_user'),
      client_id: z.string(),
      client_secret: z.string(),
      refresh_token: z.string(),
    }),
  ]),
);
export type Credentials = z.infer<ReturnType<typeof schema>>;

/** Reads a credentials file. Its text never stands in a message. */
export function readCredentials(file: string | undefined): Credentials {
  const path = file ?? process.env.GOOGLE_APPLICATION_CREDENTIALS;
  if (path === undefined || path === '') refuse('google.no-credentials');
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    refuse('google.credentials', { file: path });
  }
  const read = z.safeParse(schema(), value);
  if (!read.success) refuse('google.credentials', { file: path });
  return read.data;
}
