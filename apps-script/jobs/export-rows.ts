/** What can go out, by kind: applications, approved changes of the register, the whole ledger. One row a kind. */
import type { ExportKind } from '../../shared/csv/export-kind.ts';
import { type Issue, issue } from '../../shared/issue/issue.ts';
import { overlay } from '../../shared/register/answer-diff.ts';
import { type ApprovedAnswer, changedRows } from '../../shared/register/changed-rows.ts';
import type { TemplateFlow } from '../../shared/template/template.ts';
import { assets } from './assets.ts';
import type { StoredAnswer } from './book/answer.ts';
import type { StoredApplication } from './book/application.ts';
import { awaitsExport, type Batch, batchByReceipt, batchLimit } from './book/batch.ts';
import type { Book } from './book/book.ts';
import { ledgerCellsOf, ledgerRowOf, registerBook } from './book/register-book.ts';
import { ledgerTable } from './book/register-tables.ts';
import { approvedAt } from './register/meeting.ts';
import { waitingApplications } from './waiting-applications.ts';

/** A line of the file to be, before the layout has looked at it. */
export interface ExportRow {
  /** Of the application, or of the answer that brought the row about; '' for a row of the ledger as it is. */
  readonly id: string;
  /** 受付番号 or 事業所番号, for people. */
  readonly label: string;
  readonly name: string;
  /** 受付番号 of what goes out with this line: by them a batch knows what it holds. */
  readonly receipts: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly issues: readonly Issue[];
}

const applicationRow = (application: StoredApplication): ExportRow => ({
  id: application.id,
  label: application.receipt,
  name: application.record.values.name ?? application.record.typed.name ?? '',
  receipts: [application.receipt],
  values: application.record.values,
  issues: application.record.issues,
});

/** Approved answers whose values 台帳 does not hold yet, oldest approval first. */
export function approvedAnswers(answers: readonly StoredAnswer[]): readonly StoredAnswer[] {
  return answers.filter(
    (answer) =>
      answer.state === 'approved' && answer.appliedBy === '' && Object.keys(answer.approved).length > 0,
  );
}

/** An answer as the core compares it with the ledger. */
export function coreAnswer(answer: StoredAnswer, batch: Batch | undefined): ApprovedAnswer {
  const states = {
    making: 'none',
    made: 'made',
    imported: 'imported',
    failed: 'failed',
    cancelled: 'none',
  } as const;
  return {
    receipt: answer.receipt,
    businessNumber: answer.businessNumber,
    at: approvedAt(answer),
    values: answer.approved,
    batchState: batch === undefined ? 'none' : states[batch.state],
  };
}

function updateRows(book: Book): readonly ExportRow[] {
  const register = registerBook(book);
  const answers = approvedAnswers(register.answers());
  const batches = batchByReceipt(book.batches());
  const ledger = register.ledgerRows(new Set(answers.map((answer) => answer.businessNumber)));
  const byReceipt = new Map(answers.map((answer) => [answer.receipt, answer]));
  const changed = changedRows(
    answers.map((answer) => coreAnswer(answer, batches.get(answer.receipt))),
    new Map([...ledger].map(([number, row]) => [number, row.values])),
  );
  const rows = changed.rows.map((row): ExportRow => {
    const last = byReceipt.get(row.receipts[row.receipts.length - 1] ?? '');
    return {
      id: last?.id ?? '',
      label: row.businessNumber,
      name: row.values.name ?? '',
      receipts: row.receipts,
      values: row.values,
      issues: [],
    };
  });
  const homeless = changed.notInLedger.flatMap((receipt): ExportRow[] => {
    const answer = byReceipt.get(receipt);
    if (answer === undefined) return [];
    const unknown = issue('export.not-in-ledger', 'error', 'businessNumber', {
      params: { number: answer.businessNumber },
    });
    return [
      {
        id: answer.id,
        label: answer.receipt,
        name: answer.record.values.name ?? '',
        receipts: [receipt],
        values: answer.approved,
        issues: [unknown],
      },
    ];
  });
  return [...rows, ...homeless].slice(0, batchLimit);
}

function fullRows(book: Book): readonly ExportRow[] {
  const register = registerBook(book);
  const batches = batchByReceipt(book.batches());
  const byNumber = new Map<string, StoredAnswer[]>();
  for (const answer of approvedAnswers(register.answers())) {
    byNumber.set(answer.businessNumber, [...(byNumber.get(answer.businessNumber) ?? []), answer]);
  }
  const cells = ledgerCellsOf(book);
  return book.rows(ledgerTable(assets().catalogue)).map((row): ExportRow => {
    const { businessNumber, values } = ledgerRowOf(row, cells);
    const answers = byNumber.get(businessNumber) ?? [];
    const approved = answers.map((answer) => ({ at: approvedAt(answer), values: answer.approved }));
    return {
      id: '',
      label: businessNumber === '' ? `${row.at}行目` : businessNumber,
      name: values.name ?? '',
      receipts: answers
        .filter((answer) => awaitsExport(batches.get(answer.receipt)))
        .map((answer) => answer.receipt),
      values: approved.length === 0 ? values : overlay(values, approved).values,
      issues: [],
    };
  });
}

/** Whose list says what has gone out. */
export function flowOfKind(kind: ExportKind): TemplateFlow {
  return kind === 'applications' ? 'application' : 'register';
}

/** What waits to go out, by kind. */
export const exportSources: Readonly<Record<ExportKind, (book: Book) => readonly ExportRow[]>> = {
  applications: (book) => waitingApplications(book).map(applicationRow),
  updates: updateRows,
  full: fullRows,
};

/**
 * The lines of a batch as they were, for making its file again: applications can not change while a batch stands,
 * changes keep what went out, and the whole ledger is only what it is now.
 */
export const batchSources: Readonly<Record<ExportKind, (book: Book, batch: Batch) => readonly ExportRow[]>> =
  {
    applications(book, batch) {
      const byReceipt = new Map(book.applications().map((one) => [one.receipt, one]));
      return batch.members.flatMap((receipt) => {
        const application = byReceipt.get(receipt);
        return application === undefined ? [] : [applicationRow(application)];
      });
    },
    updates(book, batch) {
      const answers = new Map(
        registerBook(book)
          .answers()
          .map((one) => [one.receipt, one]),
      );
      const rows: ExportRow[] = [];
      let receipts: string[] = [];
      for (const receipt of batch.members) {
        receipts.push(receipt);
        const answer = answers.get(receipt);
        const values = answer?.exports.find((one) => one.batchId === batch.id)?.values;
        if (answer === undefined || values === undefined) continue;
        rows.push({
          id: answer.id,
          label: answer.businessNumber,
          name: values.name ?? '',
          receipts,
          values,
          issues: [],
        });
        receipts = [];
      }
      return rows;
    },
    full: fullRows,
  };
