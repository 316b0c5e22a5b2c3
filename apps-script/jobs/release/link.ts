/** How a workbook is connected with JCCI: kept with the script, where whoever may edit the workbook cannot read the key. */
import { issue, UnusableInput } from '../../../shared/issue/issue.ts';
import { type Link, readLink } from '../../../shared/release/link.ts';
import { workbookTitle } from '../book/tables.ts';
import type { Services } from '../port.ts';
import { linkKey } from './standing.ts';
import { changePull, firstState } from './state.ts';
import { pullTable, releaseTable } from './tables.ts';

type Needed = Pick<Services, 'secrets' | 'workbook'>;

/** The connection, null for a workbook that has none. One read. */
export function linkOf(services: Needed): Link | null {
  const text = services.secrets.get(linkKey(services)) ?? '';
  return text === '' ? null : readLink(text);
}

export const prepareTables = ({ workbook }: Pick<Services, 'workbook'>): void => {
  if (!workbook.has([releaseTable, pullTable])) workbook.prepare(workbookTitle, [releaseTable, pullTable]);
};

/**
 * Connects the workbook by the code that JCCI gave, or takes the connection away (''). The same call again changes nothing.
 * Throws UnusableInput `release.link`.
 */
export function connect(services: Services, code: string): void {
  const link = readLink(code);
  if (link === null && code.trim() !== '') {
    throw new UnusableInput([issue('release.link', 'error', 'link')]);
  }
  services.withLock(() => {
    const standing = linkOf(services);
    if (link === null) {
      services.secrets.set(linkKey(services), '');
      return;
    }
    const text = ['cci1', link.chamber, link.key, link.address].join(' ');
    prepareTables(services);
    // Another office, another row of numbers: what was seen of the one before says nothing about it.
    if (standing !== null && standing.address !== link.address) {
      const { seen, told, sent, done } = firstState;
      changePull(services, { seen, told, sent, done });
    }
    services.secrets.set(linkKey(services), text);
  });
}
