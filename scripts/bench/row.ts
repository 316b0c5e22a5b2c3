/** One line of the bench table: what was measured, the figure, what it has to be, and whether it is. */
export interface BenchRow {
  readonly name: string;
  readonly value: string;
  readonly target: string;
  readonly ok: boolean;
}
