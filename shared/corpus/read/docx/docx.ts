/** A docx as lines: paragraphs with their automatic numbers, headings by style, rows of tables, notes at the end. */
import { type Issue, issue } from '../../../issue/issue.ts';
import type { SourceDocument, SourceLine } from '../../model.ts';
import { line, tableRow, tidy } from '../lines.ts';
import { allElements, childOf, childrenOf, findElement, type MarkupElement, textOf } from '../markup.ts';
import { repeatable } from '../merged.ts';
import { type Numbering, numberingOf } from './numbering.ts';
import { type DocxParts, wordValue } from './parts.ts';
import { emptyTally, type Inline, type Tally, takeParagraph } from './runs.ts';
import { outlineLevel, type Styles, stylesOf } from './styles.ts';

interface State {
  readonly lines: SourceLine[];
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly tally: Tally;
  /** A paragraph whose mark was deleted goes on in the next one. */
  open: { readonly inline: Inline; readonly numbering: string; readonly level: number } | null;
  contents: number;
  title: string;
}

/** `<w:rPr><w:del/>`: the mark at the paragraph's end is deleted. */
function markIsDeleted(properties: MarkupElement | undefined): boolean {
  const mark = childOf(properties, 'w:rPr');
  return childOf(mark, 'w:del') !== undefined || childOf(mark, 'w:moveFrom') !== undefined;
}

function takeBlock(paragraph: MarkupElement, state: State): void {
  const properties = childOf(paragraph, 'w:pPr');
  const style = state.styles.get(wordValue(properties, 'w:pStyle') ?? '');
  if (style !== undefined && /^(toc \d|toc heading|目次 ?\d?)$/.test(style.name)) {
    state.contents++;
    return;
  }
  const inline = takeParagraph(paragraph, state.tally, state.open?.inline);
  if (markIsDeleted(properties)) {
    state.tally.deletions++;
    // With nothing left the whole paragraph is gone, its number with it.
    if (tidy(inline.text) !== '' && state.open === null) {
      const place = state.numbering.placeOf(properties, style);
      const numbering = place === null ? '' : state.numbering.next(place);
      state.open = { inline, numbering, level: outlineLevel(properties) ?? style?.level ?? 0 };
    }
    return;
  }
  const place = state.open === null ? state.numbering.placeOf(properties, style) : null;
  const numbering = place === null ? (state.open?.numbering ?? '') : state.numbering.next(place);
  const level = state.open?.level ?? outlineLevel(properties) ?? style?.level ?? 0;
  state.open = null;
  const isTitle = style !== undefined && /^(title|表題)$/.test(style.name);
  endBlock(inline, numbering, isTitle ? 1 : level, state);
  if (isTitle && state.title === '') state.title = tidy(inline.text);
}

function endBlock(inline: Inline, numbering: string, level: number, state: State): void {
  const texts = inline.text
    .split('\n')
    .map(tidy)
    .filter((text) => text !== '');
  if (texts.length === 0 && /第.+条/.test(numbering)) texts.push('');
  texts.forEach((text, index) => {
    const ruby = index === 0 ? inline.ruby.map(tidy).join(' ') : '';
    state.lines.push(
      line({
        text,
        ...(level > 0 ? { kind: 'heading' as const, level } : {}),
        ...(index === 0 && numbering !== '' ? { numbering } : {}),
        ...(ruby === '' ? {} : { ruby }),
      }),
    );
  });
  for (const box of inline.boxes) walkBlocks(box, state);
}

/** What a cell prints: its lines parted by a full-width blank. */
function cellText(cell: MarkupElement, state: State): string {
  const inner: State = { ...state, lines: [], open: null };
  walkBlocks(cell, inner);
  state.contents = inner.contents;
  return inner.lines.map(({ numbering = '', text }) => tidy(`${numbering}\u3000${text}`)).join('\u3000');
}

/** Rows and cells stand in content controls and tracked changes, too. */
function wrapped(node: MarkupElement, name: string): MarkupElement[] {
  return childrenOf(node).flatMap((child) => {
    if (child.name === name) return [child];
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.name) ? wrapped(child, name) : [];
  });
}

