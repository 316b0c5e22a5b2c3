/** Pages of a form and the ways between them; the form's own settings; links to edit an answer. */
import type { Case } from './kit.ts';

const FORMS = 'https://developers.google.com/apps-script/reference/forms';
const FORM = `${FORMS}/form`;
const PAGE = `${FORMS}/page-break-item`;

export const formPages: Case[] = [
  {
    name: 'page__new__continues_to_the_next',
    source: `${PAGE}#getpagenavigationtype`,
    documented: false,
    run(kit) {
      const page = kit.form().addPageBreakItem();
      kit.ok(page.getPageNavigationType() === FormApp.PageNavigationType.CONTINUE, '次へ');
      kit.equal(page.getGoToPage(), null);
    },
  },
  {
    name: 'setGoToPage__page__is_read_back_at_the_break_that_ends_the_page_before',
    source: `${PAGE}#setgotopagegotopageitem`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const two = form.addPageBreakItem().setTitle('二');
      const three = form.addPageBreakItem().setTitle('三');
      two.setGoToPage(three);
      kit.equal(two.getGoToPage().getId(), three.getId());
      kit.ok(two.getPageNavigationType() === FormApp.PageNavigationType.GO_TO_PAGE, 'ページへ');
      two.setGoToPage(FormApp.PageNavigationType.RESTART);
      kit.equal(two.getGoToPage(), null);
    },
  },
  {
    name: 'moveItem__break_with_a_way__keeps_it',
    source: `${FORM}#moveitemfrom,-to`,
    documented: false,
    run(kit) {
      const form = kit.form();
      form.addTextItem();
      const two = form.addPageBreakItem().setGoToPage(FormApp.PageNavigationType.SUBMIT);
      form.addTextItem();
      form.moveItem(two.getIndex(), 2);
      kit.equal(two.getIndex(), 2);
      kit.ok(two.getPageNavigationType() === FormApp.PageNavigationType.SUBMIT, '送信のまま');
    },
  },
  {
    name: 'moveItem__outside_the_form__throws',
    source: `${FORM}#moveitemfrom,-to`,
    documented: false,
    run(kit) {
      const form = kit.form();
      form.addTextItem();
      kit.throws(() => form.moveItem(0, 1));
      kit.throws(() => form.moveItem(1, 0));
      kit.equal(form.getItems().length, 1);
    },
  },
  {
    name: 'deleteItem__page_that_a_choice_leads_to__throws_until_it_leads_elsewhere',
    source: `${FORM}#deleteitemitem`,
    documented: false,
    run(kit) {
      const form = kit.form();
      const item = form.addListItem();
      const page = form.addPageBreakItem();
      item.setChoices([item.createChoice('法人', page)]);
      kit.throws(() => form.deleteItem(page.getIndex()));
      item.setChoices([item.createChoice('法人', FormApp.PageNavigationType.CONTINUE)]);
      form.deleteItem(page.getIndex());
      kit.equal(form.getItems().length, 1);
    },
  },
  {
    name: 'deleteItem__page_that_another_page_leads_to__throws',
    source: `${FORM}#deleteitemitem`,
    documented: false,
    run(kit) {
      const form = kit.form();
      const two = form.addPageBreakItem();
      const three = form.addPageBreakItem();
      two.setGoToPage(three);
      kit.throws(() => form.deleteItem(three.getIndex()));
    },
  },
  {
    name: 'choice_of_a_list__tells_its_page__by_getGotoPage',
    source: `${FORMS}/choice#getgotopage`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addListItem();
      const page = form.addPageBreakItem();
      item.setChoices([item.createChoice('法人', page)]);
      const choice = item.getChoices()[0];
      kit.equal(choice?.getGotoPage()?.getId(), page.getId());
      kit.ok(choice?.getPageNavigationType() === FormApp.PageNavigationType.GO_TO_PAGE, 'ページへ');
      // A page break spells the same question getGoToPage; a choice has no method of that name.
      kit.ok(choice !== undefined && !('getGoToPage' in choice), '別のつづりはない');
    },
  },
  {
    name: 'createChoice__item_that_is_no_page__throws',
    source: `${FORMS}/multiple-choice-item#createchoicevalue,-navigationitem`,
    documented: true,
    run(kit) {
      const form = kit.form();
      const item = form.addMultipleChoiceItem();
      const text = form.addTextItem();
      kit.throws(() => Reflect.apply(Reflect.get(item, 'createChoice'), item, ['法人', text]));
      kit.throws(() => item.createChoice('法人', FormApp.PageNavigationType.GO_TO_PAGE));
    },
  },
  {
    name: 'setChoices__same_text_twice__throws',
    source: `${FORMS}/multiple-choice-item#setchoicevaluesvalues`,
    documented: false,
    run(kit) {
      const item = kit.form().addMultipleChoiceItem();
      kit.throws(() => item.setChoiceValues(['一', '一']));
    },
  },
  {
    name: 'choice_without_a_way__has_no_navigation',
    source: `${FORMS}/choice#getpagenavigationtype`,
    documented: true,
    run(kit) {
      const item = kit.form().addMultipleChoiceItem().setChoiceValues(['一']);
      kit.equal(item.getChoices()[0]?.getPageNavigationType(), null);
      kit.equal(item.getChoices()[0]?.getGotoPage(), null);
    },
  },
  {
    name: 'getItems__after_moves__stand_in_the_order_of_the_form',
    source: `${FORM}#getitems`,
    documented: true,
    run(kit) {
      const form = kit.form();
      for (const title of ['一', '二', '三']) form.addTextItem().setTitle(title);
      form.moveItem(0, 2);
      kit.equal(
        form.getItems().map((item) => [item.getTitle(), item.getIndex()]),
        [
          ['二', 0],
          ['三', 1],
          ['一', 2],
        ],
      );
    },
  },
  {
    name: 'settings__each_switch__is_read_back',
    source: FORM,
    documented: true,
    run(kit) {
      const form = kit.form();
      form
        .setProgressBar(true)
        .setAllowResponseEdits(true)
        .setShuffleQuestions(true)
        .setShowLinkToRespondAgain(false)
        .setPublishingSummary(true)
        .setLimitOneResponsePerUser(true)
        .setCollectEmail(true);
      kit.equal(
        [
          form.hasProgressBar(),
          form.canEditResponse(),
          form.getShuffleQuestions(),
          form.hasRespondAgainLink(),
          form.isPublishingSummary(),
          form.hasLimitOneResponsePerUser(),
          form.collectsEmail(),
        ],
        [true, true, true, false, true, true, true],
      );
    },
  },
  {
    name: 'settings__texts__are_read_back',
    source: FORM,
    documented: true,
    run(kit) {
      const form = kit
        .form()
        .setTitle('題')
        .setDescription('説明')
        .setCustomClosedFormMessage('終わりました');
      kit.equal(
        [form.getTitle(), form.getDescription(), form.getCustomClosedFormMessage()],
        ['題', '説明', '終わりました'],
      );
    },
  },
  {
    name: 'setAcceptingResponses__unpublished__throws',
    source: `${FORM}#setacceptingresponsesenabled`,
    documented: true,
    run(kit) {
      const form = kit.form();
      form.setPublished(false);
      kit.throws(() => form.setAcceptingResponses(true));
    },
  },
  {
    name: 'getEditResponseUrl__each_response__has_its_own',
    source: `${FORMS}/form-response#geteditresponseurl`,
    documented: true,
    run(kit) {
      const form = kit.form().setAllowResponseEdits(true);
      const item = form.addTextItem();
      const send = (text: string): string =>
        form.createResponse().withItemResponse(item.createResponse(text)).submit().getEditResponseUrl();
      const [first, second] = [send('一'), send('二')];
      kit.ok(/\/viewform\?.*edit2=[\w-]+/.test(first), first);
      kit.ok(first !== second, '別々');
    },
  },
];
