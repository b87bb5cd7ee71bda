import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { EventStore } from '../store/event-store.ts';
import { openEmbeddedStore } from '../store/sqlite.ts';

/** The event store of a system, and what may be expected of it beside the port. */
export type AnyStore = EventStore & {
  /** Whether other nodes may write to it, too: then the lease is kept in it. */
  readonly isShared: boolean;
  /** A whole copy as one file; a server of its own is saved by its own means. */
  readonly backup?: (toFile: string) => Promise<void>;
};

/** Opens the event store that the settings name. Throws Locked, UnknownFile, Corrupt, StoreUnavailable. */
export const openStore = async (config: Config, given?: EventStore): Promise<AnyStore> => {
  // Whoever gave it closes it.
  if (given) return { ...given, isShared: true, close: () => Promise.resolve() };
  return {
    ...openEmbeddedStore({ file: join(config.CONCORD_DATA, 'events.db') }),
    isShared: false,
  };
};
