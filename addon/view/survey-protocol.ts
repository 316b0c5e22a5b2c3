/** What the page 調査 asks over the wire. The same rules as `protocol.ts`. */

import * as z from 'zod/mini';
import type { IssueView } from './protocol.ts';

export interface SurveyDefinitionView {
  readonly surveyId: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: 'monthly' | 'yearly' | 'once';
  readonly respondent: 'business' | 'chamber';
  readonly version: string;
  readonly questions: number;
  /** What a table may be broken down by, `industry` → 業種. */
  readonly dimensions: readonly { readonly key: string; readonly label: string }[];
  readonly minN: number;
  /** Remarks of the definition: what is 未検証. */
  readonly notes: readonly string[];
  /** The wave a round is most likely begun for. */
  readonly wave: string;
}

export interface SurveyCard {
  readonly roundId: string;
  readonly title: string;
  /** 2026年10月 */
  readonly wave: string;
  readonly state: 'making' | 'open' | 'closed';
  readonly stateLabel: string;
  readonly deadline: string;
  readonly asked: number;
  readonly answered: number;
  readonly reportUrl: string;
  readonly isDestroyed: boolean;
}

export interface SurveysView {
  readonly rounds: readonly SurveyCard[];
  readonly definitions: readonly SurveyDefinitionView[];
  readonly today: string;
  readonly chamberName: string;
  readonly mayStart: boolean;
}

export interface SurveyRateView {
  readonly dimension: string;
  readonly label: string;
  readonly asked: number;
  readonly answered: number;
  readonly target: number | null;
}

/** A question or dimension as an answer that came on paper is typed in. */
export interface SurveyQuestionView {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  /** Empty for numbers and texts. */
  readonly options: readonly string[];
  readonly several: boolean;
  readonly unit: string;
  readonly lines: number;
}

export interface SurveyReportView {
  readonly at: string;
  readonly counted: number;
  readonly sheet: string;
  /** '' until the document stands. */
  readonly url: string;
  readonly hidden: number;
  readonly complement: number;
  readonly isAllHidden: boolean;
  /** Answers have come since. */
  readonly isOld: boolean;
}

export interface SurveyView extends SurveyCard {
  readonly formUrl: string;
  readonly rates: readonly SurveyRateView[];
  readonly channels: readonly { readonly label: string; readonly count: number }[];
  readonly answers: {
    /** Every answer that came. */
    readonly all: number;
    /** Earlier ones of a business that answered again. */
    readonly twice: number;
    /** Those no key vouches for: kept, not counted. */
    readonly unknown: number;
  };
  readonly mails: {
    readonly waiting: number;
    readonly sent: number;
    readonly failed: number;
    readonly kept: number;
    readonly sendingBy: string;
    readonly isMine: boolean;
    readonly paused: boolean;
  };
  readonly questions: readonly SurveyQuestionView[];
  readonly channelWords: readonly string[];
  readonly minN: number;
  readonly keepDays: number;
  readonly report: SurveyReportView | null;
  readonly destroyed: string;
  readonly mayEnter: boolean;
  readonly maySend: boolean;
  readonly mayDestroy: boolean;
}

export interface SurveyPeopleView {
  readonly people: number;
  readonly mailable: number;
  readonly chambers: readonly { readonly label: string; readonly count: number }[];
  readonly industries: readonly { readonly label: string; readonly count: number }[];
  readonly issues: readonly IssueView[];
  /** More than are shown. */
  readonly moreIssues: number;
  readonly sample: readonly {
    readonly number: string;
    readonly name: string;
    readonly chamber: string;
    readonly industry: string;
    readonly size: string;
  }[];
}

export interface SurveyMailsView {
  readonly purpose: 'request' | 'reminder';
  readonly mails: number;
  readonly days: readonly { readonly date: string; readonly count: number }[];
  readonly leftOut: readonly { readonly number: string; readonly name: string; readonly reason: string }[];
  readonly reasons: readonly { readonly reason: string; readonly count: number }[];
  readonly sample: { readonly subject: string; readonly body: string } | null;
  readonly hash: string;
}

export interface SurveyDestructionView {
  readonly dueOn: string;
  readonly isDue: boolean;
  readonly people: number;
  readonly answers: number;
  readonly kept: number;
  readonly waiting: number;
  readonly going: string;
  readonly staying: string;
  readonly hash: string;
}

export interface SurveyPersonView {
  readonly number: string;
  readonly name: string;
  readonly chamber: string;
  readonly industry: string;
  readonly answer: string;
}

const id = () => z.string().check(z.minLength(1), z.maxLength(200));
const round = () => z.strictObject({ roundId: id() });
const text = () => z.string().check(z.maxLength(2000));
const source = () =>
  z.union([
    z.strictObject({ kind: z.literal('text'), text: z.string().check(z.maxLength(8_000_000)) }),
    z.strictObject({ kind: z.literal('ledger'), members: z.boolean() }),
  ]);
const purpose = () => z.enum(['request', 'reminder']);
const count = (most: number) => z.int().check(z.gte(1), z.lte(most));

export const surveyInputs = {
  surveys: () => z.strictObject({}),
  survey: round,
  surveyPeople: () => z.strictObject({ surveyId: id(), source: source() }),
  startSurvey: () =>
    z.strictObject({
      surveyId: id(),
      wave: text(),
      deadline: text(),
      by: text(),
      minN: count(100),
      keepDays: count(3650),
      source: source(),
    }),
  surveyMails: () => z.strictObject({ roundId: id(), purpose: purpose() }),
  sendSurvey: () => z.strictObject({ roundId: id(), purpose: purpose(), hash: id() }),
  holdSurvey: () => z.strictObject({ roundId: id(), paused: z.boolean() }),
  takeOverSurvey: round,
  findSurveyPeople: () => z.strictObject({ roundId: id(), search: text() }),
  enterSurvey: () =>
    z.strictObject({
      roundId: id(),
      number: id(),
      channel: z.enum(['紙・郵送', 'FAX', '電話', '窓口・訪問']),
      typed: z.record(z.string(), text()),
    }),
  tabulateSurvey: round,
  closeSurvey: round,
  surveyDestruction: round,
  destroySurvey: () => z.strictObject({ roundId: id(), hash: id() }),
} as const;

export interface SurveyOutputs {
  surveys: SurveysView;
  survey: SurveyView;
  surveyPeople: SurveyPeopleView;
  startSurvey: SurveyView;
  surveyMails: SurveyMailsView;
  sendSurvey: { readonly queued: number; readonly sent: number; readonly survey: SurveyView };
  holdSurvey: SurveyView;
  takeOverSurvey: SurveyView;
  findSurveyPeople: readonly SurveyPersonView[];
  enterSurvey: SurveyView;
  tabulateSurvey: {
    readonly phase: 'sheet' | 'done';
    readonly counted: number;
    readonly survey: SurveyView;
  };
  closeSurvey: SurveyView;
  surveyDestruction: SurveyDestructionView;
  destroySurvey: SurveyView;
}
