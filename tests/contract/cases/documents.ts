/** Documents: paragraphs, text and its looks, tables, pictures, sections, closing. */
import type { Case } from './kit.ts';

const REF = 'https://developers.google.com/apps-script/reference/document';
/** A PNG of one pixel, drawn for these cases. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const documents: Case[] = [
  {
    name: 'document__new__holds_one_empty_paragraph',
    source: `${REF}/body`,
    documented: false,
    run(kit) {
      const body = kit.document().getBody();
      kit.equal([body.getNumChildren(), body.getText()], [1, '']);
    },
  },
  {
    name: 'appendParagraph__text__is_joined_by_newlines',
    source: `${REF}/body#appendparagraphtext`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      body.appendParagraph('拝啓');
      body.appendParagraph('敬具 𠮷');
      kit.equal(body.getText(), '\n拝啓\n敬具 𠮷');
      kit.equal(
        body.getParagraphs().map((paragraph) => paragraph.getText()),
        ['', '拝啓', '敬具 𠮷'],
      );
    },
  },
  {
    name: 'removeChild__last_paragraph__throws',
    source: `${REF}/body#removechildchild`,
    documented: false,
    run(kit) {
      const body = kit.document().getBody();
      kit.throws(() => body.removeChild(body.getChild(0)), /last paragraph/);
      body.appendParagraph('残る');
      body.removeChild(body.getChild(0));
      kit.equal(body.getText(), '残る');
    },
  },
  {
    name: 'insertParagraph__at_the_top__moves_the_others_down',
    source: `${REF}/body#insertparagraphchildindex,-text`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      body.appendParagraph('後');
      const first = body.insertParagraph(0, '先');
      kit.equal(body.getChildIndex(first), 0);
      kit.equal(body.getText(), '先\n\n後');
    },
  },
  {
    name: 'paragraph__heading_alignment_and_spacing__are_read_back',
    source: `${REF}/paragraph`,
    documented: true,
    run(kit) {
      const paragraph = kit.document().getBody().appendParagraph('題');
      paragraph
        .setHeading(DocumentApp.ParagraphHeading.HEADING1)
        .setAlignment(DocumentApp.HorizontalAlignment.CENTER)
        .setSpacingBefore(6)
        .setSpacingAfter(12)
        .setLineSpacing(1.5);
      kit.ok(paragraph.getHeading() === DocumentApp.ParagraphHeading.HEADING1, '見出し');
      kit.ok(paragraph.getAlignment() === DocumentApp.HorizontalAlignment.CENTER, '中央');
      kit.equal(
        [paragraph.getSpacingBefore(), paragraph.getSpacingAfter(), paragraph.getLineSpacing()],
        [6, 12, 1.5],
      );
    },
  },
  {
    name: 'text__bold_of_a_range__holds_for_that_range_only',
    source: `${REF}/text#setboldstartoffset,-endoffsetinclusive,-bold`,
    documented: true,
    run(kit) {
      const text = kit.document().getBody().appendParagraph('会員番号').editAsText();
      text.setBold(2, 3, true).setFontSize(2, 3, 14);
      kit.equal([text.isBold(1) === true, text.isBold(2), text.isBold(3)], [false, true, true]);
      kit.equal(text.getFontSize(3), 14);
      kit.throws(() => text.setBold(2, 4, true));
    },
  },
  {
    name: 'setAttributes__on_a_paragraph__reach_its_text',
    source: `${REF}/paragraph#setattributesattributes`,
    documented: true,
    run(kit) {
      const paragraph = kit.document().getBody().appendParagraph('本文');
      paragraph.setAttributes({
        [String(DocumentApp.Attribute.BOLD)]: true,
        [String(DocumentApp.Attribute.FONT_SIZE)]: 9,
      });
      kit.equal([paragraph.editAsText().isBold(), paragraph.editAsText().getFontSize()], [true, 9]);
    },
  },
  {
    name: 'appendText__styled__leaves_the_text_before_alone',
    source: `${REF}/paragraph#appendtexttext`,
    documented: true,
    run(kit) {
      const paragraph = kit.document().getBody().appendParagraph('株式会社');
      paragraph.appendText('見本').setBold(true);
      kit.equal(paragraph.getText(), '株式会社見本');
      kit.equal([paragraph.editAsText().isBold(3) === true, paragraph.editAsText().isBold(4)], [false, true]);
    },
  },
  {
    name: 'replaceText__pattern__replaces_every_match_in_paragraphs_and_cells',
    source: `${REF}/body#replacetextsearchpattern,-replacement`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      body.appendParagraph('{{名称}} 御中 {{名称}}');
      body.appendTable([['{{名称}}', '{{番号}}']]);
      body.replaceText('\\{\\{名称\\}\\}', '見本商会');
      kit.ok(body.getText().includes('見本商会 御中 見本商会'), '段落');
      kit.equal(body.getTables()[0]?.getCell(0, 0).getText(), '見本商会');
      kit.equal(body.getTables()[0]?.getCell(0, 1).getText(), '{{番号}}');
    },
  },
  {
    name: 'replaceText__replacement_with_a_dollar__stands_as_it_is',
    source: `${REF}/body#replacetextsearchpattern,-replacement`,
    documented: false,
    run(kit) {
      const body = kit.document().getBody();
      body.appendParagraph('価格');
      body.replaceText('価格', '$1 &');
      kit.equal(body.getText(), '\n$1 &');
    },
  },
  {
    name: 'table__cells__are_read_and_changed',
    source: `${REF}/table`,
    documented: true,
    run(kit) {
      const table = kit
        .document()
        .getBody()
        .appendTable([
          ['項目', '内容'],
          ['名称', ''],
        ]);
      table.getCell(1, 1).setText('見本').setBackgroundColor('#eeeeee').setWidth(200);
      kit.equal([table.getNumRows(), table.getRow(0).getNumCells()], [2, 2]);
      kit.equal(table.getCell(1, 1).getText(), '見本');
      kit.equal(table.getCell(1, 1).getWidth(), 200);
      table.appendTableRow().appendTableCell('追加');
      kit.equal(table.getCell(2, 0).getText(), '追加');
    },
  },
  {
    name: 'listItem__neighbours__share_a_list',
    source: `${REF}/list-item`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      const first = body.appendListItem('一').setGlyphType(DocumentApp.GlyphType.NUMBER);
      const second = body.appendListItem('二');
      kit.equal(first.getListId(), second.getListId());
      kit.ok(first.getGlyphType() === DocumentApp.GlyphType.NUMBER, '番号');
    },
  },
  {
    name: 'appendPageBreak__on_the_body__stands_in_a_paragraph',
    source: `${REF}/body#appendpagebreak`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      const pageBreak = body.appendPageBreak();
      kit.ok(pageBreak.getType() === DocumentApp.ElementType.PAGE_BREAK, '種類');
      kit.ok(pageBreak.getParent().getType() === DocumentApp.ElementType.PARAGRAPH, '親');
    },
  },
  {
    name: 'appendImage__blob__can_be_sized__and_other_bytes_throw',
    source: `${REF}/inline-image`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      const blob = Utilities.newBlob(Utilities.base64Decode(PIXEL), 'image/png', '点.png');
      const image = body.appendImage(blob).setWidth(120).setHeight(90);
      kit.equal([image.getWidth(), image.getHeight()], [120, 90]);
      kit.equal(body.getImages().length, 1);
      kit.throws(() => body.appendImage(Utilities.newBlob('<svg/>', 'image/svg+xml', 'x.svg')));
    },
  },
  {
    name: 'page__margins__are_points',
    source: `${REF}/body#setmargintopmargintop`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      body.setMarginTop(36).setPageWidth(595.28);
      kit.equal(Math.round(body.getMarginTop()), 36);
      kit.equal(Math.round(body.getPageWidth()), 595);
    },
  },
  {
    name: 'header_and_footer__once_each',
    source: `${REF}/document#addheader`,
    documented: true,
    run(kit) {
      const document = kit.document();
      kit.equal(document.getHeader(), null);
      document.addHeader().appendParagraph('商工会議所');
      document.addFooter().setText('問い合わせ先');
      kit.equal(document.getFooter().getText(), '問い合わせ先');
      kit.throws(() => document.addHeader());
    },
  },
  {
    name: 'saveAndClose__written_after__throws__opened_again__is_there',
    source: `${REF}/document#saveandclose`,
    documented: true,
    run(kit) {
      const document = kit.document();
      const body = document.getBody();
      body.appendParagraph('残る');
      document.saveAndClose();
      kit.throws(() => body.appendParagraph('遅い'), /closed/);
      kit.equal(DocumentApp.openById(document.getId()).getBody().getText(), '\n残る');
      kit.equal(DocumentApp.openByUrl(document.getUrl()).getId(), document.getId());
    },
  },
  {
    name: 'makeCopy__document__is_a_document_of_its_own',
    source: 'https://developers.google.com/apps-script/reference/drive/file#makecopy',
    documented: true,
    run(kit) {
      const document = kit.document();
      document.getBody().appendParagraph('原本');
      document.saveAndClose();
      const file = DriveApp.getFileById(document.getId());
      kit.equal(file.getMimeType(), 'application/vnd.google-apps.document');
      const copy = file.makeCopy('写し');
      const opened = DocumentApp.openById(copy.getId());
      opened.getBody().appendParagraph('追記');
      opened.saveAndClose();
      copy.setTrashed(true);
      kit.equal(opened.getName(), '写し');
      kit.equal(DocumentApp.openById(document.getId()).getBody().getText(), '\n原本');
    },
  },
  {
    name: 'copy__paragraph_with_its_looks__goes_to_another_place',
    source: `${REF}/paragraph#copy`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      const paragraph = body.appendParagraph('見本');
      paragraph.editAsText().setBold(0, 0, true);
      const copied = body.appendParagraph(paragraph.copy());
      kit.equal([copied.editAsText().isBold(0), copied.editAsText().isBold(1) === true], [true, false]);
      kit.throws(() => body.appendParagraph(paragraph), /detached/);
    },
  },
  {
    name: 'clear__body__leaves_one_empty_paragraph_and_the_same_document',
    source: `${REF}/body#clear`,
    documented: false,
    run(kit) {
      const document = kit.document();
      const body = document.getBody();
      body.appendParagraph('旧');
      body.appendTable([['旧', '表']]);
      body.clear();
      kit.equal([body.getNumChildren(), body.getText()], [1, '']);
      body.appendParagraph('新');
      document.saveAndClose();
      kit.equal(DocumentApp.openById(document.getId()).getBody().getText(), '\n新');
    },
  },
  {
    name: 'getChild__by_type__tells_paragraph_list_item_and_table_apart',
    source: `${REF}/element-type`,
    documented: true,
    run(kit) {
      const body = kit.document().getBody();
      body.appendParagraph('第1章 総則').setHeading(DocumentApp.ParagraphHeading.HEADING2);
      body.appendListItem('名称').setGlyphType(DocumentApp.GlyphType.NUMBER).setNestingLevel(1);
      body.appendTable([['区分', '額']]);
      const types = [1, 2, 3].map((at) => String(body.getChild(at).getType()));
      kit.equal(types, ['PARAGRAPH', 'LIST_ITEM', 'TABLE']);
      kit.equal(body.getChild(2).asListItem().getNestingLevel(), 1);
      kit.equal(String(body.getChild(1).asParagraph().getHeading()), 'HEADING2');
    },
  },
  {
    name: 'getTabs__document_made_by_a_script__has_one_whose_body_is_that_of_the_document',
    source: `${REF}/document#gettabs`,
    documented: true,
    run(kit) {
      const document = kit.document();
      document.getBody().appendParagraph('本文');
      const tabs = document.getTabs();
      kit.equal(tabs.length, 1);
      kit.equal(tabs[0]?.getChildTabs().length, 0);
      kit.equal(tabs[0]?.asDocumentTab().getBody().getText(), '\n本文');
    },
  },
  {
    name: 'getFootnotes__document_without_any__is_empty',
    source: `${REF}/document-tab#getfootnotes`,
    documented: true,
    run(kit) {
      kit.equal(kit.document().getFootnotes().length, 0);
    },
  },
];
