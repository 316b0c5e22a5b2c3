/**
 * Makes and reads forms through FormApp: validations, page moves, confirmation text and response sheet exist in no
 * other door (https://developers.google.com/apps-script/reference/forms).
 */
import type { FormPlan, PlannedItem, PlannedSection } from '../../shared/form/plan.ts';
import type { Forms, ItemLink } from '../jobs/port.ts';
import { addItem, itemAnswer, setChoices } from './form-items.ts';

type Form = GoogleAppsScript.Forms.Form;
type Page = GoogleAppsScript.Forms.PageBreakItem;

const formMimeType = 'application/vnd.google-apps.form';

/** A page that something leads to cannot be deleted: first the questions go, then the moves of pages, then the pages. */
function clear(form: Form): void {
  const isPage = (item: GoogleAppsScript.Forms.Item): boolean =>
    item.getType() === FormApp.ItemType.PAGE_BREAK;
  const items = form.getItems();
  const pages = items.filter(isPage);
  for (const item of items.reverse()) if (!isPage(item)) form.deleteItem(item);
  for (const page of pages) page.asPageBreakItem().setGoToPage(FormApp.PageNavigationType.CONTINUE);
  for (const page of pages) form.deleteItem(page);
}

function applySettings(form: Form, plan: FormPlan): void {
  const { settings } = plan;
  form
    .setTitle(plan.title)
    .setDescription(plan.description)
    .setProgressBar(settings.progressBar)
    .setAllowResponseEdits(settings.allowEdit)
    .setLimitOneResponsePerUser(settings.limitOneResponse)
    .setCollectEmail(settings.collectEmail)
    .setShuffleQuestions(settings.shuffleQuestions)
    .setShowLinkToRespondAgain(false)
    .setPublishingSummary(false)
    .setConfirmationMessage(settings.confirmation)
    .setCustomClosedFormMessage(settings.closedMessage);
}

/** Page breaks must stand before a choice or a page can lead to them; so moves are set in a second walk. */
function setPageMoves(sections: readonly PlannedSection[], pages: ReadonlyMap<string, Page>): void {
  sections.forEach((section, index) => {
    const following = sections[index + 1];
    if (section.next === undefined || following === undefined) return;
    // A page break holds the move of the page BEFORE it.
    const breakAfter = pages.get(following.key);
    const target = pages.get(section.next);
    if (section.next === 'submit') breakAfter?.setGoToPage(FormApp.PageNavigationType.SUBMIT);
    else if (target !== undefined) breakAfter?.setGoToPage(target);
  });
}

function build(form: Form, plan: FormPlan): readonly ItemLink[] {
  clear(form);
  applySettings(form, plan);
  const links: ItemLink[] = [];
  const pages = new Map<string, Page>();
  const moving: { readonly planned: PlannedItem; readonly itemId: number }[] = [];
  plan.sections.forEach((section, index) => {
    if (index > 0) {
      const page = form.addPageBreakItem().setTitle(section.title).setHelpText(section.help);
      pages.set(section.key, page);
      links.push({ itemId: String(page.getId()), key: `section.${section.key}` });
    } else if (section.title !== '' || section.help !== '') {
      const head = form.addSectionHeaderItem().setTitle(section.title).setHelpText(section.help);
      links.push({ itemId: String(head.getId()), key: `section.${section.key}` });
    }
    for (const planned of section.items) {
      const itemId = addItem(form, planned);
      links.push({ itemId: String(itemId), key: planned.key });
      if (planned.options.some((option) => option.goTo !== undefined)) moving.push({ planned, itemId });
    }
  });
  for (const { planned, itemId } of moving) setChoices(form.getItemById(itemId), planned, pages);
  setPageMoves(plan.sections, pages);
  return links;
}

/** `getDestinationType` throws where no destination is set; absence is not an error here. */
function destinationOf(form: Form): string {
  try {
    return form.getDestinationId() ?? '';
  } catch {
    return '';
  }
}

function open(formId: string): Form | null {
  try {
    return FormApp.openById(formId);
  } catch {
    return null;
  }
}

export const forms: Forms = {
  create: (fileName) => FormApp.create(fileName, false).getId(),
  find(fileName) {
    const files = DriveApp.getFilesByName(fileName);
    while (files.hasNext()) {
      const file = files.next();
      if (file.getMimeType() === formMimeType && !file.isTrashed()) return file.getId();
    }
    return null;
  },
  build: (formId, plan) => build(FormApp.openById(formId), plan),
  link(formId, workbookId) {
    const form = FormApp.openById(formId);
    if (destinationOf(form) === workbookId) return;
    form.setDestination(FormApp.DestinationType.SPREADSHEET, workbookId);
  },
  publish(formId) {
    const form = FormApp.openById(formId);
    form.setPublished(true);
    form.setAcceptingResponses(true);
  },
  renameFile(formId, fileName) {
    DriveApp.getFileById(formId).setName(fileName);
  },
  look(formId) {
    const form = open(formId);
    if (form === null) return null;
    return {
      formId,
      title: form.getTitle(),
      publishedUrl: form.getPublishedUrl(),
      editUrl: form.getEditUrl(),
      published: form.isPublished(),
      accepting: form.isAcceptingResponses(),
    };
  },
  prefilledUrl(formId, answers) {
    const form = FormApp.openById(formId);
    const response = form.createResponse();
    for (const item of form.getItems()) {
      const text = answers[String(item.getId())];
      const answer = text === undefined ? null : itemAnswer(item, text);
      if (answer !== null) response.withItemResponse(answer);
    }
    return response.toPrefilledUrl();
  },
  workbookOf(formId) {
    const form = open(formId);
    return form === null ? '' : destinationOf(form);
  },
};
