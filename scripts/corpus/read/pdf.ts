/** Takes the pieces of text out of a PDF with pdf.js (packed for servers by unpdf) and hands them to the reader. */
import { getResolvedPDFJS } from 'unpdf';
import type { SourceDocument } from '../../../shared/corpus/model.ts';
import type { PdfPage, Run } from '../../../shared/corpus/read/pdf/model.ts';
import { readPdf } from '../../../shared/corpus/read/pdf/pdf.ts';
import { issue } from '../../../shared/issue/issue.ts';
import { CharacterMaps } from './character-maps.ts';
import { unread } from './unread.ts';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
type Pdf = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** Pictures of more pixels than this are not decoded: only whether there are some is asked. */
const maxImageSize = 1;

async function open(bytes: Uint8Array): Promise<Pdf> {
  const { getDocument, VerbosityLevel } = await getResolvedPDFJS();
  return getDocument({
    // pdf.js takes the buffer away from whoever gives it.
    data: new Uint8Array(bytes),
    BinaryDataFactory: CharacterMaps,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    useWasm: false,
    maxImageSize,
    verbosity: VerbosityLevel.ERRORS,
  }).promise;
}

/** a, b, c, d, e, f of PDF 32000-1, 8.3.4. */
type Matrix = readonly number[];

function multiplied(first: Matrix, second: Matrix): number[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = first;
  const [A = 1, B = 0, C = 0, D = 1, E = 0, F = 0] = second;
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

async function readPage(page: Page, number: number): Promise<PdfPage> {
  const view = page.getViewport({ scale: 1 });
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  const runs: Run[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str === '') continue;
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = multiplied(view.transform, item.transform);
    // Some programs turn the letters of a horizontal font instead of using its vertical ones.
    const isTurned = b > Math.abs(a);
    const isVertical = isTurned || styles[item.fontName]?.vertical === true;
    const length = isVertical && !isTurned ? item.height : item.width;
    runs.push({ text: item.str, x, y, length, size: Math.hypot(c, d), isVertical });
  }
  // Asked of empty pages only: a picture or a drawing makes the difference between a scan and a blank page.
  const isDrawn = runs.length > 0 || (await page.getOperatorList()).fnArray.length > 0;
  return { page: number, width: view.width, height: view.height, runs, hasContent: isDrawn };
}

async function titleOf(pdf: Pdf): Promise<string> {
  const { info } = await pdf.getMetadata();
  const title: unknown = 'Title' in info ? info.Title : '';
  return typeof title === 'string' ? title.trim() : '';
}

/** Reads a PDF; a page that fails is named and the others are read. */
export async function readPdfFile(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  let pdf: Pdf;
  try {
    pdf = await open(bytes);
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    return unread(file, 'pdf', isLocked ? 'corpus.read.encrypted' : 'corpus.read.damaged');
  }
  try {
    const pages: PdfPage[] = [];
    const failed: number[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      try {
        const page = await pdf.getPage(number);
        pages.push(await readPage(page, number));
        page.cleanup();
      } catch {
        failed.push(number);
      }
    }
    const title = await titleOf(pdf).catch(() => '');
    const document = readPdf(pages, file, title);
    if (failed.length === 0) return document;
    const severity = pages.length === 0 ? 'error' : 'warning';
    const damaged = issue('corpus.read.page-damaged', severity, '', { params: { pages: failed.join(', ') } });
    return { ...document, issues: [damaged, ...document.issues] };
  } finally {
    await pdf.destroy();
  }
}
