/** What stands at Google, read over the Apps Script API with the login that clasp keeps. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { lazy } from '../../shared/lazy.ts';
import { Caller } from '../google/call.ts';
import { clients } from '../google/clients.ts';
import type { Credentials } from '../google/credentials.ts';
import { realPace } from '../google/token-bucket.ts';
import type { DeployFacts, ProjectFile } from './checklist.ts';

/** `.clasprc.json` of clasp 3 (https://github.com/google/clasp). */
const schema = lazy(() =>
  z.object({
    tokens: z.record(
      z.string(),
      z.object({ client_id: z.string(), client_secret: z.string(), refresh_token: z.string() }),
    ),
  }),
);

/** clasp's own login, or null where there is none that can be read. */
export function claspLogin(file = join(homedir(), '.clasprc.json')): Credentials | null {
  try {
    const { tokens } = schema().parse(JSON.parse(readFileSync(file, 'utf8')));
    const login = tokens.default;
    return login === undefined ? null : { type: 'authorized_user', ...login };
  } catch {
    return null;
  }
}

export type Remote = Pick<DeployFacts, 'head' | 'deployed' | 'deployments' | 'versions'>;

/** Reads the project. `deploymentId` says which version counts as deployed. */
export async function readRemote(
  credentials: Credentials,
  scriptId: string,
  deploymentId: string,
  endpoint?: string,
): Promise<Remote> {
  const { script } = clients(credentials, [], endpoint);
  const caller = new Caller(realPace);
  const files = async (versionNumber?: number): Promise<readonly ProjectFile[]> => {
    const { data } = await caller.call('script', () =>
      script.projects.getContent({ scriptId, ...(versionNumber === undefined ? {} : { versionNumber }) }),
    );
    return (data.files ?? []).map(({ name, source }) => ({ name: name ?? '', source: source ?? '' }));
  };
  const deployments = (
    await caller.call('script', () => script.projects.deployments.list({ scriptId, pageSize: 50 }))
  ).data.deployments;
  const versions = (
    await caller.call('script', () => script.projects.versions.list({ scriptId, pageSize: 500 }))
  ).data.versions;
  const own = (deployments ?? []).find((one) => one.deploymentId === deploymentId);
  const number = own?.deploymentConfig?.versionNumber ?? undefined;
  return {
    head: await files(),
    deployed: number === undefined ? null : await files(number),
    deployments: (deployments ?? []).flatMap((one) => one.deploymentId ?? []),
    versions: versions?.length ?? 0,
  };
}
