/** What mails to a sender are written about: an application, or an answer about the register. */
import type { Answer } from './answer.ts';
import type { Application } from './application.ts';
import type { Book } from './book.ts';
import { registerBook } from './register-book.ts';

export type Correspondence = Pick<
  Application & Answer,
  'templateId' | 'formId' | 'receipt' | 'receivedAt' | 'record' | 'mails'
>;

/** Everything that has mails of its own. */
export function correspondence(book: Book): readonly Correspondence[] {
  return [...book.applications(), ...registerBook(book).answers()];
}
