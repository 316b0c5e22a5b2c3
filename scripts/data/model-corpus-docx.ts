/**
 * A model text as a Word file: the parts of WordprocessingML (ECMA-376 part 1) written by hand and packed with fflate, so that the
 * same text gives the same bytes.
 */
import { strToU8, zipSync } from 'fflate';
import { type ListPlace, listNumbers, numberingPart } from './model-corpus-lists.ts';
import { type Block, escaped, piecesOf, reachOf } from './model-corpus-text.ts';

export interface DocxManner {
  /** Chapters as headings by style, or only centred, as many offices do. */
  readonly headings: 'styled' | 'centred';
  /** Numbers of articles, paragraphs and items by Word's own lists, or typed. */
  readonly numbers: 'automatic' | 'typed';
}

const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const changed = 'w:author="会員課" w:date="2025-02-03T09:00:00Z"';

const run = (text: string, name = 't'): string =>
  `<w:r><w:${name} xml:space="preserve">${escaped(text)}</w:${name}></w:r>`;

/** Writes paragraphs; ids of changes go up through the document. */
class Paragraphs {
  private change = 100;
  readonly notes: string[] = [];

  runs(text: string): string {
    return piecesOf(text)
      .map((piece) => {
        switch (piece.kind) {
          case 'call':
            this.notes.push(piece.text);
            return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${this.notes.length}"/></w:r>`;
          case 'deleted':
            return `<w:del w:id="${this.next()}" ${changed}>${run(piece.text, 'delText')}</w:del>`;
          case 'inserted':
            return `<w:ins w:id="${this.next()}" ${changed}>${run(piece.text)}</w:ins>`;
          default:
            return run(piece.text);
        }
      })
      .join('');
  }

  private next(): number {
    this.change += 1;
    return this.change;
  }

  paragraph(text: string, properties = ''): string {
    return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${this.runs(text)}</w:p>`;
  }
}

function tableOf(rows: readonly (readonly string[])[], paragraphs: Paragraphs): string {
  const columns = rows[0]?.length ?? 0;
  const wide = Math.floor(9000 / Math.max(columns, 1));
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => {
      const isOver = column === 0 && reachOf(rows, at) > 1 && cell !== '';
      const merge = isOver ? '<w:vMerge w:val="restart"/>' : column === 0 && cell === '' ? '<w:vMerge/>' : '';
      return `<w:tc><w:tcPr><w:tcW w:w="${wide}" w:type="dxa"/>${merge}</w:tcPr>${paragraphs.paragraph(cell)}</w:tc>`;
    });
    return `<w:tr>${cells.join('')}</w:tr>`;
  });
  const grid = Array.from({ length: columns }, () => `<w:gridCol w:w="${wide}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

const listed = ({ numId, level }: ListPlace): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;

function bodyOf(blocks: readonly Block[], manner: DocxManner, paragraphs: Paragraphs) {
  const { places, lists } = listNumbers(blocks, manner.numbers === 'automatic');
  const body = blocks.map((block, at) => {
    const place = places[at];
    switch (block.kind) {
      case 'title':
        return paragraphs.paragraph(block.text, '<w:pStyle w:val="Title"/>');
      case 'heading':
        return paragraphs.paragraph(
          block.text,
          manner.headings === 'styled'
            ? `<w:pStyle w:val="Heading${block.level}"/>`
            : block.text.startsWith('別表')
              ? ''
              : '<w:jc w:val="center"/>',
        );
      case 'table':
        return tableOf(block.rows, paragraphs);
      case 'note':
        return '';
      default:
        return paragraphs.paragraph(
          place === undefined ? block.text : block.text.slice(place.label.length),
          place === undefined ? '' : listed(place),
        );
    }
  });
  return { body: body.join(''), lists };
}

const styles = `<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Century" w:eastAsia="ＭＳ 明朝" w:hAnsi="Century"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
${[1, 2, 3]
  .map(
    (level) =>
      `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`,
  )
  .join('\n')}
</w:styles>`;

function footnotesPart(blocks: readonly Block[], names: readonly string[]): string {
  const texts = names.map((name, at) => {
    const note = blocks.find((block) => block.kind === 'note' && block.name === name);
    const words = note?.kind === 'note' ? note.text : '';
    return `<w:footnote w:id="${at + 1}"><w:p><w:r><w:footnoteRef/></w:r>${run(words)}</w:p></w:footnote>`;
  });
  const separators =
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';
  return `<w:footnotes ${namespaces}>${separators}${texts.join('')}</w:footnotes>`;
}

const footer = `<w:ftr ${namespaces}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run('- ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('1')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' -')}</w:p></w:ftr>`;

const partTypes: Readonly<Record<string, string>> = {
  document: 'document.main',
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  footer1: 'footer',
};

function packageParts(): Readonly<Record<string, string>> {
  const overrides = Object.entries(partTypes).map(
    ([name, type]) =>
      `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
  );
  const related = Object.keys(partTypes)
    .filter((name) => name !== 'document')
    .map(
      (name) =>
        `<Relationship Id="${name}" Type="${office}/${name.replace(/[0-9]/g, '')}" Target="${name}.xml"/>`,
    );
  const relationships = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    '_rels/.rels': `<Relationships ${relationships}><Relationship Id="document" Type="${office}/officeDocument" Target="word/document.xml"/><Relationship Id="core" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships ${relationships}>${related.join('')}</Relationships>`,
  };
}

/** The bytes of the Word file. */
export function docxOfText(blocks: readonly Block[], manner: DocxManner): Uint8Array {
  const paragraphs = new Paragraphs();
  const { body, lists } = bodyOf(blocks, manner, paragraphs);
  const title = blocks.find(({ kind }) => kind === 'title');
  const parts: Readonly<Record<string, string>> = {
    ...packageParts(),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title?.kind === 'title' ? title.text : '')}</dc:title><dc:creator>見本商工会議所</dc:creator></cp:coreProperties>`,
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1418" w:bottom="1701" w:left="1418" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': `<w:numbering ${namespaces}>${numberingPart(lists)}</w:numbering>`,
    'word/footnotes.xml': footnotesPart(blocks, paragraphs.notes),
    'word/footer1.xml': footer,
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)] as const);
  // The time of a zip entry is a local one without a zone: the same everywhere.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(2025, 3, 1) });
}
