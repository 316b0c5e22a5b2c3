/** Folders of regulations and of bundles on the disk. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { type Manifest, manifestName, readManifest } from '../../shared/corpus/manifest.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { isFolder } from '../files.ts';

/** Files below a folder, sorted; hidden files and the locks of Word (`~$…`) left out. */
export function filesBelow(folder: string): readonly string[] {
  if (!isFolder(folder))
    throw new UnusableInput([issue('corpus.no-folder', 'error', '', { params: { file: folder } })]);
  const found: string[] = [];
  const walk = (path: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (/^(?:\.|~\$)|^Thumbs\.db$/i.test(entry.name)) continue;
      const full = join(path, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (entry.isFile() || entry.isSymbolicLink()) found.push(full);
    }
  };
  walk(folder);
  return found.sort();
}

/** What is made must not be read as a source the next time. */
export function refuseInside(out: string, source: string): void {
  const path = relative(resolve(source), resolve(out));
  if (
    path === '' ||
    (path !== '..' && !path.startsWith(`..${sep}`) && resolve(out).startsWith(resolve(source)))
  )
    throw new UnusableInput([issue('corpus.out-in-source', 'error', '', { params: { file: out } })]);
}

/** Text of a file of a bundle, null where it is missing; names that lead out of the folder are missing. */
export function textIn(folder: string, file: string): string | null {
  if (file.includes('/') || file.includes('\\') || file.startsWith('..')) return null;
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return null;
  }
}

/** The manifest of a bundle, null where the folder holds none that can be read. */
export function manifestIn(folder: string): Manifest | null {
  const text = textIn(folder, manifestName);
  return text === null ? null : readManifest(text);
}
