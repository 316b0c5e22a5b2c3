/** An invented country for trying the console: chambers in every prefecture, a release half way, one failure, deferrals, silence. */
import { prefectureName } from '../../../shared/record/kinds/postal-code.ts';
import type { FleetRow } from '../../../shared/release/fleet.ts';
import type { Office, OfficeLine } from '../../../shared/release/office-file.ts';
import { defaultRules, type ListedChamber, type Ring, standardRings } from '../../../shared/release/rings.ts';
import {
  decide,
  newRollout,
  type Outcome,
  type Rollout,
  type RolloutEvent,
} from '../../../shared/release/rollout.ts';
import type { Status } from '../../../shared/release/status.ts';

const hour = 3_600_000;
/** 2026-11-24 11:00 in Japan. */
export const fleetNow = Date.UTC(2026, 10, 24, 2);
export const fleetVersion = '1.2.0';

export function chamberList(count: number): readonly ListedChamber[] {
  return Array.from({ length: count }, (_unused, at) => {
    const prefecture = String((at % 47) + 1).padStart(2, '0');
    const code = `${prefecture}-${String(Math.floor(at / 47) + 1).padStart(3, '0')}`;
    const place = prefectureName(prefecture).replace(/[都府県]$/, '');
    return { code, name: `見本${place}第${Math.floor(at / 47) + 1}商工会議所`, prefecture };
  });
}

export function statusOf(chamber: string, more: Partial<Status> = {}): Status {
  return {
    schema: 1,
    chamber,
    counter: 1,
    nonce: '0'.repeat(32),
    at: fleetNow,
    addon: '0.1.0',
    version: '1.1.0',
    release: null,
    seq: 1,
    deferredUntil: '',
    forms: [
      { template: 'membership-application', version: '1.1.0', count: 2 },
      { template: 'consultation-booking', version: '1.0.0', count: 1 },
    ],
    own: 0,
    conflicts: 0,
    waiting: 0,
    health: { ok: 12, warn: 1, bad: 0 },
    ...more,
  };
}

const hash = 'a'.repeat(64);
const pointer = (version: string) => ({ version, sha256: hash, address: 'https://mihon.example/release' });

export function ringsFor(list: readonly ListedChamber[], startsAt: number): readonly Ring[] {
  return standardRings(list, {
    home: list.slice(0, 2).map(({ code }) => code),
    pilot: list.slice(2, 10).map(({ code }) => code),
    prefectures: ['15'],
    prefectureNames: { '15': '新潟県' },
    startsAt,
    step: 3 * hour,
  });
}

/** A release that began some hours ago and is told of by whoever is offered it, until `failing` is. */
export function carriedOn(
  list: readonly ListedChamber[],
  outcomeOf: (at: number) => Outcome,
  hours: number,
): { readonly rollout: Rollout; readonly log: readonly OfficeLine[] } {
  const begin = fleetNow - hours * hour;
  const rings = [...ringsFor(list, begin)];
  let rollout = newRollout(
    { release: pointer(fleetVersion), back: pointer('1.1.0'), rings, rules: defaultRules },
    null,
  );
  const log: OfficeLine[] = [];
  const happen = (event: RolloutEvent, now: number): void => {
    const decided = decide(rollout, event, now);
    rollout = decided.rollout;
    log.push(...decided.lines);
  };
  const places = new Map(list.map(({ code }, at) => [code, at]));
  for (let step = 0; step <= hours; step++) {
    const now = begin + step * hour;
    const offered = Object.entries(rollout.chambers).filter(([, { state }]) => state === 'offered');
    for (const [chamber] of offered) {
      const at = places.get(chamber) ?? 0;
      // One in seventeen says nothing.
      if (at % 17 === 16) continue;
      const outcome = outcomeOf(at);
      const error = outcome === 'failed' ? 'release.content' : '';
      happen({ kind: 'report', chamber, version: fleetVersion, outcome, error }, now);
    }
    happen({ kind: 'tick' }, now);
  }
  return { rollout, log };
}

/** How chambers of the sample take a release: most well, some with a person, some not now. */
export const mixed = (at: number): Outcome =>
  at % 11 === 7 ? 'waiting' : at % 13 === 5 ? 'deferred' : 'applied';

export interface Fleet {
  readonly rows: readonly FleetRow[];
  readonly office: Office;
}

/** `fails`: place in the list of a chamber that fails, -1 for none. */
export function sampleFleet(count: number, fails = -1): Fleet {
  const list = chamberList(count);
  if (count === 0) return { rows: [], office: { releases: [], rollout: null, log: [], list } };
  const { rollout, log } = carriedOn(list, (at) => (at === fails ? 'failed' : mixed(at)), 14);
  const rows = list.map((chamber, at): FleetRow => {
    const known = rollout.chambers[chamber.code];
    // Some never reported, some not for days.
    if (at % 97 === 96) return { ...chamber, status: null, receivedAt: 0 };
    const outcome = known === undefined ? null : mixed(at);
    const isHeard = known !== undefined && !['offered', 'silent', 'left'].includes(known.state);
    const told = at === fails && known !== undefined ? 'failed' : outcome;
    const version = told === 'applied' && isHeard ? fleetVersion : at % 29 === 3 ? '' : '1.1.0';
    return {
      ...chamber,
      receivedAt:
        at % 31 === 30
          ? fleetNow - 60 * hour
          : fleetNow - (known === undefined ? 2 * hour : hour) - at * 1000,
      status: statusOf(chamber.code, {
        version,
        release:
          told === null || !isHeard
            ? null
            : { version: fleetVersion, outcome: told, error: told === 'failed' ? 'release.content' : '' },
        deferredUntil: told === 'deferred' ? '2026-12-20' : '',
        own: at % 5 === 2 ? (at % 7) + 1 : 0,
        conflicts: at % 19 === 4 ? 1 : 0,
        waiting: at % 11 === 7 ? 2 : 0,
      }),
    };
  });
  return { rows, office: { releases: [], rollout, log, list } };
}
