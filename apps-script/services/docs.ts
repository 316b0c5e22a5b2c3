/**
 * Google documents of regulations: read element by element, written whole in place
 * (https://developers.google.com/apps-script/reference/document). Loaded with its part.
 */
import type { DocElement } from '../../shared/corpus/lookup-google-doc.ts';
import type { DocBlock } from '../jobs/rules/doc-blocks.ts';

type Body = GoogleAppsScript.Document.Body;
type Child = GoogleAppsScript.Document.Element;
type Line = GoogleAppsScript.Document.Paragraph | GoogleAppsScript.Document.ListItem;
type Tab = GoogleAppsScript.Document.Tab;

const headings: Readonly<Record<string, number>> = {
  TITLE: 1,
  HEADING1: 1,
  HEADING2: 2,
  HEADING3: 3,
  HEADING4: 4,
  HEADING5: 5,
  HEADING6: 6,
};

/** What the footnotes of a line say; asked only of documents that have some: it takes a call an element. */
function notesOf(line: Line): readonly string[] {
  const notes: string[] = [];
  for (let at = 0; at < line.getNumChildren(); at += 1) {
    const child = line.getChild(at);
    if (String(child.getType()) !== 'FOOTNOTE') continue;
    const contents: GoogleAppsScript.Document.FootnoteSection | null = child
      .asFootnote()
      .getFootnoteContents();
    if (contents !== null) notes.push(contents.getText());
  }
  return notes;
}

/** How each kind of element is read; others have no text of their own. */
const readers: Readonly<Record<string, (child: Child, hasNotes: boolean) => DocElement>> = {
  PARAGRAPH(child, hasNotes) {
    const paragraph = child.asParagraph();
    return {
      kind: 'paragraph',
      text: paragraph.getText(),
      heading: headings[String(paragraph.getHeading())] ?? 0,
      notes: hasNotes ? notesOf(paragraph) : [],
    };
  },
  LIST_ITEM(child, hasNotes) {
    const item = child.asListItem();
    // Null for a glyph that has no name (https://developers.google.com/apps-script/reference/document/glyph-type).
    const glyph: GoogleAppsScript.Document.GlyphType | null = item.getGlyphType();
    return {
      kind: 'item',
      text: item.getText(),
      list: item.getListId(),
      level: item.getNestingLevel(),
      glyph: glyph === null ? '' : String(glyph),
      notes: hasNotes ? notesOf(item) : [],
    };
  },
  TABLE(child) {
    const table = child.asTable();
    const rows: string[][] = [];
    for (let at = 0; at < table.getNumRows(); at += 1) {
      const row = table.getRow(at);
      const cells: string[] = [];
      for (let cell = 0; cell < row.getNumCells(); cell += 1) cells.push(row.getCell(cell).getText());
      rows.push(cells);
    }
    return { kind: 'table', rows };
  },
  TABLE_OF_CONTENTS: (child) => ({
    kind: 'paragraph',
    text: child.asTableOfContents().getText(),
    heading: 0,
    notes: [],
  }),
};

function elementsOf(body: Body, hasNotes: boolean): readonly DocElement[] {
  const elements: DocElement[] = [];
  const count = body.getNumChildren();
  for (let at = 0; at < count; at += 1) {
    const child = body.getChild(at);
    elements.push(readers[String(child.getType())]?.(child, hasNotes) ?? { kind: 'other' });
  }
  return elements;
}

const allTabs = (tabs: readonly Tab[]): readonly Tab[] =>
  tabs.flatMap((tab) => [tab, ...allTabs(tab.getChildTabs())]);

/** Elements in reading order. The body of a document is that of its first tab alone, so every tab is asked. */
export function readDoc(docId: string): readonly DocElement[] {
  const tabs = allTabs(DocumentApp.openById(docId).getTabs());
  return tabs.flatMap((tab): readonly DocElement[] => {
    const content = tab.asDocumentTab();
    const elements = elementsOf(content.getBody(), content.getFootnotes().length > 0);
    return tabs.length === 1 ? elements : [{ kind: 'tab', title: tab.getTitle() }, ...elements];
  });
}

/** Changes between two saves: a document refuses too many at once (docs/platform.md). */
const changesAtOnce = 300;

function append(body: Body, block: DocBlock, isBehindHeading: boolean): number {
  const { HEADING1, HEADING2, HEADING3, NORMAL } = DocumentApp.ParagraphHeading;
  if (block.kind === 'table') {
    body.appendTable(block.rows.map((row) => [...row]));
    return block.rows.length;
  }
  const paragraph = body.appendParagraph(block.text);
  if (block.kind === 'heading') {
    paragraph.setHeading([HEADING1, HEADING2, HEADING3][block.level - 1] ?? HEADING1);
    return 2;
  }
  // What follows a heading may take its looks over.
  if (isBehindHeading) paragraph.setHeading(NORMAL);
  return isBehindHeading ? 2 : 1;
}

/** Replaces all that a document holds; its id, and so its place in a notebook, stays. */
export function writeDoc(docId: string, blocks: readonly DocBlock[]): void {
  let document = DocumentApp.openById(docId);
  let body = document.getBody();
  body.clear();
  let changes = 1;
  let before: DocBlock['kind'] = 'text';
  for (const block of blocks) {
    if (changes >= changesAtOnce) {
      document.saveAndClose();
      document = DocumentApp.openById(docId);
      body = document.getBody();
      changes = 0;
    }
    changes += append(body, block, before === 'heading');
    before = block.kind;
  }
  // An emptied document begins with an empty paragraph.
  if (blocks.length > 0 && body.getChild(0).asParagraph().getText() === '')
    body.removeChild(body.getChild(0));
  document.saveAndClose();
}
