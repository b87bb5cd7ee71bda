import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BEGINNING,
  Corrupt,
  NO_STREAM,
  type EventStore,
  type Recorded,
} from '../../src/store/event-store.ts';
import {
  Locked,
  openEmbeddedStore,
  openEmbeddedStoreReadOnly,
  restore,
  UnknownFile,
} from '../../src/store/sqlite.ts';
import { scratchFile } from '../support/scratch.ts';
import { batchesUpTo, envelope, newStream, proposed } from '../support/store/facts.ts';

let scratch: ReturnType<typeof scratchFile>;
let file: string;
let copy: string;
beforeEach(() => {
  scratch = scratchFile();
  file = scratch.file;
  copy = join(dirname(file), 'copy.db');
});
afterEach(() => scratch.remove());

const log = async (store: EventStore): Promise<readonly Recorded[]> =>
  (await batchesUpTo(store, BEGINNING, await store.head())).flatMap(({ facts }) => facts);

const written = async (appends: number): Promise<readonly Recorded[]> => {
  const store = openEmbeddedStore({ file });
  for (let n = 0; n < appends; n++)
    await store.append(newStream(), proposed(2), NO_STREAM, envelope);
  const facts = await log(store);
  await store.close();
  return facts;
};

const tampered = (sql: string): void => {
  const db = new DatabaseSync(copy);
  db.exec(sql);
  db.close();
};

describe('A backup', () => {
  it('is a whole log of one moment, taken while writers go on', async () => {
    const store = openEmbeddedStore({ file });
    await store.append(newStream(), proposed(200, { text: 'x'.repeat(4000) }), NO_STREAM, envelope);
    let writing = true;
    const writers = Array.from({ length: 8 }, async () => {
      while (writing) await store.append(newStream(), proposed(3), NO_STREAM, envelope);
    });
    const before = await store.head();
    await store.backup(copy);
    writing = false;
    await Promise.all(writers);

    const restored = join(dirname(file), 'restored.db');
    const { head } = await restore(copy, restored);
    expect(head).toBeGreaterThanOrEqual(before);
    const again = openEmbeddedStore({ file: restored });
    expect(await log(again)).toStrictEqual((await log(store)).slice(0, Number(head)));
    expect(Number(head - 200n) % 3).toBe(0);
    await again.close();
    await store.close();
  });

  it('takes the place of the one before', async () => {
    const store = openEmbeddedStore({ file });
    await store.backup(copy);
    await store.append(newStream(), proposed(2), NO_STREAM, envelope);
    await store.backup(copy);
    const reader = openEmbeddedStoreReadOnly({ file: copy });
    expect(await reader.head()).toBe(2n);
    await reader.close();
    await store.close();
  });

  it('can be taken of a store in memory', async () => {
    const store = openEmbeddedStore({ file: ':memory:' });
    await store.append(newStream(), proposed(5), NO_STREAM, envelope);
    await store.backup(copy);
    await restore(copy, file);
    const again = openEmbeddedStore({ file });
    expect(await log(again)).toStrictEqual(await log(store));
    await again.close();
    await store.close();
  });

  it('is not written over a store that is in use', async () => {
    const store = openEmbeddedStore({ file });
    await expect(store.backup(file)).rejects.toBeInstanceOf(Locked);
    await store.close();
  });
});

describe('Restoring', () => {
  it('puts the backup in place and keeps what was there', async () => {
    const first = await written(2);
    const store = openEmbeddedStore({ file });
    await store.backup(copy);
    await store.close();
    const later = await written(3);

    const { head, replaced } = await restore(copy, file);
    expect(head).toBe(4n);
    const [now, then] = [
      openEmbeddedStore({ file }),
      openEmbeddedStoreReadOnly({ file: replaced ?? '' }),
    ];
    expect(await log(now)).toStrictEqual(first);
    expect(await log(then)).toStrictEqual(later);
    await now.append(newStream(), proposed(1), NO_STREAM, envelope);
    await now.close();
    await then.close();
  });

  it.each([
    { says: 'a fact gone', sql: 'DELETE FROM events WHERE position = 2' },
    { says: 'its end gone', sql: 'DELETE FROM events WHERE position > 2' },
    { says: 'all facts gone', sql: 'DELETE FROM events' },
    { says: 'a revision skipped', sql: 'UPDATE events SET revision = 5 WHERE position = 4' },
    { says: 'data that is not JSON', sql: `UPDATE events SET data = 'x' WHERE position = 3` },
    { says: 'a fact of no stream', sql: 'DELETE FROM streams WHERE key = 2' },
  ])('refuses a backup with $says and leaves the store as it is', async ({ sql }) => {
    const before = await written(3);
    const store = openEmbeddedStore({ file });
    await store.backup(copy);
    await store.close();
    tampered(sql);
    await expect(restore(copy, file)).rejects.toBeInstanceOf(Corrupt);
    expect(await written(0)).toStrictEqual(before);
    expect(readdirSync(dirname(file)).filter((name) => /partial|before/.test(name))).toEqual([]);
  });

  it('refuses a file that is no backup', async () => {
    writeFileSync(copy, 'minutes of the meeting');
    await expect(restore(copy, file)).rejects.toBeInstanceOf(UnknownFile);
    expect(existsSync(file)).toBe(false);
  });

  it('refuses while a process writes to the store', async () => {
    const store = openEmbeddedStore({ file });
    await store.backup(copy);
    await expect(restore(copy, file)).rejects.toBeInstanceOf(Locked);
    await store.close();
  });
});
