/** Everything the page 点検と設定 knows at one moment; every screen is drawn from this and nothing else. */
import type { Role } from '../../shared/settings/roles.ts';
import { type Loaded, notLoaded } from '../sidebar/store.ts';
import type { WorkState } from '../sidebar/work.ts';
import type { AccessView } from '../view/access-protocol.ts';
import type { HandOverView, HealthView } from '../view/health-protocol.ts';
import type { AttendanceView } from '../view/meeting-protocol.ts';
import type { OfferPreviewView, OffersView } from '../view/offers-protocol.ts';
import type { DestructionRecords, OfficeSettings, OperationsView } from '../view/office-protocol.ts';
import type { ScreenName } from '../view/office-screens.ts';
import type { ReleaseView } from '../view/release-protocol.ts';
import type { DestructionPreview, DestructionReport, RetentionView } from '../view/retention-protocol.ts';
import { type AttendanceDraft, type DraftFaults, emptyDraft } from './attendance-draft.ts';
import type { ReleaseDraft } from './release-draft.ts';
import type { RuleDraft } from './rule-drafts.ts';
import type { SettingsDraft } from './settings-draft.ts';

export interface HandOverState {
  readonly view: Loaded<HandOverView>;
  /** The present account has just taken over. */
  readonly isTaken: boolean;
  /** Triggers of its own that this account has just taken away, null before. */
  readonly removed: number | null;
  /** Whether it is being asked before they are taken away. */
  readonly isLeaving: boolean;
}

export interface PersonDraft {
  readonly person: string;
  readonly roles: readonly Role[];
}

export interface AccessState {
  readonly view: Loaded<AccessView>;
  readonly log: Loaded<OperationsView>;
  /** The list as it is to be, null while nobody has touched it. */
  readonly draft: readonly PersonDraft[] | null;
  /** Address of a person to be added. */
  readonly added: string;
  readonly fault: string;
}

export interface RetentionState {
  readonly view: Loaded<RetentionView>;
  readonly records: Loaded<DestructionRecords>;
  /** Rules as they are to be, null while nobody has touched them. */
  readonly draft: readonly RuleDraft[] | null;
  /** By the place of the rule in the draft. */
  readonly faults: Readonly<Record<number, string>>;
  readonly preview: Loaded<DestructionPreview>;
  /** What was typed to confirm. */
  readonly typed: string;
  readonly typedFault: string;
  readonly report: DestructionReport | null;
}

export interface SettingsState {
  readonly view: Loaded<OfficeSettings>;
  /** Values as they are to be, null while nobody has touched them. */
  readonly draft: SettingsDraft | null;
  readonly faults: Readonly<Partial<Record<keyof SettingsDraft, string>>>;
}

export interface ReleaseState {
  readonly view: Loaded<ReleaseView>;
  /** As it is to be, null while nobody has touched it. */
  readonly draft: ReleaseDraft | null;
  readonly fault: string;
  /** The connection code that is being typed in. */
  readonly code: string;
  readonly codeFault: string;
  /** Whether it is being asked before the connection is taken away. */
  readonly isLeaving: boolean;
}

export interface OffersState {
  readonly view: Loaded<OffersView>;
  /** What would go out, null while nothing is chosen. */
  readonly preview: OfferPreviewView | null;
  readonly title: string;
  readonly about: string;
  readonly isAgreed: boolean;
  readonly fault: 'title' | 'agreed' | null;
}

export const noOffers = (): OffersState => ({
  view: notLoaded(),
  preview: null,
  title: '',
  about: '',
  isAgreed: false,
  fault: null,
});

export type RowFilter = 'all' | 'check' | 'open';

export interface AttendanceState {
  readonly view: Loaded<AttendanceView>;
  readonly filter: RowFilter;
  readonly search: string;
  /** The answer that is being typed in, null while nobody does. */
  readonly entry: AttendanceDraft | null;
  readonly faults: DraftFaults;
  /** How the last answer that was typed in had come. */
  readonly channel: AttendanceDraft['channel'];
  /** Members picked for answers that belong to nobody, by answer. */
  readonly owners: Readonly<Record<string, string>>;
}

export interface State extends WorkState {
  readonly screen: ScreenName;
  /** `YYYY-MM-DD`, the clerk's day. */
  readonly today: string;
  readonly health: { readonly view: Loaded<HealthView> };
  readonly handOver: HandOverState;
  readonly access: AccessState;
  readonly retention: RetentionState;
  readonly settings: SettingsState;
  readonly release: ReleaseState;
  readonly offers: OffersState;
  readonly attendance: AttendanceState;
}

export function initialState(today: string, screen: ScreenName): State {
  return {
    screen,
    today,
    health: { view: notLoaded() },
    handOver: { view: notLoaded(), isTaken: false, removed: null, isLeaving: false },
    access: { view: notLoaded(), log: notLoaded(), draft: null, added: '', fault: '' },
    retention: {
      view: notLoaded(),
      records: notLoaded(),
      draft: null,
      faults: {},
      preview: notLoaded(),
      typed: '',
      typedFault: '',
      report: null,
    },
    settings: { view: notLoaded(), draft: null, faults: {} },
    release: { view: notLoaded(), draft: null, fault: '', code: '', codeFault: '', isLeaving: false },
    offers: noOffers(),
    attendance: {
      view: notLoaded(),
      filter: 'all',
      search: '',
      entry: null,
      faults: {},
      channel: emptyDraft().channel,
      owners: {},
    },
    busy: null,
    notice: null,
  };
}
