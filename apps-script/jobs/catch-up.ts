/**
 * The hourly catch-up: every workbook this account looks after takes in what a trigger may have missed, and goes on
 * with what a run left unfinished.
 */

import { collect } from './collect.ts';
import { closeDueForms } from './forms/close-due.ts';
import { noteAccount } from './health/accounts.ts';
import { registerJobs, releaseJobs, surveyJobs } from './parts.ts';
import type { Services } from './port.ts';
import { isLinked } from './release/standing.ts';
import { knownWorkbooks } from './workbooks.ts';

const works: readonly ((services: Services, began: number) => unknown)[] = [
  (services) => {
    collect(services);
    noteAccount(services, true);
  },
  (services) => registerJobs().settleRound(services),
  (services, began) => registerJobs().continueImport(services, began),
  closeDueForms,
  (services) => surveyJobs().settleSurveys(services),
  (services, began) => {
    if (isLinked(services)) releaseJobs().pull(services, began);
  },
];

/** One work that fails does not stop the others; the last failure is thrown so that the run is marked failed. */
export function catchUp(
  services: Pick<Services, 'properties' | 'log'>,
  at: (workbookId: string) => Services,
): void {
  const failures: unknown[] = [];
  let began: number | null = null;
  for (const id of knownWorkbooks(services.properties)) {
    const own = at(id);
    began ??= own.clock.now();
    for (const work of works) {
      try {
        work(own, began);
      } catch (error) {
        failures.push(error);
      }
    }
  }
  if (failures.length > 0) throw failures[failures.length - 1];
}
