/** Every kind of form item: making, setters, limits, pictures, rules, copies; and what the linked sheet does meanwhile. */
import type { Case, Kit } from './kit.ts';

const FORMS = 'https://developers.google.com/apps-script/reference/forms';
const FORM = `${FORMS}/form`;

/** 1 × 1 pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Calls a method with arguments that its type does not allow. */
const wrongly = (target: object, method: string, ...args: unknown[]): unknown => {
  const found: unknown = Reflect.get(target, method);
  if (typeof found !== 'function') throw new Error(`${method} がない`);
  return Reflect.apply(found, target, args);
};

/** First row of the sheet that a form was linked to. */
function linked(kit: Kit, form: GoogleAppsScript.Forms.Form): () => string[] {
  const book = kit.book();
  form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
  return () => {
    SpreadsheetApp.flush();
    const sheet = SpreadsheetApp.openById(book.getId()).getSheets()[0];
    if (sheet === undefined) throw new Error('シートがない');
    const [first = []] = sheet.getRange(1, 2, 1, 4).getDisplayValues();
    return first.filter((text) => text !== '');
  };
}

export const formItems: Case[] = [
  {
    name: 'add__each_kind__gives_an_item_of_that_type',
    source: FORM,
    documented: true,
    run(kit) {
      const form = kit.form();
      const made: [GoogleAppsScript.Forms.ItemType, unknown][] = [
        [form.addTextItem().getType(), FormApp.ItemType.TEXT],
        [form.addParagraphTextItem().getType(), FormApp.ItemType.PARAGRAPH_TEXT],
        [form.addMultipleChoiceItem().getType(), FormApp.ItemType.MULTIPLE_CHOICE],
        [form.addCheckboxItem().getType(), FormApp.ItemType.CHECKBOX],
        [form.addListItem().getType(), FormApp.ItemType.LIST],
        [form.addScaleItem().getType(), FormApp.ItemType.SCALE],
        [form.addGridItem().getType(), FormApp.ItemType.GRID],
        [form.addCheckboxGridItem().getType(), FormApp.ItemType.CHECKBOX_GRID],
        [form.addDateItem().getType(), FormApp.ItemType.DATE],
        [form.addDateTimeItem().getType(), FormApp.ItemType.DATETIME],
        [form.addTimeItem().getType(), FormApp.ItemType.TIME],
        [form.addDurationItem().getType(), FormApp.ItemType.DURATION],
        [form.addSectionHeaderItem().getType(), FormApp.ItemType.SECTION_HEADER],
        [form.addPageBreakItem().getType(), FormApp.ItemType.PAGE_BREAK],
        [form.addImageItem().getType(), FormApp.ItemType.IMAGE],
        [form.addVideoItem().getType(), FormApp.ItemType.VIDEO],
      ];
      for (const [type, wanted] of made) kit.ok(type === wanted, String(wanted));
      const rating = form.addRatingItem();
      kit.equal(String(rating.getType()), 'RATING');
      kit.equal(form.getItems().length, made.length + 1);
    },
  },
  {
    name: 'addFileUploadItem__does_not_exist',
    source: FORM,
    documented: true,
    run(kit) {
      kit.ok(!('addFileUploadItem' in kit.form()), '作れない');
    },
  },
  {
    name: 'new_question__is_not_required',
    source: `${FORMS}/text-item#isrequired`,
    documented: false,
    run(kit) {
      const item = kit.form().addTextItem();
      kit.equal(item.isRequired(), false);
      kit.equal(item.setRequired(true).isRequired(), true);
    },
  },
  {
    name: 'duplicate__first_of_two__stands_at_the_end',
    source: `${FORMS}/text-item#duplicate`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addTextItem().setTitle('一').setHelpText('例').setRequired(true);
      form.addTextItem().setTitle('二');
      const copy = item.duplicate();
      kit.equal(
        form.getItems().map((one) => one.getTitle()),
        ['一', '二', '一'],
      );
      kit.equal([copy.getIndex(), copy.getHelpText(), copy.isRequired()], [2, '例', true]);
      kit.ok(copy.getId() !== item.getId(), '別の番号');
    },
  },
  {
    name: 'duplicate__copy_changed__original_stays',
    source: `${FORMS}/checkbox-item#duplicate`,
    documented: true,
    run(kit) {
      const item = kit.form().addCheckboxItem().setChoiceValues(['一', '二']);
      item.duplicate().setChoiceValues(['三']);
      kit.equal(
        item.getChoices().map((choice) => choice.getValue()),
        ['一', '二'],
      );
    },
  },
  {
    name: 'grid__rows_and_columns__are_read_back',
    source: `${FORMS}/grid-item#setrowsrows`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const grid = form.addGridItem().setRows(['上', '下']).setColumns(['可', '否']);
      kit.equal(
        [grid.getRows(), grid.getColumns()],
        [
          ['上', '下'],
          ['可', '否'],
        ],
      );
      const boxes = form.addCheckboxGridItem().setRows(['上']).setColumns(['可', '否', '他']);
      kit.equal([boxes.getRows(), boxes.getColumns()], [['上'], ['可', '否', '他']]);
    },
  },
  {
    name: 'grid__same_row_twice__throws',
    source: `${FORMS}/grid-item#setrowsrows`,
    documented: false,
    run(kit) {
      const grid = kit.form().addGridItem();
      kit.throws(() => grid.setRows(['上', '上']));
      kit.throws(() => grid.setColumns([]));
    },
  },
  {
    name: 'scale__labels_and_bounds__are_read_back__others_throw',
    source: `${FORMS}/scale-item#setboundslower,-upper`,
    documented: true,
    run(kit) {
      const item = kit.form().addScaleItem().setBounds(1, 10).setLabels('低い', '高い');
      kit.equal([item.getLeftLabel(), item.getRightLabel(), item.getUpperBound()], ['低い', '高い', 10]);
      for (const [lower, upper] of [
        [0, 2],
        [1, 11],
        [-1, 5],
      ] as const)
        kit.throws(() => item.setBounds(lower, upper));
    },
  },
  {
    name: 'rating__icon_and_level__are_read_back',
    source: `${FORMS}/rating-item`,
    documented: true,
    run(kit) {
      const item = kit.form().addRatingItem();
      item.setRatingScaleLevel(7).setRatingIcon(FormApp.RatingIconType.HEART);
      kit.equal(item.getRatingScaleLevel(), 7);
      kit.ok(item.getRatingIcon() === FormApp.RatingIconType.HEART, 'ハート');
    },
  },
  {
    name: 'rating__level_2_or_11__throws',
    source: `${FORMS}/rating-item`,
    documented: false,
    run(kit) {
      const item = kit.form().addRatingItem();
      kit.throws(() => item.setRatingScaleLevel(2));
      kit.throws(() => item.setRatingScaleLevel(11));
    },
  },
  {
    name: 'date__without_year__is_read_back',
    source: `${FORMS}/date-item#setincludesyearenableyear`,
    documented: true,
    run(kit) {
      const form = kit.form();
      kit.equal(form.addDateItem().includesYear(), true);
      kit.equal(form.addDateItem().setIncludesYear(false).includesYear(), false);
      kit.equal(form.addDateTimeItem().setIncludesYear(false).includesYear(), false);
    },
  },
  {
    name: 'other_option__radio_and_checkbox__is_read_back__a_list_has_none',
    source: `${FORMS}/multiple-choice-item#showotheroptionenabled`,
    documented: true,
    run(kit) {
      const form = kit.form();
      kit.equal(form.addMultipleChoiceItem().showOtherOption(true).hasOtherOption(), true);
      kit.equal(form.addCheckboxItem().hasOtherOption(), false);
      const list = form.addListItem();
      kit.throws(() => wrongly(list, 'showOtherOption', true));
    },
  },
  {
    name: 'image__blob__comes_back_with_its_bytes',
    source: `${FORMS}/image-item#setimageimage`,
    documented: true,
    run(kit) {
      const blob = Utilities.newBlob(Utilities.base64Decode(PNG), 'image/png', '地図.png');
      const item = kit.form().addImageItem().setTitle('地図').setImage(blob);
      kit.equal(item.getImage().getContentType(), 'image/png');
      item.setWidth(300).setAlignment(FormApp.Alignment.CENTER);
      kit.equal(item.getWidth(), 300);
      kit.ok(item.getAlignment() === FormApp.Alignment.CENTER, '中央');
    },
  },
  {
    name: 'image__of_a_text__throws',
    source: `${FORMS}/image-item#setimageimage`,
    documented: false,
    run(kit) {
      const item = kit.form().addImageItem();
      kit.throws(() => item.setImage(Utilities.newBlob('文', 'text/plain', 'a.txt')));
    },
  },
  {
    name: 'video__youtube_address_or_id__is_taken__and_has_no_getter',
    source: `${FORMS}/video-item#setvideourlyoutubeurl`,
    documented: true,
    run(kit) {
      const item = kit.form().addVideoItem().setTitle('説明会');
      item.setVideoUrl('https://www.youtube.com/watch?v=abcdefghijk');
      item.setVideoUrl('abcdefghijk');
      kit.ok(!('getVideoUrl' in item), '読めない');
    },
  },
  {
    name: 'video__address_of_another_site__throws',
    source: `${FORMS}/video-item#setvideourlyoutubeurl`,
    documented: false,
    run(kit) {
      const item = kit.form().addVideoItem();
      kit.throws(() => item.setVideoUrl('https://video.example.jp/1'));
    },
  },
  {
    name: 'validation__cannot_be_read_back',
    source: `${FORMS}/text-item`,
    documented: true,
    run(kit) {
      const item = kit.form().addTextItem();
      item.setValidation(FormApp.createTextValidation().requireNumber().build());
      kit.ok(!('getValidation' in item), '読めない');
      kit.ok(item.clearValidation().getTitle() === '', '消せる');
    },
  },
  {
    name: 'validation__every_rule_of_every_builder__is_accepted',
    source: `${FORMS}/text-validation-builder`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const text = (): GoogleAppsScript.Forms.TextValidationBuilder => FormApp.createTextValidation();
      const item = form.addTextItem();
      for (const rule of [
        text().requireNumber(),
        text().requireWholeNumber(),
        text().requireNumberBetween(1, 5),
        text().requireNumberNotBetween(1, 5),
        text().requireNumberEqualTo(1),
        text().requireNumberNotEqualTo(1),
        text().requireNumberGreaterThan(1),
        text().requireNumberGreaterThanOrEqualTo(1),
        text().requireNumberLessThan(1),
        text().requireNumberLessThanOrEqualTo(1),
        text().requireTextContainsPattern('a'),
        text().requireTextDoesNotContainPattern('a'),
        text().requireTextMatchesPattern('[a-z]+'),
        text().requireTextDoesNotMatchPattern('[a-z]+'),
        text().requireTextLengthGreaterThanOrEqualTo(1),
        text().requireTextLengthLessThanOrEqualTo(9),
        text().requireTextIsEmail(),
        text().requireTextIsUrl(),
      ])
        item.setValidation(rule.setHelpText('直してください').build());
      const paragraph = FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(9);
      form.addParagraphTextItem().setValidation(paragraph.build());
      const boxes = form.addCheckboxItem().setChoiceValues(['一', '二', '三']);
      boxes.setValidation(FormApp.createCheckboxValidation().requireSelectAtMost(2).build());
      boxes.setValidation(FormApp.createCheckboxValidation().requireSelectExactly(2).build());
      form
        .addGridItem()
        .setValidation(FormApp.createGridValidation().requireLimitOneResponsePerColumn().build());
      form
        .addCheckboxGridItem()
        .setValidation(FormApp.createCheckboxGridValidation().requireLimitOneResponsePerColumn().build());
      kit.equal(form.getItems().length, 5);
    },
  },
  {
    name: 'validation__of_another_kind__throws',
    source: `${FORMS}/text-item#setvalidationvalidation`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const rule = FormApp.createCheckboxValidation().requireSelectAtLeast(1).build();
      const text = form.addTextItem();
      kit.throws(() => wrongly(text, 'setValidation', rule));
      const number = FormApp.createTextValidation().requireNumber().build();
      const paragraph = form.addParagraphTextItem();
      kit.throws(() => wrongly(paragraph, 'setValidation', number));
      const date = form.addDateItem();
      kit.throws(() => wrongly(date, 'setValidation', number));
    },
  },
  {
    name: 'validation__argument_missing_or_of_another_type__throws',
    source: `${FORMS}/text-validation-builder#requirenumberbetweenstart,-end`,
    documented: true,
    run(kit) {
      const builder = FormApp.createTextValidation();
      kit.throws(() => wrongly(builder, 'requireNumberBetween', 1));
      kit.throws(() => wrongly(builder, 'requireNumberGreaterThan', '多い'));
    },
  },
  {
    name: 'linked_sheet__question_added_and_renamed__header_follows',
    source: `${FORM}#setdestinationtype,-id`,
    documented: false,
    run(kit) {
      const form = kit.form();
      const first = form.addTextItem().setTitle('一');
      const headers = linked(kit, form);
      form.addTextItem().setTitle('二');
      form.moveItem(1, 0);
      kit.equal(headers(), ['一', '二']);
      first.setTitle('一（改）');
      kit.equal(headers(), ['一（改）', '二']);
    },
  },
  {
    name: 'linked_sheet__question_removed__column_stays__and_a_new_one_goes_right',
    source: `${FORM}#setdestinationtype,-id`,
    documented: false,
    run(kit) {
      const form = kit.form();
      const first = form.addTextItem().setTitle('一');
      form.addTextItem().setTitle('二');
      const headers = linked(kit, form);
      form.deleteItem(first.getIndex());
      form.addTextItem().setTitle('三');
      kit.equal(headers(), ['一', '二', '三']);
    },
  },
  {
    name: 'linked_sheet__header_changed_by_hand__stays_until_the_question_is_renamed',
    source: `${FORM}#setdestinationtype,-id`,
    documented: false,
    run(kit) {
      const form = kit.form();
      const first = form.addTextItem().setTitle('一');
      const headers = linked(kit, form);
      const sheet = SpreadsheetApp.openById(form.getDestinationId()).getSheets()[0];
      sheet?.getRange('B1').setValue('手直し');
      form.addTextItem().setTitle('二');
      kit.equal(headers(), ['手直し', '二']);
      first.setTitle('一（改）');
      kit.equal(headers(), ['一（改）', '二']);
    },
  },
];
