/** What surveys ask of the world beside the workbook's own sheets: a sheet of tables and graphs, a document, a text in Drive. */
import type { StoredFile } from '../port.ts';

/** A number with the way it is written, or a text. */
export type SheetCell = string | number | null;

/** How the numbers of a column are written: an index (▲17.9), a change (+0.1, ±0.0), a share, a whole number. */
export type FigureKind = 'text' | 'index' | 'change' | 'share' | 'count';

export interface SheetBlock {
  readonly title: string;
  /** Empty: a note of one or more lines. */
  readonly header: readonly string[];
  readonly kinds: readonly FigureKind[];
  readonly rows: readonly (readonly SheetCell[])[];
}

/** A graph of a block: the first column names, the others are series. */
export interface SheetGraph {
  readonly title: string;
  readonly kind: 'bars' | 'lines' | 'shares';
  /** Place in `blocks`. */
  readonly block: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

export interface SheetPage {
  readonly name: string;
  readonly blocks: readonly SheetBlock[];
  readonly graphs: readonly SheetGraph[];
}

export type ReportBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly isStrong: boolean }
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** The graph of the sheet in this place. */
  | { readonly kind: 'graph'; readonly at: number };

export interface SurveyOutput {
  /** Draws the page on the sheet of its name, made where it is missing; what stood there goes. */
  drawSheet(workbookId: string, page: SheetPage): void;
  /**
   * Writes a document of the output folder in place. `docId`: the one that was written before, '' or gone for none. Graphs are taken
   * from the sheet.
   */
  writeReport(
    workbookId: string,
    docId: string,
    name: string,
    blocks: readonly ReportBlock[],
    sheet: string,
  ): StoredFile;
  /** A text file of the output folder, in place; made where it is missing. */
  writeText(workbookId: string, name: string, text: string): void;
  readText(workbookId: string, name: string): string | null;
}
