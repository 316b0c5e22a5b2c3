/** A handful of chambers that answer JCCI's practice: the product's own agents, on a clock that runs faster. */
import { noteAccount } from '../../apps-script/jobs/health/accounts.ts';
import { pull } from '../../apps-script/jobs/release/agent.ts';
import { connect } from '../../apps-script/jobs/release/link.ts';
import { standOn } from '../../apps-script/jobs/release/standing.ts';
import { type FleetRow, receive } from '../../shared/release/fleet.ts';
import { linkCode } from '../../shared/release/link.ts';
import type { ListedChamber } from '../../shared/release/rings.ts';
import { openMessage } from '../../shared/release/status.ts';
import { chamberOf, modelChamber } from './fleet.ts';
import type { Chamber } from './world/chamber.ts';

export interface PracticeOptions {
  readonly list: readonly ListedChamber[];
  readonly templates: readonly string[];
  readonly master: string;
  readonly address: string;
  /** The file of this name that JCCI published, null where there is none yet. */
  readonly file: (name: string) => string | null;
  /** Called with every row that a report changed. */
  readonly store: (row: FleetRow) => void;
  /** Milliseconds of the chambers' clock. */
  readonly now: () => number;
  /** A chamber whose first tries at a release break. */
  readonly stumbles: string;
}

export interface Practice {
  /** Every chamber looks once. */
  look(): void;
  /** How many chambers have which version. */
  versions(): ReadonlyMap<string, number>;
}

/** Looks that break before a chamber counts as failed (`agent.ts`). */
const brokenLooks = 3;

export function practice(options: PracticeOptions): Practice {
  const { list, master, address, now } = options;
  const rows = new Map<string, FleetRow>(
    list.map((one) => [one.code, { ...one, status: null, receivedAt: 0 }]),
  );
  let stumbled = 0;
  let looking = '';

  const read = (from: string): string | null => {
    const query = new URL(from).searchParams;
    const version = query.get('version');
    if (query.get('page') !== 'release') return options.file('rollout.json');
    if (looking === options.stumbles && stumbled < brokenLooks) {
      stumbled += 1;
      throw new TypeError('practice: this chamber stumbles');
    }
    return options.file(`release-${version ?? ''}.json`);
  };
  const post = (_to: string, text: string): string => {
    const opened = openMessage(text, master, now());
    const received = opened.ok
      ? receive(rows.get(opened.status.chamber) ?? null, opened.status, now())
      : opened;
    if (!received.ok) return JSON.stringify({ ok: false, fault: received.fault });
    rows.set(received.row.code, received.row);
    // Shown beside the clock of whoever practises.
    options.store({ ...received.row, receivedAt: Date.now() });
    return JSON.stringify({ ok: true });
  };
  const outside = { now, read, post };
  const model = modelChamber(options.templates, outside);
  const chambers: readonly Chamber[] = list.map((listed, at) => {
    const chamber = chamberOf(model, listed, at + 1, 0, outside);
    connect(chamber.services(), linkCode(master, listed.code, address));
    return chamber;
  });
  return {
    look() {
      for (const chamber of chambers) {
        looking = chamber.listed.code;
        const services = chamber.services();
        // A trouble of the network would be passed over; this one is to be seen.
        const releases = { ...services.releases, read };
        standOn(services);
        // What else the hourly run does, answers taken in, is none of this practice.
        noteAccount(services, true);
        pull({ ...services, releases }, now());
      }
    },
    versions() {
      const counts = new Map<string, number>();
      for (const { secrets, book } of chambers) {
        const version = secrets.get(`cci.release.${book.id}`) ?? '';
        counts.set(version, (counts.get(version) ?? 0) + 1);
      }
      return counts;
    },
  };
}
