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

function need(spreadsheet: Spreadsheet, table: Table): Sheet {
  const sheet = spreadsheet.getSheetByName(table.name);
  if (sheet === null) {
    throw new UnusableInput([
      issue('workbook.sheet-missing', 'error', '', { params: { sheet: table.name } }),
    ]);
  }
  return sheet;
}

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

/** Writes a block as text and makes sure that nothing in it became a formula. */
function writeText(sheet: Sheet, row: number, column: number, block: readonly (readonly string[])[]): void {
  const width = block[0]?.length ?? 0;
  if (width === 0) return;
  for (let from = 0; from < block.length; from += batchRows) {
    const part = block.slice(from, from + batchRows).map((line) => [...line]);
    const range = sheet.getRange(row + from, column, part.length, width);
    range.setNumberFormat('@').setValues(part);
    const suspect = part.some((line) => line.some((text) => /^[=+]/.test(text)));
    if (suspect && range.getFormulas().some((line) => line.some((formula) => formula !== ''))) {
      range.setValues(part.map((line) => line.map((text) => (/^[=+]/.test(text) ? `'${text}` : text))));
    }
  }
}

/** Splits sorted column positions into runs of neighbours: `[2,3,4,8]` → `[[2,3,4],[8]]`. */
export function neighbours(sorted: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const at of sorted) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[last.length - 1] === at - 1) last.push(at);
    else runs.push([at]);
  }
  return runs;
}

/** The workbook over a spreadsheet that is opened on first use. */
export function makeWorkbook(open: () => Spreadsheet): Workbook {
  let opened: Spreadsheet | null = null;
  const spreadsheet = (): Spreadsheet => {
    opened ??= open();
    return opened;
  };
  const headers = new Map<string, readonly string[]>();
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
      const values = need(spreadsheet(), table).getDataRange().getDisplayValues();
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
      const sheet = need(spreadsheet(), table);
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
      const sheet = need(spreadsheet(), table);
      const at = positions(table, headerOf(table, sheet));
      const before = new Map<number, Cells>(rows.map((row) => [row.at, row.cells]));
      const names = [...at.keys()].filter((name) =>
        numbers.some((row) => (changed.get(row)?.[name] ?? '') !== (before.get(row)?.[name] ?? '')),
      );
      const byColumn = new Map(names.map((name) => [at.get(name) ?? -1, name]));
      const runs = neighbours([...byColumn.keys()].sort((a, b) => a - b));
      for (const run of runs) {
        const block: string[][] = [];
        for (let row = first; row <= last; row++) {
          const cells = changed.get(row) ?? before.get(row) ?? {};
          block.push(run.map((column) => cells[byColumn.get(column) ?? ''] ?? ''));
        }
        writeText(sheet, first, (run[0] ?? 0) + 1, block);
      }
    },
    select(table, row) {
      const sheet = need(spreadsheet(), table);
      sheet.activate();
      sheet.setActiveRange(sheet.getRange(row, 1, 1, Math.max(1, sheet.getLastColumn())));
    },
  };
}
