/** What the bundle of regulations asks of Drive and Docs, in words of the domain. */
import type { DocElement } from '../../../shared/corpus/lookup-google-doc.ts';
import type { DocBlock } from './doc-blocks.ts';

export interface FoundFile {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
}

export interface FoundFolder {
  readonly id: string;
  readonly name: string;
}

export interface RuleFiles {
  /** The folder of an id, null where it cannot be opened or lies in the bin. */
  folder(id: string): FoundFolder | null;
  /** The folder of this name beside the workbook, made where it is missing. */
  folderBeside(workbookId: string, name: string): FoundFolder;
  /** Id of the folder of this name in another, made where it is missing. */
  subfolder(folderId: string, name: string): string;
  /** Ids of the files of a folder of our own, by name. */
  idsByName(folderId: string): ReadonlyMap<string, string>;
  /** Files of a folder, without those of the folders below it; at most `most` and one. */
  list(folderId: string, most: number): readonly FoundFile[];
  /** Folders right below a folder. */
  folders(folderId: string): readonly FoundFolder[];
  bytes(fileId: string): Uint8Array;
  /** A text of our own, null where the file cannot be opened or lies in the bin. */
  text(fileId: string): string | null;
  /** Makes a text file; returns its id. */
  create(folderId: string, name: string, text: string): string;
  rewrite(fileId: string, text: string): void;
  discard(fileId: string): void;
  /** Elements of a Google document in reading order, all tabs. */
  readDoc(docId: string): readonly DocElement[];
  /** Id of the document of this name, made where none is: the name is ours alone, so a run that died finds its own. */
  draftDoc(name: string, mark: string): string;
  /**
   * True where the document can be opened, does not lie in the bin, and bears our mark: whoever may write into the folder could
   * have put the id of any other into our list.
   */
  isThere(docId: string, mark: string): boolean;
  /** Replaces the whole text of a document; its id stays. */
  writeDoc(docId: string, blocks: readonly DocBlock[]): void;
  /** Gives a document its name and, where one is said, its folder. */
  place(docId: string, name: string, folderId: string | null): void;
}

export const docUrl = (docId: string): string => `https://docs.google.com/document/d/${docId}/edit`;
export const folderUrl = (folderId: string): string => `https://drive.google.com/drive/folders/${folderId}`;
