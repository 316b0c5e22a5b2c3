/** JCCI in the simulation: what it publishes, what it is told, and what it decides by the hour. The same steps as the commands take. */
import type { FleetConfig } from '../../scripts/release/config.ts';
import { begin, move, plannedRelease, reportsOf } from '../../scripts/release/moves.ts';
import type { Office } from '../../scripts/release/store.ts';
import { type FleetRow, receive } from '../../shared/release/fleet.ts';
import type { ListedChamber } from '../../shared/release/rings.ts';
import { rolloutFile } from '../../shared/release/rollout-file.ts';
import { openMessage } from '../../shared/release/status.ts';
import type { Simulated } from './releases.ts';

export const master = 'c3'.repeat(32);
export const address = 'https://script.google.com/macros/s/mihon/exec';

export class Jcci {
  office: Office = { releases: [], rollout: null, log: [] };
  readonly rows: Map<string, FleetRow>;
  readonly texts = new Map<string, string>();
  /** Messages that were taken, and refused by reason. */
  taken = 0;
  readonly refused = new Map<string, number>();
  readonly #config: FleetConfig;
  #file: { readonly seq: number; readonly text: string } | null = null;

  constructor(list: readonly ListedChamber[], home: readonly string[]) {
    this.rows = new Map(list.map((one) => [one.code, { ...one, status: null, receivedAt: 0 }]));
    this.#config = {
      folder: 'folder',
      fleet: 'fleet',
      address,
      lease: 'lease',
      home: [...home],
      prefectures: ['13'],
      daysBetweenRings: 0.125,
      list,
    };
  }

  read(from: string): string | null {
    const query = new URL(from).searchParams;
    if (query.get('page') === 'release') return this.texts.get(query.get('version') ?? '') ?? null;
    const { rollout } = this.office;
    if (rollout === null) return null;
    if (this.#file?.seq !== rollout.seq)
      this.#file = { seq: rollout.seq, text: rolloutFile(rollout, master) };
    return this.#file.text;
  }

  post(text: string, now: number): string {
    const opened = openMessage(text, master, now);
    const row = opened.ok ? (this.rows.get(opened.status.chamber) ?? null) : null;
    const received = opened.ok ? receive(row, opened.status, now) : opened;
    if (!received.ok) {
      this.refused.set(received.fault, (this.refused.get(received.fault) ?? 0) + 1);
      return JSON.stringify({ ok: false, fault: received.fault });
    }
    if (received.isNew) {
      this.taken += 1;
      this.rows.set(received.row.code, received.row);
    }
    return JSON.stringify({ ok: true });
  }

  publish({ release }: Simulated, now: number): void {
    const planned = plannedRelease(this.office, { ...release, madeAt: now });
    if (planned.issues.length > 0) throw new Error(planned.issues.map(({ code }) => code).join());
    this.texts.set(release.version, planned.text);
    const { version, notes } = release;
    const next = begin(
      this.office,
      this.#config,
      { version, sha256: planned.sha256, fileId: version, at: now, by: 'sim', notes: [...notes] },
      now,
      now,
    );
    if (next.issues.length > 0) throw new Error(next.issues.map(({ code }) => code).join());
    this.office = next.office;
  }

  /** What `cci release status --apply` does by the hour. */
  advance(now: number): void {
    const fresh = [...this.rows.values()];
    this.office = move(this.office, [...reportsOf(fresh), { kind: 'tick' }], now).office;
  }

  /** What an operator does who finds the roll-out stopped. */
  takeBack(now: number): void {
    const moved = move(this.office, [{ kind: 'roll-back', by: 'sim', reason: '失敗', rings: [] }], now);
    if (moved.issues.length > 0) throw new Error(moved.issues.map(({ code }) => code).join());
    this.office = moved.office;
  }
}
