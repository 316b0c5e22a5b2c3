/**
 * The stub of Google's authorisation: tokens by a service account's signed assertion
 * (https://developers.google.com/identity/protocols/oauth2/service-account) or by a refresh token
 * (https://developers.google.com/identity/protocols/oauth2/web-server#offline). Signatures are verified where the account's
 * public key was given; nobody is asked for consent.
 */
import { verify } from 'node:crypto';
import type { Workspace } from '../api.ts';
import { RestError } from './errors.ts';
import type { RestAnswer, RestRequest } from './wire.ts';

export interface Account {
  readonly email: string;
  /** PEM; without it any signature is taken. */
  readonly publicKey?: string;
  /** Stands for a consent given earlier: the refresh token and what it allows. */
  readonly refreshToken?: string;
  readonly scopes?: readonly string[];
}

export interface Grant {
  readonly email: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number;
}

const LIFETIME = 3600;
const invalidGrant = (why: string): RestAnswer => ({
  status: 400,
  body: { error: 'invalid_grant', error_description: why },
});

interface Claims {
  readonly iss: string;
  readonly scope: string;
  readonly exp: number;
  readonly sub?: string;
}

function claimsOf(part: string): Claims | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof value !== 'object' || value === null || !('iss' in value) || !('exp' in value)) return null;
    const { iss, exp } = value;
    if (typeof iss !== 'string' || typeof exp !== 'number') return null;
    const scope = 'scope' in value && typeof value.scope === 'string' ? value.scope : '';
    return 'sub' in value && typeof value.sub === 'string'
      ? { iss, exp, scope, sub: value.sub }
      : { iss, exp, scope };
  } catch {
    return null;
  }
}

export class Authority {
  readonly #workspace: Workspace;
  readonly #accounts: readonly Account[];
  readonly #grants = new Map<string, Grant>();

  constructor(workspace: Workspace, accounts: readonly Account[]) {
    this.#workspace = workspace;
    this.#accounts = accounts;
  }

  /** `POST /token`. */
  token(request: RestRequest): RestAnswer {
    const form = new URLSearchParams(request.body.toString('utf8'));
    const kind = form.get('grant_type');
    if (kind === 'refresh_token') {
      const account = this.#accounts.find((one) => one.refreshToken === form.get('refresh_token'));
      if (account?.refreshToken === undefined) return invalidGrant('Token has been expired or revoked.');
      return this.#grant(account.email, account.scopes ?? []);
    }
    if (kind === 'urn:ietf:params:oauth:grant-type:jwt-bearer')
      return this.#assertion(form.get('assertion') ?? '');
    return { status: 400, body: { error: 'unsupported_grant_type' } };
  }

  #assertion(assertion: string): RestAnswer {
    const [header = '', payload = '', signature = ''] = assertion.split('.');
    const claims = claimsOf(payload);
    if (claims === null) return invalidGrant('Invalid JWT.');
    const account = this.#accounts.find((one) => one.email === claims.iss);
    if (account === undefined) return invalidGrant('Invalid grant: account not found');
    const signed = Buffer.from(`${header}.${payload}`);
    if (
      account.publicKey !== undefined &&
      !verify('RSA-SHA256', signed, account.publicKey, Buffer.from(signature, 'base64url'))
    ) {
      return invalidGrant('Invalid JWT Signature.');
    }
    // Machines keep the real time even where the workspace's clock is virtual.
    if (claims.exp * 1000 < Date.now())
      return invalidGrant('Invalid JWT: Token must be a short-lived token.');
    return this.#grant(claims.sub ?? account.email, claims.scope.split(/\s+/).filter(Boolean));
  }

  #grant(email: string, scopes: readonly string[]): RestAnswer {
    const token = `emulated.${this.#workspace.newId('token')}`;
    this.#grants.set(token, { email, scopes, expiresAt: Date.now() + LIFETIME * 1000 });
    return {
      status: 200,
      body: { access_token: token, expires_in: LIFETIME, token_type: 'Bearer', scope: scopes.join(' ') },
    };
  }

  /** Who asks, or the refusal: 401 without a valid token, 403 without a scope. */
  who(request: RestRequest, scopes: readonly string[]): string {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = this.#grants.get(token);
    if (grant === undefined || grant.expiresAt < Date.now()) {
      throw new RestError(
        401,
        'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
        'authError',
        { 'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="invalid_token"' },
      );
    }
    if (!grant.scopes.some((one) => scopes.includes(one))) {
      throw new RestError(403, 'Request had insufficient authentication scopes.', 'insufficientPermissions', {
        'www-authenticate': 'Bearer realm="https://accounts.google.com/", error="insufficient_scope"',
      });
    }
    return grant.email;
  }
}
