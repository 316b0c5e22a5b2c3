/**
 * Makes the bundle of regulations in Drive: reads what is new in the folder, writes the documents whose text changed, and then
 * puts the bundle in its place by one write. An execution works for about two minutes and says how far it came; the same call again
 * goes on. It may die after any service call.
 */
import { bundleTexts, changedUnits } from '../../../shared/corpus/compare.ts';
import { isFailing } from '../../../shared/corpus/failing.ts';
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { describe } from '../../../shared/issue/messages.ts';
import type { Services } from '../port.ts';
import { dayOf, isoOf } from '../time.ts';
import { docBlocks } from './doc-blocks.ts';
import { Documents, type WantedDocument } from './documents.ts';
import { draftName, draftText, readDraft } from './draft.ts';
import { withLease } from './lease.ts';
import { hashOf, type Made, madeOfBundle, madeOfDocuments } from './make.ts';
import { readPieces, writePieces } from './pieces.ts';
import type { RuleFiles } from './port.ts';
import { keptName, readStock, stale } from './read-stock.ts';
import { comparisonBlocks, type SyncLine, syncBlocks, syncLines } from './reports.ts';
import { type Stock, stockOf } from './stock.ts';
import { names, type Place, readBundle, readPlace, type StoredBundle, writePlace } from './stored.ts';

export interface BuildProgress {
  readonly phase: 'read' | 'write' | 'done';
  /** Files read, or documents written, in this execution, and how many there were. */
  readonly done: number;
  readonly total: number;
  /** What the notebook has to be told; only at the end. */
  readonly sync: readonly SyncLine[];
}

/** Of the six minutes that an execution has; the page shows how far it came after each. */
const timeBudget = 120_000;
/** Problems kept in words; the rest is counted. */
const mostProblems = 200;

const keys = { index: '@index', comparison: '@comparison', sync: '@sync' } as const;

/** Throws UnusableInput `rules.…`. */
export function buildRules(services: Services, files: RuleFiles): BuildProgress {
  const begun = services.clock.now();
  const isLate = (): boolean => services.clock.now() - begun > timeBudget;
  return withLease(services, () => new Build(services, files, isLate).run());
}

class Build {
  private readonly services: Services;
  private readonly files: RuleFiles;
  private readonly isLate: () => boolean;
  private readonly place: Place;
  private readonly outId: string;
  private readonly keepId: string;
  /** Files of our own folder: ids by name. */
  private readonly kept: Map<string, string>;

  constructor(services: Services, files: RuleFiles, isLate: () => boolean) {
    this.services = services;
    this.files = files;
    this.isLate = isLate;
    const place = readPlace(services);
    if (place === null) throw new UnusableInput([issue('rules.no-folder', 'error', '')]);
    this.place = place;
    if (files.folder(place.folder) === null)
      throw new UnusableInput([
        issue('rules.folder-closed', 'error', '', { params: { folder: place.folderName } }),
      ]);
    this.outId = files.subfolder(place.folder, names.out);
    this.keepId = files.subfolder(this.outId, names.keep);
    this.kept = new Map(files.idsByName(this.keepId));
  }

  private idOf(name: string): string {
    return this.kept.get(name) ?? '';
  }

  run(): BuildProgress {
    const { files } = this;
    const stock = stockOf(files, this.place);
    const bundleId = this.idOf(names.bundle);
    const before = readBundle(bundleId === '' ? null : files.text(bundleId));
    const made = hashOf(JSON.stringify([stock.manifest?.id ?? '', stock.readable.map(keptName)]));
    const documents = new Documents(files, this.services.workbook.id, this.keepId, this.idOf(names.ledger));
    if (before?.made === made && this.isWhole(before, documents)) {
      this.finish(bundleId, before, stock);
      return { phase: 'done', done: 0, total: 0, sync: [] };
    }
    const draft = this.idOf(draftName(made));
    const result = readDraft(draft === '' ? null : files.text(draft)) ?? this.make(stock);
    if (!('sources' in result)) return result;
    if (result.sources.length === 0) {
      throw new UnusableInput([
        issue('rules.folder-empty', 'error', '', { params: { folder: this.place.folderName } }),
        ...[...stock.issues, ...result.issues].filter(({ severity }) => severity === 'error').slice(0, 10),
      ]);
    }
    const written = this.writeDocuments(result, documents);
    if (written !== null) {
      if (draft === '') files.create(this.keepId, draftName(made), draftText(result));
      return written;
    }
    return this.commit(result, documents, before, made, stock);
  }

  /** The bundle, or how far reading came. */
  private make(stock: Stock): Made | BuildProgress {
    const { files } = this;
    if (stock.manifest !== null) return madeOfBundle(files, stock);
    const { documents, done, total } = readStock(files, stock, this.keepId, this.kept, this.isLate);
    return documents === null ? { phase: 'read', done, total, sync: [] } : madeOfDocuments(documents());
  }

