/** What a failed call means: whether it may be tried again, and how long to wait (https://developers.google.com/workspace/drive/api/guides/handle-errors). */

export interface Failure {
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly reason: string;
  readonly retryable: boolean;
  /** As the service asked for by Retry-After; null where it did not. */
  readonly waitMs: number | null;
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

function headerOf(response: unknown, name: string): string | null {
  const headers = property(response, 'headers');
  // `Headers` of whichever fetch the library brought along, or a plain object.
  const get = property(headers, 'get');
  const found: unknown = typeof get === 'function' ? get.call(headers, name) : property(headers, name);
  return typeof found === 'string' ? found : null;
}

/** Retry-After in seconds or as a date (RFC 9110, 10.2.3). */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null || header === '') return null;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** Reads an error of the client libraries. Errors that are none of theirs are not retryable. */
export function failureOf(error: unknown, now: number): Failure {
  const response = property(error, 'response');
  const status = Number(property(response, 'status') ?? 0);
  const body = property(property(response, 'data'), 'error');
  const errors = property(body, 'errors');
  const first = Array.isArray(errors) ? property(errors[0], 'reason') : undefined;
  const code = property(error, 'code');
  const reason =
    typeof first === 'string'
      ? first
      : typeof code === 'string'
        ? code
        : typeof body === 'string'
          ? body
          : '';
  const busy = status === 403 && /rateLimitExceeded|userRateLimitExceeded/i.test(reason);
  const noAnswer = response === undefined && isNetwork(error);
  return {
    status,
    reason,
    retryable: noAnswer || busy || status === 408 || status === 429 || status >= 500,
    waitMs: retryAfter(headerOf(response, 'retry-after'), now),
  };
}

/** The errors of a connection that broke or never came to be. */
function isNetwork(error: unknown): boolean {
  const codes = [
    'ECONNRESET',
    'ECONNREFUSED',
    'ETIMEDOUT',
    'EPIPE',
    'ENOTFOUND',
    'EAI_AGAIN',
    'UND_ERR_SOCKET',
  ];
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = property(at, 'code');
    if (typeof code === 'string' && codes.includes(code)) return true;
    if (/fetch failed|socket hang up|terminated|Premature close|aborted|timeout/i.test(at.message))
      return true;
  }
  return false;
}
