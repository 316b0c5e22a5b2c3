/**
 * `cci release pass`: the addresses under which chambers read the results of surveys, as CSV to be sent out. Reaches no service and
 * changes nothing.
 */

import { dashboardAddress } from '../../shared/release/dashboard-link.ts';
import { chamberKey } from '../../shared/release/hmac.ts';
import { formatTable } from '../../shared/table/format.ts';
import { dayNumber, dayOf } from '../../shared/text/days.ts';
import { refuse } from '../google/refuse.ts';
import { readConfig, readMaster } from '../release/config.ts';
import type { ExitCode } from './outcome.ts';

export interface ReleasePassArguments {
  readonly config: string;
  /** Last day. */
  readonly until: string;
  readonly chamber?: string;
}

function isDay(text: string): boolean {
  const number = /^\d{4}-\d\d-\d\d$/.test(text) ? dayNumber(text) : Number.NaN;
  return !Number.isNaN(number) && dayOf(number) === text;
}

export function releasePassCommand({ config, until, chamber }: ReleasePassArguments): ExitCode {
  if (!isDay(until)) refuse('dashboard.until', { name: until });
  const { address, list } = readConfig(config);
  const listed = list.filter(({ code }) => chamber === undefined || code === chamber);
  if (listed.length === 0) refuse('dashboard.name', { name: chamber ?? '' });
  const master = readMaster();
  const rows = listed.map(({ code, name }) => [
    code,
    name,
    dashboardAddress({ chamber: code, key: chamberKey(master, code), address }, until),
  ]);
  process.stdout.write(
    formatTable([['code', 'name', 'address'], ...rows], { newline: 'lf', quoting: 'minimal' }),
  );
  return 0;
}
