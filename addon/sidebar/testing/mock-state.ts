/** What the parts of the mock server share: the scenario, refusals, and what one method leaves for another. */
import type { AccessOutputs } from '../../view/access-protocol.ts';
import type { FormOutputs } from '../../view/forms-protocol.ts';
import type { HealthOutputs } from '../../view/health-protocol.ts';
import type { MeetingOutputs } from '../../view/meeting-protocol.ts';
import type { OfficeOutputs } from '../../view/office-protocol.ts';
import type { Input, MethodName, Outputs } from '../../view/protocol.ts';
import type { ReleaseOutputs } from '../../view/release-protocol.ts';
import type { RetentionOutputs } from '../../view/retention-protocol.ts';
import type { RulesOutputs } from '../../view/rules-protocol.ts';
import type { SenderOutputs } from '../../view/sender-protocol.ts';
import type { SurveyOutputs } from '../../view/survey-protocol.ts';

export interface Scenario {
  readonly ready: boolean;
  readonly forms: number;
  readonly applications: number;
  readonly hostile: boolean;
  /** Milliseconds until an answer comes. */
  readonly delay: number;
  /** Methods that throw, as when Google's own machinery fails. */
  readonly broken: readonly string[];
  /** The next decision finds that a colleague was faster. */
  readonly conflict: boolean;
  /** How far the register has come: nothing yet, imported and judged, or asked with answers. */
  readonly register: 'empty' | 'judged' | 'asked';
  readonly answers: number;
  /** The import dies once, after 1,000 rows. */
  readonly importBreaks: boolean;
  /** The ledger changes once between preview and import. */
  readonly importChanged: boolean;
  /** Largest file that may be sent, in bytes. */
  readonly uploadLimit: number;
  /** Another account does the sending. */
  readonly otherSender: boolean;
  /** Something is to be mended, updated, sent on or destroyed. */
  readonly attention: boolean;
}

export const usual: Scenario = {
  ready: true,
  forms: 1,
  applications: 40,
  hostile: false,
  delay: 30,
  broken: [],
  conflict: false,
  register: 'asked',
  answers: 60,
  importBreaks: false,
  importChanged: false,
  uploadLimit: 8_000_000,
  otherSender: false,
  attention: false,
};

type OfficeMethod = Exclude<
  keyof (AccessOutputs & HealthOutputs & MeetingOutputs & ReleaseOutputs & RetentionOutputs & OfficeOutputs),
  'attention'
>;

/** Of the page of forms the sidebar calls `createForm` only; of those of the page 点検と設定 what 今日 shows. */
export type SidebarMethod = Exclude<
  MethodName,
  | Exclude<keyof FormOutputs, 'createForm'>
  | OfficeMethod
  | keyof (RulesOutputs & SenderOutputs & SurveyOutputs)
>;
export type Answers = { readonly [M in SidebarMethod]: (input: Input<M>) => Outputs[M] };

export interface MockState {
  readonly scenario: Scenario;
  readonly profiles: { id: string; name: string; verified: boolean }[];
  ledgerRows: number;
  lastImport: string;
  judged: boolean;
  /** Nothing breaks the import any more. */
  readonly heal: () => void;
}
