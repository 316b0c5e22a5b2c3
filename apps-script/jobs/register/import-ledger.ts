/**
 * Takes a file of the core system into 台帳. The whole plan is made before the first cell is written; then rows are
 * written slice by slice. What is written is what differs from the plan, so a run that died or ran out of time is
 * simply run again: it makes the plan anew, finds what stands already and goes on. Answers of businesses are no part of
 * it: they lie over the ledger until their batch is 取込済.
 */
import { type Issue, isHeld, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type BatchRow, type ImportBatch, importBatches } from '../../../shared/register/import-batches.ts';
import { assets } from '../assets.ts';
import { type Book, openBook } from '../book/book.ts';
import { addImport, changeImport, type Import, readImports } from '../book/imports.ts';
import { profileFor } from '../book/profiles.ts';
import { ledgerNotes, ledgerTable } from '../book/register-tables.ts';
import type { Cells, Services } from '../port.ts';
import { isoOf } from '../time.ts';
import { applyImported } from './apply-imported.ts';
import {
  type InboxFile,
  inputsHash,
  nextImportId,
  type PlannedImport,
  planFor,
  requestHash,
  runningImport,
  runningIssue,
  type StandingLedger,
  whyStopped,
} from './import-plan.ts';
import { inboxFile } from './inbox.ts';

/** Rows of one write. */
const sliceRows = 2000;
/** From the beginning of the execution; leaves room for the slice at hand within the six minutes. */
const timeBudget = 4 * 60_000;

/** How an import stands after a run: it goes on or is finished, or it was given up for these reasons. */
interface Outcome {
  readonly import: Import;
  readonly stopped: readonly Issue[];
}

const mostIssues = 100;
const longestParam = 200;

/** What was not understood, as it is kept: a cell has an end. */
function keptReport(issues: readonly Issue[]): Import['report'] {
  const cut = (text: string): string => Array.from(text).slice(0, longestParam).join('');
  return issues.slice(0, mostIssues).map((one) => ({
    ...one,
    params: Object.fromEntries(
      Object.entries(one.params).map(([name, value]) => [
        name,
        typeof value === 'string' ? cut(value) : value,
      ]),
    ),
    value: cut(one.value),
    suggestion: cut(one.suggestion),
  }));
}

/** 取込み of a business that the file does not hold: since which import, and when it was last there. */
function missingMark(before: string, importId: string): string {
  const known = / のファイルになし(?:（最後は (.*)）)?$/.exec(before);
  const last = known === null ? before : (known[1] ?? '');
  return `${importId} のファイルになし${last === '' ? '' : `（最後は ${last}）`}`;
}

/** Turns a slice of the plan into the cells that 台帳 still lacks. */
function createSlices({ plan, standing }: PlannedImport, record: Import) {
  const { catalogue } = assets();
  const fields = plan.keys.map((key) => catalogue.byKey.get(key)?.label ?? key);
  const number = catalogue.byKey.get('businessNumber')?.label ?? '';
  /** 事業所番号 first: see `Workbook.put`. */
  const headers = [number, ...fields.filter((label) => label !== number), ledgerNotes.imported];
  const place = new Map(standing.headers.map((header, index) => [header, index]));
  const mark = `${record.at.slice(0, 10)} ${record.importId}`;
  const standsAt = (line: StandingLedger['lines'][number] | undefined, header: string): string =>
    line?.[place.get(header) ?? -1] ?? '';

  function wantedCells(row: BatchRow): Record<string, string> {
    const line = standing.lines[row.at];
    const cells: Record<string, string> = {};
    for (const header of headers) cells[header] = standsAt(line, header);
    row.cells?.forEach((text, index) => {
      cells[fields[index] ?? ''] = text;
    });
    cells[ledgerNotes.imported] =
      row.kind === 'missing' ? missingMark(standsAt(line, ledgerNotes.imported), record.importId) : mark;
    return cells;
  }

  /** The rows from the first that differs to the last, as they are to stand; null when all stand. */
  function lacking(batch: ImportBatch): { rows: Map<number, Cells>; headers: readonly string[] } | null {
    const wanted = new Map<number, Cells>();
    let first = -1;
    let last = -1;
    for (const row of batch.rows) {
      const cells = wantedCells(row);
      wanted.set(row.at, cells);
      const line = standing.lines[row.at];
      if (headers.every((header) => standsAt(line, header) === cells[header])) continue;
      if (first < 0) first = row.at;
      last = row.at;
    }
    if (first < 0) return null;
    const rows = new Map<number, Cells>();
    for (let at = first; at <= last; at++) {
      const line = standing.lines[at];
      // A row that the plan does not know stays as it is.
      const cells =
        wanted.get(at) ?? Object.fromEntries(headers.map((header) => [header, standsAt(line, header)]));
      rows.set(at + 2, cells);
    }
    return { rows, headers: batch.writes === 0 ? [ledgerNotes.imported] : headers };
  }
  return lacking;
}

/** Writes what is lacking until it is done or the time is up. */
function write(
  services: Services,
  book: Book,
  record: Import,
  planned: PlannedImport,
  began: number,
): Import {
  const batches = importBatches(planned.plan, sliceRows);
  const lacking = createSlices(planned, record);
  const table = ledgerTable(assets().catalogue);
  let written = 0;
  for (let index = 0; index < batches.length; index++) {
    const batch = batches.batch(index);
    const slice = lacking(batch);
    if (slice === null) continue;
    if (written > 0 && services.clock.now() - began > timeBudget) {
      const later = { ...record, done: batch.from };
      changeImport(book, later);
      return later;
    }
    book.put(table, slice.rows, slice.headers);
    written++;
  }
  const stateAt = isoOf(services.clock.now());
  const done: Import = { ...record, state: 'done', stateAt, done: record.sheetRows };
  changeImport(book, done);
  return done;
}

