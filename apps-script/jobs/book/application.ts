/**
 * An application as it is stored in `_records`: the truth that 受付, 変更履歴 and 送付 are drawn from. One reader,
 * one writer, one version.
 */
import * as z from 'zod/mini';
import type { ApplicationState } from '../../../shared/change/decide.ts';
import { type Issue, issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import type { BusinessRecord } from '../../../shared/record/record.ts';
import type { Cells, Row } from '../port.ts';
import { fromJsonCells, toJsonCells } from './json-cells.ts';
import { issueSchema, mailSchema, type WantedMail } from './stored-parts.ts';
import { recordHeaders } from './tables.ts';

const text = () => z.string();
const texts = () => z.record(z.string(), z.string());

const entrySchema = lazy(() =>
  z.strictObject({
    /** ISO 8601 of the decision. */
    at: text(),
    by: text(),
    action: z.enum(['advance', 'approve', 'return', 'withdraw', 'reopen']),
    /** Version the decision was made on: with the application's id it is the change id. */
    version: z.number(),
    /** Reason and steps as they were asked for, to know the same request again. */
    reason: text(),
    steps: z.array(z.strictObject({ state: text(), date: text(), ground: text() })),
    /** Moves it led to, in order. */
    moves: z.array(z.strictObject({ from: text(), to: text(), date: text(), reason: text() })),
  }),
);
export type DecisionEntry = z.infer<ReturnType<typeof entrySchema>>;

const correctionSchema = lazy(() =>
  z.strictObject({
    /** ISO 8601 of the correction. */
    at: text(),
    by: text(),
    /** Version it was made on: with the application's id it is the change id. */
    version: z.number(),
    key: text(),
    /** What stood there as typed: by the applicant, or by an earlier correction. */
    before: text(),
    after: text(),
    reason: text(),
  }),
);
export type Correction = z.infer<ReturnType<typeof correctionSchema>>;

const storedSchema = lazy(() =>
  z.strictObject({
    version: z.literal(2),
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
    state: z.strictObject({
      id: text(),
      state: text(),
      previous: text(),
      version: z.number(),
      passed: z.array(z.strictObject({ state: text(), date: text(), by: text(), ground: text() })),
    }),
    decisions: z.array(entrySchema()),
    /** Since version 2. */
    corrections: z.array(correctionSchema()),
    mails: z.array(mailSchema()),
    /** Number of the destruction that emptied it (`retention/`); absent while it stands. */
    destroyed: z.optional(text()),
  }),
);

/** Brings what an older program wrote to the present version; anything else comes back as it is. */
function upgraded(stored: unknown): unknown {
  if (typeof stored !== 'object' || stored === null || !('version' in stored)) return stored;
  return stored.version === 1 ? { ...stored, version: 2, corrections: [] } : stored;
}

export interface Application {
  /** Response id of Forms: the key of everything about this application. */
  readonly id: string;
  readonly formId: string;
  readonly templateId: string;
  readonly templateVersion: string;
  /** 受付番号. */
  readonly receipt: string;
  /** ISO 8601 with Japan's offset. */
  readonly receivedAt: string;
  /** Where mails go: the checked address, '' when there is none. */
  readonly email: string;
  readonly record: BusinessRecord;
  readonly state: ApplicationState;
  readonly decisions: readonly DecisionEntry[];
  /** Values that staff put right, in order; `record` stands as after the last. */
  readonly corrections: readonly Correction[];
  readonly mails: readonly WantedMail[];
  readonly destroyed?: string | undefined;
}

/** An application with its row in `_records`. */
export interface StoredApplication extends Application {
  readonly at: number;
}

/** The cells of an application. */
export function applicationCells(application: Application): Cells {
  const { record, ...rest } = application;
  const stored: z.infer<ReturnType<typeof storedSchema>> = {
    version: 2,
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
    state: { ...rest.state, passed: rest.state.passed.map((step) => ({ ...step })) },
    decisions: rest.decisions.map((entry) => ({ ...entry })),
    corrections: rest.corrections.map((one) => ({ ...one })),
    mails: rest.mails.map((mail) => ({ ...mail })),
    ...(rest.destroyed === undefined ? {} : { destroyed: rest.destroyed }),
  };
  return { 申込ID: rest.id, 受付番号: rest.receipt, ...toJsonCells(recordHeaders, stored) };
}

/** Reads a row of `_records`. Throws UnusableInput `workbook.version` when a newer program wrote it. */
export function readApplication(row: Row): StoredApplication {
  const parsed = storedSchema().safeParse(upgraded(fromJsonCells(recordHeaders, row.cells)));
  if (!parsed.success) {
    throw new UnusableInput([issue('workbook.version', 'error', '', { params: { row: row.at } })]);
  }
  const stored = parsed.data;
  return {
    at: row.at,
    id: stored.id,
    formId: stored.formId,
    templateId: stored.templateId,
    templateVersion: stored.templateVersion,
    receipt: stored.receipt,
    receivedAt: stored.receivedAt,
    email: stored.email,
    record: {
      responseId: stored.id,
      submittedAt: stored.receivedAt,
      typed: stored.typed,
      values: stored.values,
      changes: stored.changes,
      issues: stored.issues,
    },
    state: stored.state,
    decisions: stored.decisions,
    corrections: stored.corrections,
    mails: stored.mails,
    destroyed: stored.destroyed,
  };
}

/** The decision or correction that was made last; undefined when nobody has touched the application yet. */
export function lastAct(application: Application): DecisionEntry | Correction | undefined {
  const decision = application.decisions[application.decisions.length - 1];
  const correction = application.corrections[application.corrections.length - 1];
  return (correction?.version ?? 0) > (decision?.version ?? 0) ? correction : decision;
}

/** Number of issues of a severity. */
export function countOf(issues: readonly Issue[], severity: Issue['severity']): number {
  return issues.filter((found) => found.severity === severity).length;
}
