/** A survey in figures: tables of plain numbers, with what may not be shown already taken out. */
import type { AskedQuestion } from '../definition/questions.ts';
import type { HiddenWhy } from '../protect/model.ts';

/** Why a figure is not there: hidden, or too few answers for a figure of this kind. */
export type NoFigure = HiddenWhy;

/** Statistics of an amount, a share or another number. Null: too few answers for it. */
export interface AmountFigures {
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Mean without the highest and the lowest tenth. */
  readonly trimmed: number | null;
}

/** What one group answered to one question. */
export interface Cell {
  /** Option of each dimension; −1 is the total. */
  readonly group: readonly number[];
  /** Their labels; '' for a total. */
  readonly labels: readonly string[];
  /** Businesses that answered; null where the cell is hidden. */
  readonly n: number | null;
  /** Figures are null where hidden. Counts of options, unweighted. */
  readonly counts: readonly number[] | null;
  /** Shares in tenths of a per cent. */
  readonly shares: readonly number[] | null;
  /** In tenths of a point; null where hidden or the question has none. */
  readonly index: number | null;
  /** 95 % interval of the index, in tenths. */
  readonly interval: readonly [number, number] | null;
  readonly weighted: { readonly shares: readonly number[]; readonly index: number | null } | null;
  readonly amounts: AmountFigures | null;
  readonly hidden: HiddenWhy | undefined;
}

/** A question broken down by some dimensions, all groups with their totals. */
export interface QuestionTable {
  readonly question: AskedQuestion;
  readonly by: readonly string[];
  readonly cells: readonly Cell[];
}

/** Tables of one question, the one without dimensions first. */
export interface QuestionTables {
  readonly question: AskedQuestion;
  readonly tables: readonly QuestionTable[];
  readonly small: number;
  readonly complement: number;
}

export const totalOf = ({ cells }: QuestionTable): Cell | undefined =>
  cells.find(({ group }) => group.every((option) => option < 0));

/** Name of a group that means the same in every wave, whatever the order of options. */
export const groupName = (by: readonly string[], labels: readonly string[]): string =>
  by
    .map((key, at) => `${key}=${labels[at] ?? ''}`)
    .filter((one) => !one.endsWith('='))
    .join('|');
