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
  readonly cells: readonly { readonly text: string; readonly x: number }[];
  readonly ruby: readonly string[];
  /** Edges of the column of text that it stands in. */
  readonly edges: { readonly left: number; readonly right: number };
}

export const wordsOf = (line: PaperLine): string => line.cells.map(({ text }) => text).join('\u3000');
