/** `DriveApp`, files and folders (https://developers.google.com/apps-script/reference/drive/drive-app). */
import type { FileInfo } from '../host/drive-ops.ts';
import { Blob, unwrapBlob } from './blob.ts';
import { call } from './bridge-client.ts';
import { EnumGroup } from './enums.ts';
import { Face, outward, refusal, signatureError } from './face.ts';
import { User } from './small-services.ts';

const FOLDER = 'application/vnd.google-apps.folder';

/** Files or folders one after another. */
class Iterator<T extends Face> extends Face {
  private readonly label: string;
  private readonly items: T[];
  private at = 0;

  constructor(label: string, items: T[]) {
    super();
    this.label = label;
    this.items = items;
  }

  className_(): string {
    return this.label;
  }

  hasNext(): boolean {
    return this.at < this.items.length;
  }

  next(): T {
    const item = this.items[this.at];
    if (item === undefined) throw refusal('Cannot retrieve the next object: iterator has reached the end.');
    this.at += 1;
    return item;
  }
}

const files = (infos: FileInfo[]): Iterator<File> =>
  new Iterator(
    'FileIterator',
    infos.map((info) => new File(info)),
  );
const folders = (infos: FileInfo[]): Iterator<Folder> =>
  new Iterator(
    'FolderIterator',
    infos.map((info) => new Folder(info)),
  );

/** What files and folders share. */
abstract class Entry extends Face {
  readonly id_: string;

  constructor(info: FileInfo) {
    super();
    this.id_ = info.id;
  }

  info_(): FileInfo {
    return call('File.get', this.id_);
  }

  protected change(change: Parameters<typeof update>[1]): this {
    update(this.id_, change);
    return this;
  }

  getId(): string {
    return this.id_;
  }

  getName(): string {
    return this.info_().name;
  }

  setName(name: string): this {
    return this.change({ name });
  }

  getDescription(): string | null {
    return this.info_().description || null;
  }

  setDescription(description: string): this {
    return this.change({ description });
  }

  getDateCreated(): Date {
    return new Date(this.info_().createdAt);
  }

  getLastUpdated(): Date {
    return new Date(this.info_().updatedAt);
  }

  getOwner(): User {
    return new User(this.info_().owner);
  }

  getParents(): Iterator<Folder> {
    return folders(this.info_().parents.map((id) => call('File.get', id)));
  }

  isTrashed(): boolean {
    return this.info_().trashed;
  }

  setTrashed(trashed: boolean): this {
    return this.change({ trashed });
  }

  moveTo(folder: Folder): this {
    return this.change({ parents: [folder.id_] });
  }

  getUrl(): string {
    return `https://drive.google.com${call('File.getUrl', this.id_)}`;
  }
}

function update(
  id: string,
  change: { name?: string; description?: string; trashed?: boolean; parents?: string[]; content?: string },
): void {
  call('File.update', id, change);
}

export class File extends Entry {
  className_(): string {
    return 'File';
  }

  getMimeType(): string {
    return this.info_().mimeType;
  }

  getSize(): number {
    return this.info_().size;
  }

  getBlob(): Blob {
    const info = this.info_();
    if (info.mimeType.startsWith('application/vnd.google-apps.')) {
      throw refusal(`${info.mimeType} の書き出し（getBlob）はエミュレーターに実装されていません。`);
    }
    return new Blob(call('File.getContent', this.id_), info.mimeType, info.name);
  }

  setContent(content: string): File {
    return this.change({ content: call('Utilities.encode', content, '') });
  }

  getDownloadUrl(): string {
    return `https://drive.google.com/uc?id=${this.id_}&export=download`;
  }

  makeCopy(first?: unknown, second?: unknown): File {
    const folder = first instanceof Folder ? first : second instanceof Folder ? second : null;
    const name = typeof first === 'string' ? first : `${this.getName()} のコピー`;
    return new File(call('File.makeCopy', this.id_, name, folder === null ? null : folder.id_));
  }
}

export class Folder extends Entry {
  className_(): string {
    return 'Folder';
  }

  createFile(first: unknown, content?: unknown, mimeType?: unknown): File {
    if (typeof first === 'string') {
      if (typeof content !== 'string')
        throw signatureError('DriveApp.Folder', 'createFile', [first, content]);
      const type = mimeType === undefined ? 'text/plain' : String(mimeType);
      return new File(
        call('DriveApp.createFile', first, type, call('Utilities.encode', content, ''), this.id_),
      );
    }
    const blob = unwrapBlob(first);
    const name = blob.getName();
    if (name === null) throw refusal('Blob object must have non-null name for this operation.');
    return new File(
      call(
        'DriveApp.createFile',
        name,
        blob.getContentType() ?? 'application/octet-stream',
        blob.base64_(),
        this.id_,
      ),
    );
  }

