/** Columns of an answers file that hold one field together: those of a closed question and of the one in its place. */
import type { AnswerColumn } from './columns.ts';
import { type Sources, says } from './replaced.ts';

export interface MergedColumns {
  readonly key: string;
  /** Places of the columns that count, the one that counts first in front. */
  readonly order: readonly number[];
  /** Places of all its columns. */
  readonly all: readonly number[];
}

/** Fields of a file that have several columns, or one that does not count. */
export function mergedColumns(
  columns: readonly AnswerColumn[],
  { byField }: Sources,
): readonly MergedColumns[] {
  const places = new Map<string, Map<string, number>>();
  columns.forEach((column, at) => {
    if (column.use !== 'field' || column.question === undefined) return;
    const ofField = places.get(column.key) ?? new Map<string, number>();
    ofField.set(column.question, at);
    places.set(column.key, ofField);
  });
  const merged: MergedColumns[] = [];
  for (const [key, ofField] of places) {
    const order = (byField.get(key) ?? []).flatMap((question) => ofField.get(question) ?? []);
    const all = [...ofField.values()];
    if (all.length > 1 || order.length < all.length) merged.push({ key, order, all });
  }
  return merged;
}

/** Which column of each merged field counts in a row. It belongs to one reader and changes with the next row. */
export class ColumnChoice {
  /** 1 at the place of each column that does not count in this row. */
  readonly skipped: Uint8Array;
  private readonly merged: readonly MergedColumns[];

  constructor(merged: readonly MergedColumns[], width: number) {
    this.merged = merged;
    this.skipped = new Uint8Array(width);
  }

  /** @param cell text of a cell by its place, '' where there is none */
  choose(cell: (at: number) => string): void {
    for (const { order, all } of this.merged) {
      const chosen = order.find((at) => says(cell(at))) ?? order[0];
      for (const at of all) this.skipped[at] = at === chosen ? 0 : 1;
    }
  }

  /** Place of the column that counts among those of a key; -1 where none does. */
  placeOf(key: string, otherwise: number): number {
    const found = this.merged.find((one) => one.key === key);
    return found === undefined ? otherwise : (found.all.find((at) => this.skipped[at] === 0) ?? -1);
  }
}

/** Texts of a row by field. */
export function typedOfRow(
  keys: readonly string[],
  cells: readonly string[],
  choice: ColumnChoice,
): Record<string, string> {
  choice.choose((at) => cells[at] ?? '');
  const typed: Record<string, string> = {};
  keys.forEach((key, at) => {
    const cell = cells[at];
    if (key !== '' && cell !== undefined && cell !== '' && choice.skipped[at] !== 1) typed[key] = cell;
  });
  return typed;
}
