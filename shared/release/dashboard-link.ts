/**
 * The address under which a chamber reads the results of surveys at JCCI. Its seal is made of the chamber's key and a last day, so that
 * an address that got about ends by itself, opens nothing but this page, and never holds the key.
 */
import { chamberKey, sameSeal, sealOf } from './hmac.ts';
import type { Link } from './link.ts';

export interface DashboardPass {
  readonly chamber: string;
  /** Last day, `2027-03-31`. */
  readonly until: string;
  readonly seal: string;
}

const sealed = ({ chamber, until }: Omit<DashboardPass, 'seal'>): string => `${chamber}\n${until}`;

/** What a chamber shows; anybody who has its key can make it. */
export function dashboardPass({ chamber, key }: Pick<Link, 'chamber' | 'key'>, until: string): DashboardPass {
  return { chamber, until, seal: sealOf(key, 'dashboard', sealed({ chamber, until })) };
}

export function dashboardAddress(link: Link, until: string): string {
  const { chamber, seal } = dashboardPass(link, until);
  return `${link.address}?page=dashboard&chamber=${chamber}&until=${until}&seal=${seal}`;
}

/** Whether the chamber itself, or JCCI, made it, and it still counts on this day. */
export function isGoodPass(master: string, pass: DashboardPass, today: string): boolean {
  const { chamber, until, seal } = pass;
  if (!/^\d{4}-\d\d-\d\d$/.test(until) || until < today) return false;
  return sameSeal(seal, dashboardPass({ chamber, key: chamberKey(master, chamber) }, until).seal);
}
