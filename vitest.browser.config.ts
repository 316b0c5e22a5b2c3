import { defineConfig } from 'vitest/config';

/** Browser tests drive one Chromium after another, so they run one file at a time. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    env: { TZ: 'Asia/Tokyo' },
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
