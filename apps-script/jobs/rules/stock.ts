/** What lies in the chamber's folder: documents to read, or a bundle that the command line has made. */
import { indexName } from '../../../shared/corpus/index-source.ts';
import { manifestName } from '../../../shared/corpus/manifest.ts';
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { FoundFile, RuleFiles } from './port.ts';
import { type FileKind, fileKind } from './read-file.ts';
import { names, type Place } from './stored.ts';

/** More are no folder of regulations. */
const most = 200;
/** Folders below the folder are read too, so deep. */
const depth = 3;

export interface StockFile {
  readonly found: FoundFile;
  readonly kind: FileKind;
  /** Name in the bundle: of two files of one name each has its own. */
  readonly file: string;
}

export interface Stock {
  /** The manifest of a bundle, where one lies in the folder itself. */
  readonly manifest: FoundFile | null;
  readonly readable: readonly StockFile[];
  readonly issues: readonly Issue[];
}

/** Other files of a bundle of the command line: none of them is a regulation. */
const beside = new Set([
  'build-state.json',
  '報告.csv',
  '新旧対照表.csv',
  '再同期.csv',
  'ノートブックの分け方.csv',
]);

function gather(files: RuleFiles, folderId: string, levels: number, into: FoundFile[]): void {
  if (into.length > most) return;
  into.push(...files.list(folderId, most - into.length));
  if (levels === 0) return;
  for (const folder of files.folders(folderId))
    if (folder.name !== names.out) gather(files, folder.id, levels - 1, into);
}

function named(found: readonly FoundFile[]): readonly StockFile[] {
  const taken = new Map<string, number>();
  return [...found]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1))
    .map((one) => {
      const times = (taken.get(one.name) ?? 0) + 1;
      taken.set(one.name, times);
      const file = times === 1 ? one.name : one.name.replace(/(\.[^.]+)?$/, `（${times}）$1`);
      return { found: one, kind: fileKind(one), file };
    });
}

/** Throws UnusableInput `rules.folder-closed`, `rules.too-many`, `rules.folder-empty`. */
export function stockOf(files: RuleFiles, place: Place): Stock {
  const refuse = (code: string, params: Readonly<Record<string, string | number>> = {}): never => {
    throw new UnusableInput([issue(code, 'error', '', { params: { folder: place.folderName, ...params } })]);
  };
  if (files.folder(place.folder) === null) return refuse('rules.folder-closed');
  const all: FoundFile[] = [];
  gather(files, place.folder, depth, all);
  if (all.length > most) refuse('rules.too-many', { count: all.length, limit: most });
  const manifest = all.find(({ name }) => name === manifestName) ?? null;
  const known = named(all);
  if (manifest !== null) {
    const isSource = ({ kind, file }: StockFile): boolean => kind === 'markdown' || file === indexName;
    const others = known.filter((one) => one.kind === 'doc' || one.kind === 'office');
    return {
      manifest,
      readable: known.filter(isSource),
      issues: others.map(({ file }) => issue('rules.bundle-only', 'warning', '', { params: { file } })),
    };
  }
  const readable = known.filter(({ kind }) => kind !== 'office' && kind !== 'other');
  const issues = known.flatMap(({ kind, file, found }) => {
    if (kind === 'office') return [issue('rules.open-as-doc', 'error', '', { params: { file } })];
    const isNews = kind === 'other' && !beside.has(found.name);
    return isNews ? [issue('corpus.not-a-rule', 'warning', '', { params: { file } })] : [];
  });
  if (readable.length === 0) {
    throw new UnusableInput([
      issue('rules.folder-empty', 'error', '', { params: { folder: place.folderName } }),
      ...issues.slice(0, 10),
    ]);
  }
  return { manifest: null, readable, issues };
}
