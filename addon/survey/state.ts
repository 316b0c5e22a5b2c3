/** Everything the page 調査 knows at one moment; every screen is drawn from this and nothing else. */
import { type Loaded, notLoaded } from '../sidebar/store.ts';
import type { WorkState } from '../sidebar/work.ts';
import type {
  SurveyDestructionView,
  SurveyMailsView,
  SurveyPeopleView,
  SurveyPersonView,
  SurveysView,
  SurveyView,
} from '../view/survey-protocol.ts';

export type ScreenName = 'list' | 'start' | 'round';

/** What is being begun; nothing is made before the last step. */
export interface StartDraft {
  readonly step: 1 | 2 | 3;
  readonly surveyId: string;
  readonly wave: string;
  readonly deadline: string;
  readonly source: 'text' | 'members' | 'ledger';
  readonly text: string;
  /** Name of a file that was read in. */
  readonly file: string;
  readonly by: readonly string[];
  readonly minN: string;
  readonly keepDays: string;
  readonly people: SurveyPeopleView | null;
  readonly faults: Readonly<Record<string, string>>;
}

export interface EntryState {
  readonly search: string;
  readonly found: readonly SurveyPersonView[] | null;
  readonly person: SurveyPersonView | null;
  readonly channel: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: Readonly<Record<string, string>>;
}

export interface State extends WorkState {
  readonly screen: ScreenName;
  readonly view: Loaded<SurveysView>;
  readonly start: StartDraft;
  readonly round: Loaded<SurveyView>;
  /** The look before a sending. */
  readonly mails: SurveyMailsView | null;
  readonly entry: EntryState | null;
  /** How far counting has come, '' while it does not run. */
  readonly counting: '' | 'count' | 'sheet';
  readonly asking: '' | 'close';
  readonly destruction: SurveyDestructionView | null;
}

export const emptyStart: StartDraft = {
  step: 1,
  surveyId: '',
  wave: '',
  deadline: '',
  source: 'text',
  text: '',
  file: '',
  by: [],
  minN: '3',
  keepDays: '30',
  people: null,
  faults: {},
};

export const emptyEntry: EntryState = {
  search: '',
  found: null,
  person: null,
  channel: '',
  typed: {},
  faults: {},
};

export const initialState: State = {
  screen: 'list',
  view: notLoaded(),
  start: emptyStart,
  round: notLoaded(),
  mails: null,
  entry: null,
  counting: '',
  asking: '',
  destruction: null,
  busy: null,
  notice: null,
};
