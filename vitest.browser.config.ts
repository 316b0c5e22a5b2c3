import { defineConfig } from 'vitest/config';

/**
 * What `npm run test:long` walks through: every view in every look, and the parts and scenarios whose jobs the line tests of `npm test` hold
 * already. `npm test` keeps one walk through the product for each kind of user, and each page once.
 */
const longWalks = [
  'accessible-*',
  '*-looks',
  'hostile-*',
  'forms',
  'large-queue',
  'office',
  'office-line',
  'register',
  'rules',
  'scenario-csv',
  'scenario-meeting',
  'scenario-register',
  'scenario-sending',
  'sidebar-board',
  'sidebar-register',
].map((name) => `tests/browser/${name}.test.ts`);
/** These walk through all looks then, and through one otherwise (`inLooks`). */
const withLooks = ['console', 'dashboard', 'sidebar'].map((name) => `tests/browser/${name}.test.ts`);
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
