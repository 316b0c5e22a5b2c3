/**
 * What keeps this face to its own machine and page: response headers, and the check that a POST was sent by a page of this
 * server. The server listens on 127.0.0.1 only; the Host check stops DNS rebinding, the Origin check other pages.
 */

const common: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Headers of every page of the face: own scripts and styles only, frames only from itself. */
export const pageHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
    "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

/**
 * Headers of HTML made by a script (sidebar, dialog). It runs in an opaque origin: no storage, no cookies, no network;
 * its only way out is `google.script.run`, carried by postMessage to the page around it.
 */
export const scriptFrameHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy':
    "sandbox allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox; default-src 'none'; " +
    "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; " +
    "base-uri 'none'; frame-ancestors 'self'",
};

/** Headers of the HTML part of a mail: nothing runs, nothing is fetched. */
export const mailFrameHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy':
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
    "form-action 'none'; base-uri 'none'; frame-ancestors 'self'",
};

/** Headers of a file from Drive: always a download, never a page. */
export const downloadHeaders: Readonly<Record<string, string>> = {
  ...common,
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
};

export interface Asked {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
}

/** True when the Host header names this machine. */
export function isLocalHost(host: string | undefined): boolean {
  return host !== undefined && /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host);
}

/**
 * True when the request may be answered: it names this machine, and, when it changes anything, comes from a page of this very
 * server. A POST without Origin passes only with `Sec-Fetch-Site: same-origin`.
 */
export function isAllowed(asked: Asked): boolean {
  if (!isLocalHost(asked.host)) return false;
  if (asked.method === 'GET' || asked.method === 'HEAD') return true;
  if (asked.origin !== undefined) return asked.origin === `http://${asked.host}`;
  return asked.fetchSite === 'same-origin';
}

/** `Content-Disposition` for a file name in any script (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
