/**
 * JCCI's files in Drive: `office.json` (what was published, how far the roll-out is, what happened), `rollout.json` (what chambers
 * read, made from it), and a file for each release. `office.json` is written first, `rollout.json` from it: whoever comes after a
 * crash finds the two apart and makes the second anew.
 */
import {
  type Office,
  officeName,
  officeText,
  type Published,
  parseOffice,
} from '../../shared/release/office-file.ts';
import type { Expected } from '../../shared/release/release.ts';
import { rolloutFile } from '../../shared/release/rollout-file.ts';
import type { DriveFolder, StoredFile } from '../google/drive-folder.ts';
import type { Lease } from '../google/lease.ts';
import { refuse } from '../google/refuse.ts';

export type { Office, OfficeLine, Published } from '../../shared/release/office-file.ts';

const rolloutName = 'rollout.json';
export const releaseName = (version: string): string => `release-${version}.json`;

const empty: Office = { releases: [], rollout: null, log: [] };

/** Reads `office.json`; `release.office` where it was changed by hand into something else. */
export function readOffice(text: string): Office {
  return parseOffice(text) ?? refuse('release.office');
}

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
