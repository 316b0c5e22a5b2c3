/** What a test reads of a PDF: its pages, their size in points, its words. */
import { extractText, getDocumentProxy } from 'unpdf';

/** Signs that a reader cannot tell apart, and spaces, count as nothing: a font has one glyph for several of them. */
export const plainWords = (text: string): string =>
  text.normalize('NFKC').replace(/\s/g, '').replace(/‧/g, '・');

export async function readPdf(bytes: Uint8Array): Promise<{
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly text: string;
}> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(pdf, { mergePages: true });
  const [left = 0, top = 0, right = 0, bottom = 0] = (await pdf.getPage(1)).view;
  return {
    pages: pdf.numPages,
    width: Math.round(right - left),
    height: Math.round(bottom - top),
    text: plainWords(text),
  };
}
