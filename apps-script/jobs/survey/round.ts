/** A wave of a survey that is asked, as it is stored in 調査. One reader, one writer, one version. */
import * as z from 'zod/mini';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { lazy } from '../../../shared/lazy.ts';
import { readDefinition } from '../../../shared/survey/definition/read.ts';
import { definitionSchema, type SurveyDefinition } from '../../../shared/survey/definition/schema.ts';
import { writtenWave } from '../../../shared/survey/definition/waves.ts';
import type { Book } from '../book/book.ts';
import { fromJsonCells, toJsonCells } from '../book/json-cells.ts';
import type { Cells, Row, Workbook } from '../port.ts';
import { shownTime } from '../time.ts';
import { surveyRoundHeaders, surveyTable } from './tables.ts';

export type SurveyState = 'making' | 'open' | 'closed';

/** What stands in 状態. */
export const surveyStateWords: Readonly<Record<SurveyState, string>> = {
  making: '準備中',
  open: '実施中',
  closed: '締切',
};

const reportSchema = lazy(() =>
  z.strictObject({
    /** Over the answers that were counted: the same again changes nothing. */
    key: z.string(),
    sheet: z.string(),
    docId: z.string(),
    url: z.string(),
    at: z.string(),
    counted: z.number(),
    small: z.number(),
    complement: z.number(),
    isAllHidden: z.boolean(),
  }),
);
export type SurveyReportRow = z.infer<ReturnType<typeof reportSchema>>;

const storedSchema = lazy(() =>
  z.strictObject({
    version: z.literal(1),
    roundId: z.string(),
    surveyId: z.string(),
    wave: z.string(),
    formId: z.string(),
    startedAt: z.string(),
    startedBy: z.string(),
    deadline: z.string(),
    /** Secret that the links are signed with. */
    generation: z.number(),
    linkPattern: z.string(),
    /** By what the tables are broken down. */
    by: z.string(),
    minN: z.number(),
    /** Days after the closing when what identifies somebody goes. */
    keepDays: z.number(),
    asked: z.number(),
    answered: z.number(),
    /** Hash of what the wave asks, as it was when the round began. */
    hash: z.string(),
    definition: z.unknown(),
    sending: z.strictObject({ hash: z.string(), done: z.boolean() }),
    sendingBy: z.string(),
    paused: z.boolean(),
    report: z.nullable(reportSchema()),
    closedAt: z.string(),
    /** Number in 廃棄記録, '' while somebody can be told. */
    destroyed: z.string(),
  }),
);
export type StoredSurvey = Omit<z.infer<ReturnType<typeof storedSchema>>, 'definition'>;

export interface SurveyRound extends StoredSurvey {
  readonly at: number;
  readonly state: SurveyState;
  readonly definition: SurveyDefinition;
}

export const roundTitle = ({ definition, wave }: Pick<SurveyRound, 'definition' | 'wave'>): string =>
  `${definition.short}　${writtenWave(wave)}`;

export function surveyCells(round: Omit<SurveyRound, 'at'>): Cells {
  const { state, definition, ...stored } = round;
  return {
    調査ID: round.roundId,
    調査: definition.title,
    回: writtenWave(round.wave),
    状態: surveyStateWords[state],
    締切日: round.deadline,
    依頼: String(round.asked),
    回答: String(round.answered),
    回答率: round.asked === 0 ? '' : `${((round.answered / round.asked) * 100).toFixed(1)}％`,
    集計日時: round.report === null ? '' : shownTime(round.report.at),
    報告: round.report?.url ?? '',
    識別情報: round.destroyed === '' ? 'あり' : `廃棄済（${round.destroyed}）`,
    ...toJsonCells(surveyRoundHeaders, storedSchema().parse({ ...stored, definition })),
  };
}

const states: readonly SurveyState[] = ['making', 'open', 'closed'];

/** Throws UnusableInput `workbook.version` when a newer program wrote it. */
function readRound(row: Row): SurveyRound {
  const parsed = storedSchema().safeParse(fromJsonCells(surveyRoundHeaders, row.cells));
  const read = parsed.success ? readStored(parsed.data.definition) : null;
  if (!parsed.success || read === null) {
    throw new UnusableInput([issue('workbook.version', 'error', '', { params: { row: row.at } })]);
  }
  const state = states.find((one) => surveyStateWords[one] === row.cells.状態) ?? 'making';
  return { ...parsed.data, definition: read, at: row.at, state };
}

/** What was frozen is read as it stands: it was checked when the round began. */
function readStored(document: unknown): SurveyDefinition | null {
  const parsed = definitionSchema().safeParse(document);
  return parsed.success ? parsed.data : readDefinition(document).definition;
}

export const hasSurveys = (workbook: Workbook): boolean => workbook.has([surveyTable]);

/** All rounds, the oldest first; none in a workbook without surveys. */
export const surveyRounds = (book: Book): readonly SurveyRound[] => book.rows(surveyTable).map(readRound);

/** Throws UnusableInput `surveys.round-unknown`. */
export function roundOf(book: Book, roundId: string): SurveyRound {
  const found = surveyRounds(book).find((one) => one.roundId === roundId);
  if (found === undefined)
    throw new UnusableInput([issue('surveys.round-unknown', 'error', '', { params: { name: roundId } })]);
  return found;
}

export function changeRound(book: Book, round: SurveyRound): SurveyRound {
  const { at, ...stored } = round;
  book.update(surveyTable, new Map([[at, surveyCells(stored)]]));
  return round;
}
