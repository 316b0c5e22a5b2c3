/** Documents → the files of a bundle: sources, index, manifest and report, as data. */
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import { type Issue, issue } from '../issue/issue.ts';
import { lineOf } from '../issue/messages.ts';
import { answersOf } from './answers.ts';
import { type Blocked, blocksOf, type Shelf, shelfOf } from './blocks.ts';
import { isUnread } from './failing.ts';
import { indexName, indexText } from './index-source.ts';
import { countCharacters, type NotebookLimits, notebookLimits, splitParagraphs } from './limits.ts';
import {
  type Manifest,
  type ManifestSource,
  manifestName,
  manifestText,
  manifestVersion,
} from './manifest.ts';
import type { Block, Regulation, SourceDocument } from './model.ts';
import { notebooksOf } from './notebooks.ts';
import type { Question } from './questions.ts';
import { addressMark, bodyOf, headOf, sourceText, versionOf } from './render.ts';
import { structure } from './structure.ts';

export interface BundleFile {
  readonly name: string;
  readonly text: string;
}

export interface Bundle {
  /** Sources, index, and the manifest as the last. */
  readonly files: readonly BundleFile[];
  readonly manifest: Manifest;
  readonly documents: readonly Blocked[];
  readonly shelf: Shelf;
  /** All there is to say: of readers, structure, references and limits. */
  readonly issues: readonly Issue[];
}

