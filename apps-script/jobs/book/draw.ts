/** What the drawing of every sheet shares: rows compared with what should stand there, problems in a few lines. */
import type { Issue } from '../../../shared/issue/issue.ts';
import { describe } from '../../../shared/issue/messages.ts';
import type { Cells, Table } from '../port.ts';
import { fieldLabel } from '../words.ts';
import type { Book } from './book.ts';

const issuesShown = 5;

/** The first problems in words, a line each; what is only information stays out. */
export function issueWords(issues: readonly Issue[], label: (key: string) => string = fieldLabel): string {
  const found = issues.filter((one) => one.severity !== 'info');
  const lines = found.slice(0, issuesShown).map((one) => {
    const words = describe(one, label);
    return `${words.severityLabel}: ${words.message}`;
  });
  if (found.length > issuesShown) lines.push(`ほか ${found.length - issuesShown} 件`);
  return lines.join('\n');
}

/** True when the cells that are wanted stand there. */
export function stands(cells: Cells, wanted: Cells): boolean {
  return Object.keys(wanted).every((header) => (cells[header] ?? '') === (wanted[header] ?? ''));
}

/** Brings the rows of a sheet to the wanted cells, known again by the cell under `id`; adds those that are missing. */
export function drawRows(book: Book, table: Table, id: string, wanted: readonly Cells[]): void {
  const standing = new Map(book.rows(table).map((row) => [row.cells[id] ?? '', row]));
  const changed = new Map<number, Cells>();
  const added: Cells[] = [];
  for (const cells of wanted) {
    const row = standing.get(cells[id] ?? '');
    if (row === undefined) added.push(cells);
    else if (!stands(row.cells, cells)) changed.set(row.at, cells);
  }
  book.update(table, changed);
  book.append(table, added);
}
