import { describe, expect, it } from 'vitest';
import { Caller } from './call.ts';
import { failureOf, retryAfter } from './failures.ts';
import { type Pace, TokenBucket } from './token-bucket.ts';

function clock(): Pace & { readonly slept: number[]; at: number } {
  const pace = {
    at: 0,
    slept: [] as number[],
    now: () => pace.at,
    sleep: async (milliseconds: number) => {
      pace.slept.push(milliseconds);
      pace.at += milliseconds;
    },
    random: () => 0.999,
  };
  return pace;
}

const answered = (status: number, headers: Record<string, string> = {}, reason = ''): Error =>
  Object.assign(new Error('refused'), {
    response: { status, headers: new Headers(headers), data: { error: { errors: [{ reason }] } } },
  });

describe('token bucket', () => {
  it('burst then pace__never_more_than_burst_plus_rate', async () => {
    const pace = clock();
    const bucket = new TokenBucket(60, 3, pace);
    const at: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      await bucket.take();
      at.push(pace.at);
    }
    expect(at).toEqual([0, 0, 0, 1000, 2000, 3000, 4000, 5000]);
  });
});

describe('caller', () => {
  it('waits__grow_twofold_to_a_bound_and_Retry_After_is_the_least', async () => {
    const pace = clock();
    const caller = new Caller(pace, { most: 6, firstWaitMs: 1000, longestWaitMs: 4000 });
    const errors = [
      answered(503),
      answered(500),
      answered(429, { 'retry-after': '30' }),
      answered(503),
      null,
    ];
    let n = -1;
    const result = await caller.call('drive', async () => {
      n += 1;
      const error = errors[n];
      if (error) throw error;
      return 'done';
    });
    expect(result).toBe('done');
    expect(pace.slept.map((ms) => Math.round(ms))).toEqual([1000, 1999, 30_000, 3998]);
    expect(caller.counts).toEqual({ calls: 5, repeated: 4 });
  });

  it('always failing__gives_up_with_the_last_error', async () => {
    const caller = new Caller(clock(), { most: 3, firstWaitMs: 1, longestWaitMs: 1 });
    await expect(caller.call('drive', () => Promise.reject(answered(503)))).rejects.toThrow('refused');
    expect(caller.counts.calls).toBe(3);
  });

  it('our own mistake__is_thrown_at_once', async () => {
    const caller = new Caller(clock());
    await expect(
      caller.call('drive', () => Promise.reject(new TypeError('x is undefined'))),
    ).rejects.toThrow();
    expect(caller.counts.calls).toBe(1);
  });
});

describe('failures', () => {
  it.each([
    [answered(400), false],
    [answered(401), false],
    [answered(403, {}, 'forbidden'), false],
    [answered(403, {}, 'userRateLimitExceeded'), true],
    [answered(404), false],
    [answered(409), false],
    [answered(429), true],
    [answered(500), true],
    [answered(503), true],
    [Object.assign(new Error('x'), { code: 'ECONNRESET' }), true],
    [new Error('outer', { cause: Object.assign(new Error('x'), { code: 'ETIMEDOUT' }) }), true],
  ])('%s__retryable_%s', (error, retryable) => {
    expect(failureOf(error, 0).retryable).toBe(retryable);
  });

  it('Retry-After__seconds_or_a_date', () => {
    expect(retryAfter('120', 0)).toBe(120_000);
    expect(retryAfter('Thu, 01 Jan 1970 00:00:10 GMT', 4000)).toBe(6000);
    expect(retryAfter('soon', 0)).toBeNull();
    expect(retryAfter(null, 0)).toBeNull();
  });
});
