/** The hourly catch-up: every workbook this account looks after takes in what a trigger may have missed. */

import { collect } from './collect.ts';
import type { Services } from './port.ts';
import { knownWorkbooks } from './workbooks.ts';

/** One workbook that fails does not stop the others; the last failure is thrown so that the run is marked failed. */
export function catchUp(
  services: Pick<Services, 'properties' | 'log'>,
  at: (workbookId: string) => Services,
): void {
  const failures: unknown[] = [];
  for (const id of knownWorkbooks(services.properties)) {
    try {
      collect(at(id));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[failures.length - 1];
}