  createFolder(name: string): Folder {
    return new Folder(call('DriveApp.createFolder', name, this.id_));
  }

  getFiles(): Iterator<File> {
    return files(call('DriveApp.list', { folders: false, parent: this.id_ }));
  }

  getFilesByName(name: string): Iterator<File> {
    return files(call('DriveApp.list', { folders: false, parent: this.id_, name }));
  }

  getFilesByType(mimeType: string): Iterator<File> {
    return files(call('DriveApp.list', { folders: false, parent: this.id_, mimeType }));
  }

  getFolders(): Iterator<Folder> {
    return folders(call('DriveApp.list', { folders: true, parent: this.id_ }));
  }

  getFoldersByName(name: string): Iterator<Folder> {
    return folders(call('DriveApp.list', { folders: true, parent: this.id_, name }));
  }
}

/** The query words understood: `title = '…'`, `title contains '…'`, `mimeType = '…'`, joined by `and`. */
function parseQuery(query: string): { name?: string; nameContains?: string; mimeType?: string } {
  const out: { name?: string; nameContains?: string; mimeType?: string } = {};
  for (const term of query.split(/\s+and\s+/i)) {
    const match = /^\s*(title|mimeType)\s*(=|contains)\s*(['"])(.*)\3\s*$/.exec(term);
    if (/^\s*trashed\s*=\s*false\s*$/.test(term)) continue;
    if (match === null)
      throw refusal(`検索条件「${term}」はエミュレーターにありません（title と mimeType だけです）。`);
    const value = (match[4] ?? '').replace(/\\(['"\\])/g, '$1');
    if (match[1] === 'mimeType') out.mimeType = value;
    else if (match[2] === '=') out.name = value;
    else out.nameContains = value;
  }
  return out;
}

export class DriveAppFace extends Face {
  readonly Access = new EnumGroup('Access', [
    'ANYONE',
    'ANYONE_WITH_LINK',
    'DOMAIN',
    'DOMAIN_WITH_LINK',
    'PRIVATE',
  ]);
  readonly Permission = new EnumGroup('Permission', [
    'VIEW',
    'EDIT',
    'COMMENT',
    'OWNER',
    'ORGANIZER',
    'FILE_ORGANIZER',
    'NONE',
  ]);

  className_(): string {
    return 'DriveApp';
  }

  getRootFolder(): Folder {
    return new Folder(call('DriveApp.getRootFolder'));
  }

  getFileById(id: string): File {
    return new File(call('DriveApp.getFileById', id));
  }

  getFolderById(id: string): Folder {
    return new Folder(call('DriveApp.getFolderById', id));
  }

  createFile(first: unknown, content?: unknown, mimeType?: unknown): File {
    return this.getRootFolder().createFile(first, content, mimeType);
  }

  createFolder(name: string): Folder {
    return this.getRootFolder().createFolder(name);
  }

  getFiles(): Iterator<File> {
    return files(call('DriveApp.list', { folders: false }));
  }

  getFilesByName(name: string): Iterator<File> {
    return files(call('DriveApp.list', { folders: false, name }));
  }

  getFilesByType(mimeType: string): Iterator<File> {
    return files(call('DriveApp.list', { folders: false, mimeType }));
  }

  getFolders(): Iterator<Folder> {
    return folders(call('DriveApp.list', { folders: true }));
  }

  getFoldersByName(name: string): Iterator<Folder> {
    return folders(call('DriveApp.list', { folders: true, name }));
  }

  searchFiles(query: string): Iterator<File> {
    return files(call('DriveApp.list', { folders: false, ...parseQuery(query) }));
  }

  searchFolders(query: string): Iterator<Folder> {
    return folders(call('DriveApp.list', { folders: true, ...parseQuery(query) }));
  }
}

/** `MimeType` constants. */
export const MIME_TYPES = outward({
  CSV: 'text/csv',
  FOLDER,
  GOOGLE_DOCS: 'application/vnd.google-apps.document',
  GOOGLE_FORMS: 'application/vnd.google-apps.form',
  GOOGLE_SHEETS: 'application/vnd.google-apps.spreadsheet',
  HTML: 'text/html',
  JPEG: 'image/jpeg',
  MICROSOFT_EXCEL: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  PDF: 'application/pdf',
  PLAIN_TEXT: 'text/plain',
  PNG: 'image/png',
  ZIP: 'application/zip',
});
