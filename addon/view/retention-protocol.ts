/** 保存期間と廃棄, over the wire. The same rules as `protocol.ts`. */
import * as z from 'zod/mini';
import { type RetentionStart, retentionStarts } from '../../shared/settings/retention-starts.ts';
import type { IssueView } from './protocol.ts';

export interface RetentionRuleView {
  readonly templateId: string;
  readonly start: RetentionStart;
  readonly days: number;
  /** 「締切から180日」 */
  readonly words: string;
}

export interface RetentionView {
  readonly rules: readonly RetentionRuleView[];
  /** Templates that the chamber has forms of, with the moments that a rule may count from. */
  readonly targets: readonly {
    readonly templateId: string;
    readonly title: string;
    readonly starts: readonly { readonly id: RetentionStart; readonly label: string }[];
  }[];
  /** Lines of 設定 that cannot be read. */
  readonly issues: readonly IssueView[];
}

export interface DestructionPreview {
  readonly forms: readonly {
    readonly formId: string;
    readonly title: string;
    readonly count: number;
    /** Day on which the oldest of them arrived. */
    readonly oldest: string;
    readonly rule: string;
  }[];
  readonly total: number;
  /** Due, but not touched: why, and how many. */
  readonly refused: readonly { readonly title: string; readonly count: number; readonly reason: string }[];
  /** What a person has to know before: what goes, what stays, that it cannot be undone. */
  readonly warnings: readonly string[];
  /** A run that was not finished; it goes on with the same call. */
  readonly unfinished: string;
  readonly hash: string;
  readonly issues: readonly IssueView[];
}

export interface DestructionReport {
  /** `廃棄-001`; '' when nothing was due. */
  readonly recordId: string;
  readonly destroyed: number;
  /** Call again with the same hash until it is 0. */
  readonly left: number;
  readonly sha256: string;
  readonly sheet: string;
  /** Rows of linked sheets that could not be told from others and were left. */
  readonly rowsLeft: number;
}

export const retentionInputs = {
  retention: () => z.strictObject({}),
  saveRetention: () =>
    z.strictObject({
      rules: z
        .array(
          z.strictObject({
            templateId: z.string().check(z.regex(/^[a-z0-9-]{1,80}$/)),
            start: z.enum(retentionStarts),
            days: z.number().check(z.int(), z.gte(1), z.lte(36_500)),
          }),
        )
        .check(z.maxLength(100)),
    }),
  destructionPreview: () => z.strictObject({}),
  /** Of the preview; cannot be undone. */
  destroy: () => z.strictObject({ hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }),
} as const;

export interface RetentionOutputs {
  retention: RetentionView;
  saveRetention: RetentionView;
  destructionPreview: DestructionPreview;
  destroy: DestructionReport;
}
