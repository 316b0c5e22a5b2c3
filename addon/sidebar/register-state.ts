/** What the sidebar knows about the register: import, layout, round, sending, answers. Part of `state.ts`. */
import type {
  ImportPreview,
  ImportProgress,
  JudgementView,
  LearnView,
  LedgerFilesView,
  ProfileView,
} from '../view/ledger-protocol.ts';
import type { IssueView } from '../view/protocol.ts';
import type {
  AnswerRow,
  AnswersView,
  AnswerView,
  BusinessView,
  RecipientFilter,
  RegisterView,
  SendPreview,
} from '../view/register-protocol.ts';
import { emptyList, type ListState } from './list-state.ts';
import { type Loaded, notLoaded } from './store.ts';

export type FoundBusiness = Omit<BusinessView, 'fields'>;
export type AnswerAction = AnswerView['actions'][number];

export interface RegisterState {
  readonly view: Loaded<RegisterView>;
  /** Of this sitting; the counts of the last one stand in `view`. */
  readonly judgement: JudgementView | null;
  /** Asked before the round is closed. */
  readonly closing: boolean;
}

/** The file that is imported or learned from. */
export interface FileState {
  readonly files: Loaded<LedgerFilesView>;
  readonly fileId: string;
  /** Name of a file on this computer that is larger than may be sent, '' otherwise. */
  readonly tooLarge: string;
}

export interface ImportState {
  readonly profileId: string;
  readonly preview: Loaded<ImportPreview>;
  readonly progress: ImportProgress | null;
  /** `stopping`: the call under way is the last one. */
  readonly run: 'idle' | 'running' | 'stopping';
  /** Why the last run ended early; what was done stays. */
  readonly trouble: readonly IssueView[];
}

export interface LearnState {
  readonly from: 'import' | 'csv';
  readonly view: Loaded<LearnView>;
  /** Key by index of the column, '' for a column that nobody takes. */
  readonly choices: Readonly<Record<number, string>>;
  readonly name: string;
  readonly fault: string;
  readonly saved: ProfileView | null;
  /** What was tried on the real system. */
  readonly ground: string;
  readonly groundFault: string;
}

export interface RoundState {
  readonly deadline: string;
  readonly filter: RecipientFilter;
  readonly prefill: readonly string[];
  readonly fault: string;
}

export interface SendState {
  readonly purpose: SendPreview['purpose'];
  readonly filter: RecipientFilter;
  readonly preview: Loaded<SendPreview>;
  /** The panel that stands open. */
  readonly panel: 'none' | 'take-over' | 'secret';
  /** Whether links of the old key stop working. */
  readonly revoke: boolean;
}

export interface AnswersState extends ListState<AnswerRow> {
  readonly counts: AnswersView['counts'];
  readonly unchanged: AnswersView['unchanged'];
  readonly confirming: boolean;
}

export interface AnswerState {
  readonly answerId: string;
  readonly view: Loaded<AnswerView>;
  /** By key: `answer`, `ledger` or the id of another answer; a key that is absent is not decided. */
  readonly takes: Readonly<Record<string, string>>;
  readonly panel: 'none' | 'discard';
  readonly reason: string;
  readonly fault: string;
  /** Whose answer it is, while 要確認 is settled. */
  readonly businessNumber: string;
}

/** Finding a business, for 代理入力 and 要確認. */
export interface FindState {
  readonly search: string;
  readonly found: Loaded<readonly FoundBusiness[]>;
}

export interface EnterState {
  readonly business: Loaded<BusinessView>;
  readonly ground: string;
  readonly otherGround: string;
  readonly status: '' | 'unchanged' | 'changed';
  /** What was typed, by key: only fields that were opened. */
  readonly typed: Readonly<Record<string, string>>;
  readonly respondent: string;
  readonly faults: Readonly<Record<string, string>>;
}

export interface RegisterParts {
  readonly register: RegisterState;
  readonly file: FileState;
  readonly import: ImportState;
  readonly learn: LearnState;
  readonly round: RoundState;
  readonly send: SendState;
  readonly answers: AnswersState;
  readonly answer: AnswerState;
  readonly find: FindState;
  readonly enter: EnterState;
}

/** Everyone in the register. */
export const wholeRegister: RecipientFilter = { tokusho: true, member: '', divisions: [] };

export const emptyLearn: LearnState = {
  from: 'import',
  view: notLoaded(),
  choices: {},
  name: '',
  fault: '',
  saved: null,
  ground: '',
  groundFault: '',
};

export const emptyAnswer: AnswerState = {
  answerId: '',
  view: notLoaded(),
  takes: {},
  panel: 'none',
  reason: '',
  fault: '',
  businessNumber: '',
};

export const emptyFind: FindState = { search: '', found: notLoaded() };

export const emptyEnter: EnterState = {
  business: notLoaded(),
  ground: '',
  otherGround: '',
  status: '',
  typed: {},
  respondent: '',
  faults: {},
};

export const initialRegister: RegisterParts = {
  register: { view: notLoaded(), judgement: null, closing: false },
  file: { files: notLoaded(), fileId: '', tooLarge: '' },
  import: { profileId: '', preview: notLoaded(), progress: null, run: 'idle', trouble: [] },
  learn: emptyLearn,
  round: { deadline: '', filter: wholeRegister, prefill: [], fault: '' },
  send: { purpose: 'request', filter: wholeRegister, preview: notLoaded(), panel: 'none', revoke: false },
  answers: { ...emptyList(), counts: [], unchanged: { count: 0, hash: '' }, confirming: false },
  answer: emptyAnswer,
  find: emptyFind,
  enter: emptyEnter,
};
