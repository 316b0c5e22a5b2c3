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

function styled(paragraph: Paragraph, size = textSize, bold = false): Paragraph {
  paragraph.setSpacingBefore(0).setSpacingAfter(2).setLineSpacing(1.15);
  paragraph.editAsText().setFontSize(size).setBold(bold);
  return paragraph;
}

const blockWriters: {
  readonly [K in LetterBlock['kind']]: (body: Body, block: LetterBlock & { kind: K }) => void;
} = {
  heading(body, { text }) {
    styled(body.appendParagraph(text), headingSize, true).setSpacingBefore(6);
  },
  paragraph(body, { text }) {
    styled(body.appendParagraph(text));
  },
  steps(body, { items }) {
    // Numbers as text: a list would count on from the letter before.
    items.forEach((text, index) => {
      styled(body.appendParagraph(`${index + 1}. ${text}`)).setIndentStart(12);
    });
  },
  facts(body, { rows }) {
    const table = body.appendTable(rows.map(({ label, value }) => [label, value]));
    table.setBorderWidth(0.5).setColumnWidth(0, labelWidth);
    table.editAsText().setFontSize(textSize).setBold(false);
    for (let row = 0; row < rows.length; row++) {
      for (let column = 0; column < 2; column++)
        table.getCell(row, column).setPaddingTop(1).setPaddingBottom(1);
    }
  },
  qr(body, { text, caption }) {
    const picture = Utilities.newBlob(signed(qrPng(qrModules(text), qrScale)), 'image/png', 'qr.png');
    const table = body.appendTable([['', `${caption}\n${text}`]]);
    table.setBorderWidth(0).setColumnWidth(0, qrSide + 20);
    table.editAsText().setFontSize(textSize).setBold(false);
    table.getCell(0, 0).appendImage(picture).setWidth(qrSide).setHeight(qrSide);
  },
};

function writeBlock<K extends LetterBlock['kind']>(body: Body, block: LetterBlock & { kind: K }): void {
  blockWriters[block.kind](body, block);
}

function writeLetter(body: Body, letter: LetterPlan): void {
  const right = DocumentApp.HorizontalAlignment.RIGHT;
  for (const line of letter.addressLines) styled(body.appendParagraph(line), headingSize);
  for (const line of [letter.date, ...letter.senderLines])
    styled(body.appendParagraph(line)).setAlignment(right);
  styled(body.appendParagraph(letter.title), titleSize, true)
    .setAlignment(DocumentApp.HorizontalAlignment.CENTER)
    .setSpacingBefore(8)
    .setSpacingAfter(6);
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
