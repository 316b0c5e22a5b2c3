/** Answers of a survey: a file → columns that can be counted, and everything that is doubtful about it. */

import { decodeText } from '../../bytes/detect.ts';
import type { BytesPort } from '../../bytes/port.ts';
import type { CodeList } from '../../fields/catalogue.ts';
import { type Issue, issue, UnusableInput } from '../../issue/issue.ts';
import { isBlankRow, parseDelimited } from '../../table/parse.ts';
import type { SurveyColumn, SurveyColumns } from '../columns.ts';
import { questionsOf } from '../definition/questions.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import { readWave, writtenWave } from '../definition/waves.ts';
import { columnOf } from './answer-cells.ts';
import { type FixedColumn, readAnswersHeader } from './header.ts';
import { type Labelled, readDimensions } from './read-dimensions.ts';
import { type AnswerRow, dayOf, latestOfEach, momentOf } from './repeated.ts';

export interface AnswerIssue {
  /** Data row of the file, from 1; 0 for the whole file. */
  readonly row: number;
  readonly responseId: string;
  readonly issue: Issue;
}

/** What an answer of an earlier wave said, by respondent: amounts are held against it. */
export interface FormerAnswers {
  value(respondent: string, question: string): number;
}

export interface ReadAnswersInput {
  readonly definition: SurveyDefinition;
  /** The wave that is read; rows of others are left out. */
  readonly wave: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly former?: FormerAnswers;
  /** Data rows to read, from 1; absent: all. Those left out leave no trace. */
  readonly only?: ReadonlySet<number>;
  readonly port?: BytesPort;
}

export interface ReadAnswers extends FormerAnswers {
  readonly wave: string;
  readonly columns: SurveyColumns;
  /** Data row of the file behind each row of the columns. */
  readonly dataRows: readonly number[];
  /** Labels of the options of each dimension, in the order of its codes. */
  readonly dimensions: ReadonlyMap<string, Labelled>;
  /** Questions that had a column. */
  readonly asked: ReadonlySet<string>;
  /** Rows of the file, and those that count. */
  readonly rows: {
    readonly in: number;
    readonly counted: number;
    readonly twice: number;
    readonly otherWave: number;
  };
  /** Waves that the file holds, with their rows. */
  readonly waves: ReadonlyMap<string, number>;
  /** First and last day of the answers that count, `2026-10-15`; '' where they carry no time. */
  readonly period: readonly [string, string];
  /** Columns that were not read. */
  readonly unread: readonly string[];
  readonly issues: readonly AnswerIssue[];
}

/** The rows of a file with their header; throws `UnusableInput` where there is nothing to read. */
export function openAnswers(
  bytes: Uint8Array,
  file: string,
  port?: BytesPort,
): {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly issues: readonly Issue[];
} {
  const decoded = decodeText(bytes, file, port);
  const table = parseDelimited(decoded.text);
  const broken = table.issues.filter(({ severity }) => severity === 'error');
  if (broken.length > 0)
    throw new UnusableInput(broken.map((one) => ({ ...one, params: { ...one.params, file } })));
  const rows = table.rows.filter((row) => !isBlankRow(row));
  const [header, ...data] = rows;
  if (header === undefined || data.length === 0)
    throw new UnusableInput([issue('survey.no-answers', 'error', '', { params: { file } })]);
  return { header, rows: data, issues: [...decoded.issues, ...table.issues] };
}

