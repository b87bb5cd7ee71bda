import type { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { StoreUnavailable, type EventStore, type Health } from './event-store.ts';
import { payloads } from './payload.ts';
import { backupTo } from './sqlite-backup.ts';
import { groupCommit } from './sqlite-commit.ts';
import { MEMORY } from './private-file.ts';
import { lockForWriting, openForReading, openForWriting, realFile } from './sqlite-file.ts';
import { doorbell, followLog, logReader } from './sqlite-read.ts';

export { makeFolder } from './folder.ts';
export { restore, type Restored } from './sqlite-backup.ts';
export { lockForWriting, Locked, UnknownFile } from './sqlite-file.ts';

/** An event store in one file, written by this process alone. */
export type EmbeddedStore = EventStore & {
  /** A whole copy of this moment as one file, while appends go on; replaces an older backup there. */
  backup(toFile: string): Promise<void>;
};

/** Where the facts are: a file, or ':memory:' for a store that ends with the process. */
export type EmbeddedOptions = { readonly file: string };

/** How often a read-only store looks whether the writer in another process recorded something. */
const LOOK_EVERY_MS = 200;

const unavailable = (file: string) =>
  new StoreUnavailable(`The event store ${file} is closed`, 'not-recorded');

type Connections = {
  readonly file: string;
  readonly writer: DatabaseSync;
  /** Of its own, so that a long catch-up never stands between the writer and its transaction. */
  readonly reader: DatabaseSync;
  readonly unlock: () => void;
};

const inMemory = (): Connections => {
  const writer = openForWriting(MEMORY);
  return { file: MEMORY, writer, reader: writer, unlock: () => undefined };
};

const onDisk = (name: string): Connections => {
  const file = realFile(name);
  const unlock = lockForWriting(file);
  try {
    const writer = openForWriting(file);
    return { file, writer, reader: openForReading(file), unlock };
  } catch (error) {
    unlock();
    throw error;
  }
};

const backupOf = async ({ file, writer }: Connections, toFile: string): Promise<void> => {
  if (file === MEMORY) return backupTo(writer, toFile);
  const source = openForReading(file);
  try {
    await backupTo(source, toFile);
  } finally {
    source.close();
  }
};

/**
 * Opens the store for writing and takes its lock. Throws Locked when another process writes to it,
 * UnknownFile for a file it doesn't understand, Corrupt, StoreUnavailable when it can't be opened.
 */
export const openEmbeddedStore = ({ file: name }: EmbeddedOptions): EmbeddedStore => {
  const connections = name === MEMORY ? inMemory() : onDisk(name);
  const { file, writer, reader, unlock } = connections;
  const bell = doorbell();
  const commits = groupCommit(writer, bell.ring);
  const log = logReader(reader);
  let open = true;
  const assertOpen = () => {
    if (!open) throw unavailable(file);
  };
  const page = (position: number) => {
    assertOpen();
    return log.page(position);
  };
  const health = (): Health => {
    const detail = open ? commits.problem()?.message : 'closed';
    return { ok: detail === undefined, store: 'embedded', ...(detail ? { detail } : {}) };
  };

  return {
    async append(stream, facts, expected, envelope) {
      assertOpen();
      const data = payloads(stream, facts, envelope);
      return commits.append({ stream, facts, data, expected, envelope });
    },
    async read(stream, from = 0n) {
      assertOpen();
      // Nobody else writes here: what the writer remembers of a stream's end is so.
      const end = commits.end(stream);
      if (end !== undefined && from > BigInt(end)) return [];
      return log.stream(stream, from);
    },
    async *follow(after, signal) {
      assertOpen();
      const changed = async () => {
        await bell.rung(signal);
        if (!signal.aborted) assertOpen();
      };
      yield* followLog({ ...log, page }, changed, after, signal);
    },
    async head() {
      assertOpen();
      return BigInt(commits.head());
    },
    health: async () => health(),
    async backup(toFile) {
      assertOpen();
      await backupOf(connections, toFile);
    },
    async close() {
      if (!open) return;
      commits.flush();
      open = false;
      if (reader !== writer) reader.close();
      writer.close();
      unlock();
      bell.ring();
    },
  };
};

/** Opens a store beside its writer, for reading only: appends throw. Throws UnknownFile, StoreUnavailable. */
export const openEmbeddedStoreReadOnly = ({ file }: EmbeddedOptions): EventStore => {
  const reader = openForReading(file);
  const log = logReader(reader);
  const assertOpen = () => {
    if (!reader.isOpen) throw unavailable(file);
  };
  const page = (position: number) => {
    assertOpen();
    return log.page(position);
  };
  return {
    async append() {
      throw new StoreUnavailable(
        `The event store ${file} is open for reading only`,
        'not-recorded',
      );
    },
    async read(stream, from = 0n) {
      assertOpen();
      return log.stream(stream, from);
    },
    async *follow(after, signal) {
      assertOpen();
      const changed = async () => {
        await pause(LOOK_EVERY_MS, undefined, { signal }).catch(() => undefined);
        if (!signal.aborted) assertOpen();
      };
      yield* followLog({ ...log, page }, changed, after, signal);
    },
    async head() {
      assertOpen();
      return log.head();
    },
    health: async () => ({ ok: reader.isOpen, store: 'embedded' }),
    async close() {
      if (reader.isOpen) reader.close();
    },
  };
};
