/** Every call to Google goes through here: in step with its quota, repeated after faults that pass. */
import { failureOf } from './failures.ts';
import { type Pace, TokenBucket } from './token-bucket.ts';

/** Calls a minute that one account may make, a tenth below the published limits (docs/platform.md). */
const PER_MINUTE = {
  'forms-read': 350,
  'sheets-read': 54,
  'sheets-write': 54,
  drive: 600,
  script: 54,
  bigquery: 600,
} as const;

export type Quota = keyof typeof PER_MINUTE;

export interface Attempts {
  readonly most: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

const attempts: Attempts = { most: 8, firstWaitMs: 500, longestWaitMs: 64_000 };

export class Caller {
  readonly #pace: Pace;
  readonly #attempts: Attempts;
  readonly #buckets: Readonly<Record<Quota, TokenBucket>>;
  #calls = 0;
  #repeated = 0;

  constructor(pace: Pace, tries: Attempts = attempts) {
    this.#pace = pace;
    this.#attempts = tries;
    const bucket = (quota: Quota): TokenBucket => new TokenBucket(PER_MINUTE[quota], 10, pace);
    this.#buckets = {
      'forms-read': bucket('forms-read'),
      'sheets-read': bucket('sheets-read'),
      'sheets-write': bucket('sheets-write'),
      drive: bucket('drive'),
      script: bucket('script'),
      bigquery: bucket('bigquery'),
    };
  }

  /** Calls made and how many of them were repetitions. */
  get counts(): { readonly calls: number; readonly repeated: number } {
    return { calls: this.#calls, repeated: this.#repeated };
  }

  /**
   * Makes a call. Only what may happen twice without harm is given here: reads, writes of whole values, creations with an id
   * made beforehand. Waits grow twofold up to a bound, with jitter over the whole wait; Retry-After is the least.
   */
  async call<T>(quota: Quota, make: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#buckets[quota].take();
      this.#calls += 1;
      try {
        return await make();
      } catch (error) {
        const failure = failureOf(error, this.#pace.now());
        if (!failure.retryable || attempt >= this.#attempts.most) throw error;
        const bound = Math.min(this.#attempts.longestWaitMs, this.#attempts.firstWaitMs * 2 ** (attempt - 1));
        const jittered = bound / 2 + (this.#pace.random() * bound) / 2;
        await this.#pace.sleep(Math.max(failure.waitMs ?? 0, jittered));
        this.#repeated += 1;
      }
    }
  }
}
