/** An answer about the register as it is stored in `_answers`. One reader, one writer, one version. */
import * as z from 'zod/mini';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { BusinessRecord } from '../../../shared/record/record.ts';
import type { Cells, Row } from '../port.ts';
import { fromJsonCells, toJsonCells } from './json-cells.ts';
import { answerHeaders } from './register-tables.ts';
import { issueSchema, mailSchema, type WantedMail, withRecord } from './stored-parts.ts';

const text = z.string;
const texts = () => z.record(z.string(), z.string());

const actSchema = lazy(() =>
  z.strictObject({
    at: text(),
    by: text(),
    /** Version it was made on: with the answer's id it is the change id. */
    version: z.number(),
    action: z.enum(['approve', 'discard', 'assign', 'reopen']),
    reason: text(),
    /** Of an approval: whose value was taken for each key; `answer`, `ledger`, or the id of another answer. */
    takes: z.record(z.string(), z.string()),
    /** Of an approval: the fields it changed. */
    changes: z.array(z.strictObject({ key: text(), before: text(), after: text() })),
    /** Of an assignment. */
    businessNumber: text(),
  }),
);
export type AnswerAct = z.infer<ReturnType<typeof actSchema>>;

const storedSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    id: text(),
    formId: text(),
    templateId: text(),
    templateVersion: text(),
    receipt: text(),
    receivedAt: text(),
    source: z.enum(['form', 'staff']),
    /** Who typed it in, and from what (電話, 紙, 窓口 …); '' for a form. */
    enteredBy: text(),
    ground: text(),
    email: text(),
    typed: texts(),
    values: texts(),
    changes: z.array(z.strictObject({ key: text(), rule: text(), before: text(), after: text() })),
    /** Those of the link among them (`token.invalid` …). */
    issues: z.array(issueSchema()),
    roundId: text(),
    /** '' while nobody knows whose answer it is. */
    businessNumber: text(),
    /** Its name when that became known: the sheets show it without a look into 台帳. */
    businessName: text(),
    /** Look-up part of the link, '' without one. */
    ref: text(),
    state: z.enum(['quarantine', 'open', 'approved', 'discarded', 'superseded']),
    /** Grows with each act. */
    acts: z.array(actSchema()),
    /** Values to put in the place of the ledger's, by key; empty until approved. */
    approved: texts(),
    /** What went out of it: whole rows as they were written, by batch, so that a batch can be made again. */
    exports: z.array(z.strictObject({ batchId: text(), values: texts() })),
    /** Batch whose import brought it into 台帳, '' before. */
    appliedBy: text(),
    mails: z.array(mailSchema()),
    /** Number of the destruction that emptied it (`retention/`); absent while it stands. */
    destroyed: z.optional(text()),
  }),
);

export type AnswerState = z.infer<ReturnType<typeof storedSchema>>['state'];

export interface Answer {
  readonly id: string;
  readonly formId: string;
  readonly templateId: string;
  readonly templateVersion: string;
  /** `R8-U0012`. */
  readonly receipt: string;
  /** ISO 8601 with Japan's offset. */
  readonly receivedAt: string;
  readonly source: 'form' | 'staff';
  readonly enteredBy: string;
  readonly ground: string;
  readonly email: string;
  readonly record: BusinessRecord;
  readonly roundId: string;
  readonly businessNumber: string;
  readonly businessName: string;
  readonly ref: string;
  readonly state: AnswerState;
  readonly acts: readonly AnswerAct[];
  readonly approved: Readonly<Record<string, string>>;
  readonly exports: readonly {
    readonly batchId: string;
    readonly values: Readonly<Record<string, string>>;
  }[];
  readonly appliedBy: string;
  readonly mails: readonly WantedMail[];
  readonly destroyed?: string | undefined;
}

export interface StoredAnswer extends Answer {
  readonly at: number;
}

/** Version that the next act is made on. */
export const versionOf = (answer: Answer): number => answer.acts.length;

export function answerCells(answer: Answer): Cells {
  const { record, ...rest } = answer;
  const stored: z.infer<ReturnType<typeof storedSchema>> = {
    version: 1,
    id: rest.id,
    formId: rest.formId,
    templateId: rest.templateId,
    templateVersion: rest.templateVersion,
    receipt: rest.receipt,
    receivedAt: rest.receivedAt,
    source: rest.source,
    enteredBy: rest.enteredBy,
    ground: rest.ground,
    email: rest.email,
    typed: { ...record.typed },
    values: { ...record.values },
    changes: record.changes.map((change) => ({ ...change })),
    issues: record.issues.map((found) => ({ ...found, params: { ...found.params } })),
    roundId: rest.roundId,
    businessNumber: rest.businessNumber,
    businessName: rest.businessName,
    ref: rest.ref,
    state: rest.state,
    acts: rest.acts.map((act) => ({ ...act })),
    approved: { ...rest.approved },
    exports: rest.exports.map(({ batchId, values }) => ({ batchId, values: { ...values } })),
    appliedBy: rest.appliedBy,
    mails: rest.mails.map((mail) => ({ ...mail })),
    ...(rest.destroyed === undefined ? {} : { destroyed: rest.destroyed }),
  };
  return { 回答ID: rest.id, 受付番号: rest.receipt, ...toJsonCells(answerHeaders, stored) };
}

/** Throws UnusableInput `workbook.version` when a newer program wrote it. */
export function readAnswer(row: Row): StoredAnswer {
  const parsed = storedSchema().safeParse(fromJsonCells(answerHeaders, row.cells));
  if (!parsed.success) {
    throw new UnusableInput([issue('workbook.version', 'error', '', { params: { row: row.at } })]);
  }
  return withRecord(parsed.data, row.at);
}
