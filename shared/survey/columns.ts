/**
 * The answers of one wave of a survey, by column: what tabulation reads. One entry a business; a column is a typed array,
 * so that a million answers are counted without an object for each. No text of a business stands here but free answers.
 */

/** Stands in `codes` for a question not answered (or not asked). */
export const notAnswered = -1;

/** One option of a list. `codes[row]` is an index into `options`, or `notAnswered`. */
export interface ChoiceColumn {
  readonly kind: 'choice';
  readonly options: readonly string[];
  readonly codes: Int16Array;
}

/** Any number of options: bit n of `bits[row]` is `options[n]` (32 at most); `answered[row]` tells "none of them" from no answer. */
export interface ChoicesColumn {
  readonly kind: 'choices';
  readonly options: readonly string[];
  readonly bits: Uint32Array;
  readonly answered: Uint8Array;
}

/** A number in the unit of the question (yen, %, persons); NaN where there is none. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** What was written freely; '' where nothing was. */
export interface TextColumn {
  readonly kind: 'text';
  readonly values: readonly string[];
}

export type SurveyColumn = ChoiceColumn | ChoicesColumn | NumberColumn | TextColumn;

/** One wave: questions and dimensions (業種, ブロック, 都道府県, …; all of kind `choice`) by key. */
export interface SurveyColumns {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, SurveyColumn>;
}
