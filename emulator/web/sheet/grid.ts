/** The grid of one sheet as a table: headings, frozen rows, hidden columns left out, every cell's text escaped. */
import { columnLetters, parseA1, splitSheet } from '../../workspace/a1.ts';
import type { CellValue, SheetState } from '../../workspace/model.ts';
import { displayValue } from '../../workspace/number-format.ts';
import { html, type Markup } from '../core/html.ts';

/** Rows drawn at once; a longer sheet is paged. */
export const rowsPerPage = 1000;
const emptyRowsShown = 12;
const leastColumns = 8;

/** 0-based row and column of the first cell of an A1 notation, with or without a sheet name; null when it is none. */
export function firstCell(
  a1: string,
  size: { rows: number; columns: number },
): { row: number; column: number } | null {
  const rect = parseA1(splitSheet(a1).cells, size);
  return rect === null ? null : { row: rect.row, column: rect.column };
}

/** What the formula bar shows and an edit begins with: the value as one would type it. */
export function typedText(value: CellValue | undefined, shown: string): string {
  if (value === undefined || value.t === 'empty') return '';
  if (value.t === 'formula') return value.f.startsWith('=') ? value.f : `=${value.f}`;
  if (value.t === 'text') return value.v;
  if (value.t === 'number') return String(value.v);
  if (value.t === 'boolean') return value.v ? 'TRUE' : 'FALSE';
  return shown;
}

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly columns: number[];
  readonly usedRows: number;
}

/** Which rows and columns are drawn for a page of the sheet (`page` from 0). */
export function extentOf(sheet: SheetState, page: number): Extent {
  let usedRows = 0;
  let usedColumns = 0;
  for (const [row, cells] of Object.entries(sheet.cells)) {
    for (const [column, value] of Object.entries(cells)) {
      if (value.t === 'empty') continue;
      usedRows = Math.max(usedRows, Number(row) + 1);
      usedColumns = Math.max(usedColumns, Number(column) + 1);
    }
  }
  const lastRow = Math.min(sheet.rows, Math.max(usedRows + emptyRowsShown, 30));
  const from = Math.max(0, Math.min(page, Math.ceil(lastRow / rowsPerPage) - 1)) * rowsPerPage;
  const lastColumn = Math.min(sheet.columns, Math.max(usedColumns, leastColumns));
  const hidden = new Set(sheet.hiddenColumns);
  const columns = Array.from({ length: lastColumn }, (_, index) => index).filter(
    (index) => !hidden.has(index),
  );
  return { from, to: Math.min(lastRow, from + rowsPerPage), columns, usedRows };
}

const color = /^#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?$/;

/** Frozen columns that the style sheet can hold in place; those after them scroll. */
const mostPinned = 8;

/** Classes of a cell in a frozen column; the client script gives each column its distance. */
function pinned(sheet: SheetState, column: number): string {
  return column < Math.min(sheet.frozenColumns, mostPinned) ? `fz fz-${column}` : '';
}

function cell(sheet: SheetState, row: number, column: number): Markup {
  const value = sheet.cells[row]?.[column];
  const background = sheet.backgrounds[row]?.[column];
  const note = sheet.notes[row]?.[column];
  const ink = sheet.extras?.fontColors?.[row]?.[column];
  const attributes = html` data-c="${column}"${background && color.test(background) ? html` bgcolor="${background}"` : ''}${
    note ? html` title="${note}" data-note` : ''
  }`;
  if (value === undefined || value.t === 'empty') {
    const pin = pinned(sheet, column);
    return html`<td${attributes}${pin === '' ? '' : html` class="${pin}"`}></td>`;
  }
  const shown = displayValue(sheet, row, column);
  const typed = typedText(value, shown);
  const kinds = [
    pinned(sheet, column),
    value.t === 'number' || value.t === 'date' ? 'n' : value.t === 'boolean' ? 'c' : '',
    sheet.bold[row]?.[column] ? 'b' : '',
  ]
    .filter((kind) => kind !== '')
    .join(' ');
  return html`<td${attributes}${kinds === '' ? '' : html` class="${kinds}"`}${
    typed === shown ? '' : html` data-raw="${typed}"`
  }>${ink && color.test(ink) ? html`<font color="${ink}">${shown}</font>` : shown}</td>`;
}

/** The table. Widths and colours are attributes of the old kind, since the page's policy allows no inline style. */
export function gridTable(sheet: SheetState, page: number): Markup {
  const { from, to, columns } = extentOf(sheet, page);
  const frozen = Math.max(sheet.frozenRows, 0);
  const widths = columns.map((column) => Math.min(sheet.columnWidths[column] ?? 120, 420));
  const line = (row: number): Markup =>
    html`<tr data-r="${row}"${row < frozen ? html` class="frozen"` : ''}><th scope="row">${row + 1}</th>${columns.map(
      (column) => cell(sheet, row, column),
    )}</tr>`;
  const top = from === 0 ? [] : Array.from({ length: frozen }, (_, row) => line(row));
  const lines = Array.from({ length: Math.max(0, to - from) }, (_, index) => line(from + index));
  const total = widths.reduce((sum, width) => sum + width, 46);
  return html`<table class="cells" width="${total}"><colgroup><col width="46">${widths.map(
    (width) => html`<col width="${width}">`,
  )}</colgroup><thead><tr><th scope="col"><span class="visually-hidden">行番号</span></th>${columns.map(
    (column) => {
      const pin = pinned(sheet, column);
      return html`<th scope="col" data-c="${column}"${pin === '' ? '' : html` class="${pin}"`}>${columnLetters(column)}</th>`;
    },
  )}</tr></thead><tbody>${top}${lines}</tbody></table>`;
}
