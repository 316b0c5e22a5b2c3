/** Files of the chamber: the output folder stands beside the workbook and is found again by its name. */
import type { Drive, ListedFile, StoredFile } from '../jobs/port.ts';

const folderName = '会員データ出力';
const inboxName = '会員データ取込み';
const inboxMimeType = 'text/csv';

/** Folder of each workbook, as long as the execution lasts. */
const parents = new Map<string, GoogleAppsScript.Drive.Folder>();

function parentOf(workbookId: string): GoogleAppsScript.Drive.Folder {
  let parent = parents.get(workbookId);
  if (parent === undefined) {
    const found = DriveApp.getFileById(workbookId).getParents();
    parent = found.hasNext() ? found.next() : DriveApp.getRootFolder();
    parents.set(workbookId, parent);
  }
  return parent;
}

function existingFolder(workbookId: string, name = folderName): GoogleAppsScript.Drive.Folder | null {
  const folders = parentOf(workbookId).getFoldersByName(name);
  return folders.hasNext() ? folders.next() : null;
}

/** The output folder, made on first use. */
export function outputFolder(workbookId: string): GoogleAppsScript.Drive.Folder {
  return existingFolder(workbookId) ?? parentOf(workbookId).createFolder(folderName);
}

function inbox(workbookId: string): GoogleAppsScript.Drive.Folder {
  return existingFolder(workbookId, inboxName) ?? parentOf(workbookId).createFolder(inboxName);
}

function listed(file: GoogleAppsScript.Drive.File): ListedFile {
  return {
    ...stored(file),
    name: file.getName(),
    bytes: file.getSize(),
    updatedAt: file.getLastUpdated().getTime(),
  };
}

function* filesOf(folder: GoogleAppsScript.Drive.Folder): Generator<GoogleAppsScript.Drive.File> {
  const files = folder.getFiles();
  while (files.hasNext()) yield files.next();
}

function unsigned(bytes: readonly number[]): Uint8Array {
  return Uint8Array.from(bytes, (byte) => byte & 0xff);
}

export function stored(file: GoogleAppsScript.Drive.File): StoredFile {
  return { id: file.getId(), url: file.getUrl() };
}

/** Blobs want Java's signed bytes, −128 … 127 (https://developers.google.com/apps-script/reference/base/blob). */
export function signed(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** Browsers and people name the type of a CSV file in many ways; its ending tells more. */
function isTable(file: GoogleAppsScript.Drive.File): boolean {
  return /\.(csv|txt|tsv)$/i.test(file.getName());
}

export const drive: Drive = {
  find(workbookId, name) {
    const files = existingFolder(workbookId)?.getFilesByName(name);
    if (!files?.hasNext()) return null;
    const file = files.next();
    return { ...stored(file), bytes: unsigned(file.getBlob().getBytes()) };
  },
  save(workbookId, name, mimeType, bytes) {
    return stored(outputFolder(workbookId).createFile(Utilities.newBlob(signed(bytes), mimeType, name)));
  },
  listInbox(workbookId) {
    const folder = inbox(workbookId);
    const files = [...filesOf(folder)].filter(isTable).map(listed);
    return {
      folderName: inboxName,
      folderUrl: folder.getUrl(),
      files: files.sort((a, b) => b.updatedAt - a.updatedAt),
    };
  },
  saveInbox: (workbookId, name, bytes) =>
    listed(inbox(workbookId).createFile(Utilities.newBlob(signed(bytes), inboxMimeType, name))),
  readInbox(workbookId, fileId) {
    const folder = existingFolder(workbookId, inboxName);
    if (folder === null) return null;
    // Only what lies in the folder: an id from the sidebar may not open any other file of the person.
    for (const file of filesOf(folder)) {
      if (file.getId() === fileId) return { ...listed(file), content: unsigned(file.getBlob().getBytes()) };
    }
    return null;
  },
};
