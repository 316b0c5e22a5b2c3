/** Population counts as a user gives them: one margin a table (業種 alone, or 業種 × 規模), a number of businesses a group. */

/** How many businesses there are in truth, by the options of some dimensions. */
export interface Margin {
  readonly by: readonly string[];
  /** Option index per dimension of `by`. Groups that are not named have no businesses. */
  readonly groups: readonly { readonly group: readonly number[]; readonly count: number }[];
}

export interface WeightSettings {
  /** A group with fewer answers than this is too thin to stand for others. */
  readonly leastAnswers: number;
  /** A weight above this many times the mean is cut to it; the others take over what is cut. */
  readonly most: number;
}

export const defaultWeightSettings: WeightSettings = { leastAnswers: 5, most: 5 };
