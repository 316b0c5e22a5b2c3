/** Rows of an answers file → answers: one per data row, ragged and doubled rows marked, none dropped. */
import { type Issue, issue } from '../issue/issue.ts';
import type { AnswerColumn } from './columns.ts';
import { FirstRows } from './first-rows.ts';
import { ColumnChoice, type MergedColumns, typedOfRow } from './merged-columns.ts';
import type { FormAnswer } from './response.ts';

export interface AnswerRow {
  /** Number of the data row, from 1. */
  readonly row: number;
  /** Physical line of the file on which the row starts, from 1. */
  readonly line: number;
  readonly answer: FormAnswer;
  /** Problems of the row as a whole: `row.ragged`, `response.twice`. */
  readonly issues: readonly Issue[];
}

const none: readonly Issue[] = [];

/** What a row of an answers file says besides its fields. */
export interface RowMeta {
  readonly row: number;
  readonly line: number;
  readonly responseId: string;
  readonly submittedAt: string;
  readonly issues: readonly Issue[];
}

/** The cells of a row; a text is made only of those that are asked for. */
export interface RowCells {
  count(): number;
  /** '' where there is none. */
  cell(at: number): string;
}

/**
 * Reads the data rows of one file in order, without their fields; it remembers the response ids it has met. A row
 * with more cells than the header is ragged only when the surplus says something; one with fewer always is.
 */
export function createMetaReader(
  columns: readonly AnswerColumn[],
): (cells: RowCells, line: number) => RowMeta {
  const width = columns.length;
  const idAt = columns.findIndex((column) => column.use === 'responseId');
  const timeAt = columns.findIndex((column) => column.use === 'timestamp');
  const given = new FirstRows();
  let row = 0;
  return (cells, line) => {
    row++;
    const givenId = cells.cell(idAt).trim();
    let issues = none;
    const count = cells.count();
    if (count !== width && (count < width || saysMore(cells, width))) {
      issues = [issue('row.ragged', 'error', '', { params: { line, cells: count, columns: width } })];
    }
    if (givenId !== '') {
      const first = given.firstOf(givenId, row);
      if (first !== row) {
        const params = { responseId: givenId, first };
        issues = [...issues, issue('response.twice', 'error', '', { params, value: givenId })];
      }
    }
    const submittedAt = cells.cell(timeAt).trim();
    return { row, line, responseId: givenId === '' ? `row-${row}` : givenId, submittedAt, issues };
  };
}

function saysMore(cells: RowCells, from: number): boolean {
  for (let at = from; at < cells.count(); at++) if (cells.cell(at) !== '') return true;
  return false;
}

/** Field key of each column, '' where it holds none. */
export function keysOf(columns: readonly AnswerColumn[]): readonly string[] {
  return columns.map((column) => (column.use === 'field' ? column.key : ''));
}

/** All data rows of a small file at once, with their fields. */
export function answersFromRows(
  columns: readonly AnswerColumn[],
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  merged: readonly MergedColumns[] = [],
): readonly AnswerRow[] {
  const meta = createMetaReader(columns);
  const keys = keysOf(columns);
  const choice = new ColumnChoice(merged, keys.length);
  return rows.map((cells, index) => {
    const asked = { count: () => cells.length, cell: (at: number) => cells[at] ?? '' };
    const { row, line, responseId, submittedAt, issues } = meta(asked, lines[index] ?? 0);
    const typed = typedOfRow(keys, cells, choice);
    return { row, line, answer: { responseId, submittedAt, source: 'file', typed }, issues };
  });
}

const timePattern =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(?:(午前|午後|AM|PM)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(午前|午後|AM|PM)?\s*(?:(?:GMT|UTC)?([+-]\d{1,2}):?(\d{2})?|Z|JST)?$/i;

/**
 * A moment for putting answers in order, in minutes × 60 (seconds) of Japanese time; null when the text is no
 * time. Accepts ISO 8601 and the forms Google exports (`2026/11/24 9:05:00`, `2026/11/24 9:05:00 午前 GMT+9`,
 * `2026/11/24 午前 9:05:00`).
 */
export function momentOf(text: string): number | null {
  const trimmed = text.trim();
  const match = timePattern.exec(trimmed);
  if (match === null) return null;
  const [
    ,
    year,
    month,
    day,
    before,
    hour = '0',
    minute = '0',
    second = '0',
    after = '',
    zone,
    zoneMinutes = '0',
  ] = match;
  const half = before ?? after;
  let h = Number(hour);
  if (half !== '') {
    const isAfternoon = half === '午後' || half.toUpperCase() === 'PM';
    if (isAfternoon && h < 12) h += 12;
    if (!isAfternoon && h === 12) h = 0;
  }
  const isUtc = zone === undefined && trimmed.charAt(trimmed.length - 1).toUpperCase() === 'Z';
  const offset =
    zone === undefined
      ? isUtc
        ? 0
        : 540
      : Number(zone) * 60 + Math.sign(Number(zone)) * Number(zoneMinutes);
  return (
    Date.UTC(Number(year), Number(month) - 1, Number(day), h, Number(minute), Number(second)) / 1000 -
    offset * 60
  );
}
