/** An answer of flow `answers` as it is stored in `_submissions`. One reader, one writer, one version. */
import * as z from 'zod/mini';
import type { SeatState } from '../../../shared/change/seats.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { BusinessRecord } from '../../../shared/record/record.ts';
import type { Cells, Row } from '../port.ts';
import { fromJsonCells, toJsonCells } from './json-cells.ts';
import { issueSchema, mailSchema, type WantedMail, withRecord } from './stored-parts.ts';
import { submissionHeaders } from './submission-tables.ts';

const text = z.string;
const texts = () => z.record(z.string(), z.string());

const actSchema = lazy(() =>
  z.strictObject({
    at: text(),
    /** '' for what follows by itself: a place that became free. */
    by: text(),
    /** Version it was made on: with the answer's id it is the change id. */
    version: z.number(),
    /** `paper`, `no-paper`: a paper came, or did not; `member`: `reason` names the member whose answer it is (`meeting/`). */
    action: z.enum(['cancel', 'promote', 'paper', 'no-paper', 'member']),
    reason: text(),
  }),
);
export type SubmissionAct = z.infer<ReturnType<typeof actSchema>>;

const storedSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    id: text(),
    formId: text(),
    templateId: text(),
    templateVersion: text(),
    receipt: text(),
    receivedAt: text(),
    email: text(),
    typed: texts(),
    values: texts(),
    changes: z.array(z.strictObject({ key: text(), rule: text(), before: text(), after: text() })),
    issues: z.array(issueSchema()),
    /** Answers to questions that the chamber added itself. */
    own: z.array(z.strictObject({ title: text(), text: text() })),
    /** Which places it asks for, and how many. */
    group: text(),
    count: z.number(),
    state: z.enum(['accepted', 'waiting', 'cancelled']),
    acts: z.array(actSchema()),
    mails: z.array(mailSchema()),
    /** Who typed in an answer that came by another way than the form, and which; absent for the form's own. */
    entry: z.optional(z.strictObject({ by: text(), channel: text() })),
    /** Number of the destruction that emptied it (`retention/`); absent while it stands. */
    destroyed: z.optional(text()),
  }),
);

export interface Submission {
  /** Response id of Forms; `staff/…` where staff typed it in. */
  readonly id: string;
  readonly formId: string;
  readonly templateId: string;
  readonly templateVersion: string;
  /** `R8-S0012`. */
  readonly receipt: string;
  /** ISO 8601 with Japan's offset. */
  readonly receivedAt: string;
  /** Where mails go, '' where none can. */
  readonly email: string;
  readonly record: BusinessRecord;
  /** Answers to questions that the chamber added itself. */
  readonly own: readonly { readonly title: string; readonly text: string }[];
  readonly group: string;
  readonly count: number;
  readonly state: SeatState;
  readonly acts: readonly SubmissionAct[];
  readonly mails: readonly WantedMail[];
  readonly entry?: { readonly by: string; readonly channel: string } | undefined;
  readonly destroyed?: string | undefined;
}

export interface StoredSubmission extends Submission {
  readonly at: number;
}

/** Version that the next act is made on. */
export const versionOf = (submission: Submission): number => submission.acts.length;

export function submissionCells({ record, ...rest }: Submission): Cells {
  const stored: z.infer<ReturnType<typeof storedSchema>> = {
    version: 1,
    id: rest.id,
    formId: rest.formId,
    templateId: rest.templateId,
    templateVersion: rest.templateVersion,
    receipt: rest.receipt,
    receivedAt: rest.receivedAt,
    email: rest.email,
    typed: { ...record.typed },
    values: { ...record.values },
    changes: record.changes.map((change) => ({ ...change })),
    issues: record.issues.map((found) => ({ ...found, params: { ...found.params } })),
    own: rest.own.map((one) => ({ ...one })),
    group: rest.group,
    count: rest.count,
    state: rest.state,
    acts: rest.acts.map((act) => ({ ...act })),
    mails: rest.mails.map((mail) => ({ ...mail })),
    ...(rest.entry === undefined ? {} : { entry: { ...rest.entry } }),
    ...(rest.destroyed === undefined ? {} : { destroyed: rest.destroyed }),
  };
  return { 回答ID: rest.id, 受付番号: rest.receipt, ...toJsonCells(submissionHeaders, stored) };
}

/** Throws UnusableInput `workbook.version` when a newer program wrote it. */
export function readSubmission(row: Row): StoredSubmission {
  const parsed = storedSchema().safeParse(fromJsonCells(submissionHeaders, row.cells));
  if (!parsed.success) {
    throw new UnusableInput([issue('workbook.version', 'error', '', { params: { row: row.at } })]);
  }
  return withRecord(parsed.data, row.at);
}
