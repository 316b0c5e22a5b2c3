/** What the page 点検と設定 asks beside health, access and retention, over the wire. The same rules as `protocol.ts`. */

import * as z from 'zod/mini';
import type { ChamberSettings } from '../../apps-script/jobs/save-settings.ts';
import type { ProfileView } from './ledger-protocol.ts';

/** What 今日 points to beside the waiting work; 0 where there is nothing. */
export interface AttentionView {
  /** Forms of which the template has a newer version, or whose update stopped half-way. */
  readonly updates: number;
  /** Lines of 点検 to look into, those of 保存期間 and of sending aside. */
  readonly toMend: number;
  /** Mails of the running round that wait while nobody sends. */
  readonly sendingPaused: number;
  /** Answers whose time is over. */
  readonly retentionDue: number;
}

export interface OperationView {
  readonly at: string;
  readonly by: string;
  readonly what: string;
  /** 実行 / 断り / 権限なし */
  readonly result: string;
}

export interface OperationsView {
  /** Newest first. */
  readonly rows: readonly OperationView[];
  /** All rows of the sheet. */
  readonly total: number;
  readonly sheet: string;
}

export interface DestructionRecordView {
  readonly recordId: string;
  readonly at: string;
  readonly by: string;
  readonly form: string;
  readonly rule: string;
  readonly count: number;
  readonly oldest: string;
  /** 途中 / 廃棄済 */
  readonly state: string;
}

export interface DestructionRecords {
  /** Newest first. */
  readonly rows: readonly DestructionRecordView[];
  readonly sheet: string;
}

export type { ChamberSettings as SettingValues };

export interface OfficeSettings {
  readonly values: ChamberSettings;
  readonly profiles: readonly ProfileView[];
  /** Most that `mailsPerDay` may be. */
  readonly mostMails: number;
  /** Mails that this account may still send today. */
  readonly mailsLeft: number;
  readonly mayChange: boolean;
  /** Of the values: what was changed since is not written over. */
  readonly hash: string;
}

const text = () => z.string().check(z.maxLength(2000));
const list = () => z.array(z.string().check(z.maxLength(200))).check(z.maxLength(300));

export const officeInputs = {
  attention: () => z.strictObject({}),
  operations: () => z.strictObject({}),
  destructionRecords: () => z.strictObject({}),
  officeSettings: () => z.strictObject({}),
  saveOfficeSettings: () =>
    z.strictObject({
      hash: text(),
      values: z.strictObject({
        chamberName: z.string().check(z.maxLength(100)),
        phone: text(),
        email: text(),
        address: text(),
        privacyUrl: text(),
        articlesUrl: text(),
        divisions: list(),
        districts: list(),
        feeTable: list(),
        profileId: z.string().check(z.minLength(1), z.maxLength(200)),
        substitutes: z.string().check(z.maxLength(20_000)),
        mailsPerDay: z.number(),
      }),
    }),
} as const;

export interface OfficeOutputs {
  attention: AttentionView;
  operations: OperationsView;
  destructionRecords: DestructionRecords;
  officeSettings: OfficeSettings;
  saveOfficeSettings: OfficeSettings;
}
