/**
 * JCCI's files in Drive: `office.json` (what was published, how far the roll-out is, what happened), `rollout.json` (what chambers
 * read, made from it), and a file for each release. `office.json` is written first, `rollout.json` from it: whoever comes after a
 * crash finds the two apart and makes the second anew.
 */
import * as z from 'zod/mini';
import { lazy } from '../../shared/lazy.ts';
import { sha256Text, versionText } from '../../shared/release/codes.ts';
import type { Expected } from '../../shared/release/release.ts';
import { parseRollout, type Rollout, type RolloutLine } from '../../shared/release/rollout.ts';
import { rolloutFile } from '../../shared/release/rollout-file.ts';
import type { DriveFolder, StoredFile } from '../google/drive-folder.ts';
import type { Lease } from '../google/lease.ts';
import { refuse } from '../google/refuse.ts';

const officeName = 'office.json';
const rolloutName = 'rollout.json';
export const releaseName = (version: string): string => `release-${version}.json`;

const published = () =>
  z.strictObject({
    version: versionText(),
    sha256: sha256Text(),
    fileId: z.string(),
    at: z.number(),
    by: z.string(),
    notes: z.array(z.string()),
  });
export type Published = z.infer<ReturnType<typeof published>>;

const line = () =>
  z.strictObject({
    at: z.number(),
    what: z.string(),
    ring: z.string(),
    chambers: z.array(z.string()),
    note: z.string(),
  });

const schema = lazy(() =>
  z.strictObject({
    format: z.literal('cci-kit office'),
    schema: z.literal(1),
    releases: z.array(published()),
    /** null before the first release. */
    rollout: z.nullable(z.unknown()),
    log: z.array(line()),
  }),
);

/** Lines kept; older ones fall out at the front. */
const mostLines = 5000;

export interface OfficeLine extends Omit<RolloutLine, 'what'> {
  readonly what: string;
}

export interface Office {
  readonly releases: readonly Published[];
  readonly rollout: Rollout | null;
  readonly log: readonly OfficeLine[];
}

const empty: Office = { releases: [], rollout: null, log: [] };

/** Reads `office.json`; `release.office` where it was changed by hand into something else. */
export function readOffice(text: string): Office {
  let value: unknown = null;
  try {
    value = JSON.parse(text);
  } catch {
    refuse('release.office');
  }
  const parsed = schema().safeParse(value);
  if (!parsed.success) refuse('release.office');
  const { releases, log, rollout } = parsed.data;
  const read = rollout === null ? null : parseRollout(rollout);
  if (rollout !== null && read === null) refuse('release.office');
  return { releases, log, rollout: read };
}

export const officeText = ({ releases, rollout, log }: Office): string =>
  JSON.stringify({ format: 'cci-kit office', schema: 1, releases, rollout, log: log.slice(-mostLines) });

export class ReleaseStore {
  readonly #folder: DriveFolder;
  readonly #master: string;
  readonly #now: () => number;
  #files: readonly StoredFile[] = [];

  constructor(folder: DriveFolder, master: string, now: () => number) {
    this.#folder = folder;
    this.#master = master;
    this.#now = now;
  }

  #file(name: string): StoredFile | undefined {
    return this.#files.find((file) => file.name === name);
  }

  async load(): Promise<Office> {
    this.#files = await this.#folder.list();
    const file = this.#file(officeName);
    const text = file === undefined ? null : await this.#folder.read(file.id);
    return text === null ? empty : readOffice(text);
  }

  /** Text of a published release; null where the file is gone. */
  async release({ fileId }: Published): Promise<string | null> {
    return await this.#folder.read(fileId);
  }

  async #put(name: string, text: string): Promise<string> {
    const file = this.#file(name);
    if (file !== undefined) {
      await this.#folder.write(file.id, text);
      return file.id;
    }
    const id = await this.#folder.newId();
    await this.#folder.create(id, name, text);
    this.#files = [...this.#files, { id, name, sha256: '' }];
    return id;
  }

  /** Stores a release once; a file of the same name from a run that broke off is written over with the same bytes. */
  async putRelease({ version }: Expected, text: string): Promise<string> {
    return await this.#put(releaseName(version), text);
  }

  /** What chambers would read of this state; null before the first release. */
  chambersText({ rollout }: Office): string | null {
    return rollout === null ? null : rolloutFile(rollout, this.#master);
  }

  /** Writes `office.json`, then `rollout.json`; refuses when the lease is no longer ours. */
  async save(office: Office, lease: Lease): Promise<void> {
    if (!lease.holds(this.#now())) refuse('release.lease-lost');
    await this.#put(officeName, officeText(office));
    await this.settle(office, lease);
  }

  /** Brings `rollout.json` in step with the state, where a run broke off between the two. True when it had to. */
  async settle(office: Office, lease: Lease): Promise<boolean> {
    const text = this.chambersText(office);
    if (text === null) return false;
    const file = this.#file(rolloutName);
    const standing = file === undefined ? null : await this.#folder.read(file.id);
    if (standing === text) return false;
    if (!lease.holds(this.#now())) refuse('release.lease-lost');
    await this.#put(rolloutName, text);
    return true;
  }
}
