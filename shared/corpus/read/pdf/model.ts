/** What a PDF says of a page: pieces of text and where they stand. Lengths in points, y downwards from the top. */

export interface Run {
  readonly text: string;
  /** Left end; of vertical writing the middle of the column. */
  readonly x: number;
  /** Base line; of vertical writing the upper end. */
  readonly y: number;
  /** Along the line. */
  readonly length: number;
  readonly size: number;
  readonly isVertical: boolean;
}

export interface PdfPage {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** True when something is drawn on it, be it text or a picture. */
  readonly hasContent: boolean;
}

/** A line as it stands on the paper. */
export interface PaperLine {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly right: number;
  readonly size: number;
  /** Pieces parted by gaps as wide as between columns of a table. */
  readonly cells: readonly { readonly text: string; readonly x: number; readonly right: number }[];
  readonly ruby: readonly string[];
  /** Lines of one column of text have one name. */
  readonly column: string;
}

export const wordsOf = (line: PaperLine): string => line.cells.map(({ text }) => text).join('\u3000');

export const endOf = (run: Run): number => run.x + run.length;

/** The size most characters have. */
export function usualSize(runs: readonly Run[]): number {
  const counts = new Map<number, number>();
  for (const { text, size } of runs) {
    const step = Math.round(size * 2) / 2;
    counts.set(step, (counts.get(step) ?? 0) + text.trim().length);
  }
  let best = 10;
  let most = 0;
  for (const [size, count] of counts) {
    if (count > most) [best, most] = [size, count];
  }
  return best;
}
