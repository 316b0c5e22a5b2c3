/** What chambers read of a roll-out, as one text: see `rollout-file.ts`. */
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { Ring } from './rings.ts';
import type { ChamberState, Rollout } from './rollout.ts';

/** States in which the offer stands for a chamber, whoever else it stands for. */
const standing: ReadonlySet<string> = new Set(['offered', 'applied', 'waiting', 'deferred']);

/**
 * Who may take the release now: nobody while it is paused, nobody of a ring that is taken back. Of those who were asked and said nothing
 * all keep the offer when their ring or one after it has proved the release. Before that as many do as there is room for beside those
 * waited for, `firstBatch` together; none of a ring that was passed over in silence.
 */
export function offeredTo({ plan, paused, rings, chambers }: Rollout): readonly string[] {
  if (paused !== null) return [];
  const { enough, firstBatch } = plan.rules;
  const of = (ring: Ring, state: ChamberState): readonly string[] =>
    ring.chambers.filter((code) => chambers[code]?.state === state);
  const good = plan.rings.map((ring) => of(ring, 'applied').length);
  return plan.rings.flatMap((ring, at) => {
    if (rings[ring.id]?.state !== 'offering') return [];
    const isProved = good.slice(at).some((count) => count >= enough);
    const next = plan.rings[at + 1];
    const isPassed = next !== undefined && rings[next.id]?.state !== 'waiting' && good[at] === 0;
    const least = isPassed ? 0 : Math.max(0, firstBatch - of(ring, 'offered').length);
    const quiet = [...of(ring, 'left'), ...of(ring, 'silent')].slice(0, isProved ? undefined : least);
    return ring.chambers.filter((code) => standing.has(chambers[code]?.state ?? '') || quiet.includes(code));
  });
}

/** Who has to give the release back: everybody of the rings taken back who was ever offered it. */
export function undoneBy({ plan, rings, chambers }: Rollout): readonly string[] {
  return plan.rings.flatMap((ring) =>
    rings[ring.id]?.state === 'undoing' ? ring.chambers.filter((code) => chambers[code] !== undefined) : [],
  );
}

/** The text that is sealed and hashed. The same roll-out gives the same text. */
export function bodyOf(rollout: Rollout): string {
  const { seq, previous, plan, paused, rings } = rollout;
  return JSON.stringify({
    format: 'cci-kit rollout',
    schema: 1,
    seq,
    previous,
    release: plan.release,
    back: plan.back,
    paused: paused !== null,
    rings: plan.rings.map(({ id, name, startsAt }) => ({
      id,
      name,
      startsAt,
      state: rings[id]?.state ?? 'waiting',
    })),
    offered: offeredTo(rollout),
    undo: undoneBy(rollout),
  });
}

export const bodyHash = (rollout: Rollout): string => sha256Hex(encodeUtf8(bodyOf(rollout)));
