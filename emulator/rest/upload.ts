/** Content of an upload: simple or multipart (https://developers.google.com/workspace/drive/api/guides/manage-uploads). Resumable uploads are not there. */
import { badRequest, RestError } from './errors.ts';
import type { RestRequest } from './wire.ts';

export interface Upload {
  readonly metadata: Readonly<Record<string, unknown>>;
  /** null where only metadata came. */
  readonly content: { readonly mimeType: string; readonly bytes: Buffer } | null;
}

export function jsonObject(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = text.trim() === '' ? {} : JSON.parse(text);
  } catch {
    throw badRequest('Invalid JSON payload received.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('Invalid JSON payload received.');
  return { ...value };
}

/** Parts of a multipart/related body. */
function multipart(body: Buffer, boundary: string): { readonly type: string; readonly bytes: Buffer }[] {
  const mark = Buffer.from(`--${boundary}`);
  const out: { type: string; bytes: Buffer }[] = [];
  let at = body.indexOf(mark);
  while (at >= 0) {
    const from = at + mark.length;
    if (body.subarray(from, from + 2).toString() === '--') return out;
    const next = body.indexOf(mark, from);
    if (next < 0) break;
    const part = body.subarray(from, next);
    const blank = part.indexOf('\r\n\r\n');
    if (blank < 0) break;
    const head = part.subarray(0, blank).toString('utf8');
    out.push({
      type: /content-type:\s*([^\r\n;]+)/i.exec(head)?.[1]?.trim() ?? 'application/octet-stream',
      bytes: part.subarray(blank + 4, part.length - 2),
    });
    at = next;
  }
  throw badRequest('Malformed multipart body.');
}

/** Metadata and content of a create or update; whole requests up to the documented 5 MB. */
export function readUpload(request: RestRequest): Upload {
  const kind = request.query.get('uploadType');
  const type = request.headers['content-type'] ?? '';
  if (kind === null) return { metadata: jsonObject(request.body.toString('utf8')), content: null };
  if (kind === 'resumable') throw new RestError(501, 'Resumable uploads are not emulated.', 'notImplemented');
  if (request.body.length > 5 * 1024 * 1024)
    throw new RestError(413, 'Request Entity Too Large', 'uploadTooLarge');
  if (kind === 'media') {
    return {
      metadata: {},
      content: { mimeType: type === '' ? 'application/octet-stream' : type, bytes: request.body },
    };
  }
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (kind !== 'multipart' || boundary === undefined) throw badRequest('Invalid upload request');
  const [metadata, content, ...more] = multipart(request.body, boundary);
  if (metadata === undefined || content === undefined || more.length > 0)
    throw badRequest('Malformed multipart body.');
  return {
    metadata: jsonObject(metadata.bytes.toString('utf8')),
    content: { mimeType: content.type, bytes: content.bytes },
  };
}
