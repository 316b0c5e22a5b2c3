/** Fetches of scripts: rights, allow-list and quota as the platform holds them, then whatever the workspace has under the address. */
import type { WebReply, WebRequest } from '../../api.ts';
import { refuse } from '../../workspace/platform-error.ts';
import { consume } from '../../workspace/quotas.ts';
import type { Execution } from './execution.ts';
import { scopesOf } from './manifest-scopes.ts';
import { op } from './op.ts';

const SCOPE = 'https://www.googleapis.com/auth/script.external_request';
/** Longest address (https://developers.google.com/apps-script/guides/services/quotas): 2 KB. */
const LONGEST = 2048;

/** Prefixes of `urlFetchWhitelist`; null without the list (https://developers.google.com/apps-script/manifest/allowlist-url). */
function allowed(manifest: unknown): readonly string[] | null {
  if (typeof manifest !== 'object' || manifest === null || !('urlFetchWhitelist' in manifest)) return null;
  return Array.isArray(manifest.urlFetchWhitelist) ? manifest.urlFetchWhitelist.map(String) : null;
}

function mustBeAllowed({ bundle }: Execution, url: string): void {
  const scopes = scopesOf(bundle.manifest);
  if (scopes !== null && !scopes.includes(SCOPE)) {
    refuse(
      `Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: ${SCOPE}`,
    );
  }
  const prefixes = allowed(bundle.manifest);
  if (prefixes !== null && !prefixes.some((prefix) => url.startsWith(prefix))) {
    refuse(`Attempted to access a URL that is not in the manifest's allowlist: ${url}`);
  }
}

function fetchIt(execution: Execution, request: WebRequest): Required<Omit<WebReply, 'ms'>> {
  const { url } = request;
  const { workspace } = execution;
  mustBeAllowed(execution, url);
  if (url.length > LONGEST) refuse('Limit Exceeded: URLFetch URL Length.');
  consume(workspace, execution.user, 'urlFetch', 1);
  const found = [...workspace.web]
    .filter(([address]) => url.startsWith(address))
    .sort(([a], [b]) => b.length - a.length)[0];
  if (found === undefined) {
    return refuse(`エミュレーターには外部の通信がありません（UrlFetchApp.fetch ${url}）。`);
  }
  const before = workspace.now();
  const { status, contentType, body, headers = {}, ms = 0 } = found[1](request);
  execution.wait(ms, workspace.now() - before);
  return { status, contentType, body, headers };
}

export const webOps = {
  'UrlFetchApp.fetch': op('UrlFetchApp', 'read', fetchIt),
};
