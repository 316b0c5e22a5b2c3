/**
 * What the sidebar may ask of the server: method names, inputs and answers. Inputs are checked on the server
 * by these schemas; the client imports types only. Everything is JSON without Date and without undefined, the
 * only values that `google.script.run` carries faithfully
 * (https://developers.google.com/apps-script/guides/html/reference/run).
 */
import * as z from 'zod/mini';
import { type ExportKind, exportKinds } from '../../shared/csv/export-kind.ts';
import { type AccessOutputs, accessInputs } from './access-protocol.ts';
import { type FormOutputs, formsInputs } from './forms-protocol.ts';
import { type HealthOutputs, healthInputs } from './health-protocol.ts';
import type { ProfileView } from './ledger-protocol.ts';
import { type MeetingOutputs, meetingInputs } from './meeting-protocol.ts';
import { type OfficeOutputs, officeInputs } from './office-protocol.ts';
import { type RegisterOutputs, registerInputs } from './register-inputs.ts';
import { type ReleaseOutputs, releaseInputs } from './release-protocol.ts';
import { type RetentionOutputs, retentionInputs } from './retention-protocol.ts';
import { type RulesOutputs, rulesInputs } from './rules-protocol.ts';
import { type SenderOutputs, senderInputs } from './sender-protocol.ts';
import { type SurveyOutputs, surveyInputs } from './survey-protocol.ts';

export type { ExportKind };

/** A problem in words, ready to show. */
export interface IssueView {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** 直す / 確認 / 情報 */
  readonly severityLabel: string;
  readonly key: string;
  readonly label: string;
  /** What is wrong and where, one sentence. */
  readonly message: string;
  /** How to mend it, one sentence; '' when the message says all. */
  readonly remedy: string;
  readonly value: string;
  readonly suggestion: string;
}

export interface StateView {
  readonly id: string;
  readonly label: string;
}

/** One line of the queue 受付. */
export interface QueueRow {
  readonly applicationId: string;
  /** 受付番号 shown to people and to the applicant, `R8-0012`. */
  readonly receiptNumber: string;
  readonly name: string;
  readonly typeLabel: string;
  /** `2026-11-24 10:05` in the chamber's zone. */
  readonly receivedAt: string;
  readonly state: StateView;
  readonly errors: number;
  readonly warnings: number;
  readonly exportLabel: string;
}

export interface QueueView {
  readonly rows: readonly QueueRow[];
  readonly total: number;
  /** Counts by state id, in the order of the states. */
  readonly counts: readonly { readonly state: StateView; readonly count: number }[];
}

/** How a value is put right: what stands in the editor, and what it looks like. */
export interface EditView {
  /** As typed; for a choice the label of the option. */
  readonly value: string;
  /** Lines of a text area; 0 for one line. */
  readonly lines: number;
  /** What can be chosen, each as it is to be sent; empty for a text. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** True when several options may be chosen; they are sent joined by `;`. */
  readonly several: boolean;
  /** How to write it, '' when that goes without saying. */
  readonly hint: string;
}

export interface FieldView {
  readonly key: string;
  readonly label: string;
  /** For people: option labels, dates and yen as read in Japanese; '' when the question was left blank. */
  readonly shown: string;
  readonly typed: string;
  /**
   * True when normalisation changed what was typed in a way whose meaning could be doubted; 変更履歴 lists the others
   * (width, hyphens, separators, labels) too.
   */
  readonly changed: boolean;
  /** The rule in words (全角を半角に …), '' when unchanged. */
  readonly ruleLabel: string;
  /** What the applicant had typed where staff put it right since; null where they did not. */
  readonly original: string | null;
  /** null where staff may not put it right (consents). */
  readonly edit: EditView | null;
}

export interface HistoryView {
  readonly at: string;
  readonly by: string;
  /** What happened, in words: 「仮申込 → 確認中」「差戻しのメールを送信」 */
  readonly what: string;
  readonly why: string;
}

