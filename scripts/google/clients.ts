/** The client libraries, bound to one account and the least scopes; the only file that names them. */
import { auth, drive } from '@googleapis/drive';
import { forms } from '@googleapis/forms';
import { script } from '@googleapis/script';
import { sheets } from '@googleapis/sheets';
import type { Credentials } from './credentials.ts';
import { refuse } from './refuse.ts';

/** Where the calls go instead of Google: an emulator on this machine. */
function localRoot(endpoint: string): string {
  let url: URL;
  try {
    url = new URL(endpoint);
  } catch {
    refuse('google.endpoint', { address: endpoint });
  }
  // Tokens must not leave for a stranger's address.
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
    refuse('google.endpoint', { address: endpoint });
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

function client(credentials: Credentials, scopes: readonly string[]) {
  if (credentials.type === 'service_account') {
    return new auth.JWT({
      email: credentials.client_email,
      key: credentials.private_key,
      scopes: [...scopes],
    });
  }
  const user = new auth.OAuth2({
    clientId: credentials.client_id,
    clientSecret: credentials.client_secret,
  });
  user.setCredentials({ refresh_token: credentials.refresh_token });
  return user;
}

export type Clients = ReturnType<typeof clients>;

/** An account with the given scopes. `endpoint` leads everything, the fetching of tokens too, to an emulator. */
export function account(credentials: Credentials, scopes: readonly string[], endpoint: string | undefined) {
  const authClient = client(credentials, scopes);
  const root = endpoint === undefined ? undefined : localRoot(endpoint);
  if (root !== undefined) {
    // Uploads and tokens have addresses of their own, which `rootUrl` does not reach.
    authClient.transporter.interceptors.request.add({
      resolved: async (config) => {
        if (config.url.hostname.endsWith('.googleapis.com')) {
          config.url = new URL(`${config.url.pathname}${config.url.search}`, root);
        }
        return config;
      },
    });
  }
  return authClient;
}

/** Clients for the given scopes. Their own retries are off: `call.ts` knows which calls may be repeated. */
export function clients(credentials: Credentials, scopes: readonly string[], endpoint: string | undefined) {
  const authClient = account(credentials, scopes, endpoint);
  const options = {
    auth: authClient,
    retry: false,
    timeout: 60_000,
  };
  return {
    drive: drive({ version: 'v3', ...options }),
    forms: forms({ version: 'v1', ...options }),
    sheets: sheets({ version: 'v4', ...options }),
    script: script({ version: 'v1', ...options }),
  };
}
