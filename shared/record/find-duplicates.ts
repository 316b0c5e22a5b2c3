/** All likely duplicates of a whole ledger: only records that share a key are compared, so time grows with the rows. */
import {
  type DuplicateReason,
  type FoldedRecord,
  foldRecord,
  type Likeness,
  scoreFolded,
} from './duplicate-score.ts';
import { duplicateWeights, likelyDuplicate } from './duplicate-weights.ts';

export interface DuplicatePair {
  /** Places of the two records, the earlier first. */
  readonly first: number;
  readonly second: number;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

export interface FoundDuplicates {
  /** The highest score first, then by place. */
  readonly pairs: readonly DuplicatePair[];
  /**
   * Keys that so many records share (a placeholder number, a name everybody has) that each of those was compared only
   * with the ones most like it.
   */
  readonly crowded: readonly { readonly by: BlockName; readonly key: string; readonly records: number }[];
  /** How many comparisons it took. */
  readonly compared: number;
}

/** Records that share one of these keys are compared; '' shares nothing. */
const blocks = {
  corporateNumber: (r: FoldedRecord) => r.corporateNumber,
  phone: (r: FoldedRecord) => r.phone,
  name: (r: FoldedRecord) => r.bareName,
  address: (r: FoldedRecord) => r.block,
  nameStart: (r: FoldedRecord) =>
    r.postalCode === '' || r.bareName === '' ? '' : `${r.bareName.slice(0, 2)} ${r.postalCode}`,
};
export type BlockName = keyof typeof blocks;
const blockNames = Object.keys(blocks) as readonly BlockName[];

/** What a pair can score at most that shares none of the keys but `nameStart`. */
const mostByNameStart =
  duplicateWeights['name.near'] +
  duplicateWeights['postal-code.same'] +
  duplicateWeights['representative.same'];

/** Blocks up to this size are compared each with each; in larger ones each record with so many behind it in order of likeness. */
const fullBlock = 40;
const neighbours = 8;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Pairs of records that score `threshold` or more. Nothing is merged. The same records give the same pairs in the same
 * order. Compared are records with the same 法人番号, telephone, name or 番地 — no others can reach `likelyDuplicate` —
 * and, for a threshold low enough, those with the same postal code and first two letters of the name.
 * @param records canonical values of the businesses
 */
export function findDuplicates(
  records: readonly Likeness[],
  { threshold = likelyDuplicate }: { readonly threshold?: number } = {},
): FoundDuplicates {
  const folded = records.map(foldRecord);
  const pairs: DuplicatePair[] = [];
  const crowded: { by: BlockName; key: string; records: number }[] = [];
  const known = new Set<number>();
  let compared = 0;
  const meet = (one: number, other: number): void => {
    compared++;
    const first = Math.min(one, other);
    const second = Math.max(one, other);
    const { score, reasons } = scoreFolded(folded[first] as FoldedRecord, folded[second] as FoldedRecord);
    if (score < threshold) return;
    const id = first * records.length + second;
    if (known.has(id)) return;
    known.add(id);
    pairs.push({ first, second, score, reasons });
  };
  const likeness = (at: number): string => {
    const { bareName, block, phone, building } = folded[at] as FoldedRecord;
    return `${bareName}\n${block}\n${phone}\n${building}`;
  };

  for (const by of blockNames) {
    if (by === 'nameStart' && threshold > mostByNameStart) continue;
    for (const [key, members] of gather(folded, blocks[by])) {
      let reach = members.length;
      let inOrder = members;
      if (members.length > fullBlock) {
        crowded.push({ by, key, records: members.length });
        reach = neighbours;
        inOrder = members
          .map((at) => ({ at, like: likeness(at) }))
          .sort((a, b) => order(a.like, b.like) || a.at - b.at)
          .map(({ at }) => at);
      }
      inOrder.forEach((at, place) => {
        for (const other of inOrder.slice(place + 1, place + 1 + reach)) meet(at, other);
      });
    }
  }
  pairs.sort((a, b) => b.score - a.score || a.first - b.first || a.second - b.second);
  return { pairs, crowded, compared };
}

/** Places of the records by key, of keys that at least two share. */
function gather(
  folded: readonly FoldedRecord[],
  keyOf: (record: FoldedRecord) => string,
): ReadonlyMap<string, readonly number[]> {
  const single = new Map<string, number>();
  const shared = new Map<string, number[]>();
  folded.forEach((record, at) => {
    const key = keyOf(record);
    if (key === '') return;
    const held = single.get(key);
    if (held === undefined) single.set(key, at);
    else {
      const members = shared.get(key);
      if (members === undefined) shared.set(key, [held, at]);
      else members.push(at);
    }
  });
  return shared;
}
