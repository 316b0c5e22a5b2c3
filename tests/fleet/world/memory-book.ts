/** A workbook of the simulation: the same words as `Workbook`, kept as plain data. */
import type { Cells, Row, Table, Workbook } from '../../../apps-script/jobs/port.ts';
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';

/** Rows by table, the first below the header; null for a blank one. */
export type BookData = Record<string, (Record<string, string> | null)[]>;

const firstRow = 2;

function isBlank(cells: Readonly<Record<string, string>>): boolean {
  return Object.values(cells).every((text) => text === '');
}

/** Our own columns only, all of them, as texts. */
function ofTable(table: Table, cells: Cells): Record<string, string> {
  return Object.fromEntries(table.columns.map(({ header }) => [header, String(cells[header] ?? '')]));
}

export class MemoryBook implements Workbook {
  readonly id: string;
  readonly data: BookData;
  readonly #title: string;
  readonly #owner: string;

  constructor(id: string, title: string, owner: string, data: BookData = {}) {
    this.id = id;
    this.data = data;
    this.#title = title;
    this.#owner = owner;
  }

  url(): string {
    return `https://docs.google.com/spreadsheets/d/${this.id}/edit`;
  }

  title(): string {
    return this.#title;
  }

  formUrls(): readonly string[] {
    return [];
  }

  owner(): string {
    return this.#owner;
  }

  prepare(_title: string, tables: readonly Table[]): void {
    for (const { name } of tables) this.data[name] ??= [];
  }

  has(tables: readonly Table[]): boolean {
    return tables.every(({ name }) => this.data[name] !== undefined);
  }

  #rows(table: Table): (Record<string, string> | null)[] {
    const found = this.data[table.name];
    if (found === undefined) {
      throw new UnusableInput([
        issue('workbook.sheet-missing', 'error', '', { params: { sheet: table.name } }),
      ]);
    }
    return found;
  }

  read(table: Table): readonly Row[] {
    const rows: Row[] = [];
    // Stored rows are whole and never changed in place, only replaced.
    this.#rows(table).forEach((cells, at) => {
      if (cells !== null && !isBlank(cells)) rows.push({ at: at + firstRow, cells });
    });
    return rows;
  }

  readColumns(table: Table, headers: readonly string[]): readonly Row[] {
    return this.read(table)
      .map(({ at, cells }) => ({
        at,
        cells: Object.fromEntries(headers.map((header) => [header, cells[header] ?? ''])),
      }))
      .filter(({ cells }) => !isBlank(cells));
  }

  scan(
    table: Table,
    headers: readonly string[],
    visit: (at: number, texts: readonly string[]) => void,
  ): void {
    this.#rows(table).forEach((cells, at) => {
      visit(
        at + firstRow,
        headers.map((header) => cells?.[header] ?? ''),
      );
    });
  }

  readRows(table: Table, numbers: readonly number[]): readonly Row[] {
    const rows = this.#rows(table);
    return numbers.map((at) => ({ at, cells: ofTable(table, rows[at - firstRow] ?? {}) }));
  }

  addRow(table: Table, cells: Cells): void {
    this.append(table, [cells]);
  }

  append(table: Table, added: readonly Cells[]): void {
    const rows = this.#rows(table);
    let end = rows.length;
    while (end > 0) {
      const last = rows[end - 1];
      if (last !== null && last !== undefined && !isBlank(last)) break;
      end -= 1;
    }
    rows.length = end;
    rows.push(...added.map((cells) => ofTable(table, cells)));
  }

  update(table: Table, _rows: readonly Row[], changed: ReadonlyMap<number, Cells>): void {
    this.put(table, changed);
  }

  put(table: Table, given: ReadonlyMap<number, Cells>, headers?: readonly string[]): void {
    const rows = this.#rows(table);
    for (const [at, cells] of given) {
      while (rows.length < at - firstRow + 1) rows.push(null);
      const before = rows[at - firstRow] ?? {};
      const own = ofTable(table, cells);
      const after =
        headers === undefined
          ? own
          : Object.fromEntries(headers.map((header) => [header, own[header] ?? '']));
      rows[at - firstRow] = { ...before, ...after };
    }
  }

  replace(table: Table, rows: readonly Cells[]): void {
    const standing = this.#rows(table);
    standing.length = 0;
    standing.push(...rows.map((cells) => ofTable(table, cells)));
  }

  select(): void {}
}
