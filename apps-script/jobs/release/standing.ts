/**
 * Which release counts for a workbook, as every execution may ask: one read of a property where templates are needed, and nothing
 * else while no release was taken. Its files are read by the part that knows them (`stored.ts`). One execution may work on several
 * workbooks, one after the other; the one that was opened last counts.
 */

import { rewordBy } from '../../../shared/issue/messages.ts';
import { releaseJobs } from '../parts.ts';
import type { Services } from '../port.ts';

type Needed = Pick<Services, 'secrets' | 'workbook'>;

/** `version` of the release taken, '' for what the program ships. Kept with the script: whoever may edit the workbook cannot set it. */
const keyOf = ({ workbook }: Needed): string => `cci.release.${workbook.id}`;

/** Where the connection with JCCI is kept (`link.ts`). */
export const linkKey = ({ workbook }: Pick<Services, 'workbook'>): string => `cci.link.${workbook.id}`;

/** Whether the workbook is connected with JCCI: whoever is not is never asked anything more. One read. */
export const isLinked = (services: Needed): boolean => (services.secrets.get(linkKey(services)) ?? '') !== '';

let current: Needed | null = null;
/** Of `current`; null before it was asked. */
let version: string | null = null;

/** Says which workbook the execution works on from here. */
export function standOn(services: Needed): void {
  current = services;
  version = null;
  rewordBy((key) => {
    const taken = releaseTaken();
    return taken === '' ? undefined : releaseJobs().releasedWords(services.workbook, taken)[key];
  });
}

function readVersion(services: Needed): string {
  try {
    return services.secrets.get(keyOf(services)) ?? '';
  } catch {
    // No workbook is open: what the program ships counts.
    return '';
  }
}

/** The release that counts now, '' for what the program ships. */
export function releaseTaken(): string {
  if (current === null) return '';
  version ??= readVersion(current);
  return version;
}

/** From now on this release counts for the workbook. */
export function takeRelease(services: Needed, taken: string): void {
  services.secrets.set(keyOf(services), taken);
  standOn(services);
}

/** A value of the release by the name that the program's own data has; undefined where the program's own counts. */
export function releasedValue(name: string): unknown {
  const taken = releaseTaken();
  return taken === '' || current === null
    ? undefined
    : releaseJobs().releasedFile(current.workbook, taken, name);
}
