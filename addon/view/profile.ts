/** View model of a CSV layout. */
import type { Layout } from '../../apps-script/jobs/book/profiles.ts';
import type { ProfileView } from './ledger-protocol.ts';

export function profileView({ profile, own, stored }: Layout): ProfileView {
  const confirmed = profile.verified && stored !== null;
  return {
    id: profile.id,
    name: profile.name,
    verified: profile.verified,
    own,
    note: confirmed
      ? `${stored.verifiedAt.slice(0, 10)} ${stored.verifiedBy}：${stored.verifiedGround}`
      : (profile.note ?? ''),
  };
}
