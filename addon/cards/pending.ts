/** Whether this person has work that a card began and that is not done: one look, for the hourly catch-up. */
import type { Properties } from '../../apps-script/jobs/port.ts';

export const worksKey = 'cci.cards.works';

export const hasWork = (properties: Pick<Properties, 'get'>): boolean =>
  /"state":"(waiting|running)"/.test(properties.get(worksKey) ?? '');
