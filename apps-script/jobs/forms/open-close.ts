/** Opening and closing the chamber's forms, by hand and by their closing day. */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type Book, openBook } from '../book/book.ts';
import { type FormRow, formCells, isPublished, rowOf } from '../book/forms.ts';
import { formsTable } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { dayOf } from '../time.ts';
import { isOver } from './close-due.ts';

function save(book: Book, row: FormRow): void {
  book.update(formsTable, new Map([[row.at, formCells(row)]]));
}

/** A published form that can be opened. Throws UnusableInput `form.unknown`, `form.unfinished`, `form.missing`. */
export function formOf(
  services: Services,
  formId: string,
): { readonly book: Book; readonly row: FormRow; readonly title: string } {
  const book = openBook(services.workbook);
  const row = rowOf(book, formId);
  if (!isPublished(row)) throw new UnusableInput([issue('form.unfinished', 'error', '')]);
  const state = services.forms.look(formId);
  if (state === null) throw new UnusableInput([issue('form.missing', 'error', '')]);
  return { book, row, title: state.title };
}

export interface FormInput {
  readonly formId: string;
}

/** Takes no answers any more. Throws UnusableInput `form.unknown`, `form.unfinished`, `form.missing`. */
export function closeForm(services: Services, { formId }: FormInput): FormRow {
  return services.withLock(() => {
    const { book, row } = formOf(services, formId);
    services.forms.close(formId);
    const closed: FormRow = { ...row, state: 'closed' };
    if (row.state !== 'closed') save(book, closed);
    return closed;
  });
}

/**
 * Publishes the form and takes answers again. A closing day that has passed is taken away: the hourly run would close the form
 * at once. Throws as `closeForm`.
 */
export function openForm(services: Services, { formId }: FormInput): FormRow {
  return services.withLock(() => {
    const { book, row } = formOf(services, formId);
    services.forms.publish(formId);
    const closesOn = isOver(row, dayOf(services.clock.now())) ? '' : row.closesOn;
    const opened: FormRow = { ...row, state: 'open', closesOn };
    if (row.state !== 'open' || row.closesOn !== closesOn) save(book, opened);
    return opened;
  });
}
