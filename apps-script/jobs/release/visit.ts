/** Whoever opens the program sees to it that somebody looks: the account whose trigger looked may have gone. */
import { refusalOf } from '../access/check.ts';
import { lookAfter } from '../health/mend.ts';
import type { Services } from '../port.ts';
import { standingPull } from './state.ts';

/** Nobody has looked for so long: whoever did by the hour does so no more. */
const silence = 3 * 3_600_000;

/**
 * Lets this account look by the hour from now on, where nobody has for long and the person may. The run itself comes with the
 * trigger; nothing else is done while somebody waits.
 */
export function visited(services: Services): boolean {
  const { lookedAt } = standingPull(services);
  if (services.clock.now() - lookedAt < silence) return false;
  if (refusalOf(services, 'settings') !== null) return false;
  lookAfter(services);
  return true;
}