/** Reads the answers of one wave. Throws `UnusableInput` where no question is known, or every row is of another wave. */
export function readAnswers(input: ReadAnswersInput): ReadAnswers {
  const { definition, wave, file } = input;
  const { header, rows, issues: ofFile } = openAnswers(input.bytes, file, input.port);
  const known = readAnswersHeader(header, definition, wave);
  refuseOtherForm(known.issues, known.questions.size, header, file, definition.title);

  const issues: AnswerIssue[] = [...ofFile, ...known.issues].map((one) => ({
    row: 0,
    responseId: '',
    issue: { ...one, params: { ...one.params, file } },
  }));
  const cell = (row: readonly string[], column: FixedColumn): string =>
    (row[known.fixed.get(column) ?? -1] ?? '').trim();
  const waves = new Map<string, number>();
  const own: { readonly cells: readonly string[]; readonly row: AnswerRow }[] = [];
  let otherWave = 0;
  const { only } = input;
  rows.forEach((cells, index) => {
    if (only !== undefined && !only.has(index + 1)) return;
    const row: AnswerRow = {
      row: index + 1,
      respondent: cell(cells, 'respondent'),
      moment: momentOf(cell(cells, 'timestamp')),
      day: dayOf(cell(cells, 'timestamp')),
      responseId: cell(cells, 'responseId') || `row-${index + 1}`,
    };
    const typed = cell(cells, 'wave');
    const named = typed === '' ? wave : readWave(definition.wave, typed);
    waves.set(named ?? typed, (waves.get(named ?? typed) ?? 0) + 1);
    if (named === wave) {
      own.push({ cells, row });
      return;
    }
    otherWave++;
    issues.push({
      row: row.row,
      responseId: row.responseId,
      issue: issue('survey.wave-other', 'error', 'wave', {
        value: typed,
        params: { wave: writtenWave(wave) },
      }),
    });
  });
  if (own.length === 0)
    throw new UnusableInput([
      issue('survey.no-answers-of-wave', 'error', '', {
        params: {
          file,
          wave: writtenWave(wave),
          found: [...waves.keys()].map((one) => writtenWave(one) || one).join('、'),
        },
      }),
    ]);
  const repeated = latestOfEach(own.map(({ row }) => row));
  for (const { row, issue: found } of repeated.issues)
    issues.push({ row: row.row, responseId: row.responseId, issue: found });
  const kept = repeated.kept.flatMap((at) => own[at] ?? []);
  return build(input, known, kept, issues, {
    in: only === undefined ? rows.length : only.size,
    twice: own.length - kept.length,
    otherWave,
    waves,
  });
}

/** A file without any known question is of another survey; one whose only strange columns are of another month is said so. */
function refuseOtherForm(
  issues: readonly Issue[],
  questions: number,
  header: readonly string[],
  file: string,
  survey: string,
): void {
  const twice = issues.filter(({ code }) => code === 'header.twice');
  if (twice.length > 0)
    throw new UnusableInput(twice.map((one) => ({ ...one, params: { ...one.params, file } })));
  if (questions > 0) return;
  const other = issues.find(({ code }) => code === 'survey.form-of-other-wave');
  throw new UnusableInput([
    other === undefined
      ? issue('survey.no-question', 'error', '', {
          params: { file, survey, header: header.slice(0, 3).join('、').slice(0, 80) },
        })
      : { ...other, params: { ...other.params, file } },
  ]);
}

interface Counts {
  readonly in: number;
  readonly twice: number;
  readonly otherWave: number;
  readonly waves: ReadonlyMap<string, number>;
}

function build(
  input: ReadAnswersInput,
  known: ReturnType<typeof readAnswersHeader>,
  kept: readonly { readonly cells: readonly string[]; readonly row: AnswerRow }[],
  issues: AnswerIssue[],
  counts: Counts,
): ReadAnswers {
  const { definition, wave, lists, former } = input;
  const report = (at: number, found: Issue): void => {
    const row = kept[at]?.row;
    issues.push({ row: row?.row ?? 0, responseId: row?.responseId ?? '', issue: found });
  };
  const cellsOf = (at: number | undefined): readonly string[] =>
    kept.map(({ cells }) => (at === undefined ? '' : (cells[at] ?? '')));
  const columns = new Map<string, SurveyColumn>();
  const dimensions = readDimensions(definition, lists, known.dimensions, cellsOf, report, columns);
  for (const question of questionsOf(definition, wave)) {
    const place = known.questions.get(question.key);
    columns.set(
      question.key,
      columnOf(question, cellsOf(place), report, (at) =>
        former === undefined ? Number.NaN : former.value(kept[at]?.row.respondent ?? '', question.key),
      ),
    );
  }
  const days = kept
    .map(({ row }) => row.day)
    .filter((day) => day !== '')
    .sort();
  const placeOf = new Map(kept.map(({ row }, at): [string, number] => [row.respondent, at]));
  return {
    wave,
    columns: { rows: kept.length, columns },
    dataRows: kept.map(({ row }) => row.row),
    dimensions,
    asked: new Set(known.questions.keys()),
    rows: { in: counts.in, counted: kept.length, twice: counts.twice, otherWave: counts.otherWave },
    waves: counts.waves,
    period: [days[0] ?? '', days[days.length - 1] ?? ''],
    unread: known.unknown,
    issues: [...issues].sort((a, b) => a.row - b.row),
    value(respondent, question) {
      const at = respondent === '' ? undefined : placeOf.get(respondent);
      const column = columns.get(question);
      return at === undefined || column?.kind !== 'number' ? Number.NaN : (column.values[at] ?? Number.NaN);
    },
  };
}

export type { Labelled };
