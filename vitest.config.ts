import { defineConfig } from 'vitest/config';

// What the processes of the tests compile of the packages is kept for the next one.
process.env['NODE_COMPILE_CACHE'] ??= 'node_modules/.cache/tests';

// Files run in processes of their own, two at a time: native handles and locks never meet.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          include: ['test/**/*.test.ts'],
          exclude: ['test/web/**'],
          // A busy machine stalls for seconds: a limit ends what hangs, it is no measure of speed.
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['test/web/**/*.test.ts'],
          globalSetup: ['test/web/build.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
