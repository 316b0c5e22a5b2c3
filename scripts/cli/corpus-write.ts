/**
 * A bundle put in its place. What a run may die between: sources and tables first, then what went away, and last the state
 * from which the next run tells what changed. A run that died before that is repeated as a whole, with the same end.
 */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../shared/bytes/sha256.ts';
import type { Bundle } from '../../shared/corpus/bundle.ts';
import { shelved } from '../../shared/corpus/bundle.ts';
import {
  bundleTexts,
  type ChangedSource,
  changedSources,
  changedUnits,
  unitTexts,
} from '../../shared/corpus/compare.ts';
import { indexName } from '../../shared/corpus/index-source.ts';
import { manifestName } from '../../shared/corpus/manifest.ts';
import { type BuildState, type ReadDocument, stateName, stateText } from '../../shared/corpus/state.ts';
import { writeAll } from '../files.ts';
import { manifestIn, textIn } from './corpus-folder.ts';
import {
  comparisonName,
  comparisonTable,
  reportName,
  sharesName,
  sharesTable,
  syncName,
  syncTable,
} from './corpus-tables.ts';

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Written {
  /** Null for the first bundle of a folder. */
  readonly changes: readonly ChangedSource[] | null;
  /** Files whose bytes are new. */
  readonly files: readonly string[];
}

export interface ToWrite {
  readonly bundle: Bundle;
  readonly documents: readonly ReadDocument[];
  readonly reader: string;
  readonly before: BuildState | null;
  readonly report: Uint8Array;
  readonly notebooks: readonly (readonly string[])[];
}

const encode = (text: string) => new TextEncoder().encode(text);

function isSame(file: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}

/** Removes a file that a build made; what a person has changed stays. */
function removeOwn(out: string, file: string, sha256: string): void {
  const text = textIn(out, file);
  if (text !== null && sha256Hex(encode(text)) === sha256) rmSync(join(out, file), { force: true });
}

/** What a run that died has left of the files of this bundle. */
function removeLeftovers(out: string, names: readonly string[]): void {
  const own = new Set(names);
  for (const name of readdirSync(out)) {
    const found = /^\.(.+)\.([0-9]+)\.part$/.exec(name);
    if (found === null || !own.has(found[1] ?? '') || Number(found[2]) === process.pid) continue;
    rmSync(join(out, name), { force: true });
  }
}

/** The earlier bundle as its state tells it; where that is gone, as its files do. */
function earlier(out: string, before: BuildState | null) {
  if (before !== null) {
    const trees = shelved(before.documents.map(({ regulation }) => regulation)).regulations;
    return { sources: before.sources, texts: () => unitTexts(trees) };
  }
  const manifest = manifestIn(out);
  if (manifest === null) return null;
  return {
    sources: manifest.sources,
    texts: () => bundleTexts(manifest.sources, (file) => textIn(out, file)),
  };
}

/** Writes what differs from what stands there. */
export function writeBundle(out: string, given: ToWrite): Written {
  const { bundle, documents, reader, before, report, notebooks } = given;
  const last = earlier(out, before);
  const changes = last === null ? null : changedSources(last, bundle.manifest);
  const files: Named[] = [{ name: reportName, bytes: report }];
  // A run that changes nothing leaves the last comparison where it is.
  if (last !== null && changes !== null && changes.length > 0) {
    const trees = bundle.documents.map(({ regulation }) => regulation);
    files.push({
      name: comparisonName,
      bytes: comparisonTable(changedUnits(last.texts(), unitTexts(trees))),
    });
    files.push({ name: syncName, bytes: syncTable(changes) });
  }
  const extras: Named[] =
    notebooks.length > 1 ? [{ name: sharesName, bytes: sharesTable(notebooks, indexName) }] : [];
  files.push(...extras, ...bundle.files.map(({ name, text }) => ({ name, bytes: encode(text) })));
  const sources = bundle.manifest.sources.map(({ file, title, sha256 }) => ({ file, title, sha256 }));
  const state: BuildState = {
    version: 1,
    reader,
    sources,
    extras: extras.map(({ name, bytes }) => ({ file: name, sha256: sha256Hex(bytes) })),
    documents: [...documents],
  };
  const put = (some: readonly Named[]): readonly string[] => {
    const differing = some.filter(({ name, bytes }) => !isSame(join(out, name), bytes));
    if (differing.length > 0) writeAll(out, differing);
    return differing.map(({ name }) => name);
  };
  const written = put(files);
  const now = new Set(files.map(({ name }) => name));
  for (const { file, sha256 } of [...(last?.sources ?? []), ...(before?.extras ?? [])])
    if (!now.has(file)) removeOwn(out, file, sha256);
  put([{ name: stateName, bytes: encode(stateText(state)) }]);
  removeLeftovers(out, [...now, stateName, manifestName]);
  return { changes, files: written };
}
