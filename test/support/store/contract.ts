import { afterAll, beforeAll, describe } from 'vitest';
import type { EventStore } from '../../../src/store/event-store.ts';
import { appending } from './contract-append.ts';
import { following } from './contract-follow.ts';
import { repeating } from './contract-repeat.ts';

/** A store under test; `reopen` closes and opens it again, where that is in the test's power. */
export type Opened = {
  readonly store: EventStore;
  readonly reopen?: () => Promise<EventStore>;
  readonly close: () => Promise<void>;
};

/** Gives the store of the suite that runs; it is another object after `reopened`. */
export type Under = {
  readonly store: () => EventStore;
  readonly reopened: () => Promise<EventStore>;
};

/** What every event store must do. Streams are new per test and no log is assumed to be empty. */
export const storeContract = (name: string, open: () => Promise<Opened>): void => {
  describe(`${name} keeps the store's contract`, () => {
    let opened: Opened;
    let store: EventStore;
    beforeAll(async () => {
      opened = await open();
      store = opened.store;
    });
    afterAll(() => opened.close());
    const under: Under = {
      store: () => store,
      reopened: async () => (store = (await opened.reopen?.()) ?? store),
    };
    appending(under);
    repeating(under);
    following(under);
  });
};
