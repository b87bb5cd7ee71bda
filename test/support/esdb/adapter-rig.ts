import { randomUUID } from 'node:crypto';
import { openEsdbStore, type EsdbOptions, type EsdbStore } from '../../../src/store/esdb.ts';
import { openDouble, type Double, type DoubleOptions } from './double.ts';

/** A store over a double whose faults are the test's to plan. */
export type Rig = {
  readonly double: Double;
  readonly store: EsdbStore;
  /** Another store on the same double. */
  readonly open: (options?: Partial<EsdbOptions>) => EsdbStore;
  /** What the store said was amiss. */
  readonly warnings: readonly string[];
};

type Options = { readonly double?: DoubleOptions; readonly store?: Partial<EsdbOptions> };

/** Patience with a machine that stalls; a test that is to see the end of it asks for less. */
const LONG = { deadlineMs: 5_000, budgetMs: 60_000, silenceMs: 600 } as const;

/** For a test in which calls are never answered: a try is soon given up, the call is not. */
export const HASTY = { deadlineMs: 300 } as const;

/** A test with a double and a store of its own, closed whatever happens. */
export const rigged =
  (test: (rig: Rig) => Promise<void>, options: Options = {}) =>
  async (): Promise<void> => {
    const double = await openDouble(options.double);
    const warnings: string[] = [];
    const opened: EsdbStore[] = [];
    const open = (more: Partial<EsdbOptions> = {}): EsdbStore => {
      const warned = (what: string) => void warnings.push(what);
      const store = openEsdbStore({
        ...{ url: double.url, categories: ['ours'], warned },
        ...LONG,
        ...options.store,
        ...more,
      });
      opened.push(store);
      return store;
    };
    try {
      await test({ double, store: open(), open, warnings });
    } finally {
      await Promise.all(opened.map((store) => store.close()));
      await double.close();
    }
  };

/** A stream that is followed, and that no other test has. */
export const ourStream = (): string => `ours-${randomUUID()}`;
