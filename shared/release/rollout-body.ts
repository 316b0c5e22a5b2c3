/** What chambers read of a roll-out, as one text: see `rollout-file.ts`. */
import { sha256Hex } from '../bytes/sha256.ts';
import { encodeUtf8 } from '../bytes/utf8.ts';
import type { Rollout } from './rollout.ts';

/** States in which the offer stands for a chamber. */
const standing: ReadonlySet<string> = new Set(['offered', 'applied', 'waiting', 'deferred']);

/**
 * Who may take the release now: nobody while it is paused, nobody of a ring that is taken back, and of those who never answered only
 * in a ring where enough have shown that it is good.
 */
export function offeredTo({ plan, paused, rings, chambers }: Rollout): readonly string[] {
  if (paused !== null) return [];
  return plan.rings.flatMap((ring) => {
    if (rings[ring.id]?.state !== 'offering') return [];
    const good = ring.chambers.filter((code) => chambers[code]?.state === 'applied').length;
    const isProved = good >= plan.rules.enough;
    return ring.chambers.filter((code) => {
      const state = chambers[code]?.state ?? '';
      return standing.has(state) || (state === 'left' && isProved);
    });
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
