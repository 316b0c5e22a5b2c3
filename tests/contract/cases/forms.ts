/** Forms: items, choices, navigation, validation, publishing, responses made by scripts. */
import type { Case } from './kit.ts';

const FORM = 'https://developers.google.com/apps-script/reference/forms/form';
const APP = 'https://developers.google.com/apps-script/reference/forms/form-app';
const CHOICE = 'https://developers.google.com/apps-script/reference/forms/multiple-choice-item';
const ODD = 'https://github.com/brucemcpherson/gas-fakes/blob/main/notes/oddities.md';
const RESPONSE = 'https://developers.google.com/apps-script/reference/forms/form-response';

export const forms: Case[] = [
  {
    name: 'create__title__stays_empty_until_set',
    source: ODD,
    documented: false,
    run(kit) {
      kit.equal(kit.form().getTitle(), '');
    },
  },
  {
    name: 'create__published_flag__is_obeyed',
    source: `${APP}#createtitle,-ispublished`,
    documented: true,
    run(kit) {
      kit.equal(kit.form().isPublished(), true);
    },
  },
  {
    name: 'setPublished__false__stops_accepting',
    source: `${FORM}#setpublishedenabled`,
    documented: true,
    run(kit) {
      const form = kit.form();
      form.setPublished(false);
      kit.equal(form.isAcceptingResponses(), false);
    },
  },
  {
    name: 'setPublished__true__turns_accepting_on',
    source: 'https://developers.google.com/workspace/forms/api/guides/publish-form',
    documented: true,
    run(kit) {
      const form = kit.form();
      form.setPublished(false);
      form.setPublished(true);
      kit.equal(form.isAcceptingResponses(), true);
    },
  },
  {
    name: 'addMultipleChoiceItem__new__has_one_empty_choice',
    source: ODD,
    documented: false,
    run(kit) {
      kit.equal(
        kit
          .form()
          .addMultipleChoiceItem()
          .getChoices()
          .map((choice) => choice.getValue()),
        [''],
      );
    },
  },
  {
    name: 'setChoices__mixed_navigation__throws',
    source: `${CHOICE}#createchoicevalue,-navigationtype`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addMultipleChoiceItem();
      const page = form.addPageBreakItem();
      kit.throws(() => item.setChoices([item.createChoice('法人', page), item.createChoice('団体')]));
    },
  },
  {
    name: 'setChoices__empty__throws',
    source: `${CHOICE}#setchoiceschoices`,
    documented: false,
    run(kit) {
      const item = kit.form().addListItem();
      kit.throws(() => item.setChoiceValues([]));
    },
  },
  {
    name: 'createChoice__to_a_page__remembers_it',
    source: 'https://developers.google.com/apps-script/reference/forms/choice#getgotopage',
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addMultipleChoiceItem();
      const page = form.addPageBreakItem().setTitle('法人');
      item.setChoices([
        item.createChoice('法人', page),
        item.createChoice('他', FormApp.PageNavigationType.SUBMIT),
      ]);
      const [first, second] = item.getChoices();
      kit.equal(first?.getGotoPage()?.getId(), page.getId());
      kit.ok(second?.getPageNavigationType() === FormApp.PageNavigationType.SUBMIT, '送信へ');
    },
  },
  {
    name: 'setGoToPage__submit__is_read_back',
    source: 'https://developers.google.com/apps-script/reference/forms/page-break-item',
    documented: true,
    run(kit) {
      const page = kit.form().addPageBreakItem().setGoToPage(FormApp.PageNavigationType.SUBMIT);
      kit.ok(page.getPageNavigationType() === FormApp.PageNavigationType.SUBMIT, '送信へ');
    },
  },
  {
    name: 'moveItem__last_to_first__changes_the_order',
    source: `${FORM}#moveitemfrom,-to`,
    documented: true,
    run(kit) {
      const form = kit.form();
      form.addTextItem().setTitle('一');
      form.addTextItem().setTitle('二');
      form.moveItem(1, 0);
      kit.equal(
        form.getItems().map((item) => item.getTitle()),
        ['二', '一'],
      );
    },
  },
  {
    name: 'deleteItem__by_index__removes_it',
    source: `${FORM}#deleteitemindex`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addTextItem();
      form.deleteItem(item.getIndex());
      kit.equal(form.getItems().length, 0);
    },
  },
  {
    name: 'getItemById__unknown__is_null',
    source: `${FORM}#getitembyidid`,
    documented: true,
    run(kit) {
      kit.equal(kit.form().getItemById(1), null);
    },
  },
  {
    name: 'getItems__by_type__filters',
    source: `${FORM}#getitemsitemtype`,
    documented: true,
    run(kit) {
      const form = kit.form();
      form.addTextItem();
      form.addCheckboxItem();
      kit.equal(form.getItems(FormApp.ItemType.CHECKBOX).length, 1);
    },
  },
  {
    name: 'asTextItem__on_a_checkbox__throws',
    source: 'https://developers.google.com/apps-script/reference/forms/item#astextitem',
    documented: true,
    run(kit) {
      const form = kit.form();
      form.addCheckboxItem();
      kit.throws(() => form.getItems()[0]?.asTextItem());
    },
  },
  {
    name: 'textValidation__pattern__is_accepted',
    source: 'https://developers.google.com/apps-script/reference/forms/text-validation-builder',
    documented: true,
    run(kit) {
      const item = kit.form().addTextItem();
      item.setValidation(
        FormApp.createTextValidation().setHelpText('13桁').requireTextMatchesPattern('[0-9]{13}').build(),
      );
      kit.equal(item.getTitle(), '');
    },
  },
  {
    name: 'checkboxValidation__at_least__is_accepted',
    source: 'https://developers.google.com/apps-script/reference/forms/checkbox-validation-builder',
    documented: true,
    run(kit) {
      const item = kit.form().addCheckboxItem().setChoiceValues(['一', '二']);
      item.setValidation(FormApp.createCheckboxValidation().requireSelectAtLeast(1).build());
      kit.equal(item.getChoices().length, 2);
    },
  },
  {
    name: 'scale__bounds__are_checked',
    source: 'https://developers.google.com/apps-script/reference/forms/scale-item#setboundslower,-upper',
    documented: true,
    run(kit) {
      const item = kit.form().addScaleItem();
      item.setBounds(0, 10);
      kit.equal([item.getLowerBound(), item.getUpperBound()], [0, 10]);
      kit.throws(() => item.setBounds(2, 10));
    },
  },
  {
    name: 'setDestination__workbook__gets_a_sheet_with_headers',
    source: `${FORM}#setdestinationtype,-id`,
    documented: true,
    run(kit) {
      const form = kit.form();
      form.addTextItem().setTitle('事業所名');
      const book = kit.book();
      form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
      SpreadsheetApp.flush();
      kit.equal(form.getDestinationId(), book.getId());
      kit.equal(book.getSheets().length, 2);
      kit.equal(book.getSheets()[0]?.getRange('B1').getValue(), '事業所名');
    },
  },
  {
    name: 'getDestinationId__unlinked__throws',
    source: `${FORM}#getdestinationid`,
    documented: true,
    run(kit) {
      const form = kit.form();
      kit.throws(() => form.getDestinationId());
    },
  },
  {
    name: 'submit__text_answer__is_read_back_exactly',
    source: `${RESPONSE}#submit`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addTextItem().setTitle('番号');
      form.createResponse().withItemResponse(item.createResponse('00123')).submit();
      const responses = form.getResponses();
      kit.equal(responses[0]?.getItemResponses()[0]?.getResponse(), '00123');
      kit.ok(responses[0]?.getTimestamp() instanceof Date, '時刻');
    },
  },
  {
    name: 'getItemResponses__unanswered__is_left_out',
    source: `${RESPONSE}#getitemresponses`,
    documented: false,
    run(kit) {
      const form = kit.form();
      form.addTextItem().setTitle('一');
      const second = form.addTextItem().setTitle('二');
      form.createResponse().withItemResponse(second.createResponse('x')).submit();
      const items = form.getResponses()[0]?.getItemResponses() ?? [];
      kit.equal(
        items.map((response) => response.getItem().getTitle()),
        ['二'],
      );
    },
  },
  {
    name: 'checkbox__answers__are_an_array',
    source: 'https://developers.google.com/apps-script/reference/forms/item-response#getresponse',
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addCheckboxItem().setChoiceValues(['一', '二', '三']);
      form
        .createResponse()
        .withItemResponse(item.createResponse(['一', '三']))
        .submit();
      kit.equal(form.getResponses()[0]?.getItemResponses()[0]?.getResponse(), ['一', '三']);
    },
  },
  {
    name: 'createResponse__unknown_choice__throws',
    source: 'https://developers.google.com/apps-script/reference/forms/list-item#createresponseresponse',
    documented: true,
    run(kit) {
      const item = kit.form().addListItem().setChoiceValues(['一']);
      kit.throws(() => item.createResponse('九'));
    },
  },
  {
    name: 'deleteResponse__by_id__removes_it',
    source: `${FORM}#deleteresponseresponseid`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addTextItem();
      const response = form.createResponse().withItemResponse(item.createResponse('x')).submit();
      form.deleteResponse(response.getId());
      kit.equal(form.getResponses().length, 0);
    },
  },
  {
    name: 'toPrefilledUrl__answer__is_an_entry',
    source: `${RESPONSE}#toprefilledurl`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addTextItem();
      const url = form.createResponse().withItemResponse(item.createResponse('abc')).toPrefilledUrl();
      kit.ok(/[?&]usp=pp_url/.test(url) && /entry\.\d+=abc/.test(url), url);
    },
  },
  {
    name: 'settings__confirmation__is_read_back',
    source: `${FORM}#setconfirmationmessagemessage`,
    documented: true,
    run(kit) {
      const form = kit.form().setConfirmationMessage('ありがとうございました');
      kit.equal(form.getConfirmationMessage(), 'ありがとうございました');
    },
  },
];
