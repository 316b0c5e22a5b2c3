/** The checks for the rows of a large file: without an object per row, and without a text per cell that is known. */
import type { Issue } from '../issue/issue.ts';
import { ColumnChoice, type MergedColumns } from '../response/merged-columns.ts';
import { ByteMemory } from './byte-memory.ts';
import { createRules, emptyRow } from './check.ts';
import type { CheckerOptions } from './columns.ts';
import type { NormalisationChange } from './record.ts';

/** What became of the cells of one row. It belongs to the checker and changes with the next row. */
export interface CheckedRow {
  /** Canonical values in the order of `keys`, undefined where blank. */
  readonly values: readonly (string | undefined)[];
  /** Beside `values`: the number of the remembered outcome it is, 0 when it is none. Same number, same value. */
  readonly valueIds: Int32Array;
  readonly changes: readonly NormalisationChange[];
  /** Beside `changes`: likewise. */
  readonly changeIds: readonly number[];
  readonly issues: readonly Issue[];
}

/** A row as places in the bytes of its file (see `ByteRowReader`). */
export interface PlacedRow {
  count(): number;
  cell(at: number): string;
  cells(): readonly string[];
  isPlain(): boolean;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
}

export interface RowChecker {
  /** All keys that a row may have a value of. */
  readonly keys: readonly string[];
  check(cells: readonly string[]): CheckedRow;
  /** The same for a row whose cells stand in `bytes`; the same cells give the same. */
  checkPlaced(row: PlacedRow, bytes: Uint8Array): CheckedRow;
  /** Place of the column that a key was read from in the row last checked; -1 where there is none. */
  placeOf(key: string): number;
}

/**
 * Makes the checker of the rows of one file.
 * @param header field key of each column, '' where a column holds no field
 * @param merged fields that several columns hold
 */
export function createRowChecker(
  options: CheckerOptions,
  header: readonly string[],
  merged: readonly MergedColumns[] = [],
): RowChecker {
  const rules = createRules({ ...options, keys: header });
  const columns = header.map((key) => rules.columns.get(key));
  const memories = columns.map((column) => (column === undefined ? null : new ByteMemory(column.memory.ids)));
  const places = new Map(header.map((key, at) => [key, at]));
  const keys = [...rules.columns.keys()];
  const found = emptyRow(keys.length);
  const choice = new ColumnChoice(merged, columns.length);
  const { skipped } = choice;
  const placeOf = (key: string): number => choice.placeOf(key, places.get(key) ?? -1);

  const check = (cells: readonly string[]): CheckedRow => {
    rules.open(found);
    if (merged.length > 0) choice.choose((at) => cells[at] ?? '');
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c];
      const raw = cells[c];
      if (skipped[c] === 1) continue;
      if (column !== undefined && raw !== undefined && raw !== '') rules.cell(column, raw, found);
    }
    rules.finish(found, (key) => cells[placeOf(key)] ?? '');
    return found;
  };

  const checkPlaced = (row: PlacedRow, bytes: Uint8Array): CheckedRow => {
    if (!row.isPlain()) return check(row.cells());
    rules.open(found);
    if (merged.length > 0) choice.choose((at) => row.cell(at));
    const { starts, ends, hashes } = row;
    const count = Math.min(columns.length, row.count());
    for (let c = 0; c < count; c++) {
      const [column, memory] = [columns[c], memories[c]];
      const start = starts[c] as number;
      const end = ends[c] as number;
      if (
        start === end ||
        skipped[c] === 1 ||
        column === undefined ||
        memory === null ||
        memory === undefined
      )
        continue;
      const outcome = memory.recall(bytes, start, end, hashes[c] as number);
      if (outcome === undefined) rules.fresh(column, row.cell(c), found, memory);
      else rules.known(column, outcome, found);
    }
    rules.finish(found, (key) => row.cell(placeOf(key)));
    return found;
  };
  return { keys, check, checkPlaced, placeOf };
}
