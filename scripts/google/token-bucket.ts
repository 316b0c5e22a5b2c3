/** One bucket a quota: calls wait until there is room, so that the service does not have to refuse. */

/** The machine's clock and sleep, or a test's. */
export interface Pace {
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** 0 ≤ x < 1. */
  random(): number;
}

export const realPace: Pace = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: Math.random,
};

export class TokenBucket {
  readonly #perMinute: number;
  readonly #burst: number;
  readonly #pace: Pace;
  #tokens: number;
  #at: number;

  /** `perMinute` calls a minute, at most `burst` at once. */
  constructor(perMinute: number, burst: number, pace: Pace) {
    this.#perMinute = perMinute;
    this.#burst = burst;
    this.#pace = pace;
    this.#tokens = burst;
    this.#at = pace.now();
  }

  /** Waits for a token and takes it; those who wait are served in order, for each takes its token before it sleeps. */
  async take(): Promise<void> {
    const now = this.#pace.now();
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 60_000) * this.#perMinute);
    this.#at = now;
    this.#tokens -= 1;
    if (this.#tokens < 0) await this.#pace.sleep(Math.ceil((-this.#tokens / this.#perMinute) * 60_000));
  }
}
