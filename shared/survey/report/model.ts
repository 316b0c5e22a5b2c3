/** A report before it is written: tables, comparisons and what the method note has to say. */
import type { Others } from '../compare/compare.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import type { HiddenWhy } from '../protect/model.ts';
import type { BesideFigure } from '../read/beside.ts';
import type { AnswerIssue } from '../read/read-answers.ts';
import type { QuestionTables } from '../tabulate/model.ts';
import type { FreeAnswers } from '../text/free-answers.ts';

/** Index of a question over waves, for a graph. In tenths; null where it is missing or hidden. */
export interface Trend {
  readonly waves: readonly string[];
  readonly lines: readonly {
    readonly question: string;
    readonly label: string;
    readonly values: readonly (number | null)[];
  }[];
}

/** How many were asked and answered, by region or industry. */
export interface ResponseRow {
  readonly dimension: string;
  readonly label: string;
  readonly answered: number;
  /** Too few answered, or those of another group could be computed: not to be shown. */
  readonly hidden: HiddenWhy | undefined;
  readonly asked: number | null;
  /** Answers that make the result usable; null where the survey names none. */
  readonly target: number | null;
}

export interface WeightsUsed {
  readonly by: readonly string[];
  /** Absent: used. Otherwise why they are not. */
  readonly off: string | null;
}

export interface SurveyReport {
  readonly definition: SurveyDefinition;
  readonly wave: string;
  /** Whose answers these are: 見本商工会議所, 新潟県, 全体. */
  readonly scope: string;
  /** Region is narrower than the whole: results are 商工会議所内限り unless the definition says otherwise. */
  readonly isRegional: boolean;
  readonly tables: readonly QuestionTables[];
  readonly layouts: readonly (readonly string[])[];
  readonly others: Others;
  readonly beforeWave: string | null;
  readonly yearBeforeWave: string | null;
  readonly beside: ReadonlyMap<string, BesideFigure>;
  readonly free: readonly FreeAnswers[];
  readonly trend: Trend | null;
  readonly responses: readonly ResponseRow[];
  readonly weights: WeightsUsed | null;
  readonly minN: number;
  /** First and last day of the answers, '' where they carry no time. */
  readonly period: readonly [string, string];
  readonly counted: number;
  readonly rows: { readonly in: number; readonly twice: number; readonly otherWave: number };
  /** Answers without a dimension that a table is broken down by; null: not to be told. */
  readonly without: readonly { readonly dimension: string; readonly count: number | null }[];
  readonly regionsWithout: readonly { readonly dimension: string; readonly names: readonly string[] }[];
  readonly recoverable: number;
  readonly issues: readonly AnswerIssue[];
  /** Remarks of the code lists used (未検証). */
  readonly listNotes: readonly string[];
  /** No figure may be shown. */
  readonly allHidden: boolean;
}

/** Label of a dimension. */
export const dimensionLabel = ({ definition }: Pick<SurveyReport, 'definition'>, key: string): string =>
  definition.dimensions.find((dimension) => dimension.key === key)?.label ?? key;
