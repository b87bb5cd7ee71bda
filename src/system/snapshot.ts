import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { checkpoints } from '../read/checkpoints.ts';
import { Corrupt } from '../store/event-store.ts';
import { makeFolder } from '../store/sqlite.ts';
import type { AnyStore } from './open-store.ts';

/** A snapshot can't be taken, or not be used here; says why. */
export class WrongSnapshot extends Error {
  override readonly name = 'WrongSnapshot';
}

const NOTE = 'snapshot.json';
const ALL_PAGES = 2 ** 31 - 1;

/** The last fact that read models have seen: it tells their log from every other. */
const LastSeen = z.object({
  position: z.string(),
  stream: z.string(),
  revision: z.number(),
  id: z.string(),
});
export type LastSeen = z.infer<typeof LastSeen>;

const Note = z.object({
  takenAt: z.iso.datetime(),
  /** Everything up to here is in it. */
  position: z.string().regex(/^\d+$/),
  /** Read model → the version of its tables; one that has another by now is built anew. */
  models: z.record(z.string(), z.number()),
  last: LastSeen.nullable(),
});
/** What is written beside the read models of a snapshot. */
export type Note = z.infer<typeof Note>;

/** The last fact in the journal of these read models; undefined when they have seen none. */
export const lastSeenIn = (db: DatabaseSync): LastSeen | undefined =>
  db
    .prepare(
      `SELECT CAST(position_no AS TEXT) AS position, category || '-' || subject AS stream, revision,
        event_id AS id FROM journal_facts ORDER BY position_no DESC LIMIT 1`,
    )
    .get() as LastSeen | undefined;

/** Whether a store's log goes as far as this position. */
export const reaches = async (store: AnyStore, position: bigint): Promise<boolean> => {
  if (!store.assertHolds) return position <= (await store.head());
  try {
    // Records of others follow the last fact of ours: the head does not tell.
    await store.assertHolds(position);
    return true;
  } catch (error) {
    if (error instanceof Corrupt) return false;
    throw error;
  }
};

/** Whether a store has this very fact at this very place. */
export const has = async (store: AnyStore, { stream, revision, id, position }: LastSeen) => {
  const [fact] = await store.read(stream, BigInt(revision));
  return fact?.id === id && String(fact.position) === position;
};

const noteOf = (file: string, takenAt: string): Note => {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA journal_mode = DELETE');
    const marks = checkpoints(db);
    if (marks.isEmpty())
      throw new WrongSnapshot('没有可复制的读模型 / there are no read models yet');
    return {
      takenAt,
      position: String(marks.furthest()),
      models: marks.versions(),
      last: lastSeenIn(db) ?? null,
    };
  } finally {
    db.close();
  }
};

/**
 * Copies the read models of a data folder as they stand at one moment, also while a server writes
 * them: a new node begins with the copy instead of with the first fact. Throws WrongSnapshot.
 */
export const takeSnapshot = async (from: string, to: string, takenAt: string): Promise<Note> => {
  const [views, copy] = [join(from, 'views.db'), join(to, 'views.db')];
  if (!existsSync(views)) throw new WrongSnapshot(`${views}: 不存在 / is not there`);
  if (existsSync(copy)) throw new WrongSnapshot(`${copy}: 已存在 / is there already`);
  makeFolder(to);
  const partial = `${copy}.partial`;
  rmSync(partial, { force: true });
  const source = new DatabaseSync(views, { readOnly: true, timeout: 5_000 });
  try {
    // In one step: a step of its own would begin anew after every batch that the server takes.
    await backup(source, partial, { rate: ALL_PAGES });
    const note = noteOf(partial, takenAt);
    writeFileSync(join(to, NOTE), `${JSON.stringify(note, null, 2)}\n`);
    renameSync(partial, copy);
    return note;
  } finally {
    source.close();
    rmSync(partial, { force: true });
  }
};

/**
 * Lets a node begin with a snapshot that was copied to its folder: once, and only where it is one of
 * this very store. Throws WrongSnapshot.
 */
export const admitSnapshot = async (folder: string, store: AnyStore): Promise<void> => {
  const file = join(folder, NOTE);
  if (!existsSync(file)) return;
  const { position, last } = Note.parse(JSON.parse(readFileSync(file, 'utf8')));
  const remedy = `删除 views.db 和 ${NOTE} 后可从头重建 / without views.db and ${NOTE} the read models are built from the first fact`;
  if (!(await reaches(store, BigInt(position))))
    throw new WrongSnapshot(
      `${file}: 快照到位置 ${position}，超出事件库的末尾 / the snapshot goes up to position ${position}, beyond the end of the event store; ${remedy}`,
    );
  if (last && !(await has(store, last)))
    throw new WrongSnapshot(
      `${file}: 快照属于另一个事件库（没有 ${last.stream} 的事实 ${last.id}）/ the snapshot is of another event store (this one has no fact ${last.id} of ${last.stream} at position ${last.position}); ${remedy}`,
    );
  rmSync(file);
};
