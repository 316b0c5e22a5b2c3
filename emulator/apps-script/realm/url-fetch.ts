/**
 * UrlFetchApp (https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app): reaches what the workspace has under an
 * address (`Workspace.web`), never the world.
 */
import { Blob } from './blob.ts';
import { call } from './bridge-client.ts';
import { Face, refusal, signatureError } from './face.ts';

interface Answer {
  status: number;
  contentType: string;
  body: string;
  headers: Record<string, string>;
}

export class HTTPResponse extends Face {
  private readonly answer: Answer;

  constructor(answer: Answer) {
    super();
    this.answer = answer;
  }

  className_(): string {
    return 'HTTPResponse';
  }

  getResponseCode(): number {
    return this.answer.status;
  }

  getContentText(_charset?: string): string {
    return this.answer.body;
  }

  getContent(): number[] {
    return this.getBlob().getBytes();
  }

  getBlob(): Blob {
    const type = this.answer.contentType.split(';')[0] ?? '';
    return new Blob(call('Utilities.encode', this.answer.body, ''), type, null);
  }

  getHeaders(): Record<string, string> {
    return { 'Content-Type': this.answer.contentType, ...this.answer.headers };
  }

  getAllHeaders(): Record<string, string> {
    return this.getHeaders();
  }
}

interface Options {
  method?: unknown;
  contentType?: unknown;
  headers?: Record<string, unknown>;
  payload?: unknown;
  muteHttpExceptions?: unknown;
  followRedirects?: unknown;
  validateHttpsCertificates?: unknown;
  escaping?: unknown;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const FORM = 'application/x-www-form-urlencoded';
/** How much of an answer the error quotes is not published. */
const QUOTED = 200;

function encoded(payload: Record<string, unknown>): string {
  return Object.entries(payload)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&');
}

function payloadText(payload: unknown): string {
  if (payload === undefined || payload === null) return '';
  if (payload instanceof Blob) return payload.getDataAsString();
  return typeof payload === 'object' ? encoded({ ...payload }) : String(payload);
}

function fetchOne(url: unknown, options: Options): HTTPResponse {
  if (typeof url !== 'string') throw signatureError('UrlFetchApp', 'fetch', [url]);
  // A payload makes it a POST where nothing is said (reference, advanced parameters).
  const wanted = String(options.method ?? (options.payload === undefined ? 'get' : 'post')).toUpperCase();
  const method = METHODS.find((one) => one === wanted);
  if (method === undefined) throw refusal(`Attribute provided with invalid value: method`);
  const headers = Object.entries(options.headers ?? {}).map(
    ([name, value]) => [name.toLowerCase(), String(value)] as const,
  );
  const answer = call('UrlFetchApp.fetch', {
    method,
    url,
    headers: Object.fromEntries(headers),
    contentType: String(options.contentType ?? FORM),
    body: method === 'GET' ? '' : payloadText(options.payload),
  });
  if (answer.status >= 400 && options.muteHttpExceptions !== true) {
    throw refusal(
      `Request failed for ${url.split('/').slice(0, 3).join('/')} returned code ${answer.status}. Truncated server response: ` +
        `${answer.body.slice(0, QUOTED)} (use muteHttpExceptions option to examine full response)`,
    );
  }
  return new HTTPResponse(answer);
}

export class UrlFetchAppFace extends Face {
  className_(): string {
    return 'UrlFetchApp';
  }

  fetch(url: string, params: Options = {}): HTTPResponse {
    return fetchOne(url, params);
  }

  /** One after another; the platform sends them at once. */
  fetchAll(requests: readonly (string | (Options & { url: string }))[]): HTTPResponse[] {
    return requests.map((one) => (typeof one === 'string' ? fetchOne(one, {}) : fetchOne(one.url, one)));
  }
}
