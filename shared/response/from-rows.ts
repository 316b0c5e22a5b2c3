/** Rows of an answers file → answers: one per data row, ragged and doubled rows marked, none dropped. */
import { type Issue, issue } from '../issue/issue.ts';
import type { AnswerColumn } from './columns.ts';
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

/** Reads the data rows of one file in order; it remembers the response ids it has met. */
export interface AnswerReader {
  /** @param line the physical line on which the row starts */
  read(cells: readonly string[], line: number): AnswerRow;
}

/**
 * Opens a file's data rows. A row with more cells than the header is ragged only when the surplus says something; one
 * with fewer always is.
 */
export function createAnswerReader(columns: readonly AnswerColumn[]): AnswerReader {
  const width = columns.length;
  const keys = columns.map((column) => (column.use === 'field' ? column.key : ''));
  const idAt = columns.findIndex((column) => column.use === 'responseId');
  const timeAt = columns.findIndex((column) => column.use === 'timestamp');
  const firstRowOf = new Map<string, number>();
  // One shape for all rows keeps property access fast; unanswered keys hold ''.
  const blank: Record<string, string> = {};
  for (const key of keys) if (key !== '') blank[key] = '';
  let row = 0;
  return {
    read(cells, line) {
      row++;
      const typed = { ...blank };
      for (let c = 0; c < width; c++) {
        const key = keys[c];
        const cell = cells[c];
        if (key !== undefined && key !== '' && cell !== undefined) typed[key] = cell;
      }
      const givenId = idAt < 0 ? '' : (cells[idAt] ?? '').trim();
      const responseId = givenId === '' ? `row-${row}` : givenId;
      let issues = none;
      if (
        cells.length !== width &&
        (cells.length < width || cells.slice(width).some((cell) => cell !== ''))
      ) {
        issues = [
          issue('row.ragged', 'error', '', { params: { line, cells: cells.length, columns: width } }),
        ];
      }
      if (givenId !== '') {
        const first = firstRowOf.get(givenId);
        if (first === undefined) firstRowOf.set(givenId, row);
        else {
          const twice = issue('response.twice', 'error', '', {
            params: { responseId: givenId, first },
            value: givenId,
          });
          issues = [...issues, twice];
        }
      }
      const submittedAt = timeAt < 0 ? '' : (cells[timeAt] ?? '').trim();
      return { row, line, answer: { responseId, submittedAt, source: 'file', typed }, issues };
    },
  };
}

/** All data rows of a small file at once. */
export function answersFromRows(
  columns: readonly AnswerColumn[],
  rows: readonly (readonly string[])[],
  lines: readonly number[],
): readonly AnswerRow[] {
  const reader = createAnswerReader(columns);
  return rows.map((cells, index) => reader.read(cells, lines[index] ?? 0));
}

const timePattern =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(午前|午後|AM|PM)?\s*(?:(?:GMT|UTC)?([+-]\d{1,2}):?(\d{2})?|Z|JST)?$/i;

/**
 * A moment for putting answers in order, in minutes × 60 (seconds) of Japanese time; null when the text is no
 * time. Accepts ISO 8601 and the forms Google exports (`2026/11/24 9:05:00`, `2026/11/24 9:05:00 午前 GMT+9`).
 */
export function momentOf(text: string): number | null {
  const match = timePattern.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', half = '', zone, zoneMinutes = '0'] =
    match;
  let h = Number(hour);
  if (/午後|PM/i.test(half) && h < 12) h += 12;
  if (/午前|AM/i.test(half) && h === 12) h = 0;
  const offset =
    zone === undefined
      ? /Z$/i.test(text.trim())
        ? 0
        : 540
      : Number(zone) * 60 + Math.sign(Number(zone)) * Number(zoneMinutes);
  return (
    Date.UTC(Number(year), Number(month) - 1, Number(day), h, Number(minute), Number(second)) / 1000 -
    offset * 60
  );
}
