/** Drive v3, as far as releases need it (https://developers.google.com/workspace/drive/api/reference/rest/v3/files). */
import { createHash } from 'node:crypto';
import { createFile, fileById, listFiles, MIME, updateFile } from '../workspace/drive.ts';
import type { DriveFile } from '../workspace/model.ts';
import { fileTest } from './drive-query.ts';
import { badRequest, notFound, RestError } from './errors.ts';
import { readUpload } from './upload.ts';
import { type Call, type RestAnswer, type RestRoute, SCOPES } from './wire.ts';

const DEFAULT_LIST = 'kind,incompleteSearch,nextPageToken,files(kind,id,name,mimeType)';
const DEFAULT_FILE = 'kind,id,name,mimeType';

const digest = (algorithm: string, content: Buffer): string =>
  createHash(algorithm).update(content).digest('hex');

/** A file as the API shows it. Checksums stand only at files with content. */
export function fileJson(file: DriveFile): Record<string, unknown> {
  const content = file.content === undefined ? null : Buffer.from(file.content, 'base64');
  return {
    kind: 'drive#file',
    id: file.id,
    name: file.name,
    mimeType: file.mimeType,
    description: file.description,
    parents: file.parents,
    trashed: file.trashed,
    createdTime: new Date(file.createdAt).toISOString(),
    modifiedTime: new Date(file.updatedAt).toISOString(),
    owners: [{ kind: 'drive#user', emailAddress: file.owner, displayName: file.owner, me: false }],
    ...(content === null
      ? {}
      : {
          size: String(content.length),
          md5Checksum: digest('md5', content),
          sha256Checksum: digest('sha256', content),
          // Drive makes a new revision at every change of content; here it follows from the content itself.
          headRevisionId: digest('sha1', content),
        }),
  };
}

/** `fields` as asked, or the method's default. */
const withFields = (answer: object, call: Call, fallback: string): RestAnswer => ({
  status: 200,
  fields: call.request.query.get('fields') ?? fallback,
  body: answer,
});

function present(call: Call, id: string): DriveFile {
  const file = call.workspace.state.files[id];
  if (file === undefined && id !== 'root') throw notFound(`File not found: ${id}.`);
  return fileById(call.workspace, id);
}

function list(call: Call): RestAnswer {
  const { query } = call.request;
  const size = Number(query.get('pageSize') ?? '100');
  if (!Number.isInteger(size) || size < 1 || size > 1000) throw badRequest('Invalid value: pageSize');
  const token = query.get('pageToken');
  const from = token === null ? 0 : Number(/^~p(\d+)$/.exec(token)?.[1] ?? Number.NaN);
  if (Number.isNaN(from)) throw badRequest('Invalid Value: pageToken');
  const test = fileTest(query.get('q') ?? '');
  // Files are listed whole, trashed ones too, unless the query says otherwise.
  const found = listFiles(call.workspace, { includeTrashed: true }).filter(test);
  const order = query.get('orderBy') ?? '';
  if (order.startsWith('modifiedTime')) {
    const sign = order.endsWith('desc') ? -1 : 1;
    found.sort((a, b) => sign * (a.updatedAt - b.updatedAt));
  }
  const page = found.slice(from, from + size);
  const answer = {
    kind: 'drive#fileList',
    incompleteSearch: false,
    ...(from + size < found.length ? { nextPageToken: `~p${from + size}` } : {}),
    files: page.map(fileJson),
  };
  return withFields(answer, call, DEFAULT_LIST);
}

function get(call: Call): RestAnswer {
  const file = present(call, call.path.fileId ?? '');
  if (call.request.query.get('alt') !== 'media') return withFields(fileJson(file), call, DEFAULT_FILE);
  if (file.content === undefined) {
    throw new RestError(
      403,
      'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
      'fileNotDownloadable',
    );
  }
  return {
    status: 200,
    headers: { 'content-type': file.mimeType },
    body: Buffer.from(file.content, 'base64'),
  };
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function create(call: Call): RestAnswer {
  const { metadata, content } = readUpload(call.request);
  const id = text(metadata.id);
  // A pre-generated id makes a repeated create safe (https://developers.google.com/workspace/drive/api/guides/create-file).
  if (id !== undefined && call.workspace.state.files[id] !== undefined) {
    throw new RestError(409, 'A file already exists with the provided ID.', 'fileIdInUse');
  }
  const mimeType = text(metadata.mimeType) ?? content?.mimeType ?? 'application/octet-stream';
  if (mimeType.startsWith('application/vnd.google-apps.') && mimeType !== MIME.folder) {
    throw new RestError(501, `Making ${mimeType} by files.create is not emulated.`, 'notImplemented');
  }
  const parents = Array.isArray(metadata.parents) ? metadata.parents : [];
  const parent = text(parents[0]);
  if (parent !== undefined) present(call, parent);
  const file = createFile(call.workspace, {
    name: text(metadata.name) ?? 'Untitled',
    mimeType,
    owner: call.user,
    ...(parent === undefined ? {} : { parent }),
    ...(id === undefined ? {} : { id }),
    ...(mimeType === MIME.folder ? {} : { content: (content?.bytes ?? Buffer.alloc(0)).toString('base64') }),
  });
  file.description = text(metadata.description) ?? '';
  return withFields(fileJson(file), call, DEFAULT_FILE);
}

function update(call: Call): RestAnswer {
  const file = present(call, call.path.fileId ?? '');
  const { metadata, content } = readUpload(call.request);
  const name = text(metadata.name);
  const description = text(metadata.description);
  updateFile(call.workspace, file.id, {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(typeof metadata.trashed === 'boolean' ? { trashed: metadata.trashed } : {}),
    ...(content === null ? {} : { content: content.bytes.toString('base64') }),
  });
  return withFields(fileJson(file), call, DEFAULT_FILE);
}

function remove(call: Call): RestAnswer {
  const file = present(call, call.path.fileId ?? '');
  const { state } = call.workspace;
  delete state.files[file.id];
  delete state.spreadsheets[file.id];
  delete state.forms[file.id];
  delete state.documents[file.id];
  call.workspace.touch();
  return { status: 204, body: Buffer.alloc(0) };
}

function generateIds(call: Call): RestAnswer {
  const count = Number(call.request.query.get('count') ?? '10');
  if (!Number.isInteger(count) || count < 1 || count > 1000) throw badRequest('Invalid value: count');
  const ids = Array.from({ length: count }, () => call.workspace.newId('file'));
  return { status: 200, body: { kind: 'drive#generatedIds', space: 'drive', ids } };
}

const read = { api: 'drive', scopes: SCOPES.driveRead, writes: false } as const;
const write = { api: 'drive', scopes: SCOPES.driveWrite, writes: true } as const;

export const driveRoutes: readonly RestRoute[] = [
  { ...read, method: 'GET', template: '/drive/v3/files', handle: list },
  {
    ...read,
    method: 'GET',
    template: '/drive/v3/files/generateIds',
    handle: generateIds,
    scopes: SCOPES.driveWrite,
  },
  { ...read, method: 'GET', template: '/drive/v3/files/{fileId}', handle: get },
  { ...write, method: 'POST', template: '/drive/v3/files', handle: create },
  { ...write, method: 'POST', template: '/upload/drive/v3/files', handle: create },
  { ...write, method: 'PATCH', template: '/drive/v3/files/{fileId}', handle: update },
  { ...write, method: 'PATCH', template: '/upload/drive/v3/files/{fileId}', handle: update },
  { ...write, method: 'DELETE', template: '/drive/v3/files/{fileId}', handle: remove },
];
