import { defineConfig } from 'vitest/config';

/** Each file has a Chromium, a port and a workspace of its own; two at a time keep both cores of the machine at work. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    env: { TZ: 'Asia/Tokyo' },
    globalSetup: 'tests/support/build-once.ts',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
