/**
 * Reads answers from the form, not from the linked sheet (which drops leading zeros): one fetch for all answers
 * since a moment; what follows per answer reads the fetched objects
 * (https://developers.google.com/apps-script/reference/forms/form#getresponsestimestamp).
 */
import type { RawResponse, Responses } from '../jobs/port.ts';

/** A text, a list of choices, or the rows of a grid (blank rows are null). */
type ResponseValue = string | string[] | (string | string[] | null)[];

function texts(value: ResponseValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return value.map((part) => (Array.isArray(part) ? part.join(';') : (part ?? '')));
}

/** Labels of the rows of a grid, null of any other item. */
function rowsOf(item: GoogleAppsScript.Forms.Item): readonly string[] | null {
  switch (item.getType()) {
    case FormApp.ItemType.GRID:
      return item.asGridItem().getRows();
    case FormApp.ItemType.CHECKBOX_GRID:
      return item.asCheckboxGridItem().getRows();
    default:
      return null;
  }
}

interface Asked {
  readonly title: string;
  readonly rows: readonly string[] | null;
}
type AskedBy = (item: GoogleAppsScript.Forms.Item) => Asked;

/** Looks at each item once, however many answers there are. */
function rememberedItems(): AskedBy {
  const known = new Map<number, Asked>();
  return (item) => {
    const id = item.getId();
    const found = known.get(id) ?? { title: item.getTitle(), rows: rowsOf(item) };
    known.set(id, found);
    return found;
  };
}

function raw(response: GoogleAppsScript.Forms.FormResponse, askedBy: AskedBy): RawResponse {
  const answers: Record<string, readonly string[]> = {};
  const titles: Record<string, string> = {};
  const rows: Record<string, readonly string[]> = {};
  for (const one of response.getItemResponses()) {
    const item = one.getItem();
    const id = String(item.getId());
    answers[id] = texts(one.getResponse() as ResponseValue);
    const asked = askedBy(item);
    titles[id] = asked.title;
    if (asked.rows !== null) rows[id] = asked.rows;
  }
  return {
    responseId: response.getId(),
    at: response.getTimestamp().getTime(),
    email: response.getRespondentEmail() ?? '',
    answers,
    titles,
    rows,
  };
}

export const responses: Responses = {
  read(formId, since) {
    const form = FormApp.openById(formId);
    const found = since === null ? form.getResponses() : form.getResponses(new Date(since));
    const askedBy = rememberedItems();
    return found.map((response) => raw(response, askedBy)).sort((a, b) => a.at - b.at);
  },
};
