/**
 * Makes, reads and changes forms through FormApp: validations, page moves, confirmation text and response sheet exist in
 * no other door (https://developers.google.com/apps-script/reference/forms). Loaded with the part of forms.
 */
import type { CopyOption } from '../../shared/form/copy.ts';
import type { FormPlan, PlannedItem, PlannedSection } from '../../shared/form/plan.ts';
import type { Forms, ItemLink, ItemValues } from '../jobs/port.ts';
import { addItem, leadTo, type PageOf, setProperties } from './form-items.ts';
import type { StandingForms } from './form-look.ts';
import { itemAnswer } from './form-prefill.ts';
import { readItem } from './form-read.ts';
import { openForm, tryOpenForm } from './form-session.ts';
import { carrySteps, readSettings, writeSettings } from './form-steps.ts';

type Form = GoogleAppsScript.Forms.Form;
type Page = GoogleAppsScript.Forms.PageBreakItem;

/** What few executions ask of forms. */
export type FormMaker = Omit<Forms, keyof StandingForms>;

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
  const { closesOn: _ours, ...settings } = plan.settings;
  writeSettings(form, { ...settings, title: plan.title, description: plan.description });
  form.setShowLinkToRespondAgain(false).setPublishingSummary(false);
}

/** Page breaks must stand before a choice or a page can lead to them; so moves are set in a second walk. */
function setPageMoves(
  sections: readonly PlannedSection[],
  pages: ReadonlyMap<string, Page>,
  wayOf: (goTo: string | undefined) => string | undefined,
  pageOf: PageOf,
): void {
  sections.forEach((section, index) => {
    const following = sections[index + 1];
    if (section.next === undefined || following === undefined) return;
    // A page break holds the move of the page BEFORE it.
    const breakAfter = pages.get(following.key);
    const way = wayOf(section.next);
    if (breakAfter !== undefined && way !== undefined) leadTo(breakAfter, way, pageOf);
  });
}

const withoutMoves = (options: PlannedItem['options']): readonly CopyOption[] =>
  options.map(({ label }) => ({ label }));

function head(section: PlannedSection, type: ItemValues['type']): ItemValues {
  return { type, title: section.title, help: section.help, required: false, options: [], other: false };
}

function build(form: Form, plan: FormPlan): readonly ItemLink[] {
  clear(form);
  applySettings(form, plan);
  const links: ItemLink[] = [];
  const pages = new Map<string, Page>();
  const pageOf: PageOf = (key) => {
    const page = pages.get(key);
    if (page === undefined) throw new Error(`no page ${key}`);
    return page;
  };
  const first = plan.sections[0]?.key;
  const wayOf = (goTo: string | undefined): string | undefined => {
    if (goTo === first && goTo !== undefined) return 'restart';
    return goTo === 'submit' || pages.has(goTo ?? '') ? goTo : undefined;
  };
  const moving: { readonly planned: PlannedItem; readonly itemId: number }[] = [];
  plan.sections.forEach((section, index) => {
    if (index > 0) {
      const page = form.addPageBreakItem();
      page.setTitle(section.title);
      if (section.help !== '') page.setHelpText(section.help);
      pages.set(section.key, page);
      links.push({ itemId: String(page.getId()), key: `section.${section.key}` });
    } else if (section.title !== '' || section.help !== '') {
      const itemId = addItem(form, head(section, 'description'), pageOf);
      links.push({ itemId: String(itemId), key: `section.${section.key}` });
    }
    for (const planned of section.items) {
      const itemId = addItem(form, { ...planned, options: withoutMoves(planned.options) }, pageOf);
      links.push({ itemId: String(itemId), key: planned.key });
      if (planned.options.some((option) => option.goTo !== undefined)) moving.push({ planned, itemId });
    }
  });
  for (const { planned, itemId } of moving) {
    const options = planned.options.map(({ label, goTo }): CopyOption => {
      const way = wayOf(goTo);
      return way === undefined ? { label } : { label, goTo: way };
    });
    setProperties(form.getItemById(itemId), { ...planned, options }, ['options'], pageOf);
  }
  setPageMoves(plan.sections, pages, wayOf, pageOf);
  return links;
}

export const formMaker: FormMaker = {
  create: (fileName) => FormApp.create(fileName, false).getId(),
  idAt(url) {
    try {
      return FormApp.openByUrl(url).getId();
    } catch {
      return null;
    }
  },
  build: (formId, plan) => build(openForm(formId).form, plan),
  read(formId) {
    const session = tryOpenForm(formId);
    if (session === null) return null;
    const { title, description, ...settings } = readSettings(session.form);
    return { formId, title, description, settings, items: session.fetch().map(readItem) };
  },
  readSettings: (formId) => readSettings(openForm(formId).form),
  apply: (formId, steps) => carrySteps(openForm(formId), steps),
  hasAnswers: (formId) => openForm(formId).form.getResponses().length > 0,
  renameFile(formId, fileName) {
    DriveApp.getFileById(formId).setName(fileName);
  },
  prefilledUrl(formId, answers) {
    const { form } = openForm(formId);
    const response = form.createResponse();
    for (const item of form.getItems()) {
      const text = answers[String(item.getId())];
      const answer = text === undefined ? null : itemAnswer(item, text);
      if (answer !== null) response.withItemResponse(answer);
    }
    return response.toPrefilledUrl();
  },
};
