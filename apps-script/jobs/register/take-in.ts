/** New answers of a register form. */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import type { TakeIn } from '../answers-of-form.ts';
import type { Book } from '../book/book.ts';
import type { Services } from '../port.ts';

export function takeInRegisterAnswers(_book: Book, _services: Services): TakeIn {
  throw new UnusableInput([issue('template.unknown', 'error', '')]);
}
