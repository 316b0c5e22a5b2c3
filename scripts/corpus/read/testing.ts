/** Small documents for tests, built from their parts: a docx as a zip of XML, a PDF object by object. */
import { strToU8, zipSync } from 'fflate';
import { encodeWindows31j } from '../../../shared/bytes/windows31j.ts';

const day = { mtime: new Date('2026-04-01T00:00:00') };

export interface DocxText {
  /** Contents of `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  readonly more?: Readonly<Record<string, Uint8Array>>;
}

/** A docx of the parts given. */
export function docxOf({ body, styles, numbering, footnotes, comments, more = {} }: DocxText): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`),
    'word/header1.xml': strToU8('<w:hdr><w:p><w:r><w:t>柱の行</w:t></w:r></w:p></w:hdr>'),
    ...more,
  };
  const parts = { styles, numbering, footnotes, comments };
  for (const [name, xml] of Object.entries(parts)) {
    if (xml !== undefined) files[`word/${name}.xml`] = strToU8(`<w:${name}>${xml}</w:${name}>`);
  }
  return zipSync(files, day);
}

/** A paragraph of a docx with its properties. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

export interface Placed {
  readonly text: string;
  /** From the left and from the bottom of an A4 page, in points. */
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

const hex = (text: string): string =>
  Array.from(encodeWindows31j(text).bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A PDF of pages of text in a font that is named and not carried, as older Japanese programs write it; a page `'drawing'` has no text. */
export function pdfOf(
  pages: readonly (readonly Placed[] | 'drawing')[],
  encoding = '90ms-RKSJ-H',
): Uint8Array {
  const kids = pages.map((_page, index) => `${6 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    `<</Type/Font/Subtype/Type0/BaseFont/Mincho/Encoding/${encoding}/DescendantFonts[4 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/Mincho/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor 5 0 R/DW 1000/W[1 632 500]>>',
    '<</Type/FontDescriptor/FontName/Mincho/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -140/CapHeight 709/StemV 80>>',
  ];
  for (const [index, page] of pages.entries()) {
    const content =
      page === 'drawing'
        ? '0 0 m 200 200 l S'
        : page
            .map(({ text, x, y, size = 10 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`)
            .join('\n');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${7 + 2 * index} 0 R>>`,
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
    );
  }
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = text.length;
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  text += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return strToU8(text);
}
