/** Documents for tests, from lines as a person would write them. */
import type { SourceDocument, SourceLine } from './model.ts';

/** A plain document; a line that begins with `|` is a row of a table. */
export function documentOf(title: string, text: string, file = `${title}.txt`): SourceDocument {
  const lines = text.split('\n').map((line): SourceLine => {
    const cells = /^\|.*\|$/.test(line) ? line.split('|').slice(1, -1) : null;
    return cells === null
      ? { text: line, kind: 'text', page: 0 }
      : { text: cells.join(' | '), kind: 'table-row', cells: cells.map((cell) => cell.trim()), page: 0 };
  });
  return { file, format: 'text', title, lines, issues: [] };
}
