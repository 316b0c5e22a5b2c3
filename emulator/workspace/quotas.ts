/** Daily quotas per user: a window of 24 hours from the first use (https://developers.google.com/apps-script/guides/services/quotas). */
import type { Workspace } from '../api.ts';
import { PlatformError } from './platform-error.ts';

const DAY = 86_400_000;

/** Figures of a Workspace account and of a consumer account. */
export const DAILY = {
  workspace: {
    mailRecipients: 1500,
    spreadsheets: 3200,
    documents: 1500,
    properties: 500_000,
    triggerMinutes: 360,
    urlFetch: 100_000,
  },
  consumer: {
    mailRecipients: 100,
    spreadsheets: 250,
    documents: 250,
    properties: 50_000,
    triggerMinutes: 90,
    urlFetch: 20_000,
  },
} as const;

export type QuotaName = keyof (typeof DAILY)['workspace'];

const MESSAGE: Record<QuotaName, string> = {
  mailRecipients: 'Service invoked too many times for one day: email.',
  spreadsheets: 'Service invoked too many times for one day: spreadsheets.',
  documents: 'Service invoked too many times for one day: docs create.',
  properties: 'Service invoked too many times for one day: properties.',
  urlFetch: 'Service invoked too many times for one day: urlfetch.',
  triggerMinutes: 'Service using too much computer time for one day',
};

/** Consumer accounts are those of gmail.com. */
export function dailyLimit(user: string, name: QuotaName): number {
  return DAILY[/@gmail\.com$/i.test(user) ? 'consumer' : 'workspace'][name];
}

function window(workspace: Workspace, user: string): { since: number; used: Record<string, number> } {
  const now = workspace.now();
  const found = workspace.state.quotas[user];
  if (found !== undefined && now - found.since < DAY) return found;
  const fresh = { since: now, used: {} };
  workspace.state.quotas[user] = fresh;
  return fresh;
}

export function remaining(workspace: Workspace, user: string, name: QuotaName): number {
  return Math.max(0, dailyLimit(user, name) - (window(workspace, user).used[name] ?? 0));
}

/** Takes from the quota, or throws as the platform does and takes nothing. */
export function consume(workspace: Workspace, user: string, name: QuotaName, amount: number): void {
  if (remaining(workspace, user, name) < amount) throw new PlatformError(MESSAGE[name]);
  const { used } = window(workspace, user);
  used[name] = (used[name] ?? 0) + amount;
}
