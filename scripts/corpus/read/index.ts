/** One door for every file of a folder of regulations: its bytes become a document of lines. */
import { basename } from 'node:path';
import type { SourceDocument, SourceFormat } from '../../../shared/corpus/model.ts';
import { isLaw, readEgovXml } from '../../../shared/corpus/read/egov-xml.ts';
import { decodeSource } from '../../../shared/corpus/read/encoding.ts';
import { declaredCharset, readHtml } from '../../../shared/corpus/read/html.ts';
import { readMarkdown } from '../../../shared/corpus/read/markdown.ts';
import { findElement } from '../../../shared/corpus/read/markup.ts';
import { readText } from '../../../shared/corpus/read/text.ts';
import { readDocxFile } from './docx.ts';
import { kindOf } from './kind.ts';
import { parseMarkup } from './markup.ts';

export { formatOf } from './kind.ts';

import { readPdfFile } from './pdf.ts';
import { unread } from './unread.ts';

type Reader = (bytes: Uint8Array, file: string) => SourceDocument | Promise<SourceDocument>;

/** Decodes first, then reads; what the decoding found stands before what the reading found. */
const textual =
  (
    read: (text: string, file: string) => SourceDocument,
    charset?: (bytes: Uint8Array) => string | undefined,
  ): Reader =>
  (bytes, file) => {
    const { text, issues } = decodeSource(bytes, charset?.(bytes));
    const document = read(text, file);
    return { ...document, issues: [...issues, ...document.issues] };
  };

const asXml = (text: string, file: string): SourceDocument => {
  const root = parseMarkup(text, 'xml');
  if (isLaw(root)) return readEgovXml(root, file);
  // Pages are sometimes saved as .xml; other data is not for us.
  return findElement(root, 'html') === undefined
    ? unread(file, 'egov-xml', 'corpus.read.kind-unknown')
    : readHtml(parseMarkup(text, 'html'), file);
};

const readers: Readonly<Partial<Record<SourceFormat, Reader>>> = {
  text: textual(readText),
  markdown: textual(readMarkdown),
  html: textual((text, file) => readHtml(parseMarkup(text, 'html'), file), declaredCharset),
  'egov-xml': textual(asXml, declaredCharset),
  docx: readDocxFile,
  pdf: readPdfFile,
};

/**
 * Reads a document of any format by its name and content. Never throws for what stands in a file: a document that cannot be
 * read has no lines and an issue of severity `error`; every issue names the file in `file`.
 */
export async function readSource(path: string, bytes: Uint8Array): Promise<SourceDocument> {
  const file = basename(path);
  const kind = kindOf(file, bytes);
  if ('code' in kind) return unread(file, kind.format, kind.code);
  const reader = readers[kind.format];
  if (reader === undefined) return unread(file, kind.format, 'corpus.read.kind-unknown');
  let document: SourceDocument;
  try {
    document = await reader(bytes, file);
  } catch {
    // The parsers promise nothing about files that were never valid.
    return unread(file, kind.format, 'corpus.read.damaged');
  }
  const issues = document.issues.map((each) => ({ ...each, params: { file, ...each.params } }));
  const isExplained = document.lines.length > 0 || issues.some(({ severity }) => severity === 'error');
  return isExplained ? { ...document, issues } : unread(file, kind.format, 'corpus.read.empty');
}