function walkTable(table: MarkupElement, state: State): void {
  const rows = wrapped(table, 'w:tr').filter((row) => {
    const isDeleted = childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined;
    if (isDeleted) state.tally.deletions++;
    return !isDeleted;
  });
  // A frame around some paragraphs is no table.
  if (rows.every((row) => wrapped(row, 'w:tc').length < 2)) {
    for (const row of rows) for (const cell of wrapped(row, 'w:tc')) walkBlocks(cell, state);
    return;
  }
  /** By column: the label of a cell that the next rows may continue. */
  let above: string[] = [];
  for (const row of rows) {
    const cells: string[] = [];
    const below: string[] = [];
    for (const cell of wrapped(row, 'w:tc')) {
      const properties = childOf(cell, 'w:tcPr');
      const merge = childOf(properties, 'w:vMerge');
      const text = cellText(cell, state);
      // What a program left in the hidden part of a merged cell is kept when it is text at all.
      const isContinued = merge !== undefined && merge.attributes['w:val'] !== 'restart' && text === '';
      const label = isContinued ? (above[cells.length] ?? '') : text;
      if (merge !== undefined && repeatable(label)) below[cells.length] = label;
      cells.push(label);
      for (let span = Math.min(60, Number(wordValue(properties, 'w:gridSpan') ?? 1)); span > 1; span--)
        cells.push('');
    }
    const made = tableRow(cells);
    above = below;
    if (made !== null) state.lines.push(made);
  }
}

const passedOver = new Set(['w:sectPr', 'w:tcPr', 'w:sdtPr', 'w:sdtEndPr']);

function isContents(sdt: MarkupElement): boolean {
  const gallery = findElement(childOf(sdt, 'w:sdtPr') ?? sdt, 'w:docPartGallery');
  return /table of contents/i.test(gallery?.attributes['w:val'] ?? '');
}

function walkBlocks(node: MarkupElement, state: State): void {
  for (const child of childrenOf(node)) {
    if (child.name === 'w:p') takeBlock(child, state);
    else if (child.name === 'w:tbl') walkTable(child, state);
    else if (child.name === 'w:sdt' && isContents(child)) state.contents++;
    else if (child.name === 'mc:AlternateContent') walkBlocks(childOf(child, 'mc:Choice') ?? child, state);
    else if (!passedOver.has(child.name)) walkBlocks(child, state);
  }
  if (state.open !== null) {
    const { inline, numbering, level } = state.open;
    state.open = null;
    endBlock(inline, numbering, level, state);
  }
}

function noteLines(parts: DocxParts, state: State): void {
  // Notes may call further notes: the list grows while it is walked.
  for (let at = 0; at < state.tally.notes.length; at++) {
    const note = state.tally.notes[at];
    const root = note === undefined ? undefined : parts[note.kind];
    if (note === undefined || root === undefined) continue;
    const name = note.kind === 'footnotes' ? 'w:footnote' : 'w:endnote';
    const found = allElements(root, name).find(({ attributes }) => attributes['w:id'] === note.id);
    if (found === undefined) continue;
    const text = cellText(found, state);
    if (text !== '') state.lines.push(line({ kind: 'footnote', text, numbering: `注${at + 1}` }));
  }
}

function issuesOf(parts: DocxParts, state: State): Issue[] {
  const { insertions, deletions, hidden, pictures } = state.tally;
  const comments = parts.comments === undefined ? 0 : allElements(parts.comments, 'w:comment').length;
  const letters = state.lines.reduce((sum, { text }) => sum + text.length, 0);
  const isPicture = pictures > 0 && letters < 20 * pictures;
  const found: readonly (readonly [boolean, Issue])[] = [
    [
      insertions + deletions > 0,
      issue('corpus.read.changes-accepted', 'warning', '', { params: { insertions, deletions } }),
    ],
    [comments > 0, issue('corpus.read.comments-left-out', 'info', '', { params: { count: comments } })],
    [hidden > 0, issue('corpus.read.hidden-left-out', 'warning', '', { params: { count: hidden } })],
    [state.contents > 0, issue('corpus.read.contents-left-out', 'info', '')],
    [
      isPicture,
      issue('corpus.read.picture-only', letters === 0 ? 'error' : 'warning', '', {
        params: { count: pictures },
      }),
    ],
    [pictures > 0 && !isPicture, issue('corpus.read.pictures', 'info', '', { params: { count: pictures } })],
  ];
  return found.filter(([isSo]) => isSo).map(([, each]) => each);
}

/** Reads the parts of a docx. Changes are taken as accepted, comments and running headers are left out. */
export function readDocx(parts: DocxParts, file: string): SourceDocument {
  const styles = stylesOf(parts.styles);
  const state: State = {
    lines: [],
    styles,
    numbering: numberingOf(parts.numbering, styles),
    tally: emptyTally(),
    open: null,
    contents: 0,
    title: '',
  };
  const body = findElement(parts.document, 'w:body');
  if (body !== undefined) walkBlocks(body, state);
  noteLines(parts, state);
  const named = parts.properties === undefined ? undefined : findElement(parts.properties, 'dc:title');
  const property = named === undefined ? '' : tidy(textOf(named));
  // A property is often left from an older document: it counts where the document's head says the same.
  const isShown = property !== '' && state.lines.slice(0, 5).some(({ text }) => text.includes(property));
  return {
    file,
    format: 'docx',
    title: state.title || (isShown ? property : ''),
    lines: state.lines,
    issues: issuesOf(parts, state),
  };
}
