/** Documents of the workspace (https://developers.google.com/apps-script/reference/document). */
import type { Workspace } from '../api.ts';
import { applyChange, type DocChange, type DocIndex, indexOf } from './document-tree.ts';
import { createFile, MIME } from './drive.ts';
import type { DocumentState } from './model.ts';
import { PlatformError, present } from './platform-error.ts';
import { consume } from './quotas.ts';

/** A4 with margins of 2.54 cm, in points. */
const PAGE = {
  PAGE_WIDTH: 595.28,
  PAGE_HEIGHT: 841.89,
  MARGIN_TOP: 72,
  MARGIN_BOTTOM: 72,
  MARGIN_LEFT: 72,
  MARGIN_RIGHT: 72,
};
const indexes = new WeakMap<DocumentState, DocIndex>();

/** A new document holds one empty paragraph, as every section always does. */
export function createDocument(workspace: Workspace, name: string, owner: string): DocumentState {
  consume(workspace, owner, 'documents', 1);
  const { id } = createFile(workspace, { name, mimeType: MIME.document, owner });
  const doc: DocumentState = {
    id,
    body: {
      id: 'body',
      type: 'BODY_SECTION',
      attributes: { ...PAGE },
      children: [{ id: 'first', type: 'PARAGRAPH', attributes: {}, children: [] }],
    },
  };
  workspace.state.documents[id] = doc;
  workspace.touch();
  return doc;
}

export function documentById(workspace: Workspace, id: string): DocumentState {
  return present(
    workspace.state.documents[id],
    'Document is missing (perhaps it was deleted, or you do not have read access?)',
  );
}

export function changeDocument(workspace: Workspace, id: string, changes: readonly DocChange[]): void {
  const doc = documentById(workspace, id);
  const index = indexes.get(doc) ?? indexOf(doc);
  indexes.set(doc, index);
  for (const change of changes) applyChange(doc, index, change);
  const file = workspace.state.files[id];
  if (file !== undefined) file.updatedAt = workspace.now();
  workspace.touch();
}

/**
 * Width and height of a PNG, GIF or JPEG in pixels; other bytes are refused, as the service takes these three only
 * (https://developers.google.com/workspace/docs/api/reference/rest/v1/documents/request#insertinlineimagerequest).
 */
export function imageSize(base64: string): { width: number; height: number } {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length >= 24 && bytes.readUInt32BE(0) === 0x89504e47) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length >= 10 && /^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) {
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  }
  if (bytes.length >= 4 && bytes.readUInt16BE(0) === 0xffd8) {
    for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
      const marker = bytes[at + 1] ?? 0;
      if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
        return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
      }
    }
  }
  throw new PlatformError('Invalid image data.');
}
