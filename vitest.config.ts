import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', '.tsbuild/**', 'tests/browser/**'],
    env: { TZ: 'Asia/Tokyo' },
    // Both cores of the machine: the default leaves one of two idle.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
