/** What the sidebar may ask about the ledger: import, learning a layout, judgement. See `protocol.ts`. */
import type { IssueView } from './protocol.ts';

/** A CSV file that lies in one of the chamber's folders in Drive. */
export interface LedgerFileView {
  readonly fileId: string;
  readonly name: string;
  readonly bytes: number;
  /** `2026-11-24 10:05`. */
  readonly updatedAt: string;
}

export interface LedgerFilesView {
  readonly files: readonly LedgerFileView[];
  /** Largest file that can be sent from this screen, in bytes; larger ones are put into the folder by hand. */
  readonly uploadLimit: number;
  readonly folderName: string;
  readonly folderUrl: string;
}

/** A business that an import would add or change, for a look before it. */
export interface ImportSample {
  readonly businessNumber: string;
  readonly name: string;
  readonly kind: 'added' | 'changed';
  readonly changes: readonly { readonly label: string; readonly before: string; readonly after: string }[];
}

export interface ImportPreview {
  readonly file: LedgerFileView;
  readonly profile: { readonly id: string; readonly name: string; readonly verified: boolean };
  /** Data rows of the file. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Businesses of 台帳 that the file does not hold: they stay and are marked. */
  readonly missing: number;
  /** Rows without 事業所番号 or with one that stands twice. */
  readonly leftOut: number;
  /** Headers of the file in its order; `label` '' where no field takes the column. */
  readonly columns: readonly { readonly header: string; readonly label: string }[];
  /** What was not understood, and what to look at. */
  readonly report: readonly IssueView[];
  /** At most 20. */
  readonly sample: readonly ImportSample[];
  /** True when the import would refuse. */
  readonly blocked: boolean;
  /** Stands for exactly this plan; the import refuses when it has changed since. */
  readonly hash: string;
}

/** How far an import has come. Calling `importLedger` again goes on where it stands. */
export interface ImportProgress {
  readonly importId: string;
  readonly done: number;
  readonly total: number;
  readonly finished: boolean;
  readonly added: number;
  readonly changed: number;
  readonly missing: number;
}

export interface LearnedColumnView {
  readonly index: number;
  readonly header: string;
  /** At most 3. */
  readonly examples: readonly string[];
  /** Proposed key, '' for none. */
  readonly key: string;
  /** 0–100. */
  readonly confidence: number;
  /** 見出し・同じ意味の見出し・値の形 */
  readonly groundLabel: string;
  readonly others: readonly { readonly key: string; readonly label: string; readonly confidence: number }[];
}

export interface LearnView {
  readonly file: LedgerFileView;
  readonly rows: number;
  /** Encoding and newline in words. */
  readonly shape: string;
  readonly columns: readonly LearnedColumnView[];
  /** Everything a column can be mapped to by hand. */
  readonly fields: readonly { readonly key: string; readonly label: string }[];
  readonly report: readonly IssueView[];
}

export interface ProfileView {
  readonly id: string;
  readonly name: string;
  readonly verified: boolean;
  /** True for one learned by this chamber. */
  readonly own: boolean;
  readonly note: string;
}

export interface JudgementRow {
  readonly businessNumber: string;
  readonly name: string;
  /** はい / いいえ / 判定できません */
  readonly resultLabel: string;
  readonly ground: string;
  readonly missing: string;
}

export interface JudgementView {
  /** The day to which the judgement refers (基準日), `YYYY-MM-DD`. */
  readonly baseDate: string;
  readonly judgedAt: string;
  /** Thresholds of 設定 that were not used. */
  readonly issues: readonly IssueView[];
  readonly yes: number;
  readonly no: number;
  readonly unknown: number;
  /** Rows that staff decided otherwise. */
  readonly overridden: number;
  /** Those that could not be judged, at most 50: what is missing. */
  readonly unknownRows: readonly JudgementRow[];
}