/** A name that every file system takes. */
export function fileNameOf(title: string): string {
  const bare = title
    .replace(/[\\/:*?"<>|\u0000-\u001f\s\u3000]+/g, '_')
    .replace(/^[._]+|[._]+$/g, '')
    .slice(0, 80);
  return /^(?:|con|prn|aux|nul|com[0-9]|lpt[0-9])$/i.test(bare) ? `規程${bare}` : bare;
}

/** Documents of one title are told apart by their files; nothing of either is mixed up. */
function withOwnTitles(regulations: readonly Regulation[]): {
  readonly regulations: readonly Regulation[];
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const taken = new Map<string, string>();
  const renamed = regulations.map((regulation) => {
    const wanted = regulation.title;
    const other = taken.get(wanted);
    let title = other === undefined ? wanted : `${wanted}（${regulation.file}）`;
    for (let times = 2; taken.has(title); times += 1) title = `${wanted}（${regulation.file}・${times}）`;
    taken.set(title, regulation.file);
    if (other === undefined) return regulation;
    issues.push(
      issue('corpus.title-twice', 'warning', '', {
        params: { file: regulation.file, other, title: wanted, as: title },
      }),
    );
    return { ...regulation, title, shortTitle: title };
  });
  return { regulations: renamed, issues };
}

/** True where nothing could be read, or nothing but garbled characters: there is no source for it. */
const isUnusable = ({ units, preamble, issues }: Regulation): boolean =>
  (units.length === 0 && preamble === '') || issues.some(({ code }) => code === 'corpus.read.mojibake');

/** Trees in the order of the bundle, each under a title of its own; those that nobody could read apart. */
export function shelved(built: readonly Regulation[]) {
  const sorted = [...built].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return { ...withOwnTitles(sorted.filter((one) => !isUnusable(one))), unread: sorted.filter(isUnusable) };
}

/** Builds the bundle of documents as readers give them. */
export function buildBundle(
  documents: readonly SourceDocument[],
  limits: NotebookLimits = notebookLimits,
): Bundle {
  return bundleOf(
    documents.map((document) => structure(document)),
    limits,
  );
}

/**
 * Builds the bundle of all documents together (they refer to one another). Documents without a line are left out and
 * reported. Same documents, same bytes.
 */
export function bundleOf(
  built: readonly Regulation[],
  limits: NotebookLimits,
  questions: readonly Question[] = [],
): Bundle {
  const { regulations, issues, unread } = shelved(built);
  const shelf = shelfOf(regulations);
  const documents = regulations.map((regulation) => blocksOf(regulation, shelf));
  const files: BundleFile[] = [];
  const sources: ManifestSource[] = [];
  const all: Issue[] = [...unread.flatMap((one) => one.issues), ...issues];
  const names = new Set<string>([manifestName, indexName]);
  for (const blocked of documents) {
    const made = sourcesOf(blocked, limits, names);
    files.push(...made.files);
    sources.push(...made.sources);
    all.push(...blocked.regulation.issues, ...blocked.issues, ...made.issues);
  }
  const answered = answersOf(questions, shelf);
  all.push(...answered.issues);
  const index = indexText({ documents, sources, unread, answers: answered.answers });
  files.push({ name: indexName, text: index });
  const manifest: Manifest = { version: manifestVersion, sources };
  all.push(...indexIssues(index, limits), ...limitIssues(manifest, limits));
  files.push({ name: manifestName, text: manifestText(manifest) });
  return { files, manifest, documents, shelf, issues: all };
}

function sourcesOf(document: Blocked, limits: NotebookLimits, names: Set<string>) {
  const { regulation, blocks, references } = document;
  const body = bodyOf(regulation.title, blocks);
  const version = versionOf(body);
  const unread = regulation.issues.filter(isUnread).map((found) => lineOf(found));
  const head = (part: string) => headOf(document, { version, part, unread });
  const room = Math.max(1000, limits.charactersOfSource - countCharacters(head('00/00')) - 100);
  const parts = splitParagraphs(body, room);
  const issues: Issue[] = [];
  if (parts.length > 1)
    issues.push(
      issue('corpus.split', 'info', '', {
        params: { file: regulation.file, title: regulation.title, parts: parts.length },
      }),
    );
  const base = freeName(fileNameOf(regulation.title), parts.length, names);
  const files: BundleFile[] = [];
  const sources: ManifestSource[] = [];
  parts.forEach((part, at) => {
    const name = parts.length === 1 ? `${base}.md` : `${base}-${at + 1}.md`;
    const text = sourceText(head(parts.length === 1 ? '' : `${at + 1}/${parts.length}`), part);
    const bytes = encodeUtf8(text);
    const here = addressesIn(regulation.title, part, blocks);
    const isHere = new Set(here);
    files.push({ name, text });
    sources.push({
      file: name,
      title: regulation.title,
      sourceFile: regulation.file,
      sha256: sha256Hex(bytes),
      characters: countCharacters(text),
      bytes: bytes.length,
      units: here,
      references: references
        .filter(({ from }) => isHere.has(from))
        .map(({ from, to, resolved }) => ({ from, to, resolved })),
    });
  });
  return { files, sources, issues };
}

/** Addresses of the blocks that stand in some paragraphs, in order. */
function addressesIn(title: string, paragraphs: readonly string[], blocks: readonly Block[]): string[] {
  const marks = new Set(paragraphs.map((paragraph) => paragraph.slice(0, paragraph.indexOf('〕') + 1)));
  return blocks
    .filter(({ address }) => address !== '' && marks.has(addressMark(title, address)))
    .map(({ address }) => address);
}

function freeName(wanted: string, parts: number, names: Set<string>): string {
  let base = wanted;
  const namesOf = () =>
    parts === 1 ? [`${base}.md`] : Array.from({ length: parts }, (_all, at) => `${base}-${at + 1}.md`);
  for (let times = 2; namesOf().some((name) => names.has(name.toLowerCase()) || names.has(name)); times += 1)
    base = `${wanted}_${times}`;
  for (const name of namesOf()) names.add(name.toLowerCase());
  return base;
}

/** The index is one source and is not split. */
export function indexIssues(index: string, limits: NotebookLimits): readonly Issue[] {
  const count = countCharacters(index);
  const limit = limits.charactersOfSource;
  return count <= limit
    ? []
    : [
        issue('corpus.over-limit', 'error', '', {
          params: { file: indexName, reason: 'characters', count, limit },
        }),
      ];
}

/** Sources that are too long or too many for a notebook. */
export function limitIssues(manifest: Manifest, limits: NotebookLimits): readonly Issue[] {
  const issues: Issue[] = [];
  for (const { file, characters, bytes } of manifest.sources) {
    if (characters > limits.charactersOfSource)
      issues.push(
        issue('corpus.over-limit', 'error', '', {
          params: { file, reason: 'characters', count: characters, limit: limits.charactersOfSource },
        }),
      );
    if (bytes > limits.bytesOfSource)
      issues.push(
        issue('corpus.over-limit', 'error', '', {
          params: { file, reason: 'bytes', count: bytes, limit: limits.bytesOfSource },
        }),
      );
  }
  // The index is a source too.
  const count = manifest.sources.length + 1;
  if (count > limits.sources)
    issues.push(issue('corpus.sources-many', 'error', '', { params: { count, limit: limits.sources } }));
  const notebooks = notebooksOf(manifest.sources, limits).length;
  if (notebooks > limits.notebooks)
    issues.push(
      issue('corpus.notebooks-many', 'error', '', { params: { count: notebooks, limit: limits.notebooks } }),
    );
  return issues;
}
