/** Everything the page of forms knows at one moment; every screen is drawn from this and nothing else. */
import { type Loaded, notLoaded } from '../sidebar/store.ts';
import type { WorkState } from '../sidebar/work.ts';
import type {
  AdoptPreview,
  AppliedView,
  CaptureView,
  FormPreview,
  FormsView,
  GalleryView,
  TermsView,
  UpdateHistoryView,
  UpdatePlanView,
} from '../view/forms-protocol.ts';
import type { FormView } from '../view/protocol.ts';
import type { Choices } from './decisions.ts';

export type TabName = 'list' | 'gallery' | 'adopt';
export type ScreenName = TabName | 'make' | 'made' | 'plan' | 'applied' | 'history' | 'capture';

export interface MakeState {
  readonly templateId: string;
  readonly values: Readonly<Record<string, string>>;
  /** By the key of the fill-in; shown after the first attempt. */
  readonly faults: Readonly<Record<string, string>>;
  readonly preview: Loaded<FormPreview>;
  /** Values were changed since the preview was asked for. */
  readonly stale: boolean;
  /** Stands for this making; see `createForm` of the protocol. */
  readonly draft: string;
  readonly made: FormView | null;
}

export interface PlanState {
  readonly formId: string;
  readonly view: Loaded<UpdatePlanView>;
  readonly choices: Choices;
  /** Somebody changed the form since the plan before this one: what the server said about it. */
  readonly changed: string;
  readonly applied: AppliedView | null;
  /** What was applied: an update, or a roll-back of one. */
  readonly appliedKind: 'update' | 'roll-back';
}

export interface HistoryState {
  readonly formId: string;
  readonly view: Loaded<UpdateHistoryView>;
  /** Entry whose roll-back is being asked about, '' for none. */
  readonly asking: string;
  /** The form was edited since: what the server said about it, '' where it was not. */
  readonly edited: string;
}

export interface AdoptState {
  readonly address: string;
  readonly fault: string;
  readonly view: Loaded<AdoptPreview>;
  /** Key chosen by hand, by item id. */
  readonly keys: Readonly<Record<string, string>>;
}

export interface CaptureState {
  readonly address: string;
  readonly title: string;
  readonly faults: Readonly<{ readonly address?: string; readonly title?: string }>;
  readonly result: CaptureView | null;
}

/** 締切と定員 being changed. */
export interface TermsState {
  /** Form whose panel is open, '' for none. */
  readonly formId: string;
  readonly closesOn: string;
  readonly places: string;
  /** Take answers again. */
  readonly open: boolean;
  readonly view: Loaded<TermsView>;
  /** The view is that of what is typed. */
  readonly isFresh: boolean;
  /** The person asked what would happen. */
  readonly isAsked: boolean;
}

export interface State extends WorkState {
  readonly screen: ScreenName;
  /** `YYYY-MM-DD`, the clerk's day. */
  readonly today: string;
  readonly forms: Loaded<FormsView>;
  readonly gallery: Loaded<GalleryView>;
  readonly make: MakeState;
  readonly plan: PlanState;
  readonly history: HistoryState;
  readonly adopt: AdoptState;
  readonly capture: CaptureState;
  readonly terms: TermsState;
  /** Form whose closing is being asked about, '' for none. */
  readonly closing: string;
}

export const emptyPlan: PlanState = {
  formId: '',
  view: notLoaded(),
  choices: {},
  changed: '',
  applied: null,
  appliedKind: 'update',
};

export const emptyMake: MakeState = {
  templateId: '',
  values: {},
  faults: {},
  preview: notLoaded(),
  stale: false,
  draft: '',
  made: null,
};

export const noTerms: TermsState = {
  formId: '',
  closesOn: '',
  places: '',
  open: false,
  view: notLoaded(),
  isFresh: false,
  isAsked: false,
};

export function initialState(today: string): State {
  return {
    screen: 'list',
    today,
    forms: { value: null, loading: true, issues: [] },
    gallery: notLoaded(),
    make: emptyMake,
    plan: emptyPlan,
    history: { formId: '', view: notLoaded(), asking: '', edited: '' },
    adopt: { address: '', fault: '', view: notLoaded(), keys: {} },
    capture: { address: '', title: '', faults: {}, result: null },
    terms: noTerms,
    closing: '',
    busy: null,
    notice: null,
  };
}
