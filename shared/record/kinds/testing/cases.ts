/** Reads the tables of cases beside the kinds (`<kind>.cases.csv`); for tests only. */

/** One row: what is typed, what must come out, which rules and issues must be named. */
export interface KindCase {
  readonly typed: string;
  readonly expected: string;
  /** Rules joined by `+`. */
  readonly rules: string;
  /** Issues joined by `+`; a warning or an info carries it in brackets, a proposal follows `→`, a part handed over `=`. */
  readonly issues: string;
  readonly remark: string;
}

/** Splits CSV text into rows of cells (RFC 4180 quoting). */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text.charAt(i + 1) === '"') {
        cell += c;
        i++;
      } else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      row.push(cell);
      cell = '';
      if (c === '\n') {
        rows.push(row);
        row = [];
      }
    } else if (c !== '\r') cell += c;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows.filter((cells) => cells.some((value) => value !== ''));
}

/** `\u{200B}` and `\n` in a table stand for characters that cannot be seen in one. */
function unescapeText(text: string): string {
  return text
    .replace(/\\u\{([0-9A-F]+)\}/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\n/g, '\n')
    .replace(/\\r/g, '\r')
    .replace(/\\t/g, '\t');
}

/** The cases of a table; throws when a column is missing, so a misspelt header cannot empty a test. */
export function readCases(csv: string): readonly KindCase[] {
  const [header = [], ...rows] = cellsOf(csv.replace(/^\uFEFF/, ''));
  const place = (name: string): number => {
    const found = header.indexOf(name);
    if (found < 0) throw new Error(`cases: no column ${name}`);
    return found;
  };
  const [typed, expected, rules, issues, remark] = ['入力', '期待値', '規則', '問題', '備考'].map(place);
  const at = (row: readonly string[], column: number | undefined): string => row[column ?? -1] ?? '';
  return rows.map((row) => ({
    typed: unescapeText(at(row, typed)),
    expected: unescapeText(at(row, expected)),
    rules: at(row, rules),
    issues: at(row, issues),
    remark: at(row, remark),
  }));
}
