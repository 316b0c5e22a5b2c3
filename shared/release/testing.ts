/** Samples for the tests of releases: invented chambers, a plan, a world of agents that answer. */
import { chamberKey } from './hmac.ts';
import { defaultRules, type ReleasePointer, type Ring, type RolloutPlan } from './rings.ts';

export const master = '5f'.repeat(32);
export const keyOf = (code: string): string => chamberKey(master, code);

export const hour = 3_600_000;
export const begin = Date.UTC(2026, 11, 1);

export const pointer = (version: string): ReleasePointer => ({
  version,
  sha256: version.replace(/\D/g, '').padStart(64, '0').slice(-64),
  address: `https://script.google.com/macros/s/mihon/exec?page=release&version=${version}`,
});

/** Rings of so many chambers each, an hour apart: `r0-1`, `r0-2` … */
export function rings(sizes: readonly number[]): readonly Ring[] {
  return sizes.map((size, at) => ({
    id: `ring-${at}`,
    name: `見本の輪${at}`,
    startsAt: begin + at * hour,
    chambers: Array.from({ length: size }, (_unused, one) => `r${at}-${one + 1}`),
  }));
}

export const planOf = (sizes: readonly number[], more: Partial<RolloutPlan> = {}): RolloutPlan => ({
  release: pointer('1.2.0'),
  back: pointer('1.1.0'),
  rings: [...rings(sizes)],
  rules: defaultRules,
  ...more,
});
