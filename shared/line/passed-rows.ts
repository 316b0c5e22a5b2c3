/** What is kept of the rows of a file once they have passed: numbers in lists, so that a large file costs little memory. */
import { wider } from '../bytes/wider.ts';
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

/** Numbers of a row: see `PassedRow`. */
const [startAt, endAt, linesAt, textStartAt, textEndAt, width] = [0, 1, 2, 3, 4, 5] as const;

/** Rows by index, from 0; the number of a row is its index plus 1. Lists of facts: an object a row would cost more. */
export class PassedRows {
  /** False as soon as one row has no readable time. */
  allTimed = true;
  private numbers = new Int32Array(width * 1024);
  private readonly responseIds: string[] = [];
  private readonly moments: number[] = [];
  private readonly issues = new Map<number, readonly Issue[]>();

  get count(): number {
    return this.responseIds.length;
  }

  add(row: PassedRow): void {
    const at = this.count * width;
    if (at === this.numbers.length) this.numbers = wider(this.numbers);
    const { numbers } = this;
    numbers[at + startAt] = row.start;
    numbers[at + endAt] = row.end;
    numbers[at + linesAt] = row.lines;
    numbers[at + textStartAt] = row.textStart;
    numbers[at + textEndAt] = row.textEnd;
    if (row.issues.length > 0) this.issues.set(this.count, row.issues);
    if (row.at === null) this.allTimed = false;
    this.moments.push(row.at ?? 0);
    this.responseIds.push(row.responseId);
  }

  start(index: number): number {
    return this.numbers[index * width + startAt] ?? 0;
  }

  end(index: number): number {
    return this.numbers[index * width + endAt] ?? 0;
  }

  lines(index: number): number {
    return this.numbers[index * width + linesAt] ?? 0;
  }

  textStart(index: number): number {
    return this.numbers[index * width + textStartAt] ?? 0;
  }

  textEnd(index: number): number {
    return this.numbers[index * width + textEndAt] ?? 0;
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
