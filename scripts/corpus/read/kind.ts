/** What a file is by its first bytes and its name; the bytes count more. */
import type { SourceFormat } from '../../../shared/corpus/model.ts';

const formatsByEnding: Readonly<Record<string, SourceFormat>> = {
  txt: 'text',
  text: 'text',
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

export type Kind =
  | { readonly format: SourceFormat }
  | { readonly format: SourceFormat; readonly code: string };

function begins(bytes: Uint8Array, start: string): boolean {
  return Array.from(start).every((sign, at) => bytes[at] === sign.charCodeAt(0));
}

/** Text in UTF-16 as the directory of an OLE file holds its names. */
function holdsName(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}

/** Format to read a file in, or the code of the issue for which it cannot be read. */
export function kindOf(file: string, bytes: Uint8Array): Kind {
  const promised = formatOf(file);
  const format = promised ?? 'text';
  if (bytes.length === 0) return { format, code: 'corpus.read.empty' };
  if (begins(bytes, '\u00d0\u00cf\u0011\u00e0')) {
    // A docx with a password is an OLE file (MS-OFFCRYPTO 2.3.4.4) like the documents of older programs.
    const isLocked = holdsName(bytes, 'EncryptedPackage');
    return { format, code: isLocked ? 'corpus.read.encrypted' : 'corpus.read.kind-old' };
  }
  if (begins(bytes, '{\\rtf')) return { format, code: 'corpus.read.kind-old' };
  if (begins(bytes, 'PK\u0003\u0004')) return { format: 'docx' };
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return { format: 'pdf' };
  if (promised === 'docx' || promised === 'pdf') return { format, code: 'corpus.read.damaged' };
  const isWide = begins(bytes, '\u00ff\u00fe') || begins(bytes, '\u00fe\u00ff');
  if (!isWide && bytes.includes(0)) return { format, code: 'corpus.read.kind-unknown' };
  return { format };
}
