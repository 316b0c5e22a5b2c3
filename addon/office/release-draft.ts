/** How the chamber takes releases, while a person changes it. */
import { deferralFault, type Policy } from '../../shared/release/policy.ts';
import type { ReleaseView } from '../view/release-protocol.ts';

export interface ReleaseDraft {
  readonly policy: Policy;
  readonly deferUntil: string;
}

export const releaseDraft = ({ policy, deferUntil }: ReleaseView): ReleaseDraft => ({ policy, deferUntil });

const words = {
  'release.deferral-day': '今日より後の日を選んでください。やめるときは空欄にします。',
  'release.deferral-long': '90日より近い日を選んでください。あとで延ばせます。',
} as const;

/** What is wrong with the day of the deferral, '' for nothing. The server checks the same. */
export function draftFault({ deferUntil }: ReleaseDraft, stored: string, today: string): string {
  if (deferUntil === '' || deferUntil === stored) return '';
  const fault = deferralFault(deferUntil, today);
  return fault === null ? '' : words[fault];
}
