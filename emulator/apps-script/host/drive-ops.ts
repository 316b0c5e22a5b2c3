/** Drive operations of the bridge. */
import * as drive from '../../workspace/drive.ts';
import type { DriveFile } from '../../workspace/model.ts';
import { op } from './op.ts';

const SERVICE = 'DriveApp';

export interface FileInfo {
  id: string;
  name: string;
  mimeType: string;
  owner: string;
  description: string;
  createdAt: number;
  updatedAt: number;
  trashed: boolean;
  parents: string[];
  size: number;
}

/** A file without its content. */
function info(file: DriveFile): FileInfo {
  const { content, ...rest } = file;
  return { ...rest, size: content === undefined ? 0 : Buffer.byteLength(content, 'base64') };
}

export const driveOps = {
  'DriveApp.getRootFolder': op(SERVICE, 'read', (execution) => info(drive.rootFolder(execution.workspace))),
  'DriveApp.getFileById': op(SERVICE, 'read', (execution, id: string) =>
    info(drive.fileById(execution.workspace, id)),
  ),
  'DriveApp.getFolderById': op(SERVICE, 'read', (execution, id: string) =>
    info(drive.folderById(execution.workspace, id)),
  ),
  'DriveApp.list': op(SERVICE, 'read', (execution, filter: drive.FileFilter) =>
    drive.listFiles(execution.workspace, filter).map(info),
  ),
  'DriveApp.createFile': op(
    SERVICE,
    'write',
    (execution, name: string, mimeType: string, content: string, parent: string) =>
      info(drive.createFile(execution.workspace, { name, mimeType, content, parent, owner: execution.user })),
  ),
  'DriveApp.createFolder': op(SERVICE, 'write', (execution, name: string, parent: string) =>
    info(
      drive.createFile(execution.workspace, {
        name,
        mimeType: drive.MIME.folder,
        parent,
        owner: execution.user,
      }),
    ),
  ),
  'File.get': op(SERVICE, 'read', (execution, id: string) => info(drive.fileById(execution.workspace, id))),
  'File.getContent': op(
    SERVICE,
    'read',
    (execution, id: string) => drive.fileById(execution.workspace, id).content ?? '',
  ),
  'File.update': op(
    SERVICE,
    'write',
    (execution, id: string, change: Parameters<typeof drive.updateFile>[2]) =>
      info(drive.updateFile(execution.workspace, id, change)),
  ),
  'File.makeCopy': op(SERVICE, 'write', (execution, id: string, name: string, parent: string | null) =>
    info(drive.copyFile(execution.workspace, id, name, parent ?? undefined, execution.user)),
  ),
  'File.getUrl': op(SERVICE, 'free', (execution, id: string) => drive.fileUrl(execution.workspace.state, id)),
};
