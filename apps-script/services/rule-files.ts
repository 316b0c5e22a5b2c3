/** Files, folders and documents of the bundle of regulations. Loaded with its part. */
import type { FoundFile, FoundFolder, RuleFiles } from '../jobs/rules/port.ts';
import { readDoc, writeDoc } from './docs.ts';

type File = GoogleAppsScript.Drive.File;
type Folder = GoogleAppsScript.Drive.Folder;

const jsonType = 'application/json';

const folderOf = (folder: Folder): FoundFolder => ({ id: folder.getId(), name: folder.getName() });

const fileOf = (file: File): FoundFile => ({
  id: file.getId(),
  name: file.getName(),
  mimeType: file.getMimeType(),
  updatedAt: file.getLastUpdated().getTime(),
});

/** Files that do not lie in the bin: whether a folder names those too is not said anywhere. */
function* filesOf(folder: Folder): Generator<File> {
  const files = folder.getFiles();
  while (files.hasNext()) {
    const file = files.next();
    if (!file.isTrashed()) yield file;
  }
}

/** The file of an id, null where it cannot be opened or lies in the bin. */
function standing(fileId: string): File | null {
  if (fileId === '') return null;
  try {
    const file = DriveApp.getFileById(fileId);
    return file.isTrashed() ? null : file;
  } catch {
    return null;
  }
}

function named(parent: Folder, name: string): Folder {
  const found = parent.getFoldersByName(name);
  while (found.hasNext()) {
    const folder = found.next();
    if (!folder.isTrashed()) return folder;
  }
  return parent.createFolder(name);
}

export const ruleFiles: RuleFiles = {
  folder(id) {
    try {
      const folder = DriveApp.getFolderById(id);
      return folder.isTrashed() ? null : folderOf(folder);
    } catch {
      return null;
    }
  },
  folderBeside(workbookId, name) {
    const parents = DriveApp.getFileById(workbookId).getParents();
    return folderOf(named(parents.hasNext() ? parents.next() : DriveApp.getRootFolder(), name));
  },
  subfolder: (folderId, name) => named(DriveApp.getFolderById(folderId), name).getId(),
  idsByName(folderId) {
    const found = new Map<string, string>();
    for (const file of filesOf(DriveApp.getFolderById(folderId))) found.set(file.getName(), file.getId());
    return found;
  },
  list(folderId, most) {
    const found: FoundFile[] = [];
    for (const file of filesOf(DriveApp.getFolderById(folderId))) {
      found.push(fileOf(file));
      if (found.length > most) break;
    }
    return found;
  },
  folders(folderId) {
    const found: FoundFolder[] = [];
    const folders = DriveApp.getFolderById(folderId).getFolders();
    while (folders.hasNext()) {
      const folder = folders.next();
      if (!folder.isTrashed()) found.push(folderOf(folder));
    }
    return found;
  },
  bytes: (fileId) =>
    Uint8Array.from(DriveApp.getFileById(fileId).getBlob().getBytes(), (byte) => byte & 0xff),
  text: (fileId) => standing(fileId)?.getBlob().getDataAsString('UTF-8') ?? null,
  create: (folderId, name, text) => DriveApp.getFolderById(folderId).createFile(name, text, jsonType).getId(),
  rewrite(fileId, text) {
    DriveApp.getFileById(fileId).setContent(text);
  },
  discard(fileId) {
    standing(fileId)?.setTrashed(true);
  },
  readDoc,
  draftDoc(name, mark) {
    const found = DriveApp.getFilesByName(name);
    while (found.hasNext()) {
      const file = found.next();
      if (!file.isTrashed()) return file.setDescription(mark).getId();
    }
    return DriveApp.getFileById(DocumentApp.create(name).getId()).setDescription(mark).getId();
  },
  isThere: (docId, mark) => standing(docId)?.getDescription() === mark,
  writeDoc,
  place(docId, name, folderId) {
    const file = DriveApp.getFileById(docId);
    if (folderId !== null) file.moveTo(DriveApp.getFolderById(folderId));
    if (file.getName() !== name) file.setName(name);
  },
};
