/** Files of the chamber: the output folder stands beside the workbook and is found again by its name. */
import type { Drive, StoredFile } from '../jobs/port.ts';

const folderName = '会員データ出力';

function parentOf(workbookId: string): GoogleAppsScript.Drive.Folder {
  const parents = DriveApp.getFileById(workbookId).getParents();
  return parents.hasNext() ? parents.next() : DriveApp.getRootFolder();
}

function existingFolder(workbookId: string): GoogleAppsScript.Drive.Folder | null {
  const folders = parentOf(workbookId).getFoldersByName(folderName);
  return folders.hasNext() ? folders.next() : null;
}

function stored(file: GoogleAppsScript.Drive.File): StoredFile {
  return { id: file.getId(), url: file.getUrl() };
}

/** Blobs want Java's signed bytes, −128 … 127 (https://developers.google.com/apps-script/reference/base/blob). */
function signed(bytes: Uint8Array): number[] {
  return Array.from(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

export const drive: Drive = {
  find(workbookId, name) {
    const files = existingFolder(workbookId)?.getFilesByName(name);
    if (!files?.hasNext()) return null;
    const file = files.next();
    return { ...stored(file), bytes: Uint8Array.from(file.getBlob().getBytes(), (b) => b & 0xff) };
  },
  save(workbookId, name, mimeType, bytes) {
    const folder = existingFolder(workbookId) ?? parentOf(workbookId).createFolder(folderName);
    return stored(folder.createFile(Utilities.newBlob(signed(bytes), mimeType, name)));
  },
};
