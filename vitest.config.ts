import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest files first, so that no core is left alone with one of them at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const weight = ({ moduleId }: TestSpecification): number =>
      [/jobs-kill-/, /-kill\./, /tests\/line\//].findIndex((path) => path.test(moduleId)) >>> 0;
    return [...files].sort((a, b) => weight(a) - weight(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** Deaths of the longest jobs, and all orders in which two people act: `npm run test:long` only. Those of the others stand in both, `npm test` going on from ten states of each. */
const longest = [
  'jobs-kill-form',
  'jobs-kill-setup',
  'office-concurrency',
  'register-round-kill',
  'rules-kill',
  'survey-round-kill',
].map((name) => `tests/line/${name}.test.ts`);
const outside = [
  'node_modules/**',
  'dist/**',
  '.tsbuild/**',
  'tests/browser/**',
  ...(process.env.CCI_LONG === '1' ? [] : longest),
];

export default defineConfig({
  test: {
    env: { TZ: 'Asia/Tokyo' },
    globalSetup: 'tests/support/build-once.ts',
    // Both cores of the machine: the default leaves one of two idle.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: process.env.CCI_LONG === '1' ? 1_800_000 : 60_000,
    projects: [
      { extends: true, test: { name: 'line', include: ['tests/**/*.test.ts'], exclude: outside } },
      {
        extends: true,
        test: {
          name: 'units',
          include: ['**/*.test.ts'],
          exclude: [...outside, 'tests/**'],
          // No module holds anything but what it has once worked out: loading them anew for each file took most of the time.
          isolate: false,
        },
      },
    ],
  },
});