function stop(services: Services, book: Book, record: Import, why: readonly Issue[]): Outcome {
  const stopped: Import = {
    ...record,
    state: 'stopped',
    stateAt: isoOf(services.clock.now()),
    report: [...keptReport(why), ...record.report],
  };
  changeImport(book, stopped);
  return { import: stopped, stopped: why };
}

/** Goes on with an import that was begun, or gives it up where its file or layout is another now. */
function goOn(
  services: Services,
  book: Book,
  record: Import,
  file: InboxFile | null,
  began: number,
): Outcome {
  const params = { import: record.importId, file: record.file };
  const why = whyStopped(book, record, file);
  if (why !== '' || file === null) return stop(services, book, record, [issue(why, 'error', '', { params })]);
  let planned: PlannedImport;
  try {
    // The day of the beginning: what a date says may not depend on the run.
    planned = planFor(book, file, profileFor(book, record.profileId), record.at.slice(0, 10));
  } catch (error) {
    if (error instanceof UnusableInput) return stop(services, book, record, error.issues);
    throw error;
  }
  const { plan } = planned;
  if (plan.blocked)
    return stop(
      services,
      book,
      record,
      plan.issues.filter((one) => isHeld([one])),
    );
  // Rows that came or went meanwhile move what is left: the places are those of the new plan.
  const moved = plan.sheetRows === record.sheetRows ? record : { ...record, sheetRows: plan.sheetRows };
  return { import: write(services, book, moved, planned, began), stopped: [] };
}

function begin(
  services: Services,
  book: Book,
  input: { readonly fileId: string; readonly profileId: string; readonly hash: string },
  began: number,
): Outcome {
  const file = inboxFile(services, input.fileId);
  const profile = profileFor(book, input.profileId);
  const at = isoOf(began);
  const planned = planFor(book, file, profile, at.slice(0, 10));
  const { plan } = planned;
  const importId = nextImportId(book, at.slice(0, 10));
  if (requestHash(plan, importId) !== input.hash)
    throw new UnusableInput([issue('import.changed', 'error', '')]);
  if (plan.blocked) throw new UnusableInput(plan.issues.filter((one) => isHeld([one])));
  const record = addImport(book, {
    version: 1,
    importId,
    state: 'running',
    stateAt: at,
    at,
    by: services.session.user(),
    fileId: file.id,
    file: file.name,
    fileHash: plan.fileHash,
    profileId: profile.id,
    profileName: profile.name,
    inputs: inputsHash(book, profile),
    hash: input.hash,
    counts: { ...plan.counts },
    sheetRows: plan.sheetRows,
    done: 0,
    report: keptReport(plan.issues),
  });
  return { import: write(services, book, record, planned, began), stopped: [] };
}

/** The import as it stands. Throws the reasons of one that was given up, after that has been written down. */
function settled({ import: record, stopped }: Outcome): Import {
  if (stopped.length > 0) throw new UnusableInput(stopped);
  return record;
}

/**
 * Begins the import that the person saw in the preview (`hash`), or goes on with it. Throws UnusableInput
 * `import.changed` when file or ledger have changed since, `import.running` while another is under way, `import.file-gone`,
 * `import.file-gone-midway`, `import.file-changed`, `import.layout-changed` (given up), and what blocks the plan.
 */
export function importLedger(
  services: Services,
  input: { readonly fileId: string; readonly profileId: string; readonly hash: string },
): Import {
  const began = services.clock.now();
  const outcome = services.withLock((): Outcome => {
    const book = openBook(services.workbook);
    const running = runningImport(book);
    if (running !== null) {
      const file = services.drive.readInbox(services.workbook.id, running.fileId);
      if (running.hash === input.hash) return goOn(services, book, running, file, began);
      // One that can never go on does not stand in the way of the next.
      const why = whyStopped(book, running, file);
      if (why === '') throw new UnusableInput([runningIssue(running)]);
      const params = { import: running.importId, file: running.file };
      stop(services, book, running, [issue(why, 'error', '', { params })]);
    }
    // A run may die after all was done but before it could answer.
    const same = readImports(book).find((one) => one.hash === input.hash && one.state === 'done');
    if (same !== undefined) return { import: same, stopped: [] };
    applyImported(book);
    return begin(services, book, input, began);
  });
  return settled(outcome);
}

/**
 * Goes on with an import that a run left unfinished: every hour, until it is done. `began`: when the execution began.
 * An account that cannot see the file leaves it to the one that began it. Throws as `importLedger` does for one given up.
 */
export function continueImport(services: Services, began: number): void {
  if (runningImport(openBook(services.workbook)) === null) return;
  if (services.clock.now() - began > timeBudget) return;
  const outcome = services.withLock((): Outcome | null => {
    const book = openBook(services.workbook);
    const running = runningImport(book);
    if (running === null) return null;
    const file = services.drive.readInbox(services.workbook.id, running.fileId);
    if (file === null && running.by !== services.session.user()) return null;
    return goOn(services, book, running, file, began);
  });
  if (outcome !== null) settled(outcome);
}
