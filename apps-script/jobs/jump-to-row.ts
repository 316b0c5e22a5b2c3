/** Shows an application's row in 受付 to the person at the sheet. */
import { issue, UnusableInput } from '../../shared/issue/issue.ts';
import { queueTable } from './book/tables.ts';
import type { Services } from './port.ts';

/** Returns the row number. Throws UnusableInput `application.not-found`. */
export function jumpToRow(services: Services, applicationId: string): number {
  const row = services.workbook.read(queueTable).find((one) => one.cells.申込ID === applicationId);
  if (row === undefined) throw new UnusableInput([issue('application.not-found', 'error', '')]);
  services.workbook.select(queueTable, row.at);
  return row.at;
}
