/** Document operations of the bridge: opening brings the whole tree, every change is one write. */

import type { DocChange } from '../../workspace/document-tree.ts';
import * as documents from '../../workspace/documents.ts';
import { fileById, fileUrl, updateFile } from '../../workspace/drive.ts';
import { present } from '../../workspace/platform-error.ts';
import { op } from './op.ts';

const SERVICE = 'DocumentApp';

export const documentOps = {
  'DocumentApp.create': op(SERVICE, 'write', (execution, name: string) => ({
    doc: documents.createDocument(execution.workspace, name, execution.user),
    prefix: execution.workspace.newId('number'),
  })),
  'DocumentApp.openById': op(SERVICE, 'read', (execution, id: string) => ({
    doc: documents.documentById(execution.workspace, id),
    prefix: execution.workspace.newId('number'),
  })),
  'DocumentApp.idOfUrl': op(SERVICE, 'free', (_execution, url: string) =>
    present(/\/document\/d\/([\w-]+)/.exec(url)?.[1], 'Invalid argument: url'),
  ),
  'Document.read': op(SERVICE, 'read', () => null),
  'Document.change': op(SERVICE, 'write', (execution, id: string, changes: DocChange[]) => {
    documents.changeDocument(execution.workspace, id, changes);
    return null;
  }),
  'Document.saveAndClose': op(SERVICE, 'flush', () => null),
  'Document.getName': op(SERVICE, 'read', (execution, id: string) => fileById(execution.workspace, id).name),
  'Document.setName': op(SERVICE, 'write', (execution, id: string, name: string) => {
    updateFile(execution.workspace, id, { name });
    return null;
  }),
  'Document.getUrl': op(SERVICE, 'free', (execution, id: string) => fileUrl(execution.workspace.state, id)),
  'Document.imageSize': op(SERVICE, 'free', (_execution, base64: string) => documents.imageSize(base64)),
};
