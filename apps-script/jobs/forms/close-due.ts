/** Closes forms whose closing day has passed; loaded by every hourly run, so it asks for little. */
import { dayNumber } from '../../../shared/text/days.ts';
import { openBook } from '../book/book.ts';
import { type FormRow, formCells, readForm } from '../book/forms.ts';
import { formsTable } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { dayOf } from '../time.ts';

/** Whether the last day for answers has ended in Japan. */
export const isOver = ({ closesOn }: FormRow, today: string): boolean =>
  !Number.isNaN(dayNumber(closesOn)) && closesOn < today;

/** Closes the forms whose closing day has ended in Japan; reads one sheet when there are none. */
export function closeDueForms(services: Services): number {
  const today = dayOf(services.clock.now());
  const isDue = (row: FormRow): boolean => row.state === 'open' && isOver(row, today);
  const due = services.workbook.read(formsTable).map(readForm).filter(isDue);
  if (due.length === 0) return 0;
  return services.withLock(() => {
    const book = openBook(services.workbook);
    const still = book.rows(formsTable).map(readForm).filter(isDue);
    for (const row of still) {
      if (services.forms.look(row.formId) !== null) services.forms.close(row.formId);
      book.update(formsTable, new Map([[row.at, formCells({ ...row, state: 'closed' })]]));
    }
    return still.length;
  });
}
