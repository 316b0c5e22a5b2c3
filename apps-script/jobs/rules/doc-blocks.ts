/** The text of a source (Markdown) as blocks of a Google document: headings, paragraphs, tables. */
import { divisionOrder } from '../../../shared/corpus/draft.ts';
import { kindOf } from '../../../shared/corpus/parse.ts';

export type DocBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const cellsOf = (row: string): readonly string[] =>
  row
    .replace(/^\|\s?|\s?\|$/g, '')
    .split(/\s?\|\s?/)
    .map((cell) => cell.trim());

/** A table takes rows of one width. */
function squared(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill('')]);
}

/** A chapter's own paragraph is a heading: people find their way by them, and its address is still in it. */
function levelOf(line: string, title: string): 2 | 3 | null {
  const mark = `〔${title} `;
  if (!line.startsWith(mark)) return null;
  const kind = kindOf(line.slice(mark.length, line.indexOf('〕')));
  if (!divisionOrder.includes(kind) || line.length > 120) return null;
  return kind === 'part' || kind === 'chapter' ? 2 : 3;
}

export function docBlocks(source: string): readonly DocBlock[] {
  const blocks: DocBlock[] = [];
  let rows: (readonly string[])[] = [];
  let title = '';
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows: squared(rows) });
    rows = [];
  };
  for (const line of source.split('\n')) {
    if (line.startsWith('|')) {
      if (!/^\|(?:\s*:?-{2,}:?\s*\|)+$/.test(line)) rows.push(cellsOf(line));
      continue;
    }
    endTable();
    if (line.trim() === '') continue;
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    const level = levelOf(line, title);
    if (heading !== null) {
      const [, marks = '#', text = ''] = heading;
      if (marks === '#' && title === '') title = text;
      blocks.push({ kind: 'heading', level: marks === '#' ? 1 : marks === '##' ? 2 : 3, text });
    } else if (level !== null) blocks.push({ kind: 'heading', level, text: line });
    else blocks.push({ kind: 'text', text: line.replace(/^\s*- /, '・') });
  }
  endTable();
  return blocks;
}
