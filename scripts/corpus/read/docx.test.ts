/** docx: automatic numbers as printed, headings, tables, notes, tracked changes, what is left out. */
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from './index.ts';
import { docxOf, paragraph } from './testing.ts';

const level = (ilvl: number, format: string, text: string, start = 1): string =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: number, levels: string): string =>
  `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum><w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`;
const numbered = (text: string, ilvl: number, numId = 1): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`);
const read = async (bytes: Uint8Array) => readSource('規程.docx', bytes);

describe('docx', () => {
  it('automatic_numbers__of_a_regulation__as_Word_prints_them', async () => {
    const levels = [
      level(0, 'decimalFullWidth', '第%1条'),
      level(1, 'decimalFullWidth', '%2', 2),
      level(2, 'japaneseCounting', '%3'),
      level(3, 'irohaFullWidth', '%4'),
      level(4, 'aiueoFullWidth', '（%5）'),
    ].join('');
    const body = [0, 1, 2, 2, 3, 3, 4, 0, 1, 2].map((ilvl) => numbered('本文。', ilvl)).join('');
    const { lines } = await read(docxOf({ body, numbering: list(0, levels) }));
    expect(lines.map(({ numbering }) => numbering)).toEqual(
      '第１条 ２ 一 二 イ ロ （ア） 第２条 ２ 一'.split(' '),
    );
    expect(lines.every(({ text }) => text === '本文。')).toBe(true);
  });

  it('a_list_started_anew__counts_from_its_own_start__and_the_first_goes_on', async () => {
    const numbering = `${list(0, level(0, 'decimal', '(%1)'))}<w:num w:numId="9"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const body = [1, 1, 9, 9, 1].map((numId) => numbered('本文。', 0, numId)).join('');
    const { lines } = await read(docxOf({ body, numbering }));
    expect(lines.map((each) => each.numbering)).toEqual(['(1)', '(2)', '(1)', '(2)', '(3)']);
  });

  it('styles__headings_and_numbers_come_with_them__a_table_of_contents_does_not', async () => {
    const styles = [
      '<w:style w:styleId="a"><w:name w:val="Title"/></w:style>',
      '<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      '<w:style w:styleId="b"><w:basedOn w:val="1"/></w:style>',
      '<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>',
    ].join('');
    const styled = (text: string, id: string): string => paragraph(text, `<w:pStyle w:val="${id}"/>`);
    const body = styled('会員規程', 'a') + styled('総則　1', 't') + styled('総則', '1') + styled('会員', 'b');
    const numbering = list(0, level(0, 'decimal', '第%1章'));
    const document = await read(docxOf({ body, styles, numbering }));
    expect(document.title).toBe('会員規程');
    expect(document.lines.map((each) => [each.kind, each.level, each.numbering, each.text])).toEqual([
      ['heading', 1, undefined, '会員規程'],
      ['heading', 1, '第1章', '総則'],
      ['heading', 1, '第2章', '会員'],
    ]);
    expect(document.issues).toMatchObject([{ code: 'corpus.read.contents-left-out' }]);
  });

  it('tracked_changes__are_accepted__with_a_warning_that_counts_them', async () => {
    const body =
      '<w:p><w:r><w:t>会費は</w:t></w:r><w:del><w:r><w:delText>一万円</w:delText></w:r></w:del><w:ins><w:r><w:t>二万円</w:t></w:r></w:ins><w:r><w:t>とする。</w:t></w:r></w:p>' +
      '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前の段落と</w:t></w:r></w:p><w:p><w:r><w:t>次の段落。</w:t></w:r></w:p>';
    const { lines, issues } = await read(docxOf({ body, comments: '<w:comment/><w:comment/>' }));
    expect(lines.map(({ text }) => text)).toEqual(['会費は二万円とする。', '前の段落と次の段落。']);
    expect(issues).toMatchObject([
      { code: 'corpus.read.changes-accepted', severity: 'warning', params: { insertions: 1, deletions: 2 } },
      { code: 'corpus.read.comments-left-out', params: { count: 2 } },
    ]);
  });

  it('tables__merged_cells__repeat_a_label_in_each_row_and_a_sentence_in_none', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('区分', '<w:vMerge w:val="restart"/>')}${cell('会費', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('一口')}${cell('二口')}</w:tr></w:tbl>`;
    const { lines } = await read(docxOf({ body }));
    expect(lines.map(({ kind, cells }) => [kind, cells])).toEqual([
      ['table-row', ['区分', '会費', '']],
      ['table-row', ['区分', '一口', '二口']],
    ]);
    const twoRows = (text: string): string =>
      `<w:tbl><w:tr>${cell('甲')}${cell(text, '<w:vMerge w:val="restart"/>')}</w:tr><w:tr>${cell('乙')}${cell('', '<w:vMerge/>')}</w:tr><w:tr>${cell('丙')}${cell('')}</w:tr></w:tbl>`;
    const second = async (text: string) =>
      (await read(docxOf({ body: twoRows(text) }))).lines.map(({ cells }) => cells?.[1]);
    expect(await second('一口')).toEqual(['一口', '一口', '']);
    expect(await second('一口とする。')).toEqual(['一口とする。', '', '']);
  });

  it('notes_ruby_boxes_and_fields__stand_where_a_reader_looks_for_them', async () => {
    const body =
      '<w:p><w:r><w:ruby><w:rt><w:r><w:t>ふか</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>賦課</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>金</w:t><w:footnoteReference w:id="2"/></w:r></w:p>' +
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>EQ \\* jc2 \\o\\ad(\\s\\up 9(かいぎ),会議)</w:instrText><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>を開く。</w:t></w:r></w:p>' +
      '<w:p><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>枠の中</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>枠の中</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>';
    const footnotes = '<w:footnote w:id="2"><w:p><w:r><w:t>年額。</w:t></w:r></w:p></w:footnote>';
    const { lines } = await read(docxOf({ body, footnotes }));
    expect(lines).toMatchObject([
      { text: '賦課金（注1）', ruby: 'ふか' },
      { text: '会議を開く。', ruby: 'かいぎ' },
      { text: '枠の中' },
      { text: '年額。', kind: 'footnote', numbering: '注1' },
    ]);
  });

  it('pictures__alone__are_reported__however_large_they_are', async () => {
    const body = '<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>';
    const more = { 'word/media/image1.png': new Uint8Array(5_000_000) };
    const document = await read(docxOf({ body, more }));
    expect(document.issues).toMatchObject([{ code: 'corpus.read.picture-only', severity: 'error' }]);
  });

  it.each([
    ['a truncated package', docxOf({ body: paragraph('本文。') }).subarray(0, 300), 'corpus.read.damaged'],
    ['no package', strToU8('本文'), 'corpus.read.damaged'],
    ['a spreadsheet', docxOf({ body: '', more: { 'xl/workbook.xml': strToU8('') } }), 'corpus.read.empty'],
    [
      'a password',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'corpus.read.encrypted',
    ],
    ['an older document', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'corpus.read.kind-old'],
    ['nothing', new Uint8Array(), 'corpus.read.empty'],
  ])('%s__is_reported__never_thrown', async (_name, bytes, code) => {
    const { lines, issues } = await read(bytes);
    expect(lines).toEqual([]);
    expect(issues).toMatchObject([{ code, severity: 'error', params: { file: '規程.docx' } }]);
  });
});
