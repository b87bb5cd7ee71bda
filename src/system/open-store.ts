import { join } from 'node:path';
import type { Logger } from 'pino';
import { WrongSetting, type Config } from '../config.ts';
import { openEsdbStore, WrongAddress, type EsdbFigures, type EsdbStore } from '../store/esdb.ts';
import type { EventStore } from '../store/event-store.ts';
import { openEmbeddedStore } from '../store/sqlite.ts';

/** The event store of a system, and what may be expected of it beside the port. */
export type AnyStore = EventStore & {
  /** Whether other nodes may write to it, too: then the lease is kept in it. */
  readonly isShared: boolean;
  /** A whole copy as one file; a server of its own is saved by its own means. */
  readonly backup?: (toFile: string) => Promise<void>;
  /** Throws Corrupt when the log ends before this position: it is another log, or an older copy. */
  readonly assertHolds?: (position: bigint) => Promise<void>;
  /** What a store on a server had to do to keep going. */
  readonly figures?: () => EsdbFigures;
};

/** What opening a store needs beside the settings. */
export type StoreNeeds = {
  readonly log: Logger;
  /** Beginnings of the streams that are followed. */
  readonly categories: readonly string[];
  readonly given?: EventStore | undefined;
};

const onServers = (url: string, caFile: string | undefined, needs: StoreNeeds): EsdbStore => {
  const warned = (what: string) => needs.log.warn({ store: 'eventstoredb' }, what);
  try {
    return openEsdbStore({ url, caFile, categories: needs.categories, warned });
  } catch (error) {
    if (error instanceof WrongAddress) throw new WrongSetting(`EVENTSTORE_URL: ${error.message}`);
    throw error;
  }
};

/**
 * Opens the event store that the settings name. Throws WrongSetting, Locked, UnknownFile, Corrupt,
 * StoreUnavailable.
 */
export const openStore = async (config: Config, needs: StoreNeeds): Promise<AnyStore> => {
  const { EVENTSTORE_URL: url, EVENTSTORE_CA_FILE: caFile, CONCORD_DATA: folder } = config;
  // Whoever gave it closes it.
  if (needs.given) return { ...needs.given, isShared: true, close: () => Promise.resolve() };
  if (url !== undefined) return { ...onServers(url, caFile, needs), isShared: true };
  return { ...openEmbeddedStore({ file: join(folder, 'events.db') }), isShared: false };
};
