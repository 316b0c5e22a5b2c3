/** Reads what is new in the folder, a file at a time, and keeps each as it was read: a run that ends early loses nothing. */
import type { SourceDocument } from '../../../shared/corpus/model.ts';
import { draftPrefix } from './draft.ts';
import type { RuleFiles } from './port.ts';
import { readFile } from './read-file.ts';
import { readerVersion, readStoredDocument } from './source-document.ts';
import type { Stock, StockFile } from './stock.ts';

const prefix = '読取り ';

/** Says by itself whether what is kept is still what lies in the folder. */
export const keptName = ({ found, file }: StockFile): string =>
  `${prefix}${found.id} ${found.updatedAt} v${readerVersion} ${file}.json`;

export interface ReadStock {
  /** By Drive id; null while there is more to read. */
  readonly documents: (() => ReadonlyMap<string, SourceDocument>) | null;
  readonly done: number;
  readonly total: number;
}

/**
 * @param kept files of our own folder by name
 * @param isLate whether this execution should end
 */
export function readStock(
  files: RuleFiles,
  stock: Stock,
  keepId: string,
  kept: Map<string, string>,
  isLate: () => boolean,
): ReadStock {
  const fresh = new Map<string, SourceDocument>();
  const waiting = stock.readable.filter((one) => !kept.has(keptName(one)));
  let done = 0;
  for (const one of waiting) {
    if (done > 0 && isLate()) return { documents: null, done, total: waiting.length };
    const document = readFile(files, one.found, one.file);
    const name = keptName(one);
    const id = files.create(keepId, name, JSON.stringify(document));
    kept.set(name, id);
    fresh.set(one.found.id, document);
    done += 1;
  }
  const documents = (): ReadonlyMap<string, SourceDocument> =>
    new Map(
      stock.readable.map((one) => {
        const stored =
          fresh.get(one.found.id) ?? readStoredDocument(files.text(kept.get(keptName(one)) ?? ''));
        // What was kept is no more: it is read again.
        return [one.found.id, stored ?? readFile(files, one.found, one.file)];
      }),
    );
  return { documents, done, total: waiting.length };
}

/** Ids of files of our own folder that nothing needs any more, once the bundle stands. */
export function stale(
  kept: ReadonlyMap<string, string>,
  stock: Stock,
  pieces: ReadonlySet<string>,
): readonly string[] {
  const wanted = new Set(stock.manifest === null ? stock.readable.map(keptName) : []);
  const isStale = (name: string, id: string): boolean => {
    if (name.startsWith(prefix)) return !wanted.has(name);
    return name.startsWith(draftPrefix) || (name.startsWith(piecePrefix) && !pieces.has(id));
  };
  return [...kept].filter(([name, id]) => isStale(name, id)).map(([, id]) => id);
}

export const piecePrefix = '本文 ';
