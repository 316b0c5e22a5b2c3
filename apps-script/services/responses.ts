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

type RowsOfItem = (item: GoogleAppsScript.Forms.Item) => readonly string[] | null;

/** Asks each item once, however many answers there are. */
function rememberedRows(): RowsOfItem {
  const known = new Map<number, readonly string[] | null>();
  return (item) => {
    const id = item.getId();
    const found = known.has(id) ? known.get(id) : rowsOf(item);
    known.set(id, found ?? null);
    return found ?? null;
  };
}

function raw(response: GoogleAppsScript.Forms.FormResponse, rowsOfItem: RowsOfItem): RawResponse {
  const answers: Record<string, readonly string[]> = {};
  const rows: Record<string, readonly string[]> = {};
  for (const one of response.getItemResponses()) {
    const item = one.getItem();
    const id = String(item.getId());
    answers[id] = texts(one.getResponse() as ResponseValue);
    const labels = rowsOfItem(item);
    if (labels !== null) rows[id] = labels;
  }
  return {
    responseId: response.getId(),
    at: response.getTimestamp().getTime(),
    email: response.getRespondentEmail() ?? '',
    answers,
    rows,
  };
}

export const responses: Responses = {
  read(formId, since) {
    const form = FormApp.openById(formId);
    const found = since === null ? form.getResponses() : form.getResponses(new Date(since));
    const rows = rememberedRows();
    return found.map((response) => raw(response, rows)).sort((a, b) => a.at - b.at);
  },
};
