/** The texts of record of the model chamber (`tests/model-corpus/text/`): a plain text with a few marks, read into blocks. */

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** Level 1 for a chapter, a 附則 or a 別表. */
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** An item of a list with a dot. */
  | { readonly kind: 'dot'; readonly text: string }
  /** A step of a list that the program numbers. */
  | { readonly kind: 'step'; readonly text: string; readonly isFirst: boolean }
  /** Rows of a table; a blank first cell goes on with the one above. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'note'; readonly name: string; readonly text: string };

/** A piece of a line: words, the call of a footnote, or words of a tracked change. */
export interface Piece {
  readonly kind: 'words' | 'call' | 'deleted' | 'inserted';
  readonly text: string;
}

const marks = /\[\^([^\]]+)\]|\{--(.*?)--\}|\{\+\+(.*?)\+\+\}/g;

/** `[^1]` calls a footnote, `{--…--}` was struck out and `{++…++}` written in with tracked changes on. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(marks)) {
    if (match.index > from) pieces.push({ kind: 'words', text: text.slice(from, match.index) });
    const [whole, call, deleted, inserted] = match;
    if (call !== undefined) pieces.push({ kind: 'call', text: call });
    else if (deleted !== undefined) pieces.push({ kind: 'deleted', text: deleted });
    else pieces.push({ kind: 'inserted', text: inserted ?? '' });
    from = match.index + whole.length;
  }
  if (from < text.length) pieces.push({ kind: 'words', text: text.slice(from) });
  return pieces;
}

/** The line as a reader of the finished document has it: changes accepted, calls of footnotes left out. */
export function plainOf(text: string): string {
  return piecesOf(text)
    .filter(({ kind }) => kind === 'words' || kind === 'inserted')
    .map((piece) => piece.text)
    .join('');
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function blockOf(line: string, last: Block | undefined): Block {
  const [, hashes = '', heading = ''] = /^(#{1,4}) (.*)$/.exec(line) ?? [];
  if (hashes === '#') return { kind: 'title', text: heading };
  if (hashes !== '') return { kind: 'heading', level: hashes.length - 1, text: heading };
  const note = /^\[\^([^\]]+)\]: (.*)$/.exec(line);
  if (note !== null) return { kind: 'note', name: note[1] ?? '', text: note[2] ?? '' };
  if (line.startsWith('* ')) return { kind: 'dot', text: line.slice(2) };
  const step = /^([0-9]+)\. (.*)$/.exec(line);
  if (step !== null) return { kind: 'step', text: step[2] ?? '', isFirst: last?.kind !== 'step' };
  return { kind: 'text', text: line };
}

/** Blocks of a text of record; blank lines only part them. */
export function blocksOfText(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let rows: (readonly string[])[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('|')) {
      if (rows.length === 0) {
        rows = [];
        blocks.push({ kind: 'table', rows });
      }
      rows.push(cellsOf(line));
      continue;
    }
    rows = [];
    if (line !== '') blocks.push(blockOf(line, blocks[blocks.length - 1]));
  }
  return blocks;
}

/** How many rows a cell of the first column reaches over. */
export function reachOf(rows: readonly (readonly string[])[], at: number): number {
  let to = at + 1;
  while (to < rows.length && rows[to]?.[0] === '') to += 1;
  return to - at;
}

/** Words for XML and HTML. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
