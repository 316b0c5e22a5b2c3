/** A folder of plain files in Drive: named texts, made once or written over, safe to repeat. */
import type { Caller } from './call.ts';
import type { Clients } from './clients.ts';
import { failureOf } from './failures.ts';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
}

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

export class DriveFolder {
  readonly #clients: Clients;
  readonly #caller: Caller;
  readonly #folder: string;

  constructor(given: Clients, caller: Caller, folder: string) {
    this.#clients = given;
    this.#caller = caller;
    this.#folder = folder;
  }

  /** All files of the folder, page by page. */
  async list(): Promise<readonly StoredFile[]> {
    const out: StoredFile[] = [];
    let pageToken: string | undefined;
    do {
      const { data } = await this.#caller.call('drive', () =>
        this.#clients.drive.files.list({
          q: `${quoted(this.#folder)} in parents and trashed = false`,
          fields: 'nextPageToken,files(id,name,sha256Checksum)',
          pageSize: 200,
          supportsAllDrives: true,
          includeItemsFromAllDrives: true,
          ...(pageToken === undefined ? {} : { pageToken }),
        }),
      );
      for (const { id, name, sha256Checksum } of data.files ?? []) {
        if (id && name) out.push({ id, name, sha256: sha256Checksum ?? '' });
      }
      pageToken = data.nextPageToken ?? undefined;
    } while (pageToken !== undefined);
    return out;
  }

  /** The text of a file, or null where there is none of this id. */
  async read(id: string): Promise<string | null> {
    try {
      const { data } = await this.#caller.call('drive', () =>
        this.#clients.drive.files.get(
          { fileId: id, alt: 'media', supportsAllDrives: true },
          { responseType: 'text' },
        ),
      );
      return typeof data === 'string' ? data : JSON.stringify(data);
    } catch (error) {
      if (failureOf(error, 0).status === 404) return null;
      throw error;
    }
  }

  /** An id for a file still to be made; with it, making the file twice makes it once. */
  async newId(): Promise<string> {
    const { data } = await this.#caller.call('drive', () =>
      this.#clients.drive.files.generateIds({ count: 1 }),
    );
    const id = data.ids?.[0];
    if (id === undefined) throw new Error('files.generateIds gave no id.');
    return id;
  }

  /** Makes a file under an id made beforehand. False where the id is taken already. */
  async create(id: string, name: string, text: string): Promise<boolean> {
    try {
      await this.#caller.call('drive', () =>
        this.#clients.drive.files.create({
          requestBody: { id, name, mimeType: 'application/json', parents: [this.#folder] },
          media: { mimeType: 'application/json', body: text },
          fields: 'id',
          supportsAllDrives: true,
        }),
      );
      return true;
    } catch (error) {
      if (failureOf(error, 0).status === 409) return false;
      throw error;
    }
  }

  /** Writes a file's text anew: the id, and so every address of it, stays. */
  async write(id: string, text: string): Promise<void> {
    await this.#caller.call('drive', () =>
      this.#clients.drive.files.update({
        fileId: id,
        media: { mimeType: 'application/json', body: text },
        fields: 'id',
        supportsAllDrives: true,
      }),
    );
  }

  async trash(id: string): Promise<void> {
    await this.#caller.call('drive', () =>
      this.#clients.drive.files.update({
        fileId: id,
        requestBody: { trashed: true },
        fields: 'id',
        supportsAllDrives: true,
      }),
    );
  }
}
