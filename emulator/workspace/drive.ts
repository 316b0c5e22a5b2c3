/** Files and folders of the workspace (https://developers.google.com/apps-script/reference/drive). */
import type { Workspace } from '../api.ts';
import type { DriveFile, WorkspaceState } from './model.ts';
import { present, refuse } from './platform-error.ts';

export const MIME = {
  folder: 'application/vnd.google-apps.folder',
  spreadsheet: 'application/vnd.google-apps.spreadsheet',
  form: 'application/vnd.google-apps.form',
  document: 'application/vnd.google-apps.document',
} as const;

export const ROOT_NAME = 'マイドライブ';
const NOT_FOUND =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

/** One root folder a workspace: the chamber's shared drive, as it were. */
export function rootFolder(workspace: Workspace): DriveFile {
  const found = workspace.state.files.root;
  if (found !== undefined) return found;
  const now = workspace.now();
  const root: DriveFile = {
    id: 'root',
    name: ROOT_NAME,
    mimeType: MIME.folder,
    parents: [],
    owner: '',
    createdAt: now,
    updatedAt: now,
    trashed: false,
    description: '',
  };
  workspace.state.files.root = root;
  return root;
}

export interface NewFile {
  name: string;
  mimeType: string;
  owner: string;
  parent?: string;
  /** Base64. */
  content?: string;
  id?: string;
}

export function createFile(workspace: Workspace, file: NewFile): DriveFile {
  const parent = file.parent ?? rootFolder(workspace).id;
  const now = workspace.now();
  const made: DriveFile = {
    id: file.id ?? workspace.newId(file.mimeType === MIME.folder ? 'folder' : 'file'),
    name: file.name,
    mimeType: file.mimeType,
    parents: [parent],
    owner: file.owner,
    createdAt: now,
    updatedAt: now,
    trashed: false,
    description: '',
    ...(file.content === undefined ? {} : { content: file.content }),
  };
  workspace.state.files[made.id] = made;
  workspace.touch();
  return made;
}

export function fileById(workspace: Workspace, id: string): DriveFile {
  if (id === 'root') return rootFolder(workspace);
  return present(workspace.state.files[id], NOT_FOUND);
}

export function folderById(workspace: Workspace, id: string): DriveFile {
  const found = fileById(workspace, id);
  if (found.mimeType !== MIME.folder) refuse(NOT_FOUND);
  return found;
}

export interface FileFilter {
  folders?: boolean;
  parent?: string;
  name?: string;
  mimeType?: string;
  includeTrashed?: boolean;
  nameContains?: string;
}

/** Matching files in order of creation. */
export function listFiles(workspace: Workspace, filter: FileFilter): DriveFile[] {
  return Object.values(workspace.state.files).filter(
    (file) =>
      file.id !== 'root' &&
      (filter.folders === undefined || (file.mimeType === MIME.folder) === filter.folders) &&
      (filter.parent === undefined || file.parents.includes(filter.parent)) &&
      (filter.name === undefined || file.name === filter.name) &&
      (filter.nameContains === undefined || file.name.includes(filter.nameContains)) &&
      (filter.mimeType === undefined || file.mimeType === filter.mimeType) &&
      (filter.includeTrashed === true || !file.trashed),
  );
}

/** Changes name, description, parent or trash state and stamps the file. */
export function updateFile(
  workspace: Workspace,
  id: string,
  change: Partial<Pick<DriveFile, 'name' | 'description' | 'trashed' | 'parents' | 'content'>>,
): DriveFile {
  const file = fileById(workspace, id);
  Object.assign(file, change);
  file.updatedAt = workspace.now();
  workspace.touch();
  return file;
}

/** A copy of a plain file or a spreadsheet; forms copy their items but neither answers nor destination. */
export function copyFile(
  workspace: Workspace,
  id: string,
  name: string,
  parent: string | undefined,
  owner: string,
): DriveFile {
  const source = fileById(workspace, id);
  if (source.mimeType === MIME.folder) refuse('フォルダーは複製できません。');
  const copy = createFile(workspace, {
    name,
    mimeType: source.mimeType,
    owner,
    ...(parent === undefined ? { parent: source.parents[0] ?? 'root' } : { parent }),
    ...(source.content === undefined ? {} : { content: source.content }),
  });
  const { spreadsheets, forms, documents } = workspace.state;
  const book = spreadsheets[id];
  if (book !== undefined) {
    const next = structuredClone(book);
    next.id = copy.id;
    for (const sheet of next.sheets) delete sheet.formId;
    spreadsheets[copy.id] = next;
  }
  const form = forms[id];
  if (form !== undefined) {
    const next = structuredClone(form);
    next.id = copy.id;
    next.publicId = workspace.newId('publicForm');
    next.responses = [];
    delete next.destination;
    forms[copy.id] = next;
  }
  const doc = documents[id];
  if (doc !== undefined) documents[copy.id] = { ...structuredClone(doc), id: copy.id };
  return copy;
}

/** Path part of a file's local address, shaped as the live one. */
export function fileUrl(state: WorkspaceState, id: string): string {
  const file = state.files[id];
  if (file === undefined) return `/open?id=${id}`;
  if (file.mimeType === MIME.spreadsheet) return `/spreadsheets/d/${id}/edit`;
  if (file.mimeType === MIME.form) return `/forms/d/${id}/edit`;
  if (file.mimeType === MIME.folder) return `/drive/folders/${id}`;
  if (file.mimeType === MIME.document) return `/document/d/${id}/edit`;
  return `/file/d/${id}/view`;
}
