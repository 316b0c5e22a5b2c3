/**
 * Letters as one document, each on its own page, with its QR code as a picture
 * (https://developers.google.com/apps-script/reference/document).
 */
import type { LetterBlock, LetterPlan } from '../../shared/register/letters.ts';
import { qrModules, qrPng } from '../../shared/register/qr.ts';
import type { Letters } from '../jobs/port.ts';
import { outputFolder, signed, stored } from './drive.ts';

type Body = GoogleAppsScript.Document.Body;
type Paragraph = GoogleAppsScript.Document.Paragraph;

/** A4 in points, and the room around the text. */
const page = { width: 595.3, height: 841.9, margin: 51 } as const;
const textSize = 9.5;
const headingSize = 10.5;
const titleSize = 14;
/** Points: 3.5 centimetres, which a telephone reads at arm's length. */
const qrSide = 99;
const qrScale = 4;
/** Width of the column of labels. */
const labelWidth = 120;

/** One call for all looks of an element: a letter has a hundred of them. */
function styled(
  paragraph: Paragraph,
  size = textSize,
  more: Readonly<Record<string, unknown>> = {},
): Paragraph {
  const { Attribute } = DocumentApp;
  return paragraph.setAttributes({
    [String(Attribute.SPACING_BEFORE)]: 0,
    [String(Attribute.SPACING_AFTER)]: 2,
    [String(Attribute.LINE_SPACING)]: 1.15,
    [String(Attribute.FONT_SIZE)]: size,
    [String(Attribute.BOLD)]: false,
    ...more,
  });
}

const look = (name: keyof typeof DocumentApp.Attribute, value: unknown) => ({
  [String(DocumentApp.Attribute[name])]: value,
});

/** A table of plain text without the room that a new one has around its words. */
function tableOf(body: Body, rows: string[][], firstWidth: number, border: number) {
  const table = body.appendTable(rows);
  table.setBorderWidth(border).setColumnWidth(0, firstWidth);
  table.editAsText().setFontSize(textSize).setBold(false);
  const tight = { ...look('PADDING_TOP', 1), ...look('PADDING_BOTTOM', 1) };
  rows.forEach((row, at) => {
    row.forEach((_text, column) => {
      table.getCell(at, column).setAttributes(tight);
    });
  });
  return table;
}

const blockWriters: {
  readonly [K in LetterBlock['kind']]: (body: Body, block: LetterBlock & { kind: K }) => void;
} = {
  heading(body, { text }) {
    styled(body.appendParagraph(text), headingSize, { ...look('BOLD', true), ...look('SPACING_BEFORE', 6) });
  },
  paragraph(body, { text }) {
    styled(body.appendParagraph(text));
  },
  steps(body, { items }) {
    // Numbers as text: a list would count on from the letter before.
    items.forEach((text, index) => {
      styled(body.appendParagraph(`${index + 1}. ${text}`), textSize, look('INDENT_START', 12));
    });
  },
  facts(body, { rows }) {
    const texts = rows.map(({ label, value }) => [label, value]);
    tableOf(body, texts, labelWidth, 0.5);
  },
  qr(body, { text, caption }) {
    const picture = Utilities.newBlob(signed(qrPng(qrModules(text), qrScale)), 'image/png', 'qr.png');
    const table = tableOf(body, [['', `${caption}\n${text}`]], qrSide + 20, 0);
    table.getCell(0, 0).appendImage(picture).setWidth(qrSide).setHeight(qrSide);
  },
};

function writeBlock<K extends LetterBlock['kind']>(body: Body, block: LetterBlock & { kind: K }): void {
  blockWriters[block.kind](body, block);
}

function writeLetter(body: Body, letter: LetterPlan): void {
  const { CENTER, RIGHT } = DocumentApp.HorizontalAlignment;
  const aligned = (where: GoogleAppsScript.Document.HorizontalAlignment) =>
    look('HORIZONTAL_ALIGNMENT', where);
  for (const line of letter.addressLines) styled(body.appendParagraph(line), headingSize);
  for (const line of [letter.date, ...letter.senderLines])
    styled(body.appendParagraph(line), textSize, aligned(RIGHT));
  styled(body.appendParagraph(letter.title), titleSize, {
    ...aligned(CENTER),
    ...look('BOLD', true),
    ...look('SPACING_BEFORE', 8),
    ...look('SPACING_AFTER', 6),
  });
  for (const block of letter.blocks) writeBlock(body, block);
}

/** Puts the files of this name into the bin: what a run that died left, and what is made anew. */
function discard(files: GoogleAppsScript.Drive.FileIterator): void {
  while (files.hasNext()) files.next().setTrashed(true);
}

export const letters: Letters = {
  make(workbookId, name, plans) {
    // Under a name of its own until it is whole: by it a later run finds what one that died left behind.
    const draft = `cci-${workbookId}-${name}`;
    discard(DriveApp.getFilesByName(draft));
    const folder = outputFolder(workbookId);
    const document = DocumentApp.create(draft);
    const body = document.getBody();
    body.setPageWidth(page.width).setPageHeight(page.height);
    body.setMarginTop(page.margin).setMarginBottom(page.margin);
    body.setMarginLeft(page.margin).setMarginRight(page.margin);
    plans.forEach((letter, index) => {
      if (index > 0) body.appendPageBreak();
      writeLetter(body, letter);
    });
    // A new document begins with an empty paragraph.
    if (plans.length > 0) body.removeChild(body.getChild(0));
    document.saveAndClose();
    discard(folder.getFilesByName(name));
    const file = DriveApp.getFileById(document.getId());
    return stored(file.moveTo(folder).setName(name));
  },
};
