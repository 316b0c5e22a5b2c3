/** Everything the page 規程を調べる knows at one moment; every screen is drawn from this and nothing else. */
import type { Found, Lookup } from '../../shared/corpus/lookup.ts';
import type { CheckedAnswer } from '../../shared/corpus/lookup-check.ts';
import { type Loaded, notLoaded } from '../sidebar/store.ts';
import type { WorkState } from '../sidebar/work.ts';
import type { IssueView } from '../view/protocol.ts';
import type { RulesFilesView, RulesProgress, RulesView } from '../view/rules-protocol.ts';

export const screenNames = ['search', 'check', 'bundle'] as const;
export type ScreenName = (typeof screenNames)[number];

/** The texts on their way into the page. */
export interface TextsState {
  /** Key of the bundle they are of, '' before any. */
  readonly key: string;
  readonly done: number;
  readonly total: number;
  readonly issues: readonly IssueView[];
}

export interface SearchState {
  readonly question: string;
  /** A title, '' for all. */
  readonly document: string;
  /** What is shown, null before the first search. */
  readonly found: Found | null;
  /** Hits on screen. */
  readonly most: number;
}

/** What is read, and how many articles around it are shown. */
export interface ReadingState {
  readonly document: string;
  readonly address: string;
  readonly before: number;
  readonly after: number;
  /** Where the way back leads: the element that opened it. */
  readonly fromId: string;
}

export interface CheckState {
  readonly answer: string;
  readonly result: CheckedAnswer | null;
  readonly fault: string;
}

export interface BundleState {
  readonly address: string;
  readonly fault: string;
  readonly files: Loaded<RulesFilesView>;
  /** Of the build that is running or has just ended. */
  readonly progress: RulesProgress | null;
}

export interface State extends WorkState {
  readonly screen: ScreenName;
  readonly view: Loaded<RulesView>;
  readonly texts: TextsState;
  readonly lookup: Lookup | null;
  readonly search: SearchState;
  readonly reading: ReadingState | null;
  readonly check: CheckState;
  readonly bundle: BundleState;
}

export const hitsAtOnce = 20;

export const initialState: State = {
  screen: 'search',
  view: notLoaded(),
  texts: { key: '', done: 0, total: 0, issues: [] },
  lookup: null,
  search: { question: '', document: '', found: null, most: hitsAtOnce },
  reading: null,
  check: { answer: '', result: null, fault: '' },
  bundle: { address: '', fault: '', files: notLoaded(), progress: null },
  busy: null,
  notice: null,
};