/** A step the application still has to pass before it can be approved. */
export interface MissingStepView {
  readonly state: StateView;
}

export interface ApplicationView extends QueueRow {
  /** Grows with each decision and correction; one made on an older version is refused. */
  readonly version: number;
  readonly email: string;
  readonly sections: readonly { readonly title: string; readonly fields: readonly FieldView[] }[];
  readonly issues: readonly IssueView[];
  readonly duplicates: readonly {
    readonly where: string;
    readonly name: string;
    readonly reason: string;
    readonly applicationId: string;
  }[];
  readonly history: readonly HistoryView[];
  /** What can be done now. */
  readonly actions: readonly ('advance' | 'approve' | 'return' | 'withdraw' | 'reopen')[];
  /** The state that 次へ leads to, null at the end. */
  readonly nextState: StateView | null;
  /** Required steps between now and 承認 that were not recorded yet. */
  readonly missingSteps: readonly MissingStepView[];
}

export interface HeldRowView {
  readonly applicationId: string;
  readonly receiptNumber: string;
  readonly name: string;
  readonly reasons: readonly string[];
  /** Characters that cannot be written, each with the one that this chamber could write in its place. */
  readonly substitutes: readonly { readonly from: string; readonly to: string }[];
}

export interface ExportPreview {
  readonly profile: { readonly id: string; readonly name: string; readonly verified: boolean };
  readonly fileName: string;
  readonly header: readonly string[];
  /** First rows as they will stand in the file (at most 20). */
  readonly sample: readonly (readonly string[])[];
  readonly rows: number;
  readonly held: readonly HeldRowView[];
  readonly waiting: number;
  /** Hash over what would be written; the export refuses when it has changed since. */
  readonly hash: string;
}

export interface BatchView {
  readonly batchId: string;
  readonly kind: ExportKind;
  /** 入会申込 / 台帳の変更 / 台帳の全件 */
  readonly kindLabel: string;
  readonly madeAt: string;
  readonly by: string;
  readonly rows: number;
  readonly fileName: string;
  readonly fileUrl: string;
  readonly profileName: string;
  readonly profileVerified: boolean;
  readonly state: 'made' | 'imported' | 'failed';
  /** 出力済み（取込待ち） / 取込済 / 取込失敗 */
  readonly stateLabel: string;
  readonly sha256: string;
  /** Rows that waited and stayed out. */
  readonly held: number;
  /** `鷗→鴎`: characters that the chamber has others written for. */
  readonly substitutes: readonly string[];
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
}

export interface FormView {
  readonly formId: string;
  readonly title: string;
  readonly templateId: string;
  readonly templateVersion: string;
  readonly publishedUrl: string;
  readonly editUrl: string;
  readonly published: boolean;
  readonly accepting: boolean;
}

export interface Overview {
  readonly ready: boolean;
  readonly chamberName: string;
  readonly user: string;
  readonly forms: readonly FormView[];
  /** Those a clerk makes a form of here; the form of the register is made with its round, all others on the page of forms. */
  readonly templates: readonly {
    readonly id: string;
    readonly title: string;
    readonly version: string;
    readonly summary: string;
  }[];
  /** The chamber's own first. */
  readonly profiles: readonly (Pick<ProfileView, 'id' | 'name' | 'verified'> & Partial<ProfileView>)[];
  readonly profileId: string;
  /** What the set-up asks, as it stands: what it is begun with when it is run again. */
  readonly setup: Readonly<Input<'setup'>>;
  readonly waiting: {
    readonly newAnswers: number;
    readonly withErrors: number;
    /** Approved and in no standing batch, those held by the export included: `ExportPreview.waiting`. */
    readonly toExport: number;
    readonly toConfirm: number;
  };
}

/** The filter of the queue that is no state. */
export const hasErrors = 'has-errors';

