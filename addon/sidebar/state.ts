/** Everything the sidebar knows at one moment; every screen is drawn from this and nothing else. */

import type { AttentionView } from '../view/office-protocol.ts';
import type {
  ApplicationView,
  BatchView,
  ExportKind,
  ExportPreview,
  Overview,
  QueueRow,
  QueueView,
} from '../view/protocol.ts';
import type { CorrectionDraft } from './correction.ts';
import { emptyList, type ListState } from './list-state.ts';
import { initialRegister, type RegisterParts } from './register-state.ts';
import { type Loaded, notLoaded } from './store.ts';
import type { WorkState } from './work.ts';

/** Screens that a tab leads to. */
export type TabName = 'today' | 'queue' | 'register' | 'csv' | 'help';
export type ScreenName =
  | TabName
  | 'case'
  | 'import'
  | 'learn'
  | 'round'
  | 'send'
  | 'answers'
  | 'answer'
  | 'enter';
export type Decision = ApplicationView['actions'][number];

export interface QueueState extends ListState<QueueRow> {
  readonly counts: QueueView['counts'];
}

export interface StepDraft {
  readonly date: string;
  readonly ground: string;
}

export interface CaseState {
  readonly applicationId: string;
  readonly view: Loaded<ApplicationView>;
  /** The value being put right, null when none is. */
  readonly correction: CorrectionDraft | null;
  /** The decision being prepared, null when none is. */
  readonly panel: Decision | null;
  readonly reason: string;
  readonly steps: Readonly<Record<string, StepDraft>>;
  /** What the panel still lacks, by field id; shown after the first attempt. */
  readonly faults: Readonly<Record<string, string>>;
}

export interface CsvState {
  readonly kind: ExportKind;
  readonly profileId: string;
  readonly preview: Loaded<ExportPreview>;
  readonly batches: Loaded<readonly BatchView[]>;
  /** Batch whose import result is being noted, and which. */
  readonly marking: {
    readonly batchId: string;
    readonly result: 'imported' | 'failed';
    readonly note: string;
  } | null;
  /** A file that was made again. */
  readonly remade: { readonly batchId: string; readonly fileUrl: string; readonly same: boolean } | null;
}

export interface SetupDraft {
  readonly chamberName: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly privacyUrl: string;
  readonly articlesUrl: string;
  /** One entry a line. */
  readonly divisions: string;
  readonly districts: string;
  readonly profileId: string;
}

export interface State extends RegisterParts, WorkState {
  readonly screen: ScreenName;
  /** `YYYY-MM-DD`, the clerk's day. */
  readonly today: string;
  readonly overview: Loaded<Overview>;
  /** What today points to beside the waiting work, null until it came. */
  readonly attention: AttentionView | null;
  readonly setup: {
    readonly draft: SetupDraft;
    readonly faults: Readonly<Partial<Record<keyof SetupDraft, string>>>;
  };
  readonly queue: QueueState;
  readonly case: CaseState;
  readonly csv: CsvState;
}

export const emptyCase: CaseState = {
  applicationId: '',
  view: notLoaded(),
  correction: null,
  panel: null,
  reason: '',
  steps: {},
  faults: {},
};

export function initialState(today: string): State {
  return {
    screen: 'today',
    today,
    overview: { value: null, loading: true, issues: [] },
    attention: null,
    setup: {
      draft: {
        chamberName: '',
        phone: '',
        email: '',
        address: '',
        privacyUrl: '',
        articlesUrl: '',
        divisions: '',
        districts: '',
        profileId: '',
      },
      faults: {},
    },
    queue: { ...emptyList(), counts: [] },
    case: emptyCase,
    csv: {
      kind: 'applications',
      profileId: '',
      preview: notLoaded(),
      batches: notLoaded(),
      marking: null,
      remade: null,
    },
    ...initialRegister,
    busy: null,
    notice: null,
  };
}
