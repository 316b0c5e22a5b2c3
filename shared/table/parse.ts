/**
 * Reads comma- or tab-separated text by RFC 4180, forgiving where files of the field differ: any newline, blank
 * lines, text after a closing quote. Every doubt is reported with its line. One pass, linear in the text.
 */
import { type Issue, issue } from '../issue/issue.ts';

export type Delimiter = ',' | '\t';

export interface ParseOptions {
  /** Default: tab when the first row has tabs and no comma (pasted from a sheet), else comma. */
  readonly delimiter?: Delimiter;
  /** Physical line on which the text starts in its file. Default: 1. */
  readonly firstLine?: number;
}

export interface ParsedTable {
  /** Cells of each row; a line without any character is no row. Line breaks inside a quoted cell stay as they are. */
  readonly rows: string[][];
  /** Physical line on which each row starts, from 1. */
  readonly lines: number[];
  /**
   * `table.quote-open` (error: the rest of the text went into that cell; line where the quote opened, column of the
   * row from 1), `table.quote-text` (warning: kept as a spreadsheet keeps it), `file.nul` (error).
   */
  readonly issues: Issue[];
  readonly delimiter: Delimiter;
}

const quote = '"';
/** Issues listed at most, of each code: a broken file has thousands of the same. */
export const mostIssues = 100;

/**
 * Delimiter of the first row that holds anything; delimiters inside quotes do not count.
 * @param codeAt units of the text, or its bytes: all that counts is ASCII
 */
