/** A person puts a file into the local Drive: its bytes as they are, its name and kind from the address. */
import { createFile, MIME } from '../../workspace/drive.ts';
import { html, type Markup } from '../core/html.ts';
import { respondJson } from '../core/respond.ts';
import { accountOf, type Handler } from '../face.ts';

/** Scripts read no larger file (a Blob's 50 MB, https://github.com/tanaikech/DownloadLargeFilesByUrl). */
export const uploadLimit = 50 * 1024 * 1024;

const kinds: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  txt: 'text/plain',
  json: 'application/json',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The kind by the name's ending, as Drive guesses it. */
export function kindByName(name: string): string {
  return kinds[/\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** A file's own name without folders and signs that no name has. */
export function cleanName(name: string): string {
  return (name.split(/[\\/]/).pop() ?? '')
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .trim()
    .slice(0, 200);
}

/** The button, and the place where a failure is said. `folder` is the id of the folder the file goes into. */
export function uploadButton(folder: string): Markup {
  return html`<div class="upload" data-upload="${folder}"><label class="button button--small">ファイルを置く<input class="visually-hidden" type="file" data-upload-file></label><p
  class="upload__said" role="status" data-upload-said></p></div>`;
}

/** POST of the bytes, with `name` and `folder` in the address. */
export const placeFile: Handler = (face, asked) => {
  const name = cleanName(asked.query.get('name') ?? '');
  const { workspace } = face.runtime;
  const folder = workspace.state.files[asked.query.get('folder') ?? ''];
  if (asked.bytes === null || name === '') {
    return respondJson(
      { ok: false, message: 'ファイルを受け取れませんでした。もう一度お選びください。' },
      400,
    );
  }
  const file = createFile(workspace, {
    name,
    mimeType: kindByName(name),
    owner: accountOf(face, asked.person),
    content: Buffer.from(asked.bytes).toString('base64'),
    ...(folder?.mimeType === MIME.folder ? { parent: folder.id } : {}),
  });
  return respondJson({ ok: true, location: `/drive/${encodeURIComponent(file.id)}`, id: file.id });
};
