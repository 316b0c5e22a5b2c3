/** One answer a business: of several the latest counts, and the others are named. */
import { type Issue, issue } from '../../issue/issue.ts';

/** A number that grows with time, from a timestamp as Forms writes it (`2026/10/15 9:05:00`), or null. */
export function momentOf(text: string): number | null {
  const found =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T](午前|午後)? ?(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(
      text.normalize('NFKC').trim(),
    );
  if (found === null) return null;
  const [, year, month, day, half, hour = '0', minute = '0', second = '0'] = found;
  const hours = (Number(hour) % (half === undefined ? 24 : 12)) + (half === '午後' ? 12 : 0);
  const days = (Number(year) * 12 + Number(month)) * 31 + Number(day);
  return ((days * 24 + hours) * 60 + Number(minute)) * 60 + Number(second);
}

/** The day of a timestamp, '' where it is none. */
export function dayOf(text: string): string {
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(text.normalize('NFKC').trim());
  return found === null
    ? ''
    : [found[1], found[2], found[3]].map((part) => (part ?? '').padStart(2, '0')).join('-');
}

export interface AnswerRow {
  /** Data row of the file, from 1. */
  readonly row: number;
  readonly respondent: string;
  readonly moment: number | null;
  /** `2026-10-15`, '' where the file has no time. */
  readonly day: string;
  readonly responseId: string;
}

/** Places of `rows` that count; an answer without a key counts by itself. `survey.answered-twice` for each left out. */
export function latestOfEach(rows: readonly AnswerRow[]): {
  readonly kept: readonly number[];
  readonly issues: readonly { readonly row: AnswerRow; readonly issue: Issue }[];
} {
  const latest = new Map<string, number>();
  rows.forEach((row, at) => {
    if (row.respondent === '') return;
    const other = latest.get(row.respondent);
    const before = other === undefined ? undefined : rows[other];
    // Without times, and of the same time, the later row is the later answer.
    const isLater =
      before === undefined || before.moment === null || row.moment === null || row.moment >= before.moment;
    if (isLater) latest.set(row.respondent, at);
  });
  const issues: { row: AnswerRow; issue: Issue }[] = [];
  const kept: number[] = [];
  rows.forEach((row, at) => {
    const counting = row.respondent === '' ? at : (latest.get(row.respondent) ?? at);
    if (counting === at) {
      kept.push(at);
      return;
    }
    issues.push({
      row,
      issue: issue('survey.answered-twice', 'warning', 'respondent', {
        value: row.respondent,
        params: { row: row.row, other: rows[counting]?.row ?? 0 },
      }),
    });
  });
  return { kept, issues };
}
