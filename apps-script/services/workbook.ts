/** The chamber's workbook as tables of text: columns found by header, whole blocks read and written at once. */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import type { Cells, Row, Table, Workbook } from '../jobs/port.ts';
import { prepareSheet } from './workbook-layout.ts';
import { batchRows, blocks, runsOf, writeText } from './workbook-text.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Rows of one read: a whole ledger in one answer would be too large. */
const readRowsAtOnce = 20_000;
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

/** Rows that say something, of a block whose first line is row `first` of the sheet. */
function rowsOf(
  values: readonly (readonly string[])[],
  first: number,
  at: ReadonlyMap<string, number>,
): readonly Row[] {
  const rows: Row[] = [];
  values.forEach((line, index) => {
    const cells: Record<string, string> = {};
    let blank = true;
    for (const [name, column] of at) {
      const text = line[column] ?? '';
      if (text !== '') blank = false;
      cells[name] = text;
    }
    if (!blank) rows.push({ at: first + index, cells });
  });
  return rows;
}

/** More runs than this are worth reading the whole sheet instead, when that takes fewer calls. */
const mostRuns = 20;

/** The workbook over a spreadsheet that is opened on first use. */
export function makeWorkbook(open: () => Spreadsheet): Workbook {
  let opened: Spreadsheet | null = null;
  const spreadsheet = (): Spreadsheet => {
    opened ??= open();
    return opened;
  };
  const sheets = new Map<string, Sheet>();
  const headers = new Map<string, readonly string[]>();
  const find = (table: Table): Sheet | null => {
    const sheet = sheets.get(table.name) ?? spreadsheet().getSheetByName(table.name);
    if (sheet !== null) sheets.set(table.name, sheet);
    return sheet;
  };
  const need = (table: Table): Sheet => {
    const sheet = find(table);
    if (sheet === null) {
      throw new UnusableInput([
        issue('workbook.sheet-missing', 'error', '', { params: { sheet: table.name } }),
      ]);
    }
    return sheet;
  };
  const headerOf = (table: Table, sheet: Sheet, width?: number): readonly string[] => {
    const known = headers.get(table.name);
    if (known !== undefined) return known;
    const read = sheet.getRange(1, 1, 1, width ?? sheet.getLastColumn()).getDisplayValues()[0] ?? [];
    headers.set(table.name, read);
    return read;
  };

  return {
    get id() {
      return spreadsheet().getId();
    },
    url: () => spreadsheet().getUrl(),
    title: () => spreadsheet().getName(),
    formUrls: () =>
      spreadsheet()
        .getSheets()
        .flatMap((sheet) => sheet.getFormUrl() ?? []),
    prepare(title, tables) {
      const book = spreadsheet();
      if (untitled.test(book.getName())) book.rename(title);
      const present = new Map(book.getSheets().map((sheet) => [sheet.getName(), sheet]));
      tables.forEach((table, index) => {
        prepareSheet(book, present, table, index);
      });
      for (const [name, sheet] of present) {
        if (firstSheet.test(name) && sheet.getLastRow() === 0) book.deleteSheet(sheet);
      }
      sheets.clear();
      headers.clear();
    },
    has: (tables) => tables.every((table) => find(table) !== null),
    read(table) {
      const sheet = need(table);
      const filled = sheet.getDataRange();
      const lastRow = filled.getNumRows();
      if (lastRow <= readRowsAtOnce) {
        const values = filled.getDisplayValues();
        headers.set(table.name, values[0] ?? []);
        return rowsOf(values.slice(1), 2, positions(table, values[0] ?? []));
      }
      const header = headerOf(table, sheet, filled.getNumColumns());
      const at = positions(table, header);
      const rows: Row[] = [];
      for (let first = 2; first <= lastRow; first += readRowsAtOnce) {
        const count = Math.min(readRowsAtOnce, lastRow - first + 1);
        const values = sheet.getRange(first, 1, count, header.length).getDisplayValues();
        for (const row of rowsOf(values, first, at)) rows.push(row);
      }
      return rows;
    },
    readColumns(table, names) {
      const sheet = need(table);
      const filled = sheet.getDataRange();
      const lastRow = filled.getNumRows();
      if (lastRow < 2) return [];
      const at = positions(table, headerOf(table, sheet, filled.getNumColumns()));
      const wanted = new Map(names.map((name) => [at.get(name) ?? -1, name]));
      const cells: Record<string, string>[] = Array.from({ length: lastRow - 1 }, () => ({}));
      for (const run of runsOf([...wanted.keys()], sheet.getMaxColumns())) {
        const first = run[0] ?? 0;
        const values = sheet.getRange(2, first + 1, lastRow - 1, run.length).getDisplayValues();
        values.forEach((line, index) => {
          const row = cells[index];
          if (row !== undefined) {
            line.forEach((text, offset) => {
              row[wanted.get(first + offset) ?? ''] = text;
            });
          }
        });
      }
      return cells
        .map((row, index) => ({ at: index + 2, cells: row }))
        .filter((row) => names.some((name) => row.cells[name] !== ''));
    },
    scan(table, names, visit) {
      const sheet = need(table);
      const filled = sheet.getDataRange();
      const lastRow = filled.getNumRows();
      const header = headerOf(table, sheet, filled.getNumColumns());
      const at = positions(table, header);
      const places = names.map((name) => at.get(name) ?? -1);
      for (let first = 2; first <= lastRow; first += readRowsAtOnce) {
        const count = Math.min(readRowsAtOnce, lastRow - first + 1);
        sheet
          .getRange(first, 1, count, header.length)
          .getDisplayValues()
          .forEach((line, index) => {
            visit(
              first + index,
              places.map((place) => line[place] ?? ''),
            );
          });
      }
    },
    readRows(table, numbers) {
      if (numbers.length === 0) return [];
      const runs = runsOf([...new Set(numbers)], readRowsAtOnce);
      const sheet = need(table);
      const header = headerOf(table, sheet);
      const at = positions(table, header);
      const all = Math.ceil(sheet.getLastRow() / readRowsAtOnce);
      if (runs.length > mostRuns && runs.length > all) {
        const wanted = new Set(numbers);
        return this.read(table).filter((row) => wanted.has(row.at));
      }
      return runs.flatMap((run) => {
        const first = run[0] ?? 2;
        const values = sheet.getRange(first, 1, run.length, header.length).getDisplayValues();
        return rowsOf(values, first, at);
      });
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
    put(table, rows, headers) {
      const sheet = need(table);
      const at = positions(table, headerOf(table, sheet));
      const own = new Map((headers ?? [...at.keys()]).map((name) => [at.get(name) ?? -1, name]));
      const cut = blocks([...own.keys()], new Set(own.keys()), at.get(table.commit ?? '') ?? -1);
      const first = at.get(headers?.[0] ?? '') ?? -1;
      const columns = [
        ...cut.filter((block) => block.includes(first)),
        ...cut.filter((block) => !block.includes(first)),
      ];
      const numbers = [...rows.keys()];
      const lacking = numbers.reduce((last, row) => Math.max(last, row), 0) - sheet.getMaxRows();
      if (lacking > 0) sheet.insertRowsAfter(sheet.getMaxRows(), lacking);
      for (const run of runsOf(numbers, batchRows)) {
        for (const block of columns) {
          const lines = run.map((row) => {
            const cells = rows.get(row) ?? {};
            return block.map((column) => cells[own.get(column) ?? ''] ?? '');
          });
          writeText(sheet, run[0] ?? 2, (block[0] ?? 0) + 1, lines);
        }
      }
    },
    replace(table, rows) {
      const sheet = need(table);
      const lastRow = sheet.getLastRow();
      const wanted = new Map(rows.map((cells, index) => [index + 2, cells]));
      for (let row = rows.length + 2; row <= lastRow; row++) wanted.set(row, {});
      this.put(table, wanted);
    },
    addRow(table, cells) {
      const sheet = need(table);
      const line = headerOf(table, sheet).map((header) => cells[header] ?? '');
      // One step of the platform, so two executions never write the same row (https://developers.google.com/apps-script/reference/spreadsheet/sheet#appendrowrowcontents).
      sheet.appendRow([...line]);
    },
    owner: () => spreadsheet().getOwner()?.getEmail() ?? '',
    select(table, row) {
      const open: Spreadsheet | null = SpreadsheetApp.getActiveSpreadsheet();
      if (open === null) throw new UnusableInput([issue('workbook.not-open', 'error', '')]);
      const sheet = need(table);
      sheet.activate();
      sheet.setActiveRange(sheet.getRange(row, 1, 1, Math.max(1, sheet.getLastColumn())));
    },
  };
}
