import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { Corrupt } from './event-store.ts';
import { lockForWriting, openForReading, realFile } from './sqlite-file.ts';

/** All pages in one step: a step of its own would begin anew after every commit of the writer. */
const ALL_PAGES = 2 ** 31 - 1;

const CHECKS: readonly { readonly says: string; readonly sql: string }[] = [
  {
    says: 'a position is missing before',
    sql: `SELECT position FROM (SELECT position, row_number() OVER (ORDER BY position) AS n FROM events)
      WHERE position <> n LIMIT 1`,
  },
  {
    says: 'the last facts are gone after',
    sql: `SELECT coalesce(max(position), 0) AS position FROM events
      HAVING coalesce(max(position), 0) <> (SELECT seq FROM sqlite_sequence WHERE name = 'events')`,
  },
  {
    says: 'a revision of its stream is missing up to',
    sql: `SELECT max(position) AS position FROM events GROUP BY stream
      HAVING count(*) <> max(revision) + 1 OR min(revision) <> 0 LIMIT 1`,
  },
  {
    says: 'no stream is known for the fact at',
    sql: 'SELECT position FROM events WHERE stream NOT IN (SELECT key FROM streams) LIMIT 1',
  },
  {
    says: 'the data is not JSON at',
    sql: 'SELECT position FROM events WHERE NOT json_valid(data) LIMIT 1',
  },
];

/** Reads the whole file and throws Corrupt naming what is wrong; takes seconds per million facts. */
const verify = (db: DatabaseSync, file: string): void => {
  const [damage] = db.prepare('PRAGMA integrity_check(1)').all();
  if (damage?.['integrity_check'] !== 'ok')
    throw new Corrupt(`${file} is damaged: ${String(damage?.['integrity_check'])}`);
  for (const { says, sql } of CHECKS) {
    const found = db.prepare(sql).get();
    if (found) throw new Corrupt(`${file}: ${says} position ${String(found['position'])}`);
  }
};

const sync = (path: string): void => {
  const file = openSync(path, 'r');
  fsyncSync(file);
  closeSync(file);
};

const removed = (file: string): void => {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${end}`, { force: true });
};

/** A whole copy as one file under a passing name, which takes its place only when it is complete. */
const copied = async (db: DatabaseSync, partial: string): Promise<void> => {
  removed(partial);
  try {
    await backup(db, partial, { rate: ALL_PAGES });
    const copy = new DatabaseSync(partial);
    copy.exec('PRAGMA journal_mode = DELETE');
    copy.close();
    sync(partial);
  } catch (error) {
    removed(partial);
    throw error;
  }
};

/** Writes what `db` holds at this moment to one file, while appends go on; replaces an older backup. */
export const backupTo = async (db: DatabaseSync, toFile: string): Promise<void> => {
  const file = realFile(toFile);
  const unlock = lockForWriting(file);
  try {
    await copied(db, `${file}.partial`);
    // An older copy's log must not be read into the new one.
    for (const end of ['-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
    renameSync(`${file}.partial`, file);
    sync(dirname(file));
  } finally {
    unlock();
  }
};

const setAside = (file: string): string | undefined => {
  if (!existsSync(file)) return undefined;
  const aside = `${file}.before-restore-${new Date().toISOString().replaceAll(':', '')}`;
  if (existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`);
  rmSync(`${file}-shm`, { force: true });
  renameSync(file, aside);
  return aside;
};

/** Where a restored store ends, and where the file it replaced was put. */
export type Restored = { readonly head: bigint; readonly replaced?: string };

const verifiedCopy = async (from: string, partial: string): Promise<bigint> => {
  const source = openForReading(from);
  try {
    verify(source, from);
    await copied(source, partial);
    const row = source.prepare('SELECT max(position) AS position FROM events').get();
    return BigInt((row as { position: number | null }).position ?? 0);
  } finally {
    source.close();
  }
};

/**
 * Puts a backup in the place of a store, after reading all of it; the file that was there is kept
 * beside it. Read models of the replaced store must be rebuilt: its positions meant other facts.
 * Throws UnknownFile or Corrupt for the backup, Locked while a process writes to `to`.
 */
export const restore = async (from: string, to: string): Promise<Restored> => {
  const file = realFile(to);
  const unlock = lockForWriting(file);
  try {
    const head = await verifiedCopy(from, `${file}.partial`);
    const replaced = setAside(file);
    renameSync(`${file}.partial`, file);
    sync(dirname(file));
    return replaced === undefined ? { head } : { head, replaced };
  } finally {
    unlock();
  }
};
