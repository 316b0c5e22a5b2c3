/** An import plan cut into slices of the sheet: each is written alone, twice if need be, and any can be the last before a stop. */
import type { ImportPlan, PlannedRow } from './import.ts';

/** What becomes of one row of 台帳. */
export interface BatchRow {
  readonly businessNumber: string;
  /** Place in the sheet, from 0. */
  readonly at: number;
  readonly kind: PlannedRow['kind'] | 'missing';
  /** Texts in the order of `ImportPlan.keys`; null where no cell of the fields changes. */
  readonly cells: readonly string[] | null;
}

export interface ImportBatch {
  /** The cursor: when batch n is written, go on with n + 1. */
  readonly index: number;
  /** Places that it covers: from `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** Rows with something to say, by place; rows that the import does not know (blank numbers) are not among them. */
  readonly rows: readonly BatchRow[];
  /** How many of them have cells to write. */
  readonly writes: number;
}

export interface ImportBatches {
  readonly length: number;
  /** Throws `RangeError` outside 0 … length − 1. */
  batch(index: number): ImportBatch;
}

/**
 * Slices of `size` places. A row's place is fixed by the plan, and a plan made anew after some slices were written gives
 * the same places, so a run that died goes on with the slice it was at. Throws for a blocked plan.
 */
export function importBatches(plan: ImportPlan, size: number): ImportBatches {
  if (plan.blocked) throw new Error('a blocked import has no batches');
  if (!Number.isInteger(size) || size < 1) throw new RangeError('size of a batch');
  /** By place: row of the plan + 1, or −1 − index of a missing one, or 0. */
  const places = new Int32Array(plan.sheetRows);
  plan.rows.forEach(({ at }, index) => {
    places[at] = index + 1;
  });
  plan.missing.forEach(({ at }, index) => {
    places[at] = -1 - index;
  });
  const length = Math.ceil(plan.sheetRows / size);
  return {
    length,
    batch(index) {
      if (!Number.isInteger(index) || index < 0 || index >= length) throw new RangeError('index of a batch');
      const from = index * size;
      const to = Math.min(plan.sheetRows, from + size);
      const rows: BatchRow[] = [];
      let writes = 0;
      for (let at = from; at < to; at++) {
        const found = places[at] ?? 0;
        const planned = plan.rows[found - 1];
        const missing = plan.missing[-1 - found];
        if (planned !== undefined) {
          const { businessNumber, kind, cells } = planned;
          rows.push({ businessNumber, at, kind, cells });
          if (cells !== null) writes++;
        } else if (missing !== undefined) {
          rows.push({ businessNumber: missing.businessNumber, at, kind: 'missing', cells: null });
        }
      }
      return { index, from, to, rows, writes };
    },
  };
}
