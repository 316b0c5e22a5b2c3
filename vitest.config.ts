import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', '.tsbuild/**', 'tests/browser/**'],
    env: { TZ: 'Asia/Tokyo' },
    testTimeout: 60_000,
  },
});
