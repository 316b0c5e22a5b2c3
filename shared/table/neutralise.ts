/** Makes text harmless in files that people open in a spreadsheet. */
import { isFormulaLike } from '../text/formula.ts';

/**
 * Puts `'` before text that a spreadsheet would run (= + - @, their full-width twins, tab, carriage return), as
 * https://owasp.org/www-community/attacks/CSV_Injection advises. For files for people only: a file for a core
 * system holds the exact text.
 */
export function neutralise(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}
