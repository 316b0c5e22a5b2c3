/** The documents of a folder as trees: only files that changed since the last build are read. */
import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import type { BuildState, ReadDocument } from '../../shared/corpus/state.ts';
import { structure } from '../../shared/corpus/structure.ts';
import { type Issue, issue } from '../../shared/issue/issue.ts';
import { formatOf, readSource } from '../corpus/read/index.ts';
import { readBytes } from '../files.ts';
import { filesBelow } from './corpus-folder.ts';

export interface ReadFolder {
  readonly documents: readonly ReadDocument[];
  /** Files that are no documents. */
  readonly issues: readonly Issue[];
  /** Paths of the documents that were read in this run. */
  readonly read: readonly string[];
}

/**
 * @param before what an earlier build kept; null reads everything
 * @param reader fingerprint of the readers of this run
 */
export async function readFolder(
  folder: string,
  before: BuildState | null,
  reader: string,
): Promise<ReadFolder> {
  const kept = new Map(
    before?.reader === reader ? before.documents.map((one) => [one.path, one] as const) : [],
  );
  const documents: ReadDocument[] = [];
  const issues: Issue[] = [];
  const read: string[] = [];
  for (const file of filesBelow(folder)) {
    const path = relative(folder, file).split(sep).join('/');
    if (formatOf(file) === undefined) {
      issues.push(issue('corpus.not-a-rule', 'warning', '', { params: { file: path } }));
      continue;
    }
    const bytes = readBytes(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const same = kept.get(path);
    if (same?.sha256 === sha256) {
      documents.push(same);
      continue;
    }
    read.push(path);
    documents.push({ path, sha256, regulation: structure(await readSource(file, bytes)) });
  }
  return { documents, issues, read };
}
