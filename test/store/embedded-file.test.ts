import { mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BEGINNING,
  Conflict,
  Corrupt,
  NO_STREAM,
  StoreUnavailable,
  type EventStore,
} from '../../src/store/event-store.ts';
import {
  Locked,
  openEmbeddedStore,
  openEmbeddedStoreReadOnly,
  UnknownFile,
} from '../../src/store/sqlite.ts';
import { scratchFile } from '../support/scratch.ts';
import {
  batchesUpTo,
  envelope,
  followed,
  ids,
  newStream,
  proposed,
} from '../support/store/facts.ts';
import { holder } from '../support/store/process.ts';

let scratch: ReturnType<typeof scratchFile>;
let file: string;
beforeEach(() => {
  scratch = scratchFile();
  file = scratch.file;
});
afterEach(() => scratch.remove());

const using = async <T>(use: (store: EventStore) => Promise<T>): Promise<T> => {
  const store = openEmbeddedStore({ file });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

const tampered = (sql: string): void => {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
};

it('is for its owner alone, with what lies beside it', () =>
  using(() => {
    const modes = ['', '-wal', '-shm'].map((end) => statSync(file + end).mode & 0o777);
    expect(modes).toStrictEqual([0o600, 0o600, 0o600]);
    return Promise.resolve();
  }));

describe('One writer', () => {
  it('refuses a second process, lets readers in, and is free again after a kill', async () => {
    const other = await holder(file);
    expect(() => openEmbeddedStore({ file })).toThrow(Locked);
    expect(() => openEmbeddedStore({ file })).toThrow(`${file} is in use`);
    const reader = openEmbeddedStoreReadOnly({ file });
    expect(await reader.head()).toBeGreaterThan(BEGINNING);
    await reader.close();
    await other.kill();
    await using(async (store) => {
      expect(await store.health()).toMatchObject({ ok: true });
    });
  });

  it('refuses a second opening in the same process, also by another name of the file', async () => {
    await using(async () => {
      const link = join(dirname(file), 'link.db');
      symlinkSync(file, link);
      for (const name of [file, link])
        expect(() => openEmbeddedStore({ file: name })).toThrow(Locked);
    });
    await using(async (store) => expect(await store.head()).toBe(BEGINNING));
  });

  it('fails a whole batch that cannot be written, as not recorded, and finds its way back', async () => {
    const [stream, other] = [newStream(), newStream()];
    await using(async (store) => {
      await store.append(stream, proposed(1), NO_STREAM, envelope);
      tampered(`INSERT INTO events SELECT NULL, stream, 1, id, type, version, data, at, by, NULL,
        command_id, body_hash, correlation_id, causation_id, NULL, NULL FROM events`);
      const outcomes = await Promise.allSettled([
        store.append(other, proposed(1), NO_STREAM, envelope),
        store.append(stream, proposed(1), 0n, envelope),
      ]);
      for (const outcome of outcomes)
        expect(outcome).toMatchObject({ reason: { outcome: 'not-recorded' } });
      expect(await store.health()).toMatchObject({ ok: false });
      expect(await store.read(other)).toStrictEqual([]);
      await expect(store.append(stream, proposed(1), 0n, envelope)).rejects.toThrow(Conflict);
      await store.append(stream, proposed(1), 1n, envelope);
      expect(await store.head()).toBe(3n);
      expect(await store.health()).toMatchObject({ ok: true });
    });
  });
});

describe('Reading beside the writer', () => {
  it('follows what another opening records', async () => {
    const stream = newStream();
    await using(async (store) => {
      const reader = openEmbeddedStoreReadOnly({ file });
      const following = followed(reader, stream, BEGINNING, 3);
      const facts = proposed(3);
      await store.append(stream, facts, NO_STREAM, envelope);
      expect(ids(await following)).toStrictEqual(ids(facts));
      expect(await reader.read(stream)).toStrictEqual(await store.read(stream));
      await reader.close();
    });
  });

  it('records nothing', async () => {
    await using(async () => {
      const reader = openEmbeddedStoreReadOnly({ file });
      const refused = reader.append(newStream(), proposed(1), NO_STREAM, envelope);
      await expect(refused).rejects.toMatchObject({ outcome: 'not-recorded' });
      await reader.close();
    });
  });

  it('hands over a log of many pages without a gap', async () => {
    await using(async (store) => {
      const streams = Array.from({ length: 13 }, newStream);
      for (const stream of streams) await store.append(stream, proposed(400), NO_STREAM, envelope);
      const batches = await batchesUpTo(store, BEGINNING, 5200n);
      expect(batches.length).toBeGreaterThan(2);
      const positions = batches.flatMap(({ facts }) => facts.map(({ position }) => position));
      expect(positions).toStrictEqual(Array.from({ length: 5200 }, (_, n) => BigInt(n + 1)));
    });
  });
});

describe('Closing', () => {
  it('records what was asked before, and nothing after', async () => {
    const [stream, store] = [newStream(), openEmbeddedStore({ file })];
    const last = store.append(stream, proposed(2), NO_STREAM, envelope);
    await store.close();
    await store.close();
    expect(await last).toMatchObject({ revision: 1n });
    const late = store.append(stream, proposed(1), 1n, envelope);
    await expect(late).rejects.toMatchObject({ outcome: 'not-recorded' });
    await expect(store.read(stream)).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await store.health()).toMatchObject({ ok: false });
    await using(async (again) => expect(await again.read(stream)).toHaveLength(2));
  });

  it('tells a follower that still waits', async () => {
    const store = openEmbeddedStore({ file });
    const following = followed(store, newStream(), BEGINNING, 1);
    await store.close();
    await expect(following).rejects.toBeInstanceOf(StoreUnavailable);
  });
});

