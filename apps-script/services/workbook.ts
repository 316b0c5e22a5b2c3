/**
 * The chamber's workbook as tables of text: columns found by header, whole blocks read and written at once, text
 * format set before anything is written so that `007` stays `007` and `=…` stays text.
 */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import type { Cells, Row, Table, Workbook } from '../jobs/port.ts';
import { prepareSheet } from './workbook-layout.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows of one write. */
const batchRows = 2000;
/** The default names of a new spreadsheet, which the set-up may replace. */
const firstSheet = /^(シート1|Sheet1)$/;
const untitled = /^(無題のスプレッドシート|Untitled spreadsheet)$/;

/** Position (from 0) of each of our headers. */
function positions(table: Table, header: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  header.forEach((text, at) => {
    if (!found.has(text)) found.set(text, at);
  });
  const missing = table.columns.filter((column) => !found.has(column.header));
  if (missing.length > 0) {
    throw new UnusableInput(
      missing.map((column) =>
        issue('workbook.column-missing', 'error', '', {
          params: { sheet: table.name, header: column.header },
        }),
      ),
    );
  }
  return new Map(table.columns.map((column) => [column.header, found.get(column.header) ?? -1]));
}

/** Texts that a sheet might read as a formula, or whose first sign it might take for its own text mark. */
const guarded = /^[=+\-@'＝＋－＠]/;

const marked = (line: readonly string[]): string[] =>
  line.map((text) => (guarded.test(text) ? `'${text}` : text));

/**
 * Writes a block as text, two calls a batch. Ordinary cells get the text format. Whether a cell of that format runs a text
 * that begins with `=` is not documented, so such texts get the general format and the text mark `'`, which a sheet
 * takes off (https://developers.google.com/workspace/sheets/api/reference/rest/v4/ValueInputOption).
 */
function writeText(sheet: Sheet, row: number, column: number, block: readonly (readonly string[])[]): void {
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

/** The workbook over a spreadsheet that is opened on first use. */
export function makeWorkbook(open: () => Spreadsheet): Workbook {
  let opened: Spreadsheet | null = null;
  const spreadsheet = (): Spreadsheet => {
    opened ??= open();
    return opened;
  };
  const sheets = new Map<string, Sheet>();
  const headers = new Map<string, readonly string[]>();
  const need = (table: Table): Sheet => {
    const sheet = sheets.get(table.name) ?? spreadsheet().getSheetByName(table.name);
    if (sheet === null) {
      throw new UnusableInput([
        issue('workbook.sheet-missing', 'error', '', { params: { sheet: table.name } }),
      ]);
    }
    sheets.set(table.name, sheet);
    return sheet;
  };
  const headerOf = (table: Table, sheet: Sheet): readonly string[] => {
    const known = headers.get(table.name);
    if (known !== undefined) return known;
    const read = sheet.getRange(1, 1, 1, sheet.getLastColumn()).getDisplayValues()[0] ?? [];
    headers.set(table.name, read);
    return read;
  };

  return {
    get id() {
      return spreadsheet().getId();
    },
    url: () => spreadsheet().getUrl(),
    title: () => spreadsheet().getName(),
    prepare(title, tables) {
      const book = spreadsheet();
      if (untitled.test(book.getName())) book.rename(title);
      const present = new Map(book.getSheets().map((sheet) => [sheet.getName(), sheet]));
      tables.forEach((table, index) => {
        prepareSheet(book, present.get(table.name) ?? null, table, index);
      });
      for (const [name, sheet] of present) {
        if (firstSheet.test(name) && sheet.getLastRow() === 0) book.deleteSheet(sheet);
      }
      sheets.clear();
      headers.clear();
    },
    has(tables) {
      const names = new Set(
        spreadsheet()
          .getSheets()
          .map((sheet) => sheet.getName()),
      );
      return tables.every((table) => names.has(table.name));
    },
    read(table) {
      const values = need(table).getDataRange().getDisplayValues();
      const header = values[0] ?? [];
      headers.set(table.name, header);
      const at = positions(table, header);
      const rows: Row[] = [];
      for (let line = 1; line < values.length; line++) {
        const cells: Record<string, string> = {};
        let blank = true;
        for (const [name, column] of at) {
          const text = values[line]?.[column] ?? '';
          if (text !== '') blank = false;
          cells[name] = text;
        }
        if (!blank) rows.push({ at: line + 1, cells });
      }
      return rows;
    },
    append(table, rows) {
      if (rows.length === 0) return;
      const sheet = need(table);
      const header = headerOf(table, sheet);
      positions(table, header);
      const known = new Set(table.columns.map((column) => column.header));
      const block = rows.map((cells) => header.map((name) => (known.has(name) ? (cells[name] ?? '') : '')));
      const first = sheet.getLastRow() + 1;
      const lacking = first + rows.length - 1 - sheet.getMaxRows();
      if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
      writeText(sheet, first, 1, block);
    },
    update(table, rows, changed) {
      const numbers = [...changed.keys()].sort((a, b) => a - b);
      const first = numbers[0];
      const last = numbers[numbers.length - 1];
      if (first === undefined || last === undefined) return;
      const sheet = need(table);
      const at = positions(table, headerOf(table, sheet));
      const before = new Map<number, Cells>(rows.map((row) => [row.at, row.cells]));
      const names = [...at.keys()].filter((name) =>
        numbers.some((row) => (changed.get(row)?.[name] ?? '') !== (before.get(row)?.[name] ?? '')),
      );
      const own = new Map([...at].map(([name, column]) => [column, name]));
      const runs = blocks(
        names.map((name) => at.get(name) ?? -1),
        new Set(own.keys()),
        at.get(table.commit ?? '') ?? -1,
      );
      for (const run of runs) {
        const block: string[][] = [];
        for (let row = first; row <= last; row++) {
          const cells = changed.get(row) ?? before.get(row) ?? {};
          block.push(run.map((column) => cells[own.get(column) ?? ''] ?? ''));
        }
        writeText(sheet, first, (run[0] ?? 0) + 1, block);
      }
    },
    select(table, row) {
      const sheet = need(table);
      sheet.activate();
      sheet.setActiveRange(sheet.getRange(row, 1, 1, Math.max(1, sheet.getLastColumn())));
    },
  };
}
