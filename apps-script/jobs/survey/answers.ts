/** The stored answers of rounds as the text that tabulation reads, in the same form as an answers file of the command line. */
import { sha256Hex } from '../../../shared/bytes/sha256.ts';
import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { questionsOf } from '../../../shared/survey/definition/questions.ts';
import { formKey } from '../../../shared/survey/definition/to-template.ts';
import { formatTable } from '../../../shared/table/format.ts';
import type { Book } from '../book/book.ts';
import { fromJsonCells } from '../book/json-cells.ts';
import type { Cells } from '../port.ts';
import type { SurveyRound } from './round.ts';
import { surveyAnswerHeaders, surveyAnswersTable } from './tables.ts';

/** Stands in 番号 once nobody can be told any more. */
export const anonymous = '匿名';

export interface SurveyAnswer {
  readonly at: number;
  readonly cells: Cells;
  readonly id: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly place: Readonly<Record<string, string>>;
}

const isTexts = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string');

/** Texts under a name of a stored value; none where it is no such thing. */
const textsOf = (value: unknown): Record<string, string> => (isTexts(value) ? value : {});

function typedOf(value: unknown): Record<string, string> {
  return typeof value === 'object' && value !== null && 'typed' in value ? textsOf(value.typed) : {};
}

const answerHeaders = [
  '調査ID',
  '回答ID',
  '番号',
  '受付日時',
  '経路',
  '区分',
  ...surveyAnswerHeaders,
] as const;

/** Every stored answer by round. Only what counting needs is read. */
export function surveyAnswers(book: Book): ReadonlyMap<string, readonly SurveyAnswer[]> {
  const found = new Map<string, SurveyAnswer[]>();
  for (const { at, cells } of book.columns(surveyAnswersTable, answerHeaders)) {
    const roundId = cells.調査ID ?? '';
    if (roundId === '') continue;
    const own = found.get(roundId) ?? [];
    own.push({
      at,
      cells,
      id: cells.回答ID ?? '',
      number: cells.番号 ?? '',
      receivedAt: cells.受付日時 ?? '',
      channel: cells.経路 ?? '',
      typed: typedOf(fromJsonCells(surveyAnswerHeaders, cells)),
      place: textsOf(fromJsonCells(['区分'], cells)),
    });
    found.set(roundId, own);
  }
  return found;
}

/** Answers that a key or a clerk vouches for; the others are kept and counted nowhere. */
export const countable = (answers: readonly SurveyAnswer[]): readonly SurveyAnswer[] =>
  answers.filter(({ number }) => number !== '');

export const keyOfAnswers = (answers: readonly SurveyAnswer[], more: readonly (string | number)[]): string =>
  sha256Hex(encodeUtf8([...more, ...answers.map(({ id, number }) => `${id} ${number}`)].join('\n')));

/**
 * One CSV of these rounds, all of one survey; `wave` tells them apart. What the business says of itself goes before what the list of
 * those asked says.
 * @param names of those asked, by number: read only so that no free answer gives one away
 */
export function answersCsv(
  rounds: readonly SurveyRound[],
  answers: ReadonlyMap<string, readonly SurveyAnswer[]>,
  names: ReadonlyMap<string, string> = new Map(),
): Uint8Array {
  const [first] = rounds;
  if (first === undefined) return encodeUtf8('');
  const questions = [
    ...new Set(rounds.flatMap(({ definition, wave }) => questionsOf(definition, wave).map(({ key }) => key))),
  ];
  const dimensions = first.definition.dimensions.flatMap(({ key, groups }) =>
    groups === undefined ? [key] : [],
  );
  const rows = rounds.flatMap(({ roundId, wave }) =>
    countable(answers.get(roundId) ?? []).map(({ id, number, receivedAt, typed, place }) => [
      number === anonymous ? '' : number,
      receivedAt,
      wave,
      id,
      names.get(number) ?? '',
      ...dimensions.map((key) => typed[formKey(key)] ?? place[key] ?? ''),
      ...questions.map((key) => typed[formKey(key)] ?? ''),
    ]),
  );
  return encodeUtf8(
    formatTable(
      [['respondent', 'timestamp', 'wave', 'responseId', '事業所名', ...dimensions, ...questions], ...rows],
      {
        newline: 'lf',
        quoting: 'minimal',
      },
    ),
  );
}
