import { defineConfig } from 'vitest/config';

// Files run in processes of their own, two at a time: native handles and locks never meet.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
