/** HTML tables as rows of cells. */
import type { SourceLine } from '../model.ts';
import { tableRow, tidy } from './lines.ts';
import { allElements, childrenOf, isElement, type MarkupElement } from './markup.ts';
import { repeatable } from './merged.ts';

const grouping = new Set(['thead', 'tbody', 'tfoot']);

function rowsOf(table: MarkupElement): MarkupElement[] {
  return table.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.name === 'tr') return [child];
    return grouping.has(child.name) ? childrenOf(child, 'tr') : [];
  });
}

const cellsOf = (row: MarkupElement): MarkupElement[] =>
  childrenOf(row).filter((cell) => cell.name === 'td' || cell.name === 'th');

/** True for a table that only places parts of a page: one cell a row, headings or other tables inside. */
export function isLayoutTable(table: MarkupElement): boolean {
  if (table.attributes.role === 'presentation') return true;
  const rows = rowsOf(table);
  const inside = (name: string): boolean =>
    rows.some((row) =>
      cellsOf(row).some((cell) => cell.children.some((c) => isElement(c) && allElements(c, name).length > 0)),
    );
  return rows.every((row) => cellsOf(row).length < 2) || ['table', 'h1', 'h2', 'h3'].some(inside);
}

const span = (text: string | undefined): number =>
  Math.min(50, Math.max(1, Math.floor(Number(text ?? 1)) || 1));

/**
 * Rows of a table. A label that spans rows stands in each of them, in its first column; a sentence, and what spans columns, has its
 * text once.
 */
export function tableLines(table: MarkupElement, textOfCell: (cell: MarkupElement) => string): SourceLine[] {
  const lines: SourceLine[] = [];
  /** By column: rows that a cell above still spans, and what they show. */
  const open: { left: number; readonly text: string }[] = [];
  for (const caption of childrenOf(table, 'caption')) {
    const row = tableRow([textOfCell(caption)]);
    if (row !== null) lines.push({ text: row.text, kind: 'text', page: 0 });
  }
  for (const row of rowsOf(table)) {
    const cells: string[] = [];
    const takeOpen = (): void => {
      for (
        let above = open[cells.length];
        above !== undefined && above.left > 0;
        above = open[cells.length]
      ) {
        above.left -= 1;
        cells.push(above.text);
      }
    };
    takeOpen();
    for (const cell of cellsOf(row)) {
      const rows = span(cell.attributes.rowspan);
      const columns = span(cell.attributes.colspan);
      const text = textOfCell(cell);
      for (let column = 0; column < columns; column++) {
        open[cells.length] = { left: rows - 1, text: column === 0 && repeatable(tidy(text)) ? text : '' };
        cells.push(column === 0 ? text : '');
      }
      takeOpen();
    }
    // A row of nothing but what spans it says nothing new.
    const made = cellsOf(row).length === 0 ? null : tableRow(cells);
    if (made !== null) lines.push(made);
  }
  return lines;
}
