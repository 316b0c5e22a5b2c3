/** Requests a minute, for the project and for each user; the figures of the limits' pages, as data. */
import { RestError } from './errors.ts';
import type { Api } from './wire.ts';

export interface MinuteLimit {
  readonly project: number;
  readonly user: number;
}

/**
 * https://developers.google.com/workspace/forms/api/limits, https://developers.google.com/workspace/sheets/api/limits,
 * https://developers.google.com/workspace/drive/api/guides/limits. Those of the Apps Script API are not published: a guess.
 */
export const PER_MINUTE: Readonly<Record<Api, MinuteLimit>> = {
  'forms-read': { project: 975, user: 390 },
  'forms-responses': { project: 450, user: 180 },
  'forms-write': { project: 375, user: 150 },
  'sheets-read': { project: 300, user: 60 },
  'sheets-write': { project: 300, user: 60 },
  drive: { project: 12_000, user: 12_000 },
  script: { project: 60, user: 60 },
};

const MINUTE = 60_000;

export class MinuteQuotas {
  readonly #limits: Readonly<Record<Api, MinuteLimit>>;
  readonly #used = new Map<string, { minute: number; count: number }>();

  constructor(limits: Readonly<Record<Api, MinuteLimit>>) {
    this.#limits = limits;
  }

  #take(key: string, limit: number, minute: number): boolean {
    const found = this.#used.get(key);
    const entry = found !== undefined && found.minute === minute ? found : { minute, count: 0 };
    if (entry.count >= limit) return false;
    entry.count += 1;
    this.#used.set(key, entry);
    return true;
  }

  /** Counts a call at `now`, or refuses with 429. Sheets and Forms send no Retry-After. */
  take(api: Api, user: string, now: number): void {
    const minute = Math.floor(now / MINUTE);
    const limit = this.#limits[api];
    const within =
      this.#take(`${api} ${user}`, limit.user, minute) && this.#take(`${api} project`, limit.project, minute);
    if (within) return;
    const which = api.endsWith('write') ? 'Write' : 'Read';
    throw new RestError(
      429,
      `Quota exceeded for quota metric '${which} requests' and limit '${which} requests per minute per user'.`,
      'rateLimitExceeded',
    );
  }
}
