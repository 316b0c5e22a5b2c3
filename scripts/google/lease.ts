/**
 * One operator at a time. Drive has no lock and no conditional write, but a file's id can be made beforehand, and of two
 * creations with one id only one succeeds (https://developers.google.com/workspace/drive/api/guides/create-file). So a lease is a
 * file, and it names the id of the next: whoever makes that one holds the lease after it. Ended leases stay as a chain, which
 * is also the record of who worked when.
 */
import * as z from 'zod/mini';
import { lazy } from '../../shared/lazy.ts';
import type { DriveFolder } from './drive-folder.ts';

const schema = lazy(() =>
  z.strictObject({
    lease: z.literal(1),
    operator: z.string(),
    takenAt: z.number(),
    until: z.number(),
    ended: z.boolean(),
    /** Id of the file that the next holder makes. */
    next: z.string(),
    /** Tells this holder from any other of the same name. */
    nonce: z.string(),
  }),
);
type LeaseFile = z.infer<ReturnType<typeof schema>>;

export interface Holder {
  readonly operator: string;
  readonly until: number;
}

export type Taken =
  | { readonly kind: 'held'; readonly lease: Lease }
  | { readonly kind: 'busy'; readonly holder: Holder };

const read = (text: string | null): LeaseFile | null => {
  if (text === null) return null;
  try {
    const parsed = z.safeParse(schema(), JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

export class Lease {
  readonly id: string;
  readonly #folder: DriveFolder;
  #file: LeaseFile;

  constructor(folder: DriveFolder, id: string, file: LeaseFile) {
    this.#folder = folder;
    this.id = id;
    this.#file = file;
  }

  /** True while nobody else can have taken over: asked before each write. */
  holds(now: number): boolean {
    return !this.#file.ended && now < this.#file.until;
  }

  async renew(until: number): Promise<void> {
    this.#file = { ...this.#file, until };
    await this.#folder.write(this.id, JSON.stringify(this.#file));
  }

  async end(): Promise<void> {
    this.#file = { ...this.#file, ended: true };
    await this.#folder.write(this.id, JSON.stringify(this.#file));
  }
}

/**
 * Takes the lease, or says who has it. `first` is the id that the chain begins with; clocks of operators may differ by less
 * than `slackMs`, by which an expired lease is waited out.
 */
export async function takeLease(
  folder: DriveFolder,
  first: string,
  ask: { readonly operator: string; readonly nonce: string; readonly now: number; readonly forMs: number },
  slackMs = 60_000,
): Promise<Taken> {
  const file: LeaseFile = {
    lease: 1,
    operator: ask.operator,
    takenAt: ask.now,
    until: ask.now + ask.forMs,
    ended: false,
    next: await folder.newId(),
    nonce: ask.nonce,
  };
  for (let id = first; ; ) {
    if (await folder.create(id, `lease-${id}.json`, JSON.stringify(file)))
      return { kind: 'held', lease: new Lease(folder, id, file) };
    const found = read(await folder.read(id));
    // Taken, but not readable: somebody is writing it just now, or it was changed by hand.
    if (found === null) return { kind: 'busy', holder: { operator: '', until: 0 } };
    // The file is our own where the answer to the creation was lost and it was tried again.
    if (found.nonce === ask.nonce) return { kind: 'held', lease: new Lease(folder, id, found) };
    if (!found.ended && ask.now < found.until + slackMs) {
      return { kind: 'busy', holder: { operator: found.operator, until: found.until } };
    }
    id = found.next;
  }
}
