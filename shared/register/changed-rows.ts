/** What goes out next: one whole row for each business with approved changes that no core system has accepted yet. */
import { overlay, type Values } from './answer-diff.ts';

/** An answer that was approved, as a whole or in part. */
export interface ApprovedAnswer {
  /** 受付番号. */
  readonly receipt: string;
  readonly businessNumber: string;
  /** When it was approved, as a text that sorts by time. */
  readonly at: string;
  /** Only what was approved; empty where an answer brought nothing new. */
  readonly values: Values;
  /** The batch that carried it: none yet, one whose fate is open, 取込済, 取込失敗. */
  readonly batchState: 'none' | 'made' | 'imported' | 'failed';
}

export interface ChangedRow {
  readonly businessNumber: string;
  /** The whole row: the ledger's values with everything approved laid over, whether it has gone out or not. */
  readonly values: Values;
  /** Where the row differs from the ledger. */
  readonly keys: readonly string[];
  /** The waiting answers that this row brings, by time of approval. */
  readonly receipts: readonly string[];
  readonly isClosed: boolean;
}

export interface ChangedRows {
  /** By 事業所番号. */
  readonly rows: readonly ChangedRow[];
  /** Waiting answers whose values the ledger holds already: nothing has to go out for them. */
  readonly alreadyThere: readonly string[];
  /** Waiting answers of businesses that the ledger does not hold: a row of them would lack most of its cells. */
  readonly notInLedger: readonly string[];
}

const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byTime = (one: ApprovedAnswer, other: ApprovedAnswer): number =>
  order(one.at, other.at) || order(one.receipt, other.receipt);
const waits = ({ batchState }: ApprovedAnswer): boolean => batchState === 'none' || batchState === 'failed';

/**
 * Merges approved answers into rows to export. The order of the answers does not matter; the latest approval of a field
 * wins (of two at the same time, the later 受付番号). An imported change still counts for the row of a later one: the
 * ledger here may be older than the import, and its old value must not go out again. So give imported answers as long as
 * the ledger has not been read anew, and leave them out afterwards.
 * @param ledger canonical values by 事業所番号
 */
export function changedRows(
  answers: readonly ApprovedAnswer[],
  ledger: ReadonlyMap<string, Values>,
): ChangedRows {
  const byBusiness = new Map<string, ApprovedAnswer[]>();
  for (const answer of answers) {
    if (!Object.values(answer.values).some((value) => value !== '')) continue;
    const held = byBusiness.get(answer.businessNumber);
    if (held === undefined) byBusiness.set(answer.businessNumber, [answer]);
    else held.push(answer);
  }
  const rows: ChangedRow[] = [];
  const alreadyThere: string[] = [];
  const notInLedger: string[] = [];
  for (const businessNumber of Array.from(byBusiness.keys()).sort()) {
    const approved = (byBusiness.get(businessNumber) ?? []).sort(byTime);
    const receipts = approved.filter(waits).map(({ receipt }) => receipt);
    if (receipts.length === 0) continue;
    const registered = ledger.get(businessNumber);
    if (registered === undefined) {
      notInLedger.push(...receipts);
      continue;
    }
    const { values, laidOver } = overlay(registered, approved);
    if (laidOver.size === 0) {
      alreadyThere.push(...receipts);
      continue;
    }
    const keys = Array.from(laidOver).sort();
    rows.push({ businessNumber, values, keys, receipts, isClosed: values.operatingStatus === 'closed' });
  }
  return { rows, alreadyThere, notInLedger };
}
