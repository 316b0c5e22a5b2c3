/** What disclosure control is asked and what it answers. A cell is a group of businesses whose figures would be shown. */

/** A group of a table. `n`: businesses in it that answered. */
export interface ProtectCell {
  readonly id: string;
  readonly n: number;
  /** Options that every one of its answers names; none, or absent, where they differ. */
  readonly alike?: readonly number[];
}

/** A total and what it is the sum of: whoever knows all but one of them knows the last. */
export interface ProtectSum {
  readonly total: string;
  readonly parts: readonly string[];
}

/**
 * Why a cell is hidden. `small`: fewer than `minN` answered. `complement`: a hidden cell could be computed from it. `unanimous`,
 * `dominant`: settings that hide what is true of every single firm, or of one (docs/decisions/0015-survey-counts.md).
 */
export type HiddenWhy = 'small' | 'complement' | 'unanimous' | 'dominant';

export interface ProtectInput {
  readonly cells: readonly ProtectCell[];
  readonly sums: readonly ProtectSum[];
  /** Fewer answers than this are hidden: 3 hides groups of one and two. */
  readonly minN: number;
  /** Cells, and hidden cells under one sum, with fewer answers than this that are all alike are hidden; absent: never. */
  readonly alikeBelow?: number;
  /** Cells readers already know, for instance from an earlier table: they cannot be hidden any more. */
  readonly published?: ReadonlySet<string>;
  /** Cells to hide whatever their n, with the reason. */
  readonly sensitive?: ReadonlyMap<string, HiddenWhy>;
}

export interface Protected {
  readonly hidden: ReadonlyMap<string, HiddenWhy>;
  /** Cells hidden for their own sake. */
  readonly small: number;
  /** Cells hidden for the sake of others. */
  readonly complement: number;
  /** Cells that ought to be hidden and can be computed from what readers already know. They are reported, and hidden all the same. */
  readonly recoverable: readonly string[];
}
