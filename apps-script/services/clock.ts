/** The time and the person at work. */
import type { Clock, Session as Person } from '../jobs/port.ts';

export const clock: Clock = {
  now: () => Date.now(),
  wait: (milliseconds) => Utilities.sleep(milliseconds),
};

/** Active user first; in a trigger only the effective user is known. */
export const session: Person = {
  user: () => Session.getActiveUser().getEmail() || Session.getEffectiveUser().getEmail(),
};
