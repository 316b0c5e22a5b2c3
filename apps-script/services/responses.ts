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
  return value.map((part) => (Array.isArray(part) ? part.join(', ') : (part ?? '')));
}

function raw(response: GoogleAppsScript.Forms.FormResponse): RawResponse {
  const answers: Record<string, readonly string[]> = {};
  for (const item of response.getItemResponses()) {
    answers[String(item.getItem().getId())] = texts(item.getResponse() as ResponseValue);
  }
  return {
    responseId: response.getId(),
    at: response.getTimestamp().getTime(),
    email: response.getRespondentEmail() ?? '',
    answers,
  };
}

export const responses: Responses = {
  read(formId, since) {
    const form = FormApp.openById(formId);
    const found = since === null ? form.getResponses() : form.getResponses(new Date(since));
    return found.map(raw).sort((a, b) => a.at - b.at);
  },
};
