import { defineConfig } from 'vitest/config';

// What the processes of the tests compile of the packages is kept for the next one.
process.env['NODE_COMPILE_CACHE'] ??= 'node_modules/.cache/tests';

/** What holds no process, no lock and no global of its own: files follow each other in one process, for most of their time would be spent in loading. */
const TOGETHER = [
  'test/{domain,export,figures,history,http,law,policies,projections,scenarios,shared}/**/*.test.ts',
  'test/{history,rules,web-forms,web-words,words}.test.ts',
];
// A busy machine stalls for seconds: a limit ends what hangs, it is no measure of speed.
const PATIENCE = { testTimeout: 90_000, hookTimeout: 90_000 };

// All others run in processes of their own, two at a time: native handles and locks never meet.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: { name: 'core', include: TOGETHER, isolate: false, ...PATIENCE },
      },
      {
        extends: true,
        test: {
          name: 'machine',
          include: ['test/**/*.test.ts'],
          exclude: ['test/web/**', ...TOGETHER],
          ...PATIENCE,
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
