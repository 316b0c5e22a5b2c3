/**
 * The Google documents that stand for the sources: which is whose, and writing one in place. 文書.json says what each was last
 * written with; a document whose text is that already is not touched.
 */
import type { DocBlock } from './doc-blocks.ts';
import type { RuleFiles } from './port.ts';
import { type Ledger, type LedgerRow, names, readLedger } from './stored.ts';

/** In the place of a hash while a document that stands is written again. */
const beingWritten = '?';

export interface WantedDocument {
  readonly key: string;
  readonly name: string;
  /** Of all it is to hold. */
  readonly sha256: string;
  readonly blocks: () => readonly DocBlock[];
}

export class Documents {
  private readonly files: RuleFiles;
  private readonly keepId: string;
  private readonly workbookId: string;
  /** Stands in the description of every document of ours. */
  private readonly mark: string;
  private ledgerId: string;
  private rows: LedgerRow[];

  /** @param ledgerId '' where there is none yet */
  constructor(files: RuleFiles, workbookId: string, keepId: string, ledgerId: string) {
    this.files = files;
    this.workbookId = workbookId;
    this.keepId = keepId;
    this.mark = `会議所キットが作ったドキュメントです。書きかえると、次に作り直したときに消えます。（${workbookId}）`;
    this.ledgerId = ledgerId;
    this.rows = [...readLedger(ledgerId === '' ? null : files.text(ledgerId)).docs];
  }

  private isThere(docId: string): boolean {
    return this.files.isThere(docId, this.mark);
  }

  private save(): void {
    const ledger: Ledger = { version: 1, docs: this.rows };
    const text = JSON.stringify(ledger, null, 1);
    if (this.ledgerId === '') this.ledgerId = this.files.create(this.keepId, names.ledger, text);
    else this.files.rewrite(this.ledgerId, text);
  }

  private put(row: LedgerRow): void {
    const at = this.rows.findIndex(({ key }) => key === row.key);
    if (at < 0) this.rows.push(row);
    else this.rows[at] = row;
    this.save();
  }

  /** Documents of sources that were replaced by others of the same name go on with those: a notebook knows the document only. */
  adopt(wanted: readonly Pick<WantedDocument, 'key' | 'name'>[]): void {
    const keys = new Set(wanted.map(({ key }) => key));
    const have = new Set(this.rows.map(({ key }) => key));
    let isChanged = false;
    for (const { key, name } of wanted) {
      if (have.has(key)) continue;
      const at = this.rows.findIndex((row) => row.file === name && !keys.has(row.key));
      const row = this.rows[at];
      if (row === undefined) continue;
      this.rows[at] = { ...row, key };
      have.add(key);
      isChanged = true;
    }
    if (isChanged) this.save();
  }

  /** Id of the document of a key, '' where there is none. */
  idOf(key: string): string {
    return this.rows.find((row) => row.key === key)?.docId ?? '';
  }

  /** True where a document was last written with this text, and still stands. */
  holds(docId: string, sha256: string): boolean {
    return this.rows.some((row) => row.docId === docId && row.sha256 === sha256) && this.isThere(docId);
  }

  /** True where the document stands and holds what it should. */
  isDone({ key, sha256 }: WantedDocument): boolean {
    const row = this.rows.find((one) => one.key === key);
    return row !== undefined && row.sha256 === sha256 && this.isThere(row.docId);
  }

  /** Writes a document in place; one that is gone or was never there is made. */
  write(wanted: WantedDocument, folderId: string): void {
    const { key, name, sha256 } = wanted;
    const standing = this.rows.find((row) => row.key === key);
    const isThere = standing !== undefined && this.isThere(standing.docId);
    const draft = `cci-regulations-${this.workbookId}-${key}`;
    const docId = isThere ? standing.docId : this.files.draftDoc(draft, this.mark);
    const isNew = !isThere || standing.sha256 === '';
    // Neither hash fits any text: a run that dies here leaves a document that the next one writes again.
    this.put({ key, file: isNew ? name : standing.file, docId, sha256: isNew ? '' : beingWritten });
    this.files.writeDoc(docId, wanted.blocks());
    if (isNew || standing.file !== name) this.files.place(docId, name, isNew ? folderId : null);
    this.put({ key, file: name, docId, sha256 });
  }

  /** Documents of sources that are no more: set aside under a name that says so, and forgotten. */
  retire(keys: ReadonlySet<string>): void {
    const gone = this.rows.filter(({ key }) => !keys.has(key));
    for (const { docId, file } of gone)
      if (this.isThere(docId)) this.files.place(docId, `（廃止）${file}`, this.keepId);
    if (gone.length === 0) return;
    this.rows = this.rows.filter(({ key }) => keys.has(key));
    this.save();
  }
}
