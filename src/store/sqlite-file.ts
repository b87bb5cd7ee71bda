import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Corrupt, StoreUnavailable } from './event-store.ts';
import { makeFolder } from './folder.ts';
import { keepPrivate } from './private-file.ts';

/** Marks the file as ours: "CNCD". */
const APPLICATION = 0x434e4344;
const VERSION = 1;

/** In pages of 4 KiB: 1,000 commits less at once, 8,000 stalls three times as long at the same speed. */
const CHECKPOINT_PAGES = 2000;
const SQLITE_BUSY = 5;
const SQLITE_NOTADB = 26;

const SCHEMA = `
  CREATE TABLE streams (
    key  INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  ) STRICT;
  CREATE TABLE events (
    position       INTEGER PRIMARY KEY AUTOINCREMENT,
    stream         INTEGER NOT NULL,
    revision       INTEGER NOT NULL,
    id             TEXT    NOT NULL,
    type           TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    data           TEXT    NOT NULL,
    at             TEXT    NOT NULL,
    by             TEXT    NOT NULL,
    on_behalf_of   TEXT,
    command_id     TEXT    NOT NULL,
    body_hash      TEXT    NOT NULL,
    correlation_id TEXT    NOT NULL,
    causation_id   TEXT    NOT NULL,
    import_run     TEXT,
    import_row     INTEGER,
    UNIQUE (stream, revision)
  ) STRICT;
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${VERSION};`;

/** Another process writes to this store. */
export class Locked extends Error {
  override readonly name = 'Locked';
}

/** The file is not one of our stores, or of a version that this program does not know. */
export class UnknownFile extends Error {
  override readonly name = 'UnknownFile';
}

const number = (db: DatabaseSync, sql: string): number =>
  Number(Object.values(db.prepare(sql).get() ?? {})[0] ?? 0);

const isEmpty = (db: DatabaseSync): boolean =>
  number(db, 'PRAGMA application_id') === 0 &&
  number(db, 'SELECT count(*) FROM sqlite_schema') === 0;

const isBlank = (db: DatabaseSync, file: string): boolean => {
  try {
    return isEmpty(db);
  } catch (error) {
    if (sqliteCode(error) !== SQLITE_NOTADB) throw error;
    throw new UnknownFile(`${file} is not an event store: it is no database`, { cause: error });
  }
};

/** SQLite's own primary result code of an error, undefined for other errors. */
export const sqliteCode = (error: unknown): number | undefined =>
  error instanceof Error && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

/** Throws UnknownFile unless this is a store of our version. */
export const assertOurs = (db: DatabaseSync, file: string): void => {
  if (isBlank(db, file)) throw new UnknownFile(`${file} is empty, not an event store`);
  if (number(db, 'PRAGMA application_id') !== APPLICATION)
    throw new UnknownFile(`${file} is not an event store: another program's mark is in it`);
  const version = number(db, 'PRAGMA user_version');
  if (version !== VERSION)
    throw new UnknownFile(
      `${file} is an event store of version ${version}, this program knows ${VERSION}`,
    );
};

/** Throws Corrupt when the last facts are gone: the table remembers how far it ever counted. */
const assertEnd = (db: DatabaseSync, file: string): void => {
  const counted = number(db, "SELECT max(seq) FROM sqlite_sequence WHERE name = 'events'");
  const last = number(db, 'SELECT max(position) FROM events');
  if (counted !== last)
    throw new Corrupt(`${file} ends at position ${last}, but facts up to ${counted} were recorded`);
};

const initialise = (db: DatabaseSync): void => {
  db.exec(`BEGIN EXCLUSIVE; ${SCHEMA} COMMIT`);
};

const opened = (file: string, options: { readOnly?: boolean; timeout: number }): DatabaseSync => {
  try {
    if (!options.readOnly) keepPrivate(file);
    return new DatabaseSync(file, options);
  } catch (error) {
    throw new StoreUnavailable(`${file} cannot be opened`, 'not-recorded', error);
  }
};

const prepare = (db: DatabaseSync, file: string): void => {
  if (isBlank(db, file)) initialise(db);
  assertOurs(db, file);
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA trusted_schema = OFF`);
  assertEnd(db, file);
};

const orClosed = <T>(db: DatabaseSync, step: () => T): T => {
  try {
    return step();
  } catch (error) {
    db.close();
    throw error;
  }
};

/** For writing; initialises an empty file. Throws UnknownFile, Corrupt, StoreUnavailable. */
export const openForWriting = (file: string): DatabaseSync => {
  const db = opened(file, { timeout: 1000 });
  orClosed(db, () => prepare(db, file));
  return db;
};

/** Beside the writer, or without one. Throws UnknownFile, StoreUnavailable. */
export const openForReading = (file: string): DatabaseSync => {
  const db = opened(file, { readOnly: true, timeout: 5000 });
  orClosed(db, () => assertOurs(db, file));
  return db;
};

/** One file under all its names, so that a link does not let a second writer in; its directory is made. */
export const realFile = (file: string): string => {
  const path = resolve(file);
  makeFolder(dirname(path));
  return existsSync(path) ? realpathSync(path) : join(realpathSync(dirname(path)), basename(path));
};

const assertFree = (lock: DatabaseSync, file: string): void => {
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    if (sqliteCode(error) !== SQLITE_BUSY)
      throw new StoreUnavailable(`${file} cannot be locked`, 'not-recorded', error);
    throw new Locked(
      `${file} is in use: another process writes to it (it holds ${file}.lock and frees it when it ends)`,
      { cause: error },
    );
  }
};

/**
 * Makes this process the one writer, until the answer is called. The lock is on a file beside the
 * store, so that readers are free; the system takes it back when the process dies. Throws Locked.
 */
export const lockForWriting = (file: string): (() => void) => {
  const lock = opened(`${file}.lock`, { timeout: 0 });
  orClosed(lock, () => assertFree(lock, file));
  return () => lock.close();
};
