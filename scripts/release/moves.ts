/** What a command makes of JCCI's state, as data: nothing here knows Drive. */
import type { Issue } from '../../shared/issue/issue.ts';
import { prefectureName } from '../../shared/record/kinds/postal-code.ts';
import { type FleetRow, reportOf } from '../../shared/release/fleet.ts';
import { packRelease, publishIssue, readRelease } from '../../shared/release/release.ts';
import { defaultRules, type ReleasePointer, standardRings } from '../../shared/release/rings.ts';
import { decide, newRollout, type RolloutEvent, type RolloutLine } from '../../shared/release/rollout.ts';
import type { FleetConfig } from './config.ts';
import type { Office, Published } from './store.ts';

export interface Moved {
  readonly office: Office;
  readonly lines: readonly RolloutLine[];
  readonly issues: readonly Issue[];
}

/** Applies events one after the other; the first that cannot be ends it, and nothing of it counts. */
export function move(office: Office, events: readonly RolloutEvent[], now: number): Moved {
  let { rollout } = office;
  const lines: RolloutLine[] = [];
  for (const event of events) {
    if (rollout === null) return { office, lines: [], issues: [] };
    const decided = decide(rollout, event, now);
    if (decided.issues.length > 0) return { office, lines: [], issues: decided.issues };
    rollout = decided.rollout;
    lines.push(...decided.lines);
  }
  const log = [...office.log, ...lines.map((line) => ({ ...line, chambers: [...line.chambers] }))];
  return { office: { ...office, rollout, log }, lines, issues: [] };
}

/** Reports of chambers that came in, oldest first, and then the passing of time: what `status` carries out. */
export function reportsOf(rows: readonly FleetRow[]): readonly RolloutEvent[] {
  return [...rows]
    .sort((a, b) => a.receivedAt - b.receivedAt)
    .flatMap(({ status }) => {
      const report = status === null ? null : reportOf(status);
      return report === null ? [] : [report];
    });
}

/** Address under which chambers read a release. */
export const releaseAddress = (address: string, version: string): string =>
  `${address}?page=release&version=${version}`;

const pointerOf = (address: string, { version, sha256 }: Published): ReleasePointer => ({
  version,
  sha256,
  address: releaseAddress(address, version),
});

export interface NewRelease {
  readonly version: string;
  readonly notes: readonly string[];
  readonly leastAddon: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly madeAt: number;
}

export interface PlannedRelease {
  readonly text: string;
  readonly sha256: string;
  /** A run that broke off made this very release already. */
  readonly known: Published | null;
  readonly issues: readonly Issue[];
}

/** Packs a release, and says whether it may stand beside those that were. The time it was made is that of the first try. */
export function plannedRelease(office: Office, given: NewRelease): PlannedRelease {
  const text = packRelease(given);
  const { release, issues } = readRelease(text);
  if (release === null) return { text, sha256: '', known: null, issues };
  const found = publishIssue(release, office.releases);
  const known = office.releases.find(({ version }) => version === given.version) ?? null;
  return { text, sha256: release.sha256, known, issues: found === null ? [] : [found] };
}

/** What chambers have before a new release: the last one, or, where that was taken back, what it led back to. */
function standingOf({ releases, rollout }: Office, { address }: FleetConfig): ReleasePointer | null {
  const isUndone = rollout !== null && Object.values(rollout.rings).some(({ state }) => state === 'undoing');
  if (isUndone) return rollout.plan.back;
  const last = releases.at(-1);
  return last === undefined ? null : pointerOf(address, last);
}

/** The state with a release published and its roll-out begun; what was offered before ends with it. */
export function begin(
  office: Office,
  config: FleetConfig,
  release: Published,
  startsAt: number,
  now: number,
): Moved {
  const back = standingOf(office, config);
  const rings = standardRings(config.list, {
    home: config.home,
    ...(config.pilot === undefined ? {} : { pilot: config.pilot }),
    prefectures: config.prefectures,
    prefectureNames: Object.fromEntries(config.prefectures.map((code) => [code, prefectureName(code)])),
    startsAt,
    step: config.daysBetweenRings * 86_400_000,
  });
  const rollout = newRollout(
    { release: pointerOf(config.address, release), back, rings: [...rings], rules: defaultRules },
    office.rollout,
  );
  const begun = { ...office, list: config.list, releases: [...office.releases, release], rollout };
  return move(begun, [{ kind: 'tick' }], now);
}