describe('A file it does not understand', () => {
  const refusedUnchanged = (refusal: string): void => {
    const before = readFileSync(file);
    expect(() => openEmbeddedStore({ file })).toThrow(UnknownFile);
    expect(() => openEmbeddedStore({ file })).toThrow(refusal);
    expect(() => openEmbeddedStoreReadOnly({ file })).toThrow(UnknownFile);
    expect(readFileSync(file).equals(before)).toBe(true);
  };

  it('is refused when it is no database', () => {
    writeFileSync(file, 'Dear colleague, the contract is attached. '.repeat(30));
    refusedUnchanged('is no database');
  });

  it('is refused when it is a few bytes', () => {
    writeFileSync(file, 'contract');
    refusedUnchanged('is no database');
  });

  it("is refused when it is another program's database", () => {
    tampered('CREATE TABLE invoices (number INTEGER)');
    refusedUnchanged("another program's");
  });

  it("is refused when it bears another program's mark, though empty", () => {
    tampered('PRAGMA application_id = 77');
    refusedUnchanged("another program's");
  });

  it('is refused when a later program wrote it', async () => {
    await using(async (store) => store.head());
    tampered('PRAGMA user_version = 2');
    refusedUnchanged('of version 2, this program knows 1');
  });

  it('is made a store when it is empty, but not for a reader', async () => {
    writeFileSync(file, '');
    expect(() => openEmbeddedStoreReadOnly({ file })).toThrow(UnknownFile);
    await using(async (store) => expect(await store.head()).toBe(BEGINNING));
  });

  it('is said to be unavailable when it cannot be opened', () => {
    expect(() => openEmbeddedStoreReadOnly({ file })).toThrow(StoreUnavailable);
    writeFileSync(file, 'x');
    expect(() => openEmbeddedStore({ file: join(file, 'events.db') })).toThrow(StoreUnavailable);
    rmSync(file);
    mkdirSync(file);
    expect(() => openEmbeddedStore({ file })).toThrow(StoreUnavailable);
  });
});

describe('A file that was tampered with', () => {
  const stream = newStream();
  beforeEach(() =>
    using(async (store) => {
      await store.append(stream, proposed(3), NO_STREAM, envelope);
      await store.append(newStream(), proposed(2), NO_STREAM, envelope);
      await store.append(stream, proposed(2), 2n, envelope);
    }),
  );

  const stops = async (at: RegExp): Promise<void> => {
    await using(async (store) => {
      const following = batchesUpTo(store, BEGINNING, 7n);
      await expect(following).rejects.toBeInstanceOf(Corrupt);
      await expect(batchesUpTo(store, BEGINNING, 7n)).rejects.toThrow(at);
    });
  };
  const unreadable = async (at: RegExp): Promise<void> => {
    await using(async (store) => {
      await expect(store.read(stream)).rejects.toBeInstanceOf(Corrupt);
      await expect(store.read(stream)).rejects.toThrow(at);
    });
  };

  it('stops at a fact that is gone', async () => {
    tampered('DELETE FROM events WHERE position = 2');
    await stops(/position 2 is missing/);
    await unreadable(/position 3 is revision 2 .* 1 is missing/);
  });

  it('stops at the first fact when that is gone', async () => {
    tampered('DELETE FROM events WHERE position = 1');
    await stops(/position 1 is missing/);
  });

  it('is not opened when the last facts are gone', () => {
    tampered('DELETE FROM events WHERE position > 5');
    expect(() => openEmbeddedStore({ file })).toThrow(Corrupt);
    expect(() => openEmbeddedStore({ file })).toThrow('ends at position 5, but facts up to 7');
  });

  it('stops where a revision is skipped', async () => {
    tampered('UPDATE events SET revision = revision + 1 WHERE position = 7');
    await stops(/position 7 is revision 5/);
    await unreadable(/position 7/);
  });

  it('stops at data that is not JSON', async () => {
    tampered(`UPDATE events SET data = '{"note":' WHERE position = 6`);
    await stops(/position 6 is not JSON/);
    await unreadable(/position 6 is not JSON/);
  });

  it('stops at a fact of no stream', async () => {
    tampered('DELETE FROM streams WHERE key = 2');
    await stops(/position 4/);
  });

  it('is not followed from beyond its end, where another history may have been', async () => {
    await using(async (store) => {
      await expect(batchesUpTo(store, 8n, 9n)).rejects.toThrow(/ends at position 7/);
    });
  });
});