export function delimiterOf(length: number, codeAt: (at: number) => number): Delimiter {
  let quoted = false;
  let hasTab = false;
  let hasText = false;
  for (let i = 0; i < length; i++) {
    const c = codeAt(i);
    if (c === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (c === 44) return ',';
    else if (c === 9) hasTab = true;
    else if (c !== 10 && c !== 13) hasText = true;
    else if (hasText || hasTab) break;
  }
  return hasTab ? '\t' : ',';
}

/** Finds one character again and again from left to right; remembers where, so that the text is searched once. */
class Finder {
  private at = -1;
  private readonly text: string;
  private readonly what: string;
  constructor(text: string, what: string) {
    this.text = text;
    this.what = what;
  }
  /** First place at or after `from`, or the length of the text. `from` never goes back. */
  from(from: number): number {
    if (this.at < from) {
      const found = this.text.indexOf(this.what, from);
      this.at = found < 0 ? this.text.length : found;
    }
    return this.at;
  }
}

/** Reads row after row, so that whoever reads a large file need not hold all its cells at once. */
export interface RowReader {
  readonly delimiter: Delimiter;
  /** Grows while rows are read. See `ParsedTable.issues`. */
  readonly issues: readonly Issue[];
  /** The next row, or null at the end. */
  next(): string[] | null;
  /** Physical line on which the row read last starts, from 1. */
  line(): number;
  /** Physical line on which the next one may start. */
  nextLine(): number;
  /** Where the row read last begins in the text, and where the next one may begin: enough to read it again. */
  start(): number;
  end(): number;
}

/** Reads a delimited text; never throws. A byte order mark before the first cell is dropped. */
export function parseDelimited(text: string, options: ParseOptions = {}): ParsedTable {
  const reader = createRowReader(text, options);
  const rows: string[][] = [];
  const lines: number[] = [];
  for (let row = reader.next(); row !== null; row = reader.next()) {
    rows.push(row);
    lines.push(reader.line());
  }
  return { rows, lines, issues: [...reader.issues], delimiter: reader.delimiter };
}

/** Opens a delimited text for reading row by row; never throws. */
export function createRowReader(text: string, options: ParseOptions = {}): RowReader {
  const delimiter = options.delimiter ?? delimiterOf(text.length, (at) => text.charCodeAt(at));
  const issues: Issue[] = [];
  let line = options.firstLine ?? 1;
  let startLine = line;
  let start = 0;
  const lineFeed = new Finder(text, '\n');
  const carriageReturn = new Finder(text, '\r');
  const quotes = new Finder(text, quote);
  const delimiters = new Finder(text, delimiter);
  const delimiterCode = delimiter.charCodeAt(0);
  const length = text.length;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;

  const report = (code: string, severity: 'error' | 'warning', where: number, column: number): void => {
    if (issues.length < mostIssues) {
      issues.push(issue(code, severity, '', { params: { line: where, column } }));
    }
  };
  const endOfLine = (from: number): number => {
    const lf = lineFeed.from(from);
    const cr = carriageReturn.from(from);
    return cr < lf ? cr : lf;
  };
  /** Steps over the newline at `end`, if there is one, and counts it. */
  const stepOver = (end: number): void => {
    if (end >= length) {
      at = length;
      return;
    }
    at = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
    line++;
  };
  /** Counts the newlines in a quoted cell. */
  const countLines = (from: number, to: number): void => {
    let p = endOfLine(from);
    while (p < to) {
      line++;
      p = endOfLine(text.charCodeAt(p) === 13 && text.charCodeAt(p + 1) === 10 ? p + 2 : p + 1);
    }
  };
  /** Reads the quoted cell that opens at `at`; leaves `at` behind it, on a delimiter, a newline or the end. */
  const quotedCell = (column: number): string => {
    const opened = line;
    const opening = at + 1;
    let from = opening;
    let close = quotes.from(from);
    let isDoubled = false;
    while (close < length && text.charCodeAt(close + 1) === 34) {
      isDoubled = true;
      from = close + 2;
      close = quotes.from(from);
    }
    countLines(opening, close);
    const raw = text.slice(opening, close);
    const value = isDoubled ? raw.split('""').join(quote) : raw;
    if (close >= length) {
      report('table.quote-open', 'error', opened, column);
      at = length;
      return value;
    }
    at = close + 1;
    const code = text.charCodeAt(at);
    if (at >= length || code === 10 || code === 13 || code === delimiterCode) return value;
    const end = Math.min(endOfLine(at), delimiters.from(at));
    const rest = text.slice(at, end);
    if (rest.trim() !== '') report('table.quote-text', 'warning', line, column);
    at = end;
    return rest.trim() === '' ? value : value + rest;
  };
  /** Reads the bare cells at `at`, up to the next quoted one or the end of the line. */
  const bareCells = (cells: string[]): void => {
    const end = endOfLine(at);
    const nextQuote = quotes.from(at);
    let stop = end;
    if (nextQuote < end) {
      // A quote opens a cell only right behind a delimiter; else it is a sign of the cell that it stands in.
      const isOpening = nextQuote > at && text.charCodeAt(nextQuote - 1) === delimiterCode;
      stop = isOpening ? nextQuote - 1 : Math.min(end, delimiters.from(at));
    }
    const stretch = text.slice(at, stop);
    if (stretch.indexOf(delimiter) < 0) cells.push(stretch);
    else for (const cell of stretch.split(delimiter)) cells.push(cell);
    at = stop;
  };
  /** Reads a row that has a quote in it. */
  const quotedRow = (): string[] => {
    const cells: string[] = [];
    for (;;) {
      if (text.charCodeAt(at) === 34) cells.push(quotedCell(cells.length + 1));
      else bareCells(cells);
      if (text.charCodeAt(at) !== delimiterCode) return cells;
      at++;
    }
  };

  const next = (): string[] | null => {
    while (at < length) {
      const end = endOfLine(at);
      if (end === at) {
        stepOver(end);
        continue;
      }
      startLine = line;
      start = at;
      if (quotes.from(at) >= end) {
        const cells = text.slice(at, end).split(delimiter);
        stepOver(end);
        return cells;
      }
      const cells = quotedRow();
      stepOver(at);
      return cells;
    }
    return null;
  };
  const nul = text.indexOf('\0') >= 0;
  const nextWithoutNul = (): string[] | null => {
    const cells = next();
    const column = cells === null ? -1 : cells.findIndex((cell) => cell.indexOf('\0') >= 0);
    if (column >= 0) report('file.nul', 'error', startLine, column + 1);
    return cells;
  };
  return {
    delimiter,
    issues,
    next: nul ? nextWithoutNul : next,
    line: () => startLine,
    nextLine: () => line,
    start: () => start,
    end: () => at,
  };
}

/** True when no cell of the row says anything: such rows end many exported sheets. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}
