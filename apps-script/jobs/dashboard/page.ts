/** The page itself, which holds no figure: it asks with what opened it. */
import type { FleetOffice } from '../release/collector.ts';
import type { Page } from '../release/pages.ts';
import { type DashboardCaller, isProven } from './door.ts';

/** Text in an attribute of HTML. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** What stands in an address (`shared/release/dashboard-link.ts`). */
export function callerIn(asked: Readonly<Record<string, string>>): DashboardCaller {
  const { key = '', who = '', chamber = '', until = '', seal = '' } = asked;
  return { key, person: who, chamber, until, seal };
}

/** Null for a caller without anything of ours. The file leaves room for what he showed (`addon/dashboard/dashboard.html`). */
export function dashboardPage(office: FleetOffice, caller: DashboardCaller, now: number): Page | null {
  if (!isProven(office, caller, now)) return null;
  const data = Object.entries(caller).map(([name, text]) => `data-${name}="${escaped(text)}"`);
  return {
    kind: 'html',
    file: 'Dashboard',
    title: '調査の結果',
    html: (source) => source.replace('data-caller=""', () => data.join(' ')),
  };
}
