/**
 * Whole pages of a form, as the editor moves and removes them. A page's own way on is kept at the page break AFTER it
 * (https://developers.google.com/apps-script/reference/forms/page-break-item#setgotopagegotopageitem), so a move of
 * pages takes it along; `FormApp.moveItem` leaves it with the break.
 */
import type { Workspace } from '../api.ts';
import { itemById, stampForm } from './forms.ts';
import type { FormItemState, FormState, Navigation } from './model.ts';
import { refuse } from './platform-error.ts';

interface PageParts {
  /** The break that begins the page; undefined for the first. */
  head: FormItemState | undefined;
  items: FormItemState[];
  /** Where the page leads when it ends, undefined for the next page. */
  after: Navigation | undefined;
}

function partsOf(form: FormState): PageParts[] {
  const pages: PageParts[] = [{ head: undefined, items: [], after: undefined }];
  for (const item of form.items) {
    const last = pages[pages.length - 1];
    if (item.type === 'PAGE_BREAK') {
      if (last !== undefined) last.after = item.goTo;
      pages.push({ head: item, items: [], after: undefined });
    } else last?.items.push(item);
  }
  return pages;
}

function put(form: FormState, pages: readonly PageParts[]): void {
  pages.forEach((page, index) => {
    const next = pages[index + 1]?.head;
    if (next === undefined) return;
    if (page.after === undefined) delete next.goTo;
    else next.goTo = page.after;
  });
  form.items = pages.flatMap(({ head, items }) => (head === undefined ? items : [head, ...items]));
}

/** Where the page with this id (0: the first) leads when it ends; undefined for the next page. */
export function afterPage(form: FormState, pageId: number): Navigation | undefined {
  return partsOf(form).find((page) => (page.head?.id ?? 0) === pageId)?.after;
}

/** Sets where a page leads; the last page always ends the form and takes none. */
export function setAfterPage(
  workspace: Workspace,
  form: FormState,
  pageId: number,
  to: Navigation | undefined,
): void {
  const pages = partsOf(form);
  const index = pages.findIndex((page) => (page.head?.id ?? 0) === pageId);
  const page = pages[index];
  if (page === undefined || pages[index + 1] === undefined) refuse('Index out of bounds.');
  if (to?.kind === 'page' && itemById(form, to.itemId).type !== 'PAGE_BREAK') {
    refuse('Invalid data updating form: navigation must lead to a page break.');
  }
  page.after = to;
  put(form, pages);
  stampForm(workspace, form);
}

/** Moves a page with its items one place up (-1) or down (1); the first page stays the first. */
export function movePage(workspace: Workspace, form: FormState, pageId: number, step: -1 | 1): void {
  const pages = partsOf(form);
  const index = pages.findIndex((page) => page.head?.id === pageId);
  const [moved] = index > 0 && pages[index + step]?.head !== undefined ? pages.splice(index, 1) : [];
  if (moved === undefined) refuse('Index out of bounds.');
  pages.splice(index + step, 0, moved);
  put(form, pages);
  stampForm(workspace, form);
}

/** Takes a page away: with its items, or only its beginning so that they join the page before. Ways that led to it lead on. */
export function removePage(
  workspace: Workspace,
  form: FormState,
  pageId: number,
  keep: 'items' | 'nothing',
): void {
  const pages = partsOf(form);
  const index = pages.findIndex((page) => page.head?.id === pageId);
  const [page] = index > 0 ? pages.splice(index, 1) : [];
  const before = pages[index - 1];
  if (page === undefined || before === undefined) refuse('Index out of bounds.');
  if (keep === 'items') {
    before.items.push(...page.items);
    before.after = page.after;
  }
  const leads = (to: Navigation | undefined): boolean => to?.kind === 'page' && to.itemId === pageId;
  for (const one of pages) if (leads(one.after)) one.after = undefined;
  put(form, pages);
  for (const item of form.items) {
    item.choices = item.choices.map((choice) =>
      leads(choice.navigation) ? { ...choice, navigation: { kind: 'continue' } } : choice,
    );
  }
  stampForm(workspace, form);
}
