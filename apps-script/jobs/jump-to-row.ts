/** Shows an application's row in 受付 or 常議員会 to the person at the sheet. */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { boardTable, queueTable } from './book/tables.ts';
import type { Services } from './port.ts';

const lists = { queue: queueTable, board: boardTable } as const;

/**
 * Returns where it is; without an id it is the top of the list. Throws UnusableInput `application.not-found`,
 * `workbook.sheet-missing`.
 */
export function jumpToRow(
  services: Services,
  list: keyof typeof lists,
  applicationId: string,
): { readonly sheet: string; readonly row: number } {
  const table = lists[list];
  const at =
    applicationId === ''
      ? 1
      : services.workbook.read(table).find((one) => one.cells.申込ID === applicationId)?.at;
  if (at === undefined) throw new UnusableInput([issue('application.not-found', 'error', '')]);
  services.workbook.select(table, at);
  return { sheet: table.name, row: at };
}
