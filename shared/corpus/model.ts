/**
 * Regulations on their way from a file to a source that cites itself: what a reader gives (lines), what the structure is
 * (units with addresses), what a bundle holds (blocks). Nothing here knows files, formats or services.
 */
import type { Issue } from '../issue/issue.ts';

/** One line or paragraph as it stands in the document, in reading order. */
export interface SourceLine {
  readonly text: string;
  readonly kind: 'text' | 'heading' | 'table-row' | 'footnote';
  /** Of a heading: 1 for the highest. */
  readonly level?: number;
  /** Number that the document's own automatic numbering shows before the text (`第2条`, `(1)`); not part of `text`. */
  readonly numbering?: string;
  /** Cells of a table row; `text` joins them by ` | `. */
  readonly cells?: readonly string[];
  /** Page it stands on, from 1; 0 where the format has none. */
  readonly page: number;
  /** Small kana beside the text, taken out of it. */
  readonly ruby?: string;
}

export type SourceFormat = 'docx' | 'pdf' | 'html' | 'text' | 'markdown' | 'egov-xml' | 'google-doc';

/** A document as a reader gives it. */
export interface SourceDocument {
  /** Name of the file, without its folder. */
  readonly file: string;
  readonly format: SourceFormat;
  /** '' where nothing says it. */
  readonly title: string;
  readonly lines: readonly SourceLine[];
  /** What could not be read, and what was decided on the way (tracked changes, furigana, columns). */
  readonly issues: readonly Issue[];
}

/** Kinds of units, outermost first; `section` is a headed part of a document without articles. */
export const unitKinds = [
  'part',
  'chapter',
  'section-of-chapter',
  'subsection',
  'article',
  'paragraph',
  'item',
  'subitem',
  'appendix',
  'form',
  'supplement',
  'section',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A unit of a regulation; every sentence of the source stands in exactly one unit's `text`. */
export interface Unit {
  readonly kind: UnitKind;
  /** As cited, without the document's name: `第7条第2項第1号`, `附則第3項`, `別表第1`, `2-1-3`; '' for the document's head. */
  readonly address: string;
  /** 見出し, without its brackets; '' where there is none. */
  readonly heading: string;
  /** Its own sentences, lines by `\n`; rows of a table begin with `|`. */
  readonly text: string;
  readonly children: readonly Unit[];
  /** Line of the source it begins on, from 0. */
  readonly line: number;
}

export interface Regulation {
  readonly title: string;
  /** Short name where the document defines or the bundle gives one, else the title. */
  readonly shortTitle: string;
  readonly file: string;
  /** 制定・改正・施行日 as written, each `{label, text}`. */
  readonly dates: readonly { readonly label: string; readonly text: string }[];
  /** Sentences before the first unit. */
  readonly preamble: string;
  readonly units: readonly Unit[];
  readonly issues: readonly Issue[];
}

/** A paragraph of a bundle's source: it begins with its own address in 〔〕. */
export interface Block {
  readonly address: string;
  readonly kind: UnitKind;
  /** The text with references resolved in brackets; without its address. */
  readonly text: string;
  readonly heading: string;
}

export interface Reference {
  /** Address of the block in which it stands. */
  readonly from: string;
  /** As written: 前条, 同条第二項 … */
  readonly words: string;
  /** Address it leads to, with the document's name where it is another. */
  readonly to: string;
  /** `outside`: into a part that the source itself leaves out (抄), or a law that is not in the bundle. */
  readonly resolved: 'yes' | 'no' | 'outside';
}
