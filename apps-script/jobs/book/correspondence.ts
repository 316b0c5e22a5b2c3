/** What mails to a sender are written about: an application, or an answer about the register. */
import type { TemplateFlow } from '../../../shared/template/template.ts';
import type { Answer } from './answer.ts';
import type { Application } from './application.ts';
import type { Book } from './book.ts';
import { registerBook } from './register-book.ts';
import type { WantedMail } from './stored-parts.ts';
import { submissionBook } from './submission-book.ts';

export type Correspondence = Pick<
  Application & Answer,
  'templateId' | 'formId' | 'receipt' | 'receivedAt' | 'record' | 'mails'
> & {
  /** What was filled in for the form that it came by. */
  readonly form?: Readonly<Record<string, string>>;
  /** Answers to questions that the chamber added itself. */
  readonly own?: readonly { readonly title: string; readonly text: string }[];
};

/** What has mails of its own, by flow. */
export const correspondence: Readonly<Record<TemplateFlow, (book: Book) => readonly Correspondence[]>> = {
  application: (book) => book.applications(),
  register: (book) => registerBook(book).answers(),
  answers(book) {
    const submissions = submissionBook(book);
    return submissions.all().map((one) => ({ ...one, form: submissions.form(one.formId)?.values ?? {} }));
  },
  survey: () => [],
};

/** Each of these mails with what it is about; a store is read only when those before it lack one. */
export function mailsOf(
  book: Book,
  ids: readonly string[],
): ReadonlyMap<string, { readonly mail: WantedMail; readonly from: Correspondence }> {
  const found = new Map<string, { readonly mail: WantedMail; readonly from: Correspondence }>();
  for (const all of [correspondence.application, correspondence.register, correspondence.answers]) {
    if (ids.every((id) => found.has(id))) break;
    for (const from of all(book)) for (const mail of from.mails) found.set(mail.id, { mail, from });
  }
  return found;
}
