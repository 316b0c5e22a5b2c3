/** Opens a docx package and hands its parts to the reader. */
import { unzipSync } from 'fflate';
import type { SourceDocument } from '../../../shared/corpus/model.ts';
import { readDocx } from '../../../shared/corpus/read/docx/docx.ts';
import type { DocxParts } from '../../../shared/corpus/read/docx/parts.ts';
import { decodeSource } from '../../../shared/corpus/read/encoding.ts';
import type { MarkupElement } from '../../../shared/corpus/read/markup.ts';
import { parseMarkup } from './markup.ts';
import { unread } from './unread.ts';

const partNames: Readonly<Record<Exclude<keyof DocxParts, 'document'>, string>> = {
  styles: 'word/styles.xml',
  numbering: 'word/numbering.xml',
  footnotes: 'word/footnotes.xml',
  endnotes: 'word/endnotes.xml',
  comments: 'word/comments.xml',
  properties: 'docProps/core.xml',
};
const wanted = new Set(['word/document.xml', 'word/document2.xml', ...Object.values(partNames)]);

/** A part that unpacks to more than this is no text that people wrote. */
const largestPart = 200_000_000;

const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(xl|ppt)\//, 'corpus.read.kind-unknown'],
  [/^content\.xml$/, 'corpus.read.kind-odt'],
];

/** Unpacks the text parts only: pictures, however large, stay packed. */
function unpack(bytes: Uint8Array): { parts: Record<string, Uint8Array>; names: string[] } {
  const names: string[] = [];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      names.push(name);
      return wanted.has(name) && originalSize <= largestPart;
    },
  });
  return { parts, names };
}

/** Reads a docx; one that cannot be opened has an issue and no lines. */
export function readDocxFile(bytes: Uint8Array, file: string): SourceDocument {
  let unpacked: ReturnType<typeof unpack>;
  try {
    unpacked = unpack(bytes);
  } catch {
    return unread(file, 'docx', 'corpus.read.damaged');
  }
  const { parts, names } = unpacked;
  const parsed = (name: string): MarkupElement | undefined => {
    const part = parts[name];
    return part === undefined ? undefined : parseMarkup(decodeSource(part).text, 'xml');
  };
  const document = parsed('word/document.xml') ?? parsed('word/document2.xml');
  if (document === undefined) {
    const kind = kinds.find(([pattern]) => names.some((name) => pattern.test(name)));
    return unread(file, 'docx', kind?.[1] ?? 'corpus.read.damaged');
  }
  const found: { -readonly [K in keyof DocxParts]: DocxParts[K] } = { document };
  for (const key of ['styles', 'numbering', 'footnotes', 'endnotes', 'comments', 'properties'] as const) {
    const part = parsed(partNames[key]);
    if (part !== undefined) found[key] = part;
  }
  return readDocx(found, file);
}
