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
import { parseMarkup } from './markup.ts';
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

const formatsByEnding: Readonly<Record<string, SourceFormat>> = {
  txt: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  xml: 'egov-xml',
  docx: 'docx',
  docm: 'docx',
  pdf: 'pdf',
};

/** The format that a file's name promises; undefined for files that are no documents of rules. */
export function formatOf(file: string): SourceFormat | undefined {
  return formatsByEnding[/\.([^.]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
}

/**
 * Reads a document of any format by its name and content. Never throws for what stands in a file: a document that cannot be
 * read has no lines and an issue of severity `error`; every issue names the file in `file`.
 */
export async function readSource(path: string, bytes: Uint8Array): Promise<SourceDocument> {
  const file = basename(path);
  const format = formatOf(file) ?? 'text';
  if (bytes.length === 0) return unread(file, format, 'corpus.read.empty');
  const reader = readers[format];
  if (reader === undefined) return unread(file, format, 'corpus.read.kind-unknown');
  const document = await reader(bytes, file);
  const issues = document.issues.map((each) => ({ ...each, params: { file, ...each.params } }));
  if (document.lines.length > 0 || issues.some(({ severity }) => severity === 'error'))
    return { ...document, issues };
  return unread(file, format, 'corpus.read.empty');
}
