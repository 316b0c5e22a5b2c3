/** Cells merged over rows: a row alone must say what it is about. */

const longest = 40;

/** True for a label, which every row bears that its cell spans; a sentence stands once. */
export const repeatable = (text: string): boolean =>
  text !== '' && text.length <= longest && !text.includes('。');
