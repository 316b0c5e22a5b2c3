/**
 * Text into cells: text format set before anything is written so that `007` stays `007` and `=…` stays text, whole blocks
 * in few calls.
 */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows of one write. */
export const batchRows = 2000;

/** Texts that a sheet might read as a formula, or whose first sign it might take for its own text mark. */
const guarded = /^[=+\-@'＝＋－＠]/;

const marked = (line: readonly string[]): string[] =>
  line.map((text) => (guarded.test(text) ? `'${text}` : text));

/**
 * Writes a block as text, two calls a batch. Ordinary cells get the text format. Whether a cell of that format runs a text
 * that begins with `=` is not documented, so such texts get the general format and the text mark `'`, which a sheet
 * takes off (https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption).
 */
export function writeText(
  sheet: Sheet,
  row: number,
  column: number,
  block: readonly (readonly string[])[],
): void {
  const width = block[0]?.length ?? 0;
  if (width === 0) return;
  let suspect = false;
  for (let from = 0; from < block.length; from += batchRows) {
    const part = block.slice(from, from + batchRows);
    const range = sheet.getRange(row + from, column, part.length, width);
    if (!part.some((line) => line.some((text) => guarded.test(text)))) {
      range.setNumberFormat('@').setValues(part.map((line) => [...line]));
      continue;
    }
    suspect = true;
    range
      .setNumberFormats(part.map((line) => line.map((text) => (guarded.test(text) ? 'General' : '@'))))
      .setValues(part.map(marked));
  }
  if (suspect) replaceFormulas(sheet, row, column, block);
}

/** What a sheet still made a formula of is replaced. One look back over the whole block: reads and writes do not alternate. */
function replaceFormulas(
  sheet: Sheet,
  row: number,
  column: number,
  block: readonly (readonly string[])[],
): void {
  const formulas = sheet.getRange(row, column, block.length, block[0]?.length ?? 0).getFormulas();
  for (let from = 0; from < block.length; from += batchRows) {
    const part = block.slice(from, from + batchRows);
    const isFormula = (at: number, cell: number): boolean => (formulas[from + at]?.[cell] ?? '') !== '';
    if (!part.some((line, at) => line.some((_text, cell) => isFormula(at, cell)))) continue;
    sheet
      .getRange(row + from, column, part.length, block[0]?.length ?? 0)
      .setValues(
        part.map((line, at) =>
          marked(line).map((text, cell) => (isFormula(at, cell) ? `（式）${text}` : text)),
        ),
      );
  }
}

/**
 * Blocks of columns to write, each in one call: from the first changed column to the last, cut only where a column of
 * the chamber's own stands between. The block that holds `commit` comes last, so that a run that dies between two
 * blocks leaves the row as one that is still to be done.
 */
export function blocks(
  changed: readonly number[],
  own: ReadonlySet<number>,
  commit: number,
): readonly (readonly number[])[] {
  if (changed.length === 0) return [];
  const wanted = new Set(changed);
  const found: number[][] = [];
  let block: number[] = [];
  const close = (): void => {
    while (block.length > 0 && !wanted.has(block[block.length - 1] ?? -1)) block.pop();
    if (block.length > 0) found.push(block);
    block = [];
  };
  for (let column = Math.min(...changed); column <= Math.max(...changed); column++) {
    if (!own.has(column)) close();
    else if (block.length > 0 || wanted.has(column)) block.push(column);
  }
  close();
  return [...found.filter((one) => !one.includes(commit)), ...found.filter((one) => one.includes(commit))];
}

/** Neighbouring numbers together, at most `most` a run: `[2, 3, 7]` → `[[2, 3], [7]]`. */
export function runsOf(numbers: readonly number[], most: number): readonly (readonly number[])[] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (run.length > 0 && (run[run.length - 1] !== number - 1 || run.length >= most)) {
      runs.push(run);
      run = [];
    }
    run.push(number);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