const id = () => z.string().check(z.minLength(1), z.maxLength(200));
const shortText = () => z.string().check(z.maxLength(2000));
const exportKind = () => z.enum(exportKinds);

/** Makes the input schema of a method, when it is called; a method that is not here cannot be called. */
export const inputs = {
  overview: () => z.strictObject({}),
  setup: () =>
    z.strictObject({
      chamberName: z.string().check(z.minLength(1), z.maxLength(100)),
      phone: shortText(),
      email: shortText(),
      address: shortText(),
      privacyUrl: shortText(),
      articlesUrl: shortText(),
      divisions: z.array(shortText()),
      districts: z.array(shortText()),
      profileId: id(),
    }),
  collect: () => z.strictObject({}),
  /** `state`: a state id, '' for all, `has-errors` for what has something to mend and was not withdrawn. */
  queue: () =>
    z.strictObject({ state: z.string(), search: shortText(), offset: z.number(), limit: z.number() }),
  application: () => z.strictObject({ applicationId: id() }),
  decide: () =>
    z.strictObject({
      applicationId: id(),
      version: z.number(),
      action: z.enum(['advance', 'approve', 'return', 'withdraw', 'reopen']),
      /** Why; shown in the history and, for a return, sent to the applicant. */
      reason: shortText(),
      /** Required steps recorded together with an approval: state id and date `YYYY-MM-DD`, ground. */
      steps: z.array(z.strictObject({ state: id(), date: z.string(), ground: shortText() })),
    }),
  /** `value`: as it would be typed into the form, '' for a blank. */
  correct: () =>
    z.strictObject({
      applicationId: id(),
      version: z.number(),
      key: id(),
      value: shortText(),
      reason: shortText(),
    }),
  /** 取消 of a row of 申込・回答; the first who waits for its places moves up. */
  cancelSubmission: () => z.strictObject({ submissionId: id(), version: z.number(), reason: shortText() }),
  exportPreview: () => z.strictObject({ profileId: id(), kind: exportKind() }),
  exportCsv: () => z.strictObject({ profileId: id(), kind: exportKind(), hash: z.string() }),
  batches: () => z.strictObject({}),
  markBatch: () =>
    z.strictObject({ batchId: id(), result: z.enum(['imported', 'failed']), note: shortText() }),
  /** `applicationId`: '' for the top of the list. */
  jumpToRow: () => z.strictObject({ list: z.enum(['queue', 'board']), applicationId: shortText() }),
  ...registerInputs,
  ...formsInputs,
  ...accessInputs,
  ...healthInputs,
  ...retentionInputs,
  ...releaseInputs,
  ...senderInputs,
  ...rulesInputs,
  ...officeInputs,
  ...meetingInputs,
  ...surveyInputs,
} as const;

export type MethodName = keyof typeof inputs;
export type Input<M extends MethodName> = z.infer<ReturnType<(typeof inputs)[M]>>;

export interface Outputs
  extends RegisterOutputs,
    FormOutputs,
    AccessOutputs,
    HealthOutputs,
    RetentionOutputs,
    ReleaseOutputs,
    RulesOutputs,
    SenderOutputs,
    OfficeOutputs,
    SurveyOutputs,
    MeetingOutputs {
  overview: Overview;
  setup: Overview;
  collect: { readonly added: number; readonly already: number };
  queue: QueueView;
  application: ApplicationView;
  decide: ApplicationView;
  correct: ApplicationView;
  cancelSubmission: { readonly receiptNumber: string };
  exportPreview: ExportPreview;
  exportCsv: BatchView;
  batches: readonly BatchView[];
  markBatch: readonly BatchView[];
  jumpToRow: { readonly sheet: string; readonly row: number };
}

/** What every call returns: a result, or issues in words. Exceptions never carry answers of applicants. */
export type Reply<M extends MethodName> =
  | { readonly ok: true; readonly result: Outputs[M] }
  | { readonly ok: false; readonly issues: readonly IssueView[] };
