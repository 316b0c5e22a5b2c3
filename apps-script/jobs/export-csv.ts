/**
 * Makes the CSV file for the core system. The batch is written down first (members, hash, file name), then the file
 * is made, then the batch says so: a run that died in between is finished by the next, with the same file.
 */
import { sha256Hex } from '../../shared/bytes/sha256.ts';
import type { ExportKind } from '../../shared/csv/export-kind.ts';
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { type Batch, batchStates } from './book/batch.ts';
import { type Book, openBook } from './book/book.ts';
import { projectLists, readLists } from './book/project.ts';
import { registerBook } from './book/register-book.ts';
import { type ExportPlan, planExport, planOf } from './export-plan.ts';
import { batchSources, flowOfKind } from './export-rows.ts';
import type { Services } from './port.ts';
import { applyImported } from './register/apply-imported.ts';
import { dayOf, fiscalYearLabel, isoOf } from './time.ts';

const csvType = 'text/csv';

/** What an export has looked at, and what only a person or the core system can. */
const checked = [
  '項目ごとの形式（日付・電話番号・法人番号など）',
  '必須の項目と同意',
  '同じ法人番号の申込',
  '文字コードで表せない文字と、列の最大文字数',
  '承認済みであること、出力が一度だけであること',
];
const notChecked = [
  '基幹システムが受け付けるかどうか（取込みの結果を記録してください）',
  '実在する住所・電話番号かどうか',
];

function batchNumber(batches: readonly Batch[], yearLabel: string): string {
  const used = batches.map((batch) => {
    const match = /^(.+)-B(\d+)$/.exec(batch.id);
    return match?.[1] === yearLabel ? Number(match[2]) : 0;
  });
  return `${yearLabel}-B${String(Math.max(0, ...used) + 1).padStart(3, '0')}`;
}

export function fileNameOf(profileId: string, day: string, batchId: string): string {
  return `会員データ_${profileId}_${day.replace(/-/g, '')}_${batchId}.csv`;
}

/** Number of the batch that an export would make now. */
export function nextBatchId(book: Book, day: string): string {
  return batchNumber(book.batches(), fiscalYearLabel(day, book.settings().fiscalYearStart));
}

/** Keeps each row as it goes out with the last of its answers, so that the file can be made again later. */
function keepRows(book: Book, plan: ExportPlan, batchId: string): void {
  const register = registerBook(book);
  const rows = new Map(plan.written.map((row) => [row.receipts[row.receipts.length - 1] ?? '', row]));
  register.changeAnswers(
    register.answers().flatMap((answer) => {
      const row = rows.get(answer.receipt);
      if (row === undefined) return [];
      const others = answer.exports.filter((one) => one.batchId !== batchId);
      return [{ ...answer, exports: [...others, { batchId, values: row.values }] }];
    }),
  );
}

/** Writes the batch down before anything is made. */
function begin(services: Services, book: Book, plan: ExportPlan): Batch {
  const now = services.clock.now();
  const at = isoOf(now);
  const day = dayOf(now);
  const id = nextBatchId(book, day);
  if (plan.kind === 'updates') keepRows(book, plan, id);
  return book.addBatch({
    id,
    state: 'making',
    stateAt: at,
    note: '',
    fileUrl: '',
    receipt: {
      version: 2,
      kind: plan.kind,
      substitutes: { ...plan.substitutes },
      batchId: id,
      profile: plan.profile.id,
      profileName: plan.profile.name,
      profileVerified: plan.profile.verified,
      rows: { in: plan.waiting, exported: plan.written.length, held: plan.held.length },
      file: { name: fileNameOf(plan.profile.id, day, id), bytes: plan.bytes.length, sha256: plan.sha256 },
      by: services.session.user(),
      at,
      hash: plan.hash,
      checked,
      notChecked: plan.profile.verified
        ? notChecked
        : ['配置が基幹システムと合うこと（仮の配置）', ...notChecked],
    },
    members: plan.members,
  });
}

/** The bytes of a batch that was written down, made again from what it holds; null when they no longer agree. */
function bytesAgain(book: Book, batch: Batch): Uint8Array | null {
  const { kind, profile, substitutes, file } = batch.receipt;
  const rows = batchSources[kind](book, batch);
  const plan = planOf(book, kind, profile, rows, substitutes ?? book.settings().substitutes);
  return plan.sha256 === file.sha256 ? plan.bytes : null;
}

