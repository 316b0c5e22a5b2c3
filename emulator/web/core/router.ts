/** A router of a few lines: method and path pattern to handler, `:name` for one path part. */

export interface Route<H> {
  readonly method: 'GET' | 'POST';
  readonly pattern: string;
  readonly handler: H;
}

export type Match<H> =
  | { readonly kind: 'found'; readonly handler: H; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'method-not-allowed'; readonly allowed: readonly string[] }
  | { readonly kind: 'not-found' };

function decode(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const want = pattern.split('/');
  const have = path.split('/');
  if (want.length !== have.length) return null;
  const params: Record<string, string> = {};
  for (let i = 0; i < want.length; i += 1) {
    const wanted = want[i] ?? '';
    const given = decode(have[i] ?? '');
    if (given === null) return null;
    if (wanted.startsWith(':')) {
      if (given === '') return null;
      params[wanted.slice(1)] = given;
    } else if (wanted !== given) return null;
  }
  return params;
}

/** The first route whose pattern fits; HEAD is answered by GET. A path whose escapes are broken is not found. */
export function match<H>(routes: readonly Route<H>[], method: string, path: string): Match<H> {
  const asked = method === 'HEAD' ? 'GET' : method;
  const allowed: string[] = [];
  for (const route of routes) {
    const params = matchPath(route.pattern, path);
    if (params === null) continue;
    if (route.method === asked) return { kind: 'found', handler: route.handler, params };
    allowed.push(route.method);
  }
  return allowed.length > 0 ? { kind: 'method-not-allowed', allowed } : { kind: 'not-found' };
}
