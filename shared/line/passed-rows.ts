/** What is kept of the rows of a file once they have passed: numbers in lists, so that a large file costs little memory. */
import type { Issue } from '../issue/issue.ts';

/** One row as it has passed. */
export interface PassedRow {
  readonly responseId: string;
  readonly issues: readonly Issue[];
  /** Place of its line in the writer's buffer; empty when the row is held. */
  readonly start: number;
  readonly end: number;
  /** Physical lines that it takes. */
  readonly lines: number;
  /** Place of the row in the bytes of the file. */
  readonly textStart: number;
  readonly textEnd: number;
  /** Moment of sending in seconds; null when unknown. */
  readonly at: number | null;
}

const none: readonly Issue[] = [];

/** Rows by index, from 0; the number of a row is its index plus 1. One list a fact: an object a row would cost more. */
export class PassedRows {
  readonly responseIds: string[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly lines: number[] = [];
  readonly textStarts: number[] = [];
  readonly textEnds: number[] = [];
  /** False as soon as one row has no readable time. */
  allTimed = true;
  private readonly moments: number[] = [];
  private readonly issues = new Map<number, readonly Issue[]>();

  get count(): number {
    return this.starts.length;
  }

  add(row: PassedRow): void {
    if (row.issues.length > 0) this.issues.set(this.count, row.issues);
    if (row.at === null) this.allTimed = false;
    this.moments.push(row.at ?? 0);
    this.responseIds.push(row.responseId);
    this.starts.push(row.start);
    this.ends.push(row.end);
    this.lines.push(row.lines);
    this.textStarts.push(row.textStart);
    this.textEnds.push(row.textEnd);
  }

  responseId(index: number): string {
    return this.responseIds[index] ?? '';
  }

  /** Moment of sending; means something only when all rows are timed. */
  moment(index: number): number {
    return this.moments[index] ?? 0;
  }

  issuesOf(index: number): readonly Issue[] {
    return this.issues.get(index) ?? none;
  }
}