  /** Every document still stands and holds what the bundle says. */
  private isWhole(before: StoredBundle, documents: Documents): boolean {
    return (
      before.sources.every(({ docId, sha256 }) => documents.holds(docId, sha256)) &&
      documents.holds(before.docs.index, before.index)
    );
  }

  private wantedOf({ sources, index }: Made): readonly WantedDocument[] {
    return [
      ...sources.map(({ key, name, sha256, text }) => ({ key, name, sha256, blocks: () => docBlocks(text) })),
      { key: keys.index, name: names.index, sha256: hashOf(index), blocks: () => docBlocks(index) },
    ];
  }

  /** Null when all are written. */
  private writeDocuments(made: Made, documents: Documents): BuildProgress | null {
    const wanted = this.wantedOf(made);
    documents.adopt(wanted);
    const waiting = wanted.filter((one) => !documents.isDone(one));
    let done = 0;
    for (const one of waiting) {
      if (done > 0 && this.isLate()) return { phase: 'write', done, total: waiting.length, sync: [] };
      documents.write(one, this.outId);
      done += 1;
    }
    return null;
  }

  private commit(
    made: Made,
    documents: Documents,
    before: StoredBundle | null,
    madeKey: string,
    stock: Stock,
  ): BuildProgress {
    const { files, keepId } = this;
    const sources = made.sources.map(({ key, file, title, sha256, characters }) => ({
      file,
      title,
      sha256,
      characters,
      docId: documents.idOf(key),
    }));
    const key = hashOf(JSON.stringify(sources.map(({ title, sha256 }) => [title, sha256])));
    const index = { id: documents.idOf(keys.index), sha256: hashOf(made.index) };
    const isIndexChanged =
      before === null || before.docs.index !== index.id ? null : before.index !== index.sha256;
    const sync = syncLines(before?.sources ?? [], sources, isIndexChanged);
    if (sync.length > 0) this.writeReports(made, documents, before, sync);
    documents.retire(new Set([...made.sources.map((one) => one.key), ...Object.values(keys)]));
    const pieces = before?.key === key ? before.pieces : writePieces(files, keepId, this.kept, made, key);
    const bundle: StoredBundle = {
      version: 1,
      made: madeKey,
      key,
      index: index.sha256,
      at: isoOf(this.services.clock.now()),
      sources,
      pieces: [...pieces],
      docs: {
        index: index.id,
        comparison: documents.idOf(keys.comparison),
        sync: documents.idOf(keys.sync),
      },
      out: this.outId,
      ...problemsOf([...stock.issues, ...made.issues]),
    };
    const text = JSON.stringify(bundle, null, 1);
    const standing = this.idOf(names.bundle);
    if (standing !== '') files.rewrite(standing, text);
    const bundleId = standing === '' ? files.create(keepId, names.bundle, text) : standing;
    this.finish(bundleId, bundle, stock);
    return { phase: 'done', done: made.sources.length, total: made.sources.length, sync };
  }

  private writeReports(
    made: Made,
    documents: Documents,
    before: StoredBundle | null,
    sync: readonly SyncLine[],
  ): void {
    const day = dayOf(this.services.clock.now());
    const reports: WantedDocument[] = [];
    if (before !== null) {
      const old = new Map(readPieces(this.files, before).map(({ file, text }) => [file, text]));
      const now = new Map(made.sources.map(({ file, text }) => [file, text]));
      const changes = changedUnits(
        bundleTexts(before.sources, (file) => old.get(file) ?? null),
        bundleTexts(made.sources, (file) => now.get(file) ?? null),
      );
      const blocks = comparisonBlocks(changes, day);
      const sha256 = hashOf(JSON.stringify(blocks));
      reports.push({ key: keys.comparison, name: names.comparison, sha256, blocks: () => blocks });
    }
    const blocks = syncBlocks(sync, day);
    const sha256 = hashOf(JSON.stringify(blocks));
    reports.push({ key: keys.sync, name: names.sync, sha256, blocks: () => blocks });
    for (const report of reports) if (!documents.isDone(report)) documents.write(report, this.keepId);
  }

  /** Tells where the bundle stands, and takes away what only an earlier one needed. */
  private finish(bundleId: string, bundle: StoredBundle, stock: Stock): void {
    writePlace(this.services, { ...this.place, bundle: bundleId });
    const pieces = new Set(bundle.pieces.map(({ id }) => id));
    for (const id of stale(this.kept, stock, pieces)) this.files.discard(id);
  }
}

function problemsOf(issues: readonly Issue[]): Pick<StoredBundle, 'problems' | 'counts'> {
  const order = { error: 0, warning: 1, info: 2 } as const;
  const ranked = issues
    .map((found) => (isFailing(found) ? { ...found, severity: 'error' as const } : found))
    .sort((a, b) => order[a.severity] - order[b.severity]);
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of ranked) counts[severity] += 1;
  const problems = ranked.slice(0, mostProblems).map((found) => {
    const { message, remedy, severityLabel } = describe(found, (key) => key);
    return { severity: found.severity, severityLabel, code: found.code, message, remedy };
  });
  return { problems, counts };
}
