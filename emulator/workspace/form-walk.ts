/** The pages of a form and the way a respondent takes through them. */
import type { Answers, FormPage, NextPage } from '../api.ts';
import type { FormItemState, FormState, Navigation } from './model.ts';

/** Pages in order; the first has id 0, others the id of the page break that begins them. */
export function formPages(form: FormState): FormPage[] {
  const pages: { id: number; title: string; help: string; items: FormItemState[] }[] = [
    { id: 0, title: form.title, help: form.description, items: [] },
  ];
  for (const item of form.items) {
    if (item.type === 'PAGE_BREAK')
      pages.push({ id: item.id, title: item.title, help: item.help, items: [] });
    else pages[pages.length - 1]?.items.push(item);
  }
  return pages;
}

function follow(form: FormState, navigation: Navigation, after: number): NextPage {
  if (navigation.kind === 'submit') return { kind: 'submit' };
  if (navigation.kind === 'restart') return { kind: 'page', id: 0 };
  if (navigation.kind === 'page') return { kind: 'page', id: navigation.itemId };
  const pages = formPages(form);
  const next = pages[pages.findIndex((page) => page.id === after) + 1];
  return next === undefined ? { kind: 'submit' } : { kind: 'page', id: next.id };
}

/** Navigation of the last answered choice on the page that leads somewhere. */
function chosenNavigation(items: readonly FormItemState[], answers: Answers): Navigation | null {
  let found: Navigation | null = null;
  for (const item of items) {
    if (item.type !== 'MULTIPLE_CHOICE' && item.type !== 'LIST') continue;
    const answer = answers[item.id];
    const navigation = item.choices.find((choice) => choice.value === answer)?.navigation;
    if (navigation !== undefined) found = navigation;
  }
  return found;
}

/**
 * The page after `pageId`. A choice's navigation goes before the page's own; the page's own stands on the NEXT
 * page break (https://developers.google.com/apps-script/reference/forms/page-break-item#setgotopagegotopageitem).
 */
export function nextPage(form: FormState, pageId: number, answers: Answers): NextPage {
  const pages = formPages(form);
  const index = pages.findIndex((page) => page.id === pageId);
  const page = pages[index];
  if (page === undefined) return { kind: 'submit' };
  const chosen = chosenNavigation(page.items, answers);
  if (chosen !== null) return follow(form, chosen, pageId);
  const nextBreak = pages[index + 1]?.id;
  const own = form.items.find((item) => item.id === nextBreak)?.goTo;
  return follow(form, own ?? { kind: 'continue' }, pageId);
}

/** Pages a respondent with these answers sees, in order; a loop ends where it would begin again. */
export function walkedPages(form: FormState, answers: Answers): FormPage[] {
  const pages = formPages(form);
  const out: FormPage[] = [];
  const seen = new Set<number>();
  let id = 0;
  while (!seen.has(id)) {
    seen.add(id);
    const page = pages.find((candidate) => candidate.id === id);
    if (page === undefined) break;
    out.push(page);
    const next = nextPage(form, id, answers);
    if (next.kind === 'submit') break;
    id = next.id;
  }
  return out;
}
