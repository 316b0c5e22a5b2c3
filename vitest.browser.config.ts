import { defineConfig } from 'vitest/config';

/** Walks through every view in every look (`npm run test:long`); what the views do stands in the others. */
const longWalks = [
  'tests/browser/accessible-*.test.ts',
  'tests/browser/*-looks.test.ts',
  'tests/browser/hostile-*.test.ts',
];
/** These walk through all looks then, and through two otherwise (`inLooks`). */
const withLooks = ['dashboard', 'forms', 'office', 'sidebar', 'sidebar-board'].map(
  (name) => `tests/browser/${name}.test.ts`,
);
const isLong = process.env.CCI_LONG === '1';

/** Each file has a Chromium, a port and a workspace of its own; two at a time keep both cores of the machine at work. */
export default defineConfig({
  test: {
    include: isLong ? [...longWalks, ...withLooks] : ['tests/browser/**/*.test.ts'],
    exclude: isLong ? [] : longWalks,
    env: { TZ: 'Asia/Tokyo' },
    globalSetup: 'tests/support/build-once.ts',
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 240_000,
  },
});
