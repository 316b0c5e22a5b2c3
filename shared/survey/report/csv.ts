/** tables.csv: every figure of a report in one long table, one line a figure; and issues.csv of the answers. */
import { encodeUtf8 } from '../../bytes/utf8.ts';
import { describe } from '../../issue/messages.ts';
import { formatTable } from '../../table/format.ts';
import { neutralise } from '../../table/neutralise.ts';
import { compare } from '../compare/compare.ts';
import { questionsOf } from '../definition/questions.ts';
import type { SurveyDefinition } from '../definition/schema.ts';
import { fixedTenths } from '../index/notation.ts';
import type { AnswerIssue } from '../read/read-answers.ts';
import type { Cell, QuestionTable } from '../tabulate/model.ts';
import type { SurveyReport } from './model.ts';
import { whyWords } from './words.ts';

/** Columns of tables.csv; further ones may be added at the end, these do not change. */
export const tableColumns = [
  'wave',
  'question',
  'label',
  'by',
  'group',
  'measure',
  'option',
  'n',
  'value',
  'change',
  'yearChange',
  'weighted',
  'low',
  'high',
  'note',
] as const;
type Line = Partial<Record<(typeof tableColumns)[number], string>>;

/** A file for people: BOM, CRLF, nothing that a spreadsheet would run. */
export function peopleCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const safe = rows.map((row) => row.map(neutralise));
  return encodeUtf8(`\ufeff${formatTable(safe, { newline: 'crlf', quoting: 'minimal' })}`);
}

const written = (value: number | null | undefined): string => (value == null ? '' : fixedTenths(value));

function linesOfCell(report: SurveyReport, table: QuestionTable, cell: Cell): readonly Line[] {
  const { question, by } = table;
  const group = by.map((_, at) => cell.labels[at] || '合計').join('×');
  const head: Line = {
    wave: report.wave,
    question: question.key,
    label: question.label,
    by: by.join('*'),
    group: by.length === 0 ? '合計' : group,
    n: cell.n === null ? '' : String(cell.n),
  };
  if (cell.hidden !== undefined)
    return [
      {
        ...head,
        measure: 'hidden',
        note: `${whyWords[cell.hidden]}${cell.hidden === 'small' ? `（${report.minN}件未満）` : ''}`,
      },
    ];
  if (cell.n === 0) return [{ ...head, measure: 'none', note: '回答なし' }];
  const { before, yearBefore } = compare(table, cell, report.others);
  const lines: Line[] = [];
  if (cell.index !== null)
    lines.push({
      ...head,
      measure: 'di',
      value: written(cell.index),
      change: written(before),
      yearChange: written(yearBefore),
      weighted: written(cell.weighted?.index),
      low: written(cell.interval?.[0]),
      high: written(cell.interval?.[1]),
    });
  question.choices.forEach(({ label }, at) => {
    if (cell.shares === null) return;
    lines.push({
      ...head,
      measure: 'share',
      option: label,
      value: written(cell.shares[at]),
      weighted: written(cell.weighted?.shares[at]),
    });
  });
  if (cell.amounts !== null)
    for (const measure of ['median', 'lower', 'upper', 'trimmed'] as const) {
      const value = cell.amounts[measure];
      lines.push({
        ...head,
        measure,
        value: value === null ? '' : String(Math.round(value * 1e6) / 1e6),
        ...(value === null ? { note: '回答が少ないため示さない' } : {}),
      });
    }
  return lines;
}

/** The bytes of tables.csv. Groups without answers of a crossed table are left out: there are thousands. */
export function tablesCsv(report: SurveyReport): Uint8Array {
  const rows: (readonly string[])[] = [tableColumns];
  for (const { tables } of report.tables)
    for (const table of tables)
      for (const cell of table.cells) {
        // Totals of a breakdown stand in the table without dimensions, or in that of one.
        if (table.by.length > 0 && cell.group.some((option) => option < 0)) continue;
        if (table.by.length > 1 && cell.n === 0) continue;
        for (const line of linesOfCell(report, table, cell))
          rows.push(tableColumns.map((column) => line[column] ?? ''));
      }
  return peopleCsv(rows);
}

/** The bytes of issues.csv, in the columns of the other commands. */
export function issuesCsv(
  definition: SurveyDefinition,
  wave: string,
  issues: readonly AnswerIssue[],
): Uint8Array {
  const labels = new Map([
    ...questionsOf(definition, wave).map(({ key, label }): [string, string] => [key, label]),
    ...definition.dimensions.map(({ key, label }): [string, string] => [key, label]),
    ['respondent', '回答番号'] as const,
    ['wave', '調査の回'] as const,
  ]);
  const labelOf = (key: string): string => labels.get(key) ?? key;
  return peopleCsv([
    ['row', 'responseId', 'key', 'label', 'severity', 'code', 'message', 'value', 'suggestion'],
    ...issues.map(({ row, responseId, issue }) => {
      const { message, remedy } = describe(issue, labelOf);
      return [
        row === 0 ? '' : String(row),
        responseId,
        issue.key,
        issue.key === '' ? '' : labelOf(issue.key),
        issue.severity,
        issue.code,
        `${message}${remedy}`,
        issue.value,
        issue.suggestion,
      ];
    }),
  ]);
}
