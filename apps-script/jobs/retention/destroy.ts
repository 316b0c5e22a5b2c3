/**
 * Destroys what the preview showed: first the rows of the linked sheet (their time stamps are told by the form), then the
 * answers in the form, then what our own sheets hold. A run that died is gone on with by the same call.
 */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { TemplateFlow } from '../../../shared/template/template.ts';
import { templateOf } from '../assets.ts';
import { applicationCells } from '../book/application.ts';
import { type Book, openBook } from '../book/book.ts';
import { project, readProjected } from '../book/project.ts';
import { registerBook } from '../book/register-book.ts';
import { submissionBook } from '../book/submission-book.ts';
import { historyTable, mailTable, recordsTable } from '../book/tables.ts';
import type { Cells, Row, Services, Table } from '../port.ts';
import { timeOf } from '../time.ts';
import { type Candidate, candidates } from './candidates.ts';
import { emptiedAnswer, emptiedApplication, emptiedSubmission } from './emptied.ts';
import { dueUnder, hashOf, planDestruction, titleOf } from './plan.ts';
import { beginRun, type DestructionRow, markOf, runOf, unfinishedRun } from './records.ts';
import { destructionStates, destructionTable } from './table.ts';

/** Answers of one step; the lock is given back between two. */
const stepSize = 50;
/** From the beginning of the execution. */
const timeBudget = 4 * 60_000;

export interface Destroyed {
  readonly recordId: string;
  readonly destroyed: number;
  readonly left: number;
  readonly sha256: string;
  readonly rowsLeft: number;
}

const secondOf = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** Rows of the linked sheet: by the second alone, and only where no answer that stays was sent in the same one. */
function removeLinkedRows(services: Services, formId: string, ids: ReadonlySet<string>): void {
  const { office, workbook } = services;
  const times = office.responseTimes(formId);
  const going = new Set<number>();
  const staying = new Set<number>();
  for (const [id, at] of times) (ids.has(id) ? going : staying).add(secondOf(at));
  if (going.size === 0) return;
  const rows = office.linkedRows(workbook.id, formId) ?? [];
  const told = rows.filter(({ seconds }) => seconds !== null && going.has(seconds) && !staying.has(seconds));
  office.deleteLinkedRows(
    workbook.id,
    formId,
    told.map(({ at }) => at),
  );
}

/** Empties what `_records`, `_answers` or `_submissions` hold of these answers. */
const emptiers: Readonly<Record<TemplateFlow, (book: Book, ids: ReadonlySet<string>, mark: string) => void>> =
  {
    application(book, ids, mark) {
      const going = book.applications().filter(({ id }) => ids.has(id));
      book.update(
        recordsTable,
        new Map(going.map((one) => [one.at, applicationCells(emptiedApplication(one, mark))])),
      );
    },
    register(book, ids, mark) {
      const register = registerBook(book);
      register.changeAnswers(
        register.answers().flatMap((one) => (ids.has(one.id) ? [emptiedAnswer(one, mark)] : [])),
      );
    },
    answers(book, ids, mark) {
      const submissions = submissionBook(book);
      submissions.store(
        submissions.all().flatMap((one) => (ids.has(one.id) ? [emptiedSubmission(one, mark)] : [])),
        [],
      );
    },
    survey: () => undefined,
  };

function blankRows(book: Book, table: Table, wanted: (row: Row) => Cells | null): void {
  const changed = new Map<number, Cells>();
  for (const row of book.rows(table)) {
    const blank = wanted(row);
    if (blank === null) continue;
    if (Object.entries(blank).some(([header, text]) => (row.cells[header] ?? '') !== text)) {
      changed.set(row.at, { ...row.cells, ...blank });
    }
  }
  book.update(table, changed);
}

/** What the sheets that only grow say about these answers. */
function clean(book: Book, ids: ReadonlySet<string>): void {
  // An id may hold a slash itself: every beginning that ends at one is looked at.
  const isOf = (text = ''): boolean => {
    for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) {
      if (ids.has(text.slice(0, at))) return true;
    }
    return false;
  };
  blankRows(book, historyTable, ({ cells }) => {
    if (!isOf(cells.変更ID)) return null;
    const values = cells.区分 === '状態' ? {} : { 変更前: '', 変更後: '' };
    return { 事業所名: '', '理由・規則': '', ...values };
  });
  blankRows(book, mailTable, ({ cells }) => (isOf(cells.メールID) ? { 宛先: '', 件名: '' } : null));
}

