/** Where the questions of a fixed set are answered in a bundle. */
import { type Issue, issue } from '../issue/issue.ts';
import type { Shelf } from './blocks.ts';
import type { Unit } from './model.ts';
import type { Question } from './questions.ts';

export interface Answer {
  readonly question: string;
  /** Title and address; '' where the set says that no rule answers it. */
  readonly place: string;
}

/** The place that a question expects; `unit` is null where the bundle has none. */
export function expectedOf(
  { document, address }: Question,
  { books, names }: Pick<Shelf, 'books' | 'names'>,
): { readonly title: string; readonly unit: Unit | null } {
  const title = names.titleOf(document) ?? document;
  return { title, unit: books.get(title)?.find(address) ?? null };
}

/** An answer that went with an amendment. */
export const lostAnswer = ({ line, document, address, question }: Question): Issue =>
  issue('corpus.question-address', 'error', '', { params: { line, document, address, question } });

/** Questions with their places for the index; a place that is not there any more is an issue. */
export function answersOf(
  questions: readonly Question[],
  shelf: Shelf,
): { readonly answers: readonly Answer[]; readonly issues: readonly Issue[] } {
  const answers: Answer[] = [];
  const issues: Issue[] = [];
  for (const question of questions) {
    if (question.address === '') {
      answers.push({ question: question.question, place: '' });
      continue;
    }
    const { title, unit } = expectedOf(question, shelf);
    if (unit === null) issues.push(lostAnswer(question));
    else answers.push({ question: question.question, place: `${title} ${unit.address}` });
  }
  return { answers, issues };
}
