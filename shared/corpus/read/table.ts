/** HTML tables as rows of cells. */
import type { SourceLine } from '../model.ts';
import { tableRow } from './lines.ts';
import { allElements, childrenOf, isElement, type MarkupElement } from './markup.ts';

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

/** Rows of a table; a merged cell has its text once, in its first place, and blanks in the others. */
export function tableLines(table: MarkupElement, textOfCell: (cell: MarkupElement) => string): SourceLine[] {
  const lines: SourceLine[] = [];
  const open: number[] = [];
  for (const caption of childrenOf(table, 'caption')) {
    const row = tableRow([textOfCell(caption)]);
    if (row !== null) lines.push({ text: row.text, kind: 'text', page: 0 });
  }
  for (const row of rowsOf(table)) {
    const cells: string[] = [];
    const takeOpen = (): void => {
      while ((open[cells.length] ?? 0) > 0) {
        open[cells.length] = (open[cells.length] ?? 0) - 1;
        cells.push('');
      }
    };
    takeOpen();
    for (const cell of cellsOf(row)) {
      const rows = span(cell.attributes.rowspan);
      const columns = span(cell.attributes.colspan);
      for (let column = 0; column < columns; column++) {
        open[cells.length] = rows - 1;
        cells.push(column === 0 ? textOfCell(cell) : '');
      }
      takeOpen();
    }
    const made = tableRow(cells);
    if (made !== null) lines.push(made);
  }
  return lines;
}