/** Those of a run that are gone. */
const goneOf = (book: Book, row: DestructionRow, flow: TemplateFlow): readonly Candidate[] =>
  candidates(book, row.day, new Set([flow])).filter(
    (one) => one.destroyed === markOf(row) && one.formId === row.formId,
  );

/** Rows of the linked sheet from the same seconds that no answer of the form accounts for. */
function rowsLeft(services: Services, formId: string, gone: readonly Candidate[]): number {
  if (formId === '') return 0;
  const seconds = new Set(gone.map(({ receivedAt }) => secondOf(timeOf(receivedAt) ?? 0)));
  const rows = services.office.linkedRows(services.workbook.id, formId) ?? [];
  const standing = rows.filter((row) => row.seconds !== null && seconds.has(row.seconds)).length;
  const theirs = [...services.office.responseTimes(formId).values()].filter((at) =>
    seconds.has(secondOf(at)),
  );
  return Math.max(0, standing - theirs.length);
}

/** One step of one row of 廃棄記録. Call it under the lock. */
function step(services: Services, row: DestructionRow): void {
  const { flow } = templateOf(row.rule.templateId).template;
  const book = openBook(services.workbook);
  const due = dueUnder(services, book, [row.rule], row.day).due.filter(({ formId }) => formId === row.formId);
  const ids = new Set(due.slice(0, stepSize).map(({ id }) => id));
  if (ids.size > 0) {
    if (row.formId !== '') {
      removeLinkedRows(services, row.formId, ids);
      services.office.deleteResponses(row.formId, [...ids]);
    }
    emptiers[flow](book, ids, markOf(row));
    return;
  }
  const gone = goneOf(book, row, flow);
  readProjected(book, [flow]);
  clean(book, new Set(gone.map(({ id }) => id)));
  project(book, [flow]);
  book.update(
    destructionTable,
    new Map([
      [
        row.at,
        {
          ...row.cells,
          件数: String(gone.length),
          状態: destructionStates.done,
          'SHA-256': hashOf(gone.map(({ id }) => id).sort()),
          残った行: String(rowsLeft(services, row.formId, gone)),
        },
      ],
    ]),
  );
}

/** The run of this hash, begun if it has not been. Call it under the lock. */
function begun(services: Services, hash: string): readonly DestructionRow[] {
  const book = openBook(services.workbook);
  const known = runOf(book, hash);
  if (known.length > 0) return known;
  const plan = planDestruction(services, book);
  if (plan.issues.length > 0) throw new UnusableInput(plan.issues);
  // One run after the other: what is due now may belong to the one that was not finished.
  if (plan.hash !== hash || unfinishedRun(book) !== '') {
    throw new UnusableInput([issue('retention.changed', 'error', '')]);
  }
  return beginRun(services, book, plan, (formId) => titleOf(services, formId));
}

/**
 * Destroys what the preview of this hash showed, as far as the time of one execution goes; called again it goes on, and when all
 * is done it changes nothing. Throws UnusableInput `retention.changed`, `retention.line`, `retention.twice`,
 * `retention.template`.
 */
export function destroy(services: Services, { hash }: { readonly hash: string }): Destroyed {
  const began = services.clock.now();
  let rows = services.withLock(() => begun(services, hash));
  for (let row = rows.find(({ isDone }) => !isDone); row !== undefined; ) {
    if (services.clock.now() - began > timeBudget) break;
    const next = row;
    rows = services.withLock(() => {
      step(services, next);
      return runOf(openBook(services.workbook), hash);
    });
    row = rows.find(({ isDone }) => !isDone);
  }
  const book = openBook(services.workbook);
  const open = rows.filter(({ isDone }) => !isDone);
  const total = (some: readonly DestructionRow[], header: string): number =>
    some.reduce((sum, { cells }) => sum + Number(cells[header] ?? 0), 0);
  const left = open.reduce(
    (sum, row) =>
      sum +
      dueUnder(services, book, [row.rule], row.day).due.filter(({ formId }) => formId === row.formId).length,
    0,
  );
  return {
    recordId: rows[0]?.recordId ?? '',
    destroyed: total(rows, '件数') - left,
    left: open.length === 0 ? 0 : Math.max(1, left),
    sha256: rows
      .map(({ cells }) => cells['SHA-256'] ?? '')
      .join(' ')
      .trim(),
    rowsLeft: total(rows, '残った行'),
  };
}
