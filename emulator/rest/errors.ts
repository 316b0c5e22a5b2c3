/** Errors in the shape of Google's APIs (https://google.aip.dev/193; https://developers.google.com/workspace/drive/api/guides/handle-errors). */
import { PlatformError } from '../workspace/platform-error.ts';
import type { RestAnswer } from './wire.ts';

/** `status` by HTTP code (https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto). */
const STATUS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  412: 'FAILED_PRECONDITION',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};

export class RestError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: number, message: string, reason: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.headers = headers;
  }
}

export const badRequest = (message: string): RestError => new RestError(400, message, 'badRequest');
export const notFound = (message = 'Requested entity was not found.'): RestError =>
  new RestError(404, message, 'notFound');

/** The answer an error becomes. What the workspace itself refuses is a bad request; a file it does not hold is not found. */
export function errorAnswer(error: unknown): RestAnswer {
  const known =
    error instanceof RestError
      ? error
      : error instanceof PlatformError
        ? /No item with the given ID|openById/.test(error.message)
          ? notFound()
          : badRequest(error.message)
        : null;
  if (known === null) throw error;
  const { code, message, reason, headers } = known;
  return {
    status: code,
    headers,
    body: {
      error: {
        code,
        message,
        status: STATUS[code] ?? 'UNKNOWN',
        errors: [{ message, domain: 'global', reason }],
      },
    },
  };
}
