/** One file of the folder as a document of lines. Never throws for what stands in a file. */
import { Parser } from 'htmlparser2';
import { readDocElements } from '../../../shared/corpus/lookup-google-doc.ts';
import { treeHandler } from '../../../shared/corpus/lookup-markup.ts';
import type { SourceDocument, SourceFormat } from '../../../shared/corpus/model.ts';
import { isLaw, readEgovXml } from '../../../shared/corpus/read/egov-xml.ts';
import { decodeSource } from '../../../shared/corpus/read/encoding.ts';
import { declaredCharset, readHtml } from '../../../shared/corpus/read/html.ts';
import { readMarkdown } from '../../../shared/corpus/read/markdown.ts';
import { findElement, type MarkupElement } from '../../../shared/corpus/read/markup.ts';
import { readText } from '../../../shared/corpus/read/text.ts';
import { issue } from '../../../shared/issue/issue.ts';
import type { FoundFile, RuleFiles } from './port.ts';

export type FileKind = 'doc' | 'text' | 'markdown' | 'html' | 'xml' | 'office' | 'other';

const byEnding: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xml: 'xml',
  docx: 'office',
  doc: 'office',
  docm: 'office',
  pdf: 'office',
};

/** What a file is, by its type in Drive and its ending. */
export function fileKind({ name, mimeType }: FoundFile): FileKind {
  if (mimeType === 'application/vnd.google-apps.document') return 'doc';
  if (mimeType.startsWith('application/vnd.google-apps.')) return 'other';
  return byEnding[/\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'other';
}

function parse(text: string, kind: 'html' | 'xml'): MarkupElement {
  const { handler, root } = treeHandler();
  new Parser(handler, { xmlMode: kind === 'xml', decodeEntities: true }).end(text);
  return root;
}

function unread(file: string, format: SourceFormat, code: string): SourceDocument {
  return { file, format, title: '', lines: [], issues: [issue(code, 'error', '', { params: { file } })] };
}

function readBytes(kind: FileKind, bytes: Uint8Array, file: string): SourceDocument {
  const charset = kind === 'html' || kind === 'xml' ? declaredCharset(bytes) : undefined;
  const { text, issues } = decodeSource(bytes, charset);
  const document = readDecoded(kind, text, file);
  const all = [...issues, ...document.issues].map((each) => ({ ...each, params: { file, ...each.params } }));
  if (document.lines.length === 0 && !all.some(({ severity }) => severity === 'error'))
    return unread(file, document.format, 'corpus.read.empty');
  return { ...document, issues: all };
}

function readDecoded(kind: FileKind, text: string, file: string): SourceDocument {
  if (kind === 'html') return readHtml(parse(text, 'html'), file);
  if (kind === 'markdown') return readMarkdown(text, file);
  if (kind !== 'xml') return readText(text, file);
  const root = parse(text, 'xml');
  if (isLaw(root)) return readEgovXml(root, file);
  return findElement(root, 'html') === undefined
    ? unread(file, 'egov-xml', 'corpus.read.kind-unknown')
    : readHtml(parse(text, 'html'), file);
}

/** @param file name under which the bundle knows it: of two files of one name each has its own */
export function readFile(files: RuleFiles, found: FoundFile, file: string): SourceDocument {
  const kind = fileKind(found);
  if (kind === 'doc') return readDocElements(files.readDoc(found.id), file);
  const bytes = files.bytes(found.id);
  try {
    return readBytes(kind, bytes, file);
  } catch {
    // The parser promises nothing about files that were never valid.
    return unread(file, 'text', 'corpus.read.damaged');
  }
}
