/** The Markdown of a report as blocks of a document: the words are those of the command line. Reads only what `report/markdown.ts` writes. */
import type { ReportBlock } from './port.ts';

/** What `plainText` wrote, as it was. */
function plain(text: string): string {
  return text
    .replace(/\\([\\`*_[\]#|!~])/g, '$1')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
}

/** Cells of a row; a bar within a cell has a backslash before it. */
function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\| /, '')
    .replace(/ \|$/, '')
    .split(/ \| /)
    .map((cell) => plain(cell.trim()));
}

const isRule = (line: string): boolean => /^\|(?:---:?\|)+$/.test(line);

/** @param graphs how many graphs the sheet has: they stand where the report has its pictures */
export function reportBlocks(markdown: string, graphs: number): readonly ReportBlock[] {
  const blocks: ReportBlock[] = [];
  let table: (readonly string[])[] | null = null;
  const end = (): void => {
    if (table !== null) blocks.push({ kind: 'table', rows: table });
    table = null;
  };
  for (const line of markdown.split('\n')) {
    if (line.startsWith('|')) {
      table ??= [];
      if (!isRule(line)) table.push(cellsOf(line));
      continue;
    }
    end();
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    const strong = /^\*\*(.+?)\*\*(.*)$/.exec(line);
    if (line.trim() === '') continue;
    if (heading?.[1] !== undefined && heading[2] !== undefined) {
      const level = heading[1].length === 1 ? 1 : heading[1].length === 2 ? 2 : 3;
      const text = plain(heading[2]);
      if (level === 2 && text === '表') graphBlocks(graphs, blocks);
      blocks.push({ kind: 'heading', level, text });
    } else if (line.startsWith('- '))
      blocks.push({ kind: 'item', text: plain(line.slice(2).replace(/^\*\*(.+?)\*\*/, '$1')) });
    else if (strong !== null)
      blocks.push({ kind: 'text', text: plain(`${strong[1] ?? ''}${strong[2] ?? ''}`), isStrong: true });
    else blocks.push({ kind: 'text', text: plain(line), isStrong: false });
  }
  end();
  return blocks;
}

function graphBlocks(count: number, blocks: ReportBlock[]): void {
  if (count === 0) return;
  blocks.push({ kind: 'heading', level: 2, text: '図' });
  for (let at = 0; at < count; at += 1) blocks.push({ kind: 'graph', at });
}
