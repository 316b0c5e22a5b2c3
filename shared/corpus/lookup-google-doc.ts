/**
 * A Google document, as the service hands its elements on, in the line form of the readers. Numbers of automatic lists are counted
 * here: the service tells a glyph's kind and a level, never the number or its form
 * (https://developers.google.com/apps-script/reference/document/list-item).
 */
import { type Issue, issue } from '../issue/issue.ts';
import type { SourceDocument, SourceLine } from './model.ts';
import { line, tableRow, tidy } from './read/lines.ts';
import { bulletMark, formatNumber } from './read/number-format.ts';

export type DocElement =
  | {
      readonly kind: 'paragraph';
      readonly text: string;
      /** 0 for plain text, 1 for the title and headings of level 1. */
      readonly heading: number;
      readonly notes: readonly string[];
    }
  | {
      readonly kind: 'item';
      readonly text: string;
      /** Of the list it belongs to. */
      readonly list: string;
      readonly level: number;
      /** A name of `GlyphType`, '' for another. */
      readonly glyph: string;
      readonly notes: readonly string[];
    }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  /** A tab begins; only where there are several. */
  | { readonly kind: 'tab'; readonly title: string }
  /** What has no text: pictures, drawings, equations. */
  | { readonly kind: 'other' };

const formats: Readonly<Record<string, string>> = {
  NUMBER: 'decimal',
  LATIN_UPPER: 'upperLetter',
  LATIN_LOWER: 'lowerLetter',
  ROMAN_UPPER: 'upperRoman',
  ROMAN_LOWER: 'lowerRoman',
};

/** Counts the items of all lists, each level for itself; a deeper level begins anew behind a higher one. */
class ListCounter {
  private readonly lists = new Map<string, number[]>();

  next(list: string, level: number): number {
    const counts = this.lists.get(list) ?? [];
    this.lists.set(list, counts);
    counts.length = Math.min(counts.length, level + 1);
    while (counts.length <= level) counts.push(0);
    const count = (counts[level] ?? 0) + 1;
    counts[level] = count;
    return count;
  }
}

interface State {
  readonly lines: SourceLine[];
  readonly lists: ListCounter;
  title: string;
  notes: number;
  numbered: number;
  others: number;
}

function put(state: State, text: string, more: Partial<SourceLine> = {}): void {
  // A soft break ends a line as a paragraph does: numbers stand behind it in the papers of chambers.
  let rest = more;
  for (const piece of text.split(/[\r\n\v]+/).map(tidy)) {
    if (piece === '') continue;
    state.lines.push(line({ text: piece, ...rest }));
    rest = {};
  }
}

function putNotes(state: State, notes: readonly string[]): void {
  for (const note of notes) {
    state.notes += 1;
    const text = tidy(note.replace(/[\r\n\v]+/g, ' '));
    if (text !== '') state.lines.push(line({ kind: 'footnote', text, numbering: `注${state.notes}` }));
  }
}

function putItem(state: State, item: DocElement & { kind: 'item' }): void {
  const count = state.lists.next(item.list, item.level);
  const format = formats[item.glyph];
  if (tidy(item.text) === '') return;
  if (format !== undefined) state.numbered += 1;
  const mark = item.glyph.includes('BULLET') ? bulletMark : '';
  const numbering = format === undefined ? mark : `${formatNumber(count, format)}.`;
  put(state, item.text, numbering === '' ? {} : { numbering });
}

function take(state: State, element: DocElement): void {
  switch (element.kind) {
    case 'paragraph': {
      const { text, heading } = element;
      put(state, text, heading > 0 ? { kind: 'heading', level: heading } : {});
      if (heading === 1 && state.title === '') state.title = tidy(text);
      putNotes(state, element.notes);
      return;
    }
    case 'item':
      putItem(state, element);
      putNotes(state, element.notes);
      return;
    case 'table':
      for (const cells of element.rows) {
        const row = tableRow(cells.map((cell) => cell.replace(/[\r\n\v]+/g, ' ')));
        if (row !== null) state.lines.push(row);
      }
      return;
    case 'tab':
      put(state, element.title, { kind: 'heading', level: 2 });
      return;
    case 'other':
      state.others += 1;
  }
}

/**
 * Lines of a Google Doc: `corpus.doc.list-numbers` says that numbers were counted, `corpus.doc.tabs` that several tabs were
 * read one after another, `corpus.read.pictures` that something has no text.
 * @param file name under which the bundle knows the document
 */
export function readDocElements(elements: readonly DocElement[], file: string): SourceDocument {
  const state: State = {
    lines: [],
    lists: new ListCounter(),
    title: '',
    notes: 0,
    numbered: 0,
    others: 0,
  };
  for (const element of elements) take(state, element);
  const tabs = elements.filter(({ kind }) => kind === 'tab').length;
  const issues: Issue[] = [];
  const say = (code: string, severity: 'error' | 'warning' | 'info', count: number): void => {
    if (count > 0) issues.push(issue(code, severity, '', { params: { file, count } }));
  };
  say('corpus.doc.list-numbers', 'warning', state.numbered);
  say('corpus.doc.tabs', 'info', tabs);
  say('corpus.read.pictures', 'info', state.others);
  if (state.lines.length === 0) issues.push(issue('corpus.read.empty', 'error', '', { params: { file } }));
  return { file, format: 'google-doc', title: state.title, lines: state.lines, issues };
}
