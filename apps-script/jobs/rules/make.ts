/** Sources and index of the bundle, out of documents that were read or of a bundle of the command line. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { buildBundle, limitIssues } from '../../../shared/corpus/bundle.ts';
import { indexName } from '../../../shared/corpus/index-source.ts';
import { notebookLimits } from '../../../shared/corpus/limits.ts';
import { type Manifest, manifestName, readManifest } from '../../../shared/corpus/manifest.ts';
import type { SourceDocument } from '../../../shared/corpus/model.ts';
import { decodeSource } from '../../../shared/corpus/read/encoding.ts';
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { RuleFiles } from './port.ts';
import type { Stock } from './stock.ts';

export interface MadeSource {
  /** Drive id of what it was made from, and its part: what its document is known by. */
  readonly key: string;
  /** Name of the source without its ending: name of its document. */
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly sha256: string;
  readonly characters: number;
  readonly text: string;
}

export interface Made {
  readonly sources: readonly MadeSource[];
  readonly index: string;
  readonly issues: readonly Issue[];
}

const bareName = (file: string): string => file.replace(/\.md$/, '');

export const hashOf = (text: string): string => sha256Hex(encodeUtf8(text));

/** The index names documents, not files. */
function indexOfDocuments(text: string, manifest: Manifest): string {
  let index = text;
  for (const { file } of manifest.sources) index = index.split(file).join(bareName(file));
  return index;
}

function madeFrom(
  manifest: Manifest,
  textOf: (file: string) => string,
  keyOf: (file: string, sourceFile: string) => string,
  issues: readonly Issue[],
): Made {
  const parts = new Map<string, number>();
  const sources = manifest.sources.map(({ file, title, sourceFile, characters }): MadeSource => {
    const key = keyOf(file, sourceFile);
    const part = (parts.get(key) ?? 0) + 1;
    parts.set(key, part);
    const text = textOf(file);
    const sha256 = hashOf(text);
    return { key: `${key}#${part}`, name: bareName(file), file, title, sha256, characters, text };
  });
  return { sources, index: indexOfDocuments(textOf(indexName), manifest), issues };
}

/** @param documents by Drive id, in any order */
export function madeOfDocuments(documents: ReadonlyMap<string, SourceDocument>): Made {
  const bundle = buildBundle([...documents.values()]);
  const texts = new Map(bundle.files.map(({ name, text }) => [name, text]));
  const ids = new Map([...documents].map(([id, { file }]) => [file, id]));
  return madeFrom(
    bundle.manifest,
    (file) => texts.get(file) ?? '',
    (file, sourceFile) => ids.get(sourceFile) ?? file,
    bundle.issues,
  );
}

/** Throws UnusableInput `rules.bundle-manifest`, `rules.bundle-incomplete`. */
export function madeOfBundle(files: RuleFiles, stock: Stock): Made {
  const byName = new Map(stock.readable.map(({ file, found }) => [file, found.id]));
  const read = (id: string): string => decodeSource(files.bytes(id)).text;
  const manifest = stock.manifest === null ? null : readManifest(read(stock.manifest.id));
  if (manifest === null) {
    throw new UnusableInput([
      issue('rules.bundle-manifest', 'error', '', { params: { file: manifestName } }),
    ]);
  }
  const wanted = [...manifest.sources.map(({ file }) => file), indexName];
  const missing = wanted.filter((file) => !byName.has(file));
  if (missing.length > 0) {
    throw new UnusableInput(
      missing.slice(0, 10).map((file) => issue('rules.bundle-incomplete', 'error', '', { params: { file } })),
    );
  }
  const texts = new Map(wanted.map((file) => [file, read(byName.get(file) ?? '')]));
  const changed = manifest.sources.filter(({ file, sha256 }) => hashOf(texts.get(file) ?? '') !== sha256);
  const listed = new Set(wanted);
  const others = stock.readable.filter(({ file }) => !listed.has(file));
  return madeFrom(
    manifest,
    (file) => texts.get(file) ?? '',
    (file) => `bundle:${file}`,
    [
      ...changed.map(({ file }) => issue('corpus.source-changed', 'warning', '', { params: { file } })),
      ...others.map(({ file }) => issue('rules.bundle-only', 'warning', '', { params: { file } })),
      ...limitIssues(manifest, notebookLimits),
    ],
  );
}