/** Makes the file unless it stands already, and records it. */
function finish(services: Services, book: Book, batch: Batch, bytes: Uint8Array | null): Batch {
  const { drive, workbook } = services;
  const { name, sha256 } = batch.receipt.file;
  const present = drive.find(workbook.id, name);
  const sound = present !== null && sha256Hex(present.bytes) === sha256 ? present : null;
  const at = isoOf(services.clock.now());
  if (sound === null && bytes === null) {
    const cancelled: Batch = {
      ...batch,
      state: 'cancelled',
      stateAt: at,
      note: '内容が変わったため中止',
    };
    book.changeBatch(cancelled);
    return cancelled;
  }
  const file = sound ?? drive.save(workbook.id, name, csvType, bytes ?? new Uint8Array(0));
  const made: Batch = { ...batch, state: 'made', stateAt: at, fileUrl: file.url };
  book.changeBatch(made);
  return made;
}

/** Finishes what an earlier run began. Returns the batch that answers the same request, if there is one. */
function resume(services: Services, book: Book, hash: string): Batch | null {
  let same: Batch | null = null;
  for (const batch of book.batches()) {
    if (batch.state !== 'making') continue;
    const done = finish(services, book, batch, bytesAgain(book, batch));
    if (done.state === 'made' && batch.receipt.hash === hash) same = done;
  }
  return same;
}

/**
 * Exports what the person saw in the preview (`hash`). Throws UnusableInput `export.changed` when it has changed
 * since, `export.nothing`, `profile.unknown`.
 */
export function exportCsv(
  services: Services,
  input: { profileId: string; kind: ExportKind; hash: string },
): Batch {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const begun = book.batches().filter((one) => one.state === 'making');
    const flows = [...new Set([input.kind, ...begun.map((one) => one.receipt.kind)].map(flowOfKind))];
    readLists(book, flows);
    let batch = resume(services, book, input.hash);
    if (batch === null) {
      const plan = planExport(book, input.kind, input.profileId);
      if (plan.hash !== input.hash) {
        const last = book.batches()[book.batches().length - 1];
        // A run may die after all was done but before it could answer.
        if (last?.receipt.hash !== input.hash || last.state !== 'made') {
          throw new UnusableInput([issue('export.changed', 'error', '')]);
        }
        batch = last;
      } else if (plan.written.length === 0) {
        throw new UnusableInput([issue('export.nothing', 'error', '')]);
      } else {
        batch = finish(services, book, begin(services, book, plan), plan.bytes);
      }
    }
    projectLists(book, flows);
    return batch;
  });
}

/**
 * Makes the file of a batch again when it is gone from Drive, byte for byte. Throws UnusableInput `batch.not-found`,
 * `batch.not-reproducible` (what it held has changed since, or the layout).
 */
export function remakeBatch(services: Services, batchId: string): Batch {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const batch = book.batches().find((one) => one.id === batchId);
    if (batch === undefined || batch.state === 'cancelled') {
      throw new UnusableInput([issue('batch.not-found', 'error', '')]);
    }
    const { drive, workbook } = services;
    const { name, sha256 } = batch.receipt.file;
    const present = drive.find(workbook.id, name);
    if (present !== null && sha256Hex(present.bytes) === sha256) return batch;
    const bytes = bytesAgain(book, batch);
    if (bytes === null) {
      throw new UnusableInput([issue('batch.not-reproducible', 'error', '', { params: { batch: batchId } })]);
    }
    const changed: Batch = { ...batch, fileUrl: drive.save(workbook.id, name, csvType, bytes).url };
    book.changeBatch(changed);
    return changed;
  });
}

/** Records what the core system made of a batch; a failed one gives its rows back, each once. */
export function markBatch(
  services: Services,
  input: { batchId: string; result: 'imported' | 'failed'; note: string },
): readonly Batch[] {
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const batch = book.batches().find((one) => one.id === input.batchId);
    if (batch === undefined) throw new UnusableInput([issue('batch.not-found', 'error', '')]);
    const flow = flowOfKind(batch.receipt.kind);
    readLists(book, [flow]);
    const again = batch.state === input.result && batch.note === input.note;
    if (batch.state !== 'made' && !again) {
      throw new UnusableInput([
        issue('batch.already', 'error', '', { params: { state: batchStates[batch.state] } }),
      ]);
    }
    if (!again) {
      const at = isoOf(services.clock.now());
      book.changeBatch({ ...batch, state: input.result, stateAt: at, note: input.note });
    }
    if (flow === 'register') applyImported(book);
    projectLists(book, [flow]);
    return book.batches();
  });
}
